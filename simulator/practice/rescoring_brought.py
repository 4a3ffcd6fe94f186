"""A talk from elsewhere under today's rules: like one that was played, without a person who might answer otherwise."""

from dataclasses import replace

from scoring.edition import edition
from simulator.conversation.session import Rescored, Session
from simulator.persona.heard import Heard
from simulator.practice.rescoring import Rescoring, differences_of
from simulator.report.brought import heard_today, review_brought
from simulator.report.review import Review


def rescore_brought(session: Session) -> Rescoring:
    """*session*, which was brought from elsewhere, read again."""
    was = session.read()
    rules, heard = heard_today(session)
    now = [replace(turn, detection=found) for turn, found in zip(was, heard, strict=True)]
    then, today = review_brought(session, [turn.detection for turn in was]), review_brought(session, heard)
    kept, header = session.rescored.get(0), session.header
    return Rescoring(
        session=header.id,
        title=header.title,
        branch=0,
        was_rules=kept.rules if kept else header.rules,
        now_rules=edition(),
        differences=tuple(one for pair in zip(was, now, strict=True) for one in differences_of(*pair)),
        was_overall=then.scorecard.overall,
        now_overall=today.scorecard.overall,
        was_chances=_chances(then),
        now_chances=_chances(today),
        read=(Rescored(rules, 0, tuple(heard), tuple(Heard(one.skills) for one in heard)),),
    )


def _chances(review: Review) -> tuple[int, int]:
    return sum(bool(chance.used) for chance in review.chances), len(review.chances)
