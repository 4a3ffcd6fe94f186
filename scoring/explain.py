"""Why a turn was heard as it was: the sum behind every skill that counts, and every one a rule proposed in vain.

What is told here is what was added up: the shares of the features in the segment that says it most, the share of the
whole turn, and the bar that had to be reached.
"""

from dataclasses import dataclass, replace

from scoring.ear import Ear, Hearing, default_ear
from scoring.findings import Finding
from scoring.plainly import plainly
from scoring.weights.model import SEGMENT, TURN

MOST = 6  # features told of, for and against


@dataclass(frozen=True, slots=True)
class Sum:
    """How the score of *skill* came about, in logits; it counts where *value* is above 0.

    *for_it* and *against* are (feature, share) of the segment that says it most, the largest first; *rest* is what all
    other features of it add, with the bias; *turn* what the whole turn adds, *others* what the other segments do, *bar*
    what had to be reached. *finding* holds the words, or None where it does not count, *because* of what is said there.
    """

    skill: str
    words: str
    value: float
    for_it: tuple[tuple[str, float], ...]
    against: tuple[tuple[str, float], ...]
    rest: float
    others: float
    turn: float
    bar: float
    finding: Finding | None = None
    because: str = ""


def explain(text: str, heard=(), ear: Ear | None = None) -> tuple[Sum, ...]:
    """The sums behind what is heard in *text* after *heard*; empty for an ear without weights or a turn without words.

    Raises ValueError for a text of more than 20,000 characters.
    """
    ear = ear or default_ear()
    hearing = ear.hear(text, heard)
    if ear.weights is None or not hearing.turn.segments:
        return ()
    detection = hearing.detection()
    found = {finding.skill: finding for finding in detection.findings}
    because = {one.finding.skill: one.because for one in detection.cancelled}
    sums = [_sum(ear, hearing, skill, found.get(skill)) for skill in (*found, *because)]
    return tuple(replace(one, because=because.get(one.skill, "")) for one in sums)


def _sum(ear: Ear, hearing: Hearing, skill: str, finding: Finding | None) -> Sum:
    weights, index = ear.weights, ear.weights.skills.index(skill)
    features = hearing.segment_features()
    by_segment = [weights.scores(SEGMENT, one) for one in features]
    of_turn = weights.scores(TURN, hearing.turn_features())
    value = weights.whole(by_segment, of_turn, hearing.typed)[index]
    scores = [one[index] for one in by_segment]
    best = max(range(len(scores)), key=scores.__getitem__)
    shares = weights.reasons(SEGMENT, features[best], skill)
    for_it = tuple(one for one in shares if one[1] > 0)[:MOST]
    against = tuple(one for one in shares if one[1] < 0)[:MOST]
    segment = hearing.turn.segments[best]
    bar = weights.threshold[hearing.typed][index]
    return Sum(
        skill,
        hearing.turn.typed[segment.start : segment.end],
        value,
        for_it,
        against,
        scores[best] - sum(share for _, share in (*for_it, *against)),
        value + bar - of_turn[index] - scores[best],
        of_turn[index],
        bar,
        finding,
    )


def lines(sums: tuple[Sum, ...]) -> list[str]:
    """The sums as lines for a person."""
    if not sums:
        return ["Nothing was heard, and no rule proposed anything."]
    told = []
    for one in sums:
        verdict = "counts" if one.finding else f"does not count: {one.because}"
        if one.finding and one.value <= 0:
            verdict = f"counts: the sum is a little short, but the rule is a sure one ({one.finding.strength:.2f})"
        told.append(f"{one.skill} ({one.value:+.1f}) {verdict}")
        told.append(f'    the words: "{one.finding.quote if one.finding else one.words}"')
        if one.finding:
            told.append(f"    heard by: {one.finding.rule}")
        told += [f"    {share:+6.2f}  {plainly(feature)}" for feature, share in (*one.for_it, *one.against)]
        told.append(f"    {one.rest:+6.2f}  everything else in these words, and where every segment begins")
        if abs(one.others) >= 0.05:
            told.append(f"    {one.others:+6.2f}  the other segments")
        told.append(f"    {one.turn:+6.2f}  the turn as a whole")
        told.append(f"    {-one.bar:+6.2f}  the bar for {one.skill}")
        told.append("")
    return told[:-1]
