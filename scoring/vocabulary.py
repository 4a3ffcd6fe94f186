"""The fixed vocabulary: 31 skills and the marks. Other people's scripts stand on these names; they never change."""

REWARDED = (
    "contrasting",
    "curiosity",
    "summarizing",
    "reflecting_feeling",
    "saying_what_you_see",
    "apologizing",
    "appreciation",
    "acknowledging",
    "mutual_purpose",
    "facts",
    "own_story",
    "permission",
    "solution_question",
    "next_step",
    "follow_up",
    "consequence",
    "stepping_out",
)
"""Moves that help."""

COSTLY = (
    "closed_question",
    "why_question",
    "leading_question",
    "blame",
    "judgement",
    "sarcasm",
    "comparison",
    "minimizing",
    "avoidance",
    "triggered",
    "over_apologizing",
    "interrupting_solution",
    "false_summary",
    "fine_accepted",
)
"""Moves that cost."""

SKILLS = REWARDED + COSTLY

MARKS = (
    "escalation",
    "third_party",
    "joint_truth",
    "background",
    "postpone",
    "owns_emotion",
    "answers_them",
    "flash_noticed",
    "proposal",
)
"""Things of the method that are detected with the same machinery but are not scored as skills."""

PLAIN = {
    "contrasting": "contrasting",
    "curiosity": "an open question",
    "summarizing": "summing up",
    "reflecting_feeling": "naming a feeling",
    "saying_what_you_see": "saying what you see",
    "apologizing": "an apology",
    "appreciation": "appreciation",
    "acknowledging": "granting a point",
    "mutual_purpose": "a shared purpose",
    "facts": "facts",
    "own_story": "your own story",
    "permission": "asking permission",
    "solution_question": "asking for their solution",
    "next_step": "a next step",
    "follow_up": "a date to look again",
    "consequence": "an expectation with its consequence",
    "stepping_out": "stepping back to listen",
    "closed_question": "a closed question",
    "why_question": "a 'why'",
    "leading_question": "a leading question",
    "blame": "blame",
    "judgement": "a verdict on the person",
    "sarcasm": "sarcasm",
    "comparison": "a comparison with others",
    "minimizing": "making it small",
    "avoidance": "dropping the subject",
    "triggered": "hitting back",
    "over_apologizing": "too many sorries",
    "interrupting_solution": "a solution too soon",
    "false_summary": "words put in their mouth",
    "fine_accepted": "taking the 'fine'",
}
"""What a person is told instead of the name."""
