"""Days that people name in plain words, reckoned from the day on which they were said. English, day before month.

Prefers silence to a wrong day: what can be read in two ways is read as people mean it who plan a meeting, that is, as
the next such day that is to come.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "a two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(), 1
    )
} | {"an": 1, "one": 1, "a couple of": 2, "couple of": 2}
_DAY = (
    r"(?P<day>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?)\b"
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_NTH = r"(?P<nth>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?"


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a text names: the *day*, and the words, text[start:end]."""

    day: date
    start: int
    end: int
    quote: str


def days_in(text: str, today: date) -> tuple[Named, ...]:
    """The days that *text* names, in order, when it was said on *today*. Where two readings overlap the longer one."""
    found: list[Named] = []
    for pattern, reckon in _WAYS:
        for match in pattern.finditer(text):
            day = _reckoned(reckon, match, today)
            if day is not None:
                found.append(Named(day, match.start(), match.end(), match[0]))
    kept: list[Named] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def contradicts(named: Named) -> bool:
    """Whether the words of *named* give another day of the week than the calendar: a talk may play in another year."""
    match = re.search(_DAY, named.quote, re.IGNORECASE)
    return match is not None and not _DAYS[named.day.weekday()].startswith(match["day"].lower()[:3])


def in_its_year(named: Named) -> date:
    """The day of *named* in the year near this one in which it falls on the day of the week that it names."""
    if not contradicts(named):
        return named.day
    weekday = _weekday_number(re.search(_DAY, named.quote, re.IGNORECASE)["day"][:3])
    years = sorted(range(named.day.year - 6, named.day.year + 2), key=lambda year: abs(year - named.day.year))
    for year in years:
        try:
            day = named.day.replace(year=year)
        except ValueError:  # the 29th of February
            continue
        if day.weekday() == weekday:
            return day
    return named.day


