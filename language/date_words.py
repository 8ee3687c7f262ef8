"""The words that dates are made of, as parts of patterns."""

import re
from collections.abc import Iterable

from language.calendar import Length

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
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "couple of": 2, "a couple of": 2, "couple": 2, "a couple": 2,
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "thirty": 30,
    "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1, "final": -1}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
UNITS = "day|week|fortnight|month|quarter|year|wk|mth|yr"


def either(words: Iterable[str]) -> str:
    """A pattern for any of these words, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


MONTH = rf"(?P<month>{either(MONTHS)})(?![a-z])(?:(?<=[a-z]{3})(?<![a-z]{5})\.(?= ?\d{1,4}(?![.\d])))?"
WEEKDAY = rf"(?P<weekday>{either(WEEKDAYS)})(?![a-z])(?:(?<=[a-z]{3})(?<![a-z]{5})\.(?= ?\d{1,4}(?![.\d])))?"
DAY = r"(?P<day>\d{1,2})(?P<nth>st|nd|rd|th)?(?![\d.%])"
YEAR = r"(?P<year>(?:19|20)\d\d|'\d\d)(?!\d)"
SHORT_YEAR = r"(?P<year>(?:19|20)\d\d|'?\d\d)(?![\d%:]|st|nd|rd|th|[.]\d)"
GAP = r"[ ,]{1,3}"
FEW = r"(?P<few>(?:a |some |the next )?(?:few|several|couple more|handful of|some|many))"
COUNT = rf"(?P<range>(?:\d{{1,2}}|one|two|three|four|five|six|eight|ten) ?(?:-|to|or) ?)?(?P<count>\d{{1,3}}|{either(NUMBERS)})"
LENGTH = (
    rf"(?:{COUNT}|{FEW}) ?(?:more |further |extra |full |calendar |or so |or two )*"
    rf"(?P<working>working |business )?(?P<unit>{UNITS})s?\b'?"
)


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
