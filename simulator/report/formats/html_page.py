"""HTML: one file that loads nothing, runs nothing, and reads well on a screen, on a phone and on paper."""

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, TextIO

from scoring.vocabulary import PLAIN
from simulator.cleaning import clean
from simulator.report.document import FATES, credited, of_chances
from simulator.report.page.course import FLOOR, HEIGHT, TOP, state_words
from simulator.report.page.spans import Piece, acted
from simulator.report.page.view import page
from simulator.report.review import Moment, Review

if TYPE_CHECKING:
    from jinja2 import Environment


def write(review: Review, stream: TextIO) -> None:
    """Writes *review* as one HTML page."""
    environment, style, digest = _pages()
    stream.write(
        environment.get_template("page.html").render(
            review=review, page=page(review), style=style, style_digest=digest, height=HEIGHT, top=TOP, floor=FLOOR
        )
    )


@lru_cache(maxsize=1)
def _pages() -> tuple["Environment", str, str]:
    """The templates, the style, and the digest of the style that the page's policy lets through."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

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
        "cost": _cost,
    }
    environment.globals |= {"fates": FATES, "credited": credited, "of_chances": of_chances}
    style = environment.loader.get_source(environment, "style.css")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return environment, Markup(style), digest  # our own file: the one text on the page that is not escaped


def _cost(moment: Moment) -> dict[str, str]:
    """What a costly move did, and what to try *instead*, apart from the words themselves."""
    sentence = clean(moment.sentence)
    quote = f"'{clean(moment.quote)}' "
    if moment.quote and sentence.startswith(quote):
        sentence = f"This {sentence.removeprefix(quote)}"
    effect, _, instead = sentence.rpartition(" Try: ")
    if not effect:
        return {"effect": sentence, "instead": ""}
    return {"effect": effect, "instead": instead[:1].upper() + instead[1:]}