def in_words(day: date) -> str:
    """*day* as it stands in a sentence: ``Monday 7 December 2026``."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def _reckoned(reckon: Callable[[re.Match, date], date | None], match: re.Match, today: date) -> date | None:
    try:
        return reckon(match, today)
    except (ValueError, OverflowError):  # the 31st of June
        return None


def _iso(match: re.Match, today: date) -> date:
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def _figures(match: re.Match, today: date) -> date | None:
    """Day and month in figures, day first unless only the other order can be meant."""
    if match[0] == "24/7":
        return None
    first, second, year = int(match["d"]), int(match["m"]), match["y"]
    if second > 12 >= first:
        first, second = second, first
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), second, first)
    return _coming(today, second, first)


def _month_day(match: re.Match, today: date) -> date | None:
    month = _month(match["month"])
    year = match["year"]
    return date(int(year), month, int(match["nth"])) if year else _coming(today, month, int(match["nth"]))


def _the_nth(match: re.Match, today: date) -> date | None:
    """A day without its month: the next one with this number."""
    for month in range(13):
        year, index = divmod(today.month - 1 + month, 12)
        number = int(match["nth"])
        if number <= calendar.monthrange(today.year + year, index + 1)[1]:
            day = date(today.year + year, index + 1, number)
            if day >= today:
                return day
    return None


def _weekday(match: re.Match, today: date) -> date | None:
    """The next such day; 'next Monday' is that of next week, and a week may be added before the name."""
    groups = match.groupdict()
    if not groups.get("which") and _ONE_OF_MANY.match(match.string, match.end()):
        return None
    if match[0] in ("sat", "sun", "wed", "mon"):  # without a capital they are other words as well
        return None
    day = today + timedelta(_until(groups["day"], today))
    weeks = groups.get("weeks")
    if weeks:
        return day + timedelta(7 * _count(weeks))
    later = (groups.get("which") or "").lower()
    if later == "next":
        return _monday(today) + timedelta(7 + _weekday_number(groups["day"]))
    return day


_ONE_OF_MANY = re.compile(
    r"\s+(?:shifts?|rota|rounds?|nights?|mornings|afternoons|evenings|meetings?|calls?|services?|deliver(?:y|ies)|runs?|class(?:es)?|"
    r"lessons?|handovers?|notes?|slots?|stand-?ups?|lunch(?:es)?|dinners?|teams?|crews?|lists?|papers?|clinics?|trains?)\b"
)
"""What a day of the week tells the kind of: "Sunday shifts" names no day."""


def _until(day: str, today: date) -> int:
    """Days until the next such weekday, 1-7."""
    return (_weekday_number(day) - today.weekday() - 1) % 7 + 1


def _in_weeks(match: re.Match, today: date) -> date:
    """'Monday in two weeks': the Monday of the week in which that day falls."""
    there = today + timedelta(7 * _fortnights(match["weeks"], match["unit"]))
    return _monday(there) + timedelta(_weekday_number(match["day"]))


def _ahead(match: re.Match, today: date) -> date:
    count, unit = _count(match["count"]), match["unit"].lower()
    if unit.startswith("month"):
        return _months_on(today, count)
    return today + timedelta(count * {"d": 1, "w": 7, "f": 14}[unit[0]])


def _word(match: re.Match, today: date) -> date | None:
    word = " ".join(match[0].lower().split())
    if word in _FIXED:
        return today + timedelta(_FIXED[word])
    monday = _monday(today)
    return {
        "next week": monday + timedelta(7),
        "the week after next": monday + timedelta(14),
        "the end of the week": monday + timedelta(4),
        "end of the week": monday + timedelta(4),
        "the end of next week": monday + timedelta(11),
        "end of next week": monday + timedelta(11),
        "next month": _months_on(today.replace(day=1), 1),
        "the end of the month": _last(today),
        "end of the month": _last(today),
    }.get(word)


_FIXED = {
    "today": 0, "tonight": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1, "a week today": 7,
    "a week from today": 7, "a week tomorrow": 8, "the day after tomorrow": 2, "a fortnight today": 14,
    "same time next week": 7, "this time next week": 7,
}  # fmt: skip


def _monday(day: date) -> date:
    return day - timedelta(day.weekday())


def _coming(today: date, month: int, day: int) -> date:
    """The next time this day of this month comes; one of the last half year is left where it was."""
    this = date(today.year, month, day)
    if (today - this).days > 183:
        return date(today.year + 1, month, day)
    return this


def _months_on(today: date, count: int) -> date:
    years, index = divmod(today.month - 1 + count, 12)
    year, month = today.year + years, index + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _last(today: date) -> date:
    return today.replace(day=calendar.monthrange(today.year, today.month)[1])


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _weekday_number(name: str) -> int:
    return next(n for n, day in enumerate(_DAYS) if day.startswith(name.lower()[:3]))


def _count(said: str) -> int:
    return int(said) if said.isdecimal() else _NUMBERS[" ".join(said.lower().split())]


def _fortnights(said: str | None, unit: str) -> int:
    """Weeks that *said* of *unit* make."""
    number = _count(said) if said else 1
    return number * (2 if unit.lower().startswith("f") else 1)


def _ways() -> Iterator[tuple[re.Pattern, Callable[[re.Match, date], date | None]]]:
    def way(pattern: str) -> re.Pattern:
        return re.compile(rf"(?<![\w-]){pattern}(?![\w-])", re.IGNORECASE)

    weeks = _COUNT.replace("count", "weeks")
    yield way(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"), _iso
    yield way(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>20\d\d|\d\d))?"), _figures
    yield way(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.(?P<y>20\d\d|\d\d)?"), _figures
    yield way(rf"(?:{_DAY}[.,]?\s+)?(?:the\s+)?{_NTH}\s+(?:of\s+)?{_MONTH}{_YEAR}"), _month_day
    yield way(rf"(?:{_DAY}[.,]?\s+)?{_MONTH}\s+(?:the\s+)?{_NTH}{_YEAR}"), _month_day
    yield way(rf"(?:{_DAY}[.,]?\s+)?the\s+(?P<nth>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)"), _the_nth
    yield way(rf"(?:(?P<which>next|this|on|by)\s+)?{_DAY}"), _weekday
    yield way(rf"(?P<weeks>a)\s+week\s+(?:on\s+|from\s+)?{_DAY}"), _weekday
    yield way(rf"{_DAY}\s+week"), lambda match, today: today + timedelta(_until(match["day"], today) + 7)
    yield way(rf"{_DAY}\s+in\s+(?:{weeks}\s+)?(?P<unit>weeks?(?:'s?)?|fortnight)(?:\s+time)?"), _in_weeks
    yield way(rf"{_DAY}\s+{weeks}\s+(?P<unit>weeks)\s+from\s+now"), _in_weeks
    yield (
        way(rf"{_DAY}\s+(?:of\s+)?next\s+(?P<unit>week)"),
        lambda match, today: _monday(today) + timedelta(7 + _weekday_number(match["day"])),
    )
    ahead = rf"{_COUNT}\s+(?P<unit>days?|weeks?|fortnights?|months?)"
    yield way(rf"(?:in|within|after)\s+{ahead}(?:['’]s?\s+time|\s+time)?"), _ahead
    yield way(rf"{ahead}\s+(?:from\s+(?:now|today)|today)"), _ahead
    yield way(rf"{_COUNT}\s+(?P<unit>days?|weeks?|fortnights?|months?)['’]s?\s+time"), _ahead
    words = (
        *_FIXED, "next week", "the week after next", "the end of the week", "end of the week", "the end of next week",
        "end of next week", "next month", "the end of the month", "end of the month",
    )  # fmt: skip
    yield way("(?:" + "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True)) + ")"), _word


_WAYS = tuple(_ways())
