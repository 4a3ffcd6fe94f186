"""A review of which every text is given, and five hundred texts that would like to be more than text."""

from scoring.findings import Finding
from scoring.scorecard import Chance, Scorecard, SkillCount
from simulator.report.review import Kept, Line, Moment, Point, Review

_MARKUP = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</style><script>1</script>",
    "</title><script>1</script>", "--><script>1</script>", "<iframe src=//evil.example></iframe>", "<style>*{}</style>",
    "<base href=//evil.example>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//evil.example>",
    "<a href=javascript:alert(1)>x</a>", "\" onmouseover=alert(1) x=\"", "' onfocus=alert(1) autofocus='", "<!-- x",
    "<details open ontoggle=alert(1)>", "<form action=//evil.example><button>", "<p style=position:fixed>", "]]>",
    "</p></section></main>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<math><mtext></p><script>1</script>", "<object>",
    "</details></li></ol>", "<textarea>", "<plaintext>", "<svg><use href=//evil.example#x></svg>",
    "<noscript><p title=",
]  # fmt: skip
_TEMPLATE = ["{{ 7*7 }}", "{% include 'page.html' %}", "{{ review.__class__ }}", "{# x #}", "${7*7}", "%s%n", "{0}"]
_SHEET = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"//evil.example\")", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
    "＝1+1", " =1+1", "'=1+1", "\u200b=1+1", "a\n=1+1", "\";=1+1;\"", "\",=1+1,\"",
]  # fmt: skip
_SCREEN = [
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x1bc", "\x1b[?1049h", "\x07", "\x08\x08\x08", "\x0e",
    "\x1b]8;;http://evil.example\x07x\x1b]8;;\x07", "\u202etxt.exe", "\u2066x\u2069", "\x00", "\u2028x", "\x85x",
    "\ud800", "\udc00x", "\x1bP$q\x1b\\", "\x1b[6n", "\r\n\x1b[1A",
]  # fmt: skip
_DOWN = [
    "[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "<http://evil.example>", "# Title", "> quote",
    "```\ncode\n```", "| a | b |\n|---|---|", "[x]: http://evil.example", "http://evil.example", "www.evil.example",
    "* item", "1. item", "---", "\\", "`code`", "~~x~~", "$$x$$", "<!--", "[^1]: note", "\n\n    indented",
]  # fmt: skip
_DATA = ['"}', "\\u0000", '\\"', "]", "null", '","x":"', "}\n{"]
_ROUND = ["{}", '"{}', '">{}', "\n{}", "(She says {})", "x {} y"]

PAYLOADS = list(
    dict.fromkeys(
        frame.replace("{}", text)
        for text in (*_MARKUP, *_TEMPLATE, *_SHEET, *_SCREEN, *_DOWN, *_DATA)
        for frame in _ROUND
    )
)
"""At least five hundred."""


def review_of_nothing_but(text: str, **changed) -> Review:
    """A review with *text* wherever a text can be."""
    quote = Finding("contrasting", 0, len(text), text, text, 0.9, (text,))
    inside = Finding("blame", len(text) + 1, len(text) + 4, "and", "by hand", 0.8, (text,))
    mark = Finding("third_party", 0, len(text), text, text, 0.7, (text,))
    moment = Moment(1, text, f"'{text}' put it on the person. Next, {text}. Try: {text}.", text, text, "blame", text)
    chances = (Chance(1, text, ("contrasting", "curiosity")), Chance(2, "misread", ("curiosity",), 0.5, "curiosity"))
    card = Scorecard(
        3,
        (SkillCount("contrasting", 1, (1,), 3, 1.0), SkillCount("curiosity", 1, (2,), 1, 0.5)),
        (SkillCount("blame", 1, (1,), 0, 0.0),),
        (("open", ()), ("explore", (2,)), ("make_it_safe", (1,)), ("summarize", ())),
        chances,
        0.5,
        0.5,
        50,
    )
    lines = (
        Line(1, f"{text} and", text, (quote, inside), (mark,), "guarded", text, 30, 40, 9, (text,)),
        Line(2, text, text, (), (), "guarded", "opening_up", 55, 10, 9, (text, "a flash")),
        Line(3, "", text, (), (), "opening_up", "fine", 40, 12, 8, (), aside=True),
    )
    given = {
        "session": text, "title": text, "scenario": text, "person": text, "level": text, "seed": 8, "started": text,
        "label": text, "opening": text, "lines": lines, "ending": text, "ending_title": text, "last_line": text,
        "note": text, "tonight": text, "best": moment, "try_this": moment, "costs": (moment,),
        "kept": (Kept(text, "cued", 20, 40), Kept(text, "heard", 50, 40)), "chances": chances, "flashes_shown": 2,
        "flashes_noticed": 1, "points": (Point(True, text), Point(False, text)), "compare": text, "hints": 1,
        "scorecard": card, "digest": text, "rules": text,
        "corrections": (f"Turn 1, blame is not there, says the user: {text}",),
        "remarks": (text,),
    }  # fmt: skip
    return Review(**(given | changed))
