"""The words that dates are made of, as parts of the patterns in dates.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from language.dates.calendar import Length
from language.dates.feasts import FEASTS
from language.lexicon.landmarks import landmarks
from language.lexicon.openings import DIGITS, openings
from language.lexicon.signs import Signs, sign_of

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "couple": 2, "couple of": 2, "a couple": 2,
    "a couple of": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20,
    "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
NTH = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "last": -1, "final": -1, "penultimate": -2, "last but one": -2,
}  # fmt: skip
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
UNITS = "day|week|fortnight|month|quarter|year|wk|mth|yr"


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# "Sept. 2027", but not the full stop after "in March."
DOT = r"(?:(?<=[a-z]{3})(?<![a-z]{5})\.(?= ?\d{1,4}(?![.\d])))?"
MONTH = rf"(?P<month>{either(MONTHS)})(?![a-z]){DOT}"
WEEKDAY = rf"(?P<weekday>{either(WEEKDAYS)})(?![a-z]){DOT}"
DAY = r"(?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?(?![\d%]|\.(?![a-z]))"
YEAR = r"(?P<year>(?:19|20)\d\d|'\d\d)(?!\d)"
# "4 March 27", but not "4 March, 27 came" nor "31 March 30 April".
SHORT_YEAR = (
    rf"(?P<year>(?:19|20)\d\d|'\d\d|(?<!, )\d\d(?! ?(?:{either(MONTHS)})(?![a-z])))"
    r"(?![\d%:]|st|nd|rd|th|[.]\d)"
)
GAP = r"[ ,]{1,3}"
FEW = r"(?P<few>(?:a |some |the next )?(?:few|several|couple more|handful of|some|many))"
COUNT = (
    r"(?P<range>(?:\d{1,2}|one|two|three|four|five|six|eight|ten) ?(?:-|to|or) ?)?"
    rf"(?P<count>\d{{1,3}}|{either(NUMBERS)})"
)
LENGTH = (
    rf"(?:{COUNT}|{FEW}) ?(?:more |further |extra |full |calendar |or so |or two )*"
    rf"(?P<working>working |business )?(?P<unit>{UNITS})s?\b'?"
)
SPELT = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "twenty-third":
    23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
SPELT |= {word.replace("-", " "): number for word, number in SPELT.items()}
PARTS = {
    "SPELT": either(SPELT),
    "GAP": GAP,
    "ON": rf"(?:(?:{WEEKDAY}){GAP}(?:the )?)?",
    "DAY": DAY,
    "MONTHS": either(MONTHS),
    "MONTH": MONTH,
    "WEEKDAY": WEEKDAY,
    "SHORT_YEAR": SHORT_YEAR,
    "YEAR": YEAR,
    "LENGTH": LENGTH,
    "SEASONS": either(SEASONS),
    "HOURS": rf"\d{{1,3}}|{either(NUMBERS)}",
    "FEASTS": either(FEASTS),
    "WEEKDAYS": either(WEEKDAYS),
    "FEAST": rf"(?P<feast>{either(FEASTS)})\b",
    "OFFSET": rf"(?P<on>today|tomorrow|{either(WEEKDAYS)})\b",
    "THIS": r"(?P<which>this coming|this|next|coming|last)",
    "NEARBY": (
        r"(?P<which>this|next|the|the next|the following|last|current|the current|the coming"
        r"|coming)"
    ),
    "NOT_A_PLACE": (
        r"(?! (?:road|rd|street|st|lane|avenue|close|house|way|drive|terrace|place|park|court)\b)"
    ),
}


@dataclass(frozen=True, slots=True)
class DateRule:
    """A way of writing a date, and the name of what reads it."""

    name: str
    reader: str
    pattern: re.Pattern[str]
    openings: frozenset[str]
    sign: Signs


def rules(kind: str) -> list[DateRule]:
    """The rules of dates.toml for days ("day") or for periods ("period")."""
    text = files("language").joinpath("dates.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(text)[kind]
    return [_rule(each) for each in listed]


def _rule(written: Mapping[str, Any]) -> DateRule:
    pattern = written["pattern"]
    for name, part in PARTS.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    first = openings(pattern)
    opens = first if written.get("digits", False) else first - DIGITS
    sign = sign_of(landmarks(pattern))
    return DateRule(written["name"], written["reader"], re.compile(pattern), opens, sign)


def length_of(match: re.Match[str]) -> Length | None:
    """The length of time that LENGTH found; None for "a few weeks"."""
    said = match["count"]
    if said is None:
        return None
    count = int(said) if said.isdigit() else NUMBERS[said]
    unit = match["unit"]
    if match["working"] and unit == "day":
        return Length(count, "working day")
    return {
        "fortnight": Length(2 * count, "week"),
        "quarter": Length(3 * count, "month"),
        "wk": Length(count, "week"),
        "mth": Length(count, "month"),
        "yr": Length(count, "year"),
    }.get(unit, Length(count, unit))


def year_of(said: str | None) -> int | None:
    """A year as written: "2027", "27" or "'27"."""
    if not said:
        return None
    number = int(said.lstrip("'"))
    return number + 2000 if number < 100 else number
