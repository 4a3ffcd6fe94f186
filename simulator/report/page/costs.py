"""A costly move as a page shows it: what it did, and what to try instead, apart from the words themselves."""

from simulator.cleaning import clean
from simulator.report.review import Moment


def apart(moment: Moment) -> dict[str, str]:
    """The *effect* of a costly move and what to try *instead*, '' where nothing is known."""
    sentence = clean(moment.sentence)
    quote = f"'{clean(moment.quote)}' "
    if moment.quote and sentence.startswith(quote):
        sentence = f"This {sentence.removeprefix(quote)}"
    effect, _, instead = sentence.rpartition(" Try: ")
    if not effect:
        return {"effect": sentence, "instead": ""}
    return {"effect": effect, "instead": instead[:1].upper() + instead[1:]}
