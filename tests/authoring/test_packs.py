"""A pack is added whole or not at all, and nothing in it reaches beyond its place."""

import io
import os
import stat
import zipfile

import pytest

from simulator.authoring import packs
from simulator.authoring.packs import PackError, add, read_pack
from tests.authoring.made import text

SECOND = """format: 1
id: talk-with-ines-after-mutual-plan
follows: talk-with-ines
after: [mutual_plan]
title: "Two names under the sheet"
first_line: ["(The door.) I've brought the sheet."]
"""
FILES = {
    "talk-with-ines.yaml": text(),
    "follow_ups/talk-with-ines-after-mutual-plan.yaml": SECOND,
    "README.md": "Two talks about a till.",
}


def folder(top, files):
    for name, content in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return top


def zipped(path, files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def pack_of(kind, tmp_path, files):
    if kind == "folder":
        return folder(tmp_path / "pack", files)
    prefix = "pack/" if kind == "zip of a folder" else ""
    return zipped(tmp_path / "pack.zip", {prefix + name: content for name, content in files.items()})


@pytest.fixture
def home(tmp_path):
    """The data folder."""
    path = tmp_path / "home"
    path.mkdir()
    return path


def everything(home):
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", ["folder", "zip", "zip of a folder"])
def test_scenarios_and_second_talks_are_added_as_they_are(tmp_path, home, kind):
    added = add(read_pack(pack_of(kind, tmp_path, FILES)), home)
    wanted = {f"scenarios/{name}": content.encode() for name, content in FILES.items() if name.endswith(".yaml")}
    assert everything(home) == wanted
    assert {stat.S_IMODE(path.stat().st_mode) for path in added} == {0o600}
    assert {stat.S_IMODE(path.parent.stat().st_mode) for path in added} == {0o700}


LONELY = SECOND.replace("talk-with-ines", "quiet-since-january").replace("after-mutual-plan", "after-no-plan")
BAD = {
    "an archetype": ({"joker.yaml": "format: 1\nid: joker\nstates: {}\n"}, "this is an archetype or core"),
    "a broken file": ({"x.yaml": "id: ["}, "x.yaml:"),
    "an id of another file": ({"talk-with-rui.yaml": text()}, "make it the name of the file"),
    "a second talk alone": ({"follow_ups/quiet-since-january-after-no-plan.yaml": LONELY}, "is not in the pack"),
    "a second talk elsewhere": (FILES | {"talk-with-ines-after-mutual-plan.yaml": SECOND}, "stand under follow_ups/"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_pack_with_one_bad_file_is_refused_with_its_faults(tmp_path, home, name):
    files, message = BAD[name]
    with pytest.raises(PackError) as refused:
        add(read_pack(folder(tmp_path / "pack", files)), home)
    assert any(message in problem for problem in refused.value.problems), refused.value.problems
    assert str(home) not in "".join(refused.value.problems)
    assert everything(home) == {}


UNWANTED = {
    "a program": ({"x.py": "print()"}, "is no scenario"),
    "a name of capitals": ({"Talk.yaml": text()}, "named with a-z"),
    "a hidden name": ({".talk.yaml": text()}, "named with a-z"),
    "a folder of others": ({"deep/er/talk.yaml": text(), "talk-with-ines.yaml": text()}, "is no scenario"),
    "nothing": ({"README.md": "x"}, "There is no scenario in it"),
    "too large": ({"x.yaml": "#" * (1024 * 1024 + 1)}, "larger than"),
    "too many": ({f"readme-{n}": "" for n in range(1_001)}, "more than 1,000 files"),
}


@pytest.mark.parametrize("name", UNWANTED)
def test_what_is_no_pack_is_refused(tmp_path, home, name):
    files, message = UNWANTED[name]
    with pytest.raises(PackError, match=message):
        add(read_pack(zipped(tmp_path / "pack.zip", files)), home)
    assert everything(home) == {}


ESCAPES = [
    "../x.yaml",
    "/tmp/x.yaml",
    "a/../../x.yaml",
    "..\\x.yaml",
    "C:/x.yaml",
    "follow_ups/../../x.yaml",
    "a\\..\\x.yaml",
]


@pytest.mark.parametrize("name", ESCAPES)
def test_a_name_that_leads_out_is_refused(tmp_path, home, name):
    with pytest.raises(PackError, match=r"leads out|is no scenario"):
        read_pack(zipped(tmp_path / "pack.zip", {"talk-with-ines.yaml": text(), name: text()}))


def test_links_are_not_followed(tmp_path, home):
    top = folder(tmp_path / "pack", FILES)
    os.symlink("/etc/passwd", top / "x.yaml")
    with pytest.raises(PackError, match=r"'x.yaml' is a link"):
        read_pack(top)
    (top / "x.yaml").unlink()
    os.rename(top / "follow_ups", tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", top / "follow_ups")
    with pytest.raises(PackError, match="is a link"):
        read_pack(top)


def test_a_link_in_a_zip_is_refused(tmp_path):
    entry = zipfile.ZipInfo("x.yaml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "pack.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(PackError, match="is a link"):
        read_pack(path)


@pytest.mark.timeout(20)
def test_a_pipe_in_a_folder_is_no_file_and_does_not_hang(tmp_path):
    top = folder(tmp_path / "pack", FILES)
    os.mkfifo(top / "x.yaml")
    with pytest.raises(PackError, match="no ordinary file"):
        read_pack(top)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = zipped(tmp_path / "pack.zip", {"x.yaml": b"\0" * 200_000_000})
    assert path.stat().st_size < 1_000_000
    with pytest.raises(PackError, match="larger than"):
        read_pack(path)


def test_a_bomb_with_a_lying_header_is_cut_off(tmp_path):
    path = zipped(tmp_path / "pack.zip", {"x.yaml": b"#" * 5_000_000})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at : at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(PackError):
        read_pack(path)


def test_many_files_that_are_too_much_together_are_refused(tmp_path):
    files = {f"talk-{n}.yaml": "#" * 1_000_000 for n in range(12)}
    with pytest.raises(PackError, match="Unpacked it has more than 8 MiB"):
        read_pack(zipped(tmp_path / "pack.zip", files))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_zip_is_refused(tmp_path, content):
    (tmp_path / "pack.zip").write_bytes(content)
    with pytest.raises(PackError):
        read_pack(tmp_path / "pack.zip")


def test_every_cut_of_a_zip_is_added_or_refused(tmp_path):
    whole = zipped(tmp_path / "pack.zip", FILES).read_bytes()
    path = tmp_path / "cut.zip"
    for size in range(0, len(whole), 37):
        path.write_bytes(whole[:size])
        with pytest.raises(PackError):
            read_pack(path)


def test_a_zip_that_has_a_name_twice_is_refused(tmp_path, home):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("talk-with-ines.yaml", text())
        archive.writestr("talk-with-inez.yaml", "id: other")
    (tmp_path / "pack.zip").write_bytes(stream.getvalue().replace(b"talk-with-inez.yaml", b"talk-with-ines.yaml"))
    with pytest.raises(PackError, match="is in it twice"):
        add(read_pack(tmp_path / "pack.zip"), home)


# Clashes -----------------------------------------------------------------------------------------


def test_what_one_has_already_is_never_overwritten(tmp_path, home):
    items = read_pack(folder(tmp_path / "pack", FILES))
    add(items, home)
    mine = home / "scenarios" / "talk-with-ines.yaml"
    mine.write_text("mine")
    with pytest.raises(PackError, match=r"You have a 'talk-with-ines\.yaml' already"):
        add(items, home)
    assert mine.read_text() == "mine"


def test_a_name_that_is_shipped_is_refused(tmp_path, home):
    items = read_pack(folder(tmp_path / "pack", {"quiet-since-january.yaml": text("quiet-since-january")}))
    with pytest.raises(PackError, match="comes with the program"):
        add(items, home)


def test_a_link_that_stands_where_a_file_would_go_is_not_written_through(tmp_path, home):
    (home / "scenarios").mkdir()
    os.symlink(tmp_path / "victim", home / "scenarios" / "talk-with-ines.yaml")
    with pytest.raises(PackError, match="already"):
        add(read_pack(folder(tmp_path / "pack", FILES)), home)
    assert not (tmp_path / "victim").exists()


def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path, home, monkeypatch):
    put, calls = packs._put, []

    def refusing(path, content):
        calls.append(path)
        if "scenarios" in path.parts and path.parent.name == "follow_ups":
            raise OSError(28, "No space left on device")
        return put(path, content)

    monkeypatch.setattr(packs, "_put", refusing)
    items = sorted(read_pack(folder(tmp_path / "pack", FILES)), key=lambda item: "/" in item.name)
    with pytest.raises(OSError, match="No space"):
        add(items, home)
    assert everything(home) == {}
