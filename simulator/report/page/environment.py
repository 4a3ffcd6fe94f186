"""What the pages are made with: templates that escape all text, and a style whose digest the page's policy names."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, TextIO

from scoring.vocabulary import PLAIN
from simulator.cleaning import clean
from simulator.report.beside import in_common, nearness
from simulator.report.document import FATES, credited, of_chances
from simulator.report.page.costs import apart
from simulator.report.page.course import FLOOR, HEIGHT, TOP, state_words
from simulator.report.page.spans import Piece, acted
from simulator.report.sentences import FLASH

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def write(template: str, styles: tuple[str, ...], stream: TextIO, **what: object) -> None:
    """Writes the page *template*, filled with *what*, in *styles*: names of files, the later over the earlier."""
    style, digest = _style(styles)
    stream.write(_environment().get_template(template).render(style=style, style_digest=digest, **what))


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("simulator.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "clean": clean,
        "acted": acted,
        "plain": lambda text: (Piece(clean(text)),),
        "skill": lambda skill: clean(PLAIN.get(skill, skill)),
        "state": state_words,
        "percent": lambda points: min(100, max(0, points)),
        "cost": apart,
    }
    environment.globals |= {
        "fates": FATES, "credited": credited, "of_chances": of_chances, "height": HEIGHT, "top": TOP, "floor": FLOOR,
        "in_common": in_common, "nearness": nearness, "flash_means": FLASH,
    }  # fmt: skip
    return environment


@lru_cache(maxsize=4)
def _style(names: tuple[str, ...]) -> tuple["Markup", str]:
    """The style in the files called *names*, and the digest of it that the page's policy lets through."""
    from markupsafe import Markup

    environment = _environment()
    style = "".join(environment.loader.get_source(environment, name)[0] for name in names)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return Markup(style), digest  # our own file: the one text on the page that is not escaped
