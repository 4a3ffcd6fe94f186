"""Which edition of the ear's data this is: sixteen hexadecimal digits that change with any rule, word or weight.

Sessions and reports name it, so that a score can be traced to what gave it. It is kept beside the data, because a
conversation must not wait for two megabytes to be read; ``python -m scoring.edition`` writes it anew after a change,
and a test says when that was forgotten.
"""

from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE / "edition.txt"
DATA = ("*.yaml", "rules/**/*.yaml", "weights/*.tsv")


@lru_cache(maxsize=1)
def edition() -> str:
    """The edition that is kept; '' where there is none."""
    return KEPT.read_text(encoding="ascii").strip() if KEPT.is_file() else ""


def worked_out() -> str:
    """The edition of the data as it lies there now."""
    import hashlib  # not needed to read the edition, which every conversation does before its first line

    whole = hashlib.sha256()
    for path in sorted({path for pattern in DATA for path in HERE.glob(pattern)}):
        whole.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()[:16]


if __name__ == "__main__":
    KEPT.write_text(worked_out() + "\n", encoding="ascii")
