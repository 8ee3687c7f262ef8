"""Single days: with and without a year, by their weekday, by how far off, by their feast."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from domain.calendar import FIRST_YEAR, LAST_YEAR
from language.dates.calendar import (
    Length,
    coming,
    day_in,
    financial_year,
    last_of,
    month_of,
    months_after,
    week_of,
)
from language.dates.date_words import MONTHS, SPELT, WEEKDAYS, length_of, rules, year_of
from language.dates.feast_days import beside_feast, by_feast, counted_by_feast, weekday_by_feast
from language.dates.hours import by_hours
from language.dates.periods import Said, said_year
from language.lexicon.openings import by_opening
from language.lexicon.signs import ALL, Signs

FAR_YEAR = f"the year must be from {FIRST_YEAR} to {LAST_YEAR}"

UNSOUND = frozenset(
    [
        "that day does not exist",
        "there is no such day",
        "the weekday and the date do not agree",
        FAR_YEAR,
    ]
)
"""What is wrong with a day that there is not."""

LATELY = timedelta(days=120)  # within which a day that has been is said without its year

type Reader = Callable[[re.Match[str], date], Said | date | str | None]


def _dated(match: re.Match[str], today: date) -> Said | str:
    """A day and a month, with or without a year."""
    month = match["month"]
    number = MONTHS[month] if month in MONTHS else int(month)
    return _settled(match, int(match["day"]), number, today)


def _spelt(match: re.Match[str], today: date) -> Said | str:
    return _settled(match, SPELT[match["spelt"]], MONTHS[match["month"]], today)


def _settled(match: re.Match[str], day: int, month: int, today: date) -> Said | str:
    year = year_of(match["year"]) or said_year(match, today)
    found = day_in(year, month, day) if year is not None else _next_on(day, month, today)
    if found is None:
        return "that day does not exist"
    if not _agrees(match, found):
        lately = day_in(found.year - 1, month, day) if year is None else None
        if lately is None or today - lately > LATELY or not _agrees(match, lately):
            return "the weekday and the date do not agree"
        return Said(match.end(), "date.day", lately, lately)  # "signed on Fri 25/9", in October
    return Said(match.end(), "date.day", found, found, year is None)


def _next_on(day: int, month: int, today: date) -> date | None:
    """The next such day; None where the next such month has no such day."""
    year = today.year + (last_of(today.year, month) < today)
    found = day_in(year, month, day)
    return day_in(year + 1, month, day) if found and found < today else found


def _agrees(match: re.Match[str], day: date) -> bool:
    said = match.groupdict().get("weekday")
    return said is None or WEEKDAYS[said] == day.weekday()


def _month_first(match: re.Match[str], today: date) -> Said | str:
    """Read "March 31st", but "Sept 27" may well be a year."""
    day, year = int(match["day"]), match["year"]
    if not year and not match["nth"] and 0 <= day - today.year % 100 <= 3:
        first, last = month_of(2000 + day, MONTHS[match["month"]])
        return Said(match.end(), "", first, last, doubt="whether that is a day or a year")
    return _dated(match, today)


def _numeric(match: re.Match[str], today: date) -> Said | str | None:
    day, month = int(match["day"]), int(match["month"])
    if month <= 12:
        return _settled(match, day, month, today)
    if match["year"] is None or day > 12:
        return None
    there = _settled(match, month, day, today)
    return (
        there._replace(doubt="the day seems to come second") if isinstance(there, Said) else there
    )


def _iso(match: re.Match[str], today: date) -> date | str:
    found = day_in(int(match["year"]), int(match["month"]), int(match["day"]))
    return found or "that day does not exist"


def _several(match: re.Match[str], today: date) -> Said | str:
    """Read "Either 9 or 16 April": the last of them, and worth asking."""
    there = _dated(match, today)
    return (
        there._replace(rule="date.several", doubt="which day") if isinstance(there, Said) else there
    )


def _range(match: re.Match[str], today: date) -> Said | str:
    """ "16 to 27 November": its first and last day."""
    there = _dated(match, today)
    if not isinstance(there, Said) or there.last is None:
        return there
    first = day_in(there.last.year, there.last.month, int(match["from"]))
    return there._replace(first=first if first and first < there.last else there.last)


def _weekday(match: re.Match[str], today: date) -> date | str:
    weekday = WEEKDAYS[match["weekday"]]
    which, after = match["which"] or "", match["after"] or ""
    if which == "last":
        return coming(weekday, today) - timedelta(weeks=1 + (weekday == today.weekday()))
    this_week = week_of(today).first + timedelta(days=weekday)
    if after == "after next":
        return "which week that is in"
    if which == "next" or "next" in after or "following" in after:
        return this_week + timedelta(weeks=1)
    if which == "this" or "this" in after:
        return this_week if this_week >= today else coming(weekday, today)
    day = coming(weekday, today)
    if after in ("week", "wk"):
        return day + timedelta(weeks=1)
    return day + timedelta(weeks=2) if after.startswith("fortnight") else day


def _weeks_on(match: re.Match[str], today: date) -> Said | date | None:
    """Read "A week on Friday", "a fortnight tomorrow"."""
    length = length_of(match)
    if length is None:
        return None
    start = {"today": today, "tomorrow": today + timedelta(days=1), "now": today}.get(match["on"])
    return length.after(start or coming(WEEKDAYS[match["on"]], today))


def _lone_week_on(match: re.Match[str], today: date) -> date:
    """Read "done week on Friday" as "done a week on Friday"."""
    ahead = timedelta(weeks=1 if match["unit"] == "week" else 2)
    return coming(WEEKDAYS[match["on"]], today) + ahead


def _week_on(match: re.Match[str], today: date) -> date:
    """Read "tomorrow week", "today fortnight"."""
    ahead = timedelta(weeks=1 if match["unit"] == "week" else 2)
    return today + ahead + timedelta(days=match["on"] == "tomorrow")


ORDINAL = "date.ordinal"  # "the 5th": the name of its rule
OF_SEVERAL = re.compile(
    r"(?! (?:at|on|by|in|for|if|and|or|but|so|as|is|was|now|then|latest|please|pls|when|because"
    r"|instead|not|with|due|of|to|until|subject|works?|would|will|should|it|we|i|onwards)\b) [a-z]"
)


def _ordinal(match: re.Match[str], today: date) -> Said | str | None:
    """Read "The 5th": the next one to come; but "5th programme" as one of several."""
    if match.group()[:1].isdigit() and OF_SEVERAL.match(match.string, match.end()):
        return None
    number = int(match["day"])
    months = (months_after(today.replace(day=1), ahead) for ahead in range(4))
    days = (day_in(each.year, each.month, number) for each in months)
    found = next((each for each in days if each and each >= today and _agrees(match, each)), None)
    if found is None:
        return "that day does not exist"
    return Said(match.end(), ORDINAL, found, found, yearless=True)


def _year_end(match: re.Match[str], today: date) -> Said:
    """ "EOY": of the financial year, most likely."""
    last = financial_year(today).last
    return Said(match.end(), "", last, last, doubt="which year's end")


def _ordinal_of(match: re.Match[str], today: date) -> date | str:
    ahead = 1 if match["which"] == "next" else 0
    there = months_after(today.replace(day=1), ahead)
    return day_in(there.year, there.month, int(match["day"])) or "that day does not exist"


def _relative(match: re.Match[str], today: date) -> date:
    day = match["day"]
    if day in ("today", "tonight") or day.startswith("this "):
        return today
    return today + timedelta(days=-1 if day == "yesterday" else 1)  # tomorrow, however spelled


def _this_time(match: re.Match[str], today: date) -> date:
    return Length(1, match["unit"]).after(today)


def _ahead(match: re.Match[str], today: date) -> date | str:
    """Read "In six weeks", "within 10 working days": counts from today."""
    length = length_of(match)
    return length.after(today) if length else "how long that is"


def _length(match: re.Match[str], today: date) -> Said | None:
    length = length_of(match)
    doubt = "" if length and not match["range"] else "how long that is"
    return Said(match.end(), "date.length", length=length, doubt=doubt)


def _half_year(match: re.Match[str], today: date) -> Said:
    return Said(match.end(), "date.length", length=Length(6 if match["half"] else 18, "month"))


def _next_length(match: re.Match[str], today: date) -> Said:
    """ "The next fortnight": from today to then."""
    count = 2 if match["unit"] == "fortnight" else 1
    length = Length(
        count, {"fortnight": "week", "quarter": "month"}.get(match["unit"], match["unit"])
    )
    return Said(match.end(), "date.ahead", today, length.after(today))


def _months(match: re.Match[str], today: date) -> Said:
    """ "April/May": until the end of the later one."""
    last = MONTHS[match["month"]]
    year = year_of(match["year"]) or today.year + (last_of(today.year, last) < today)
    first = month_of(year, MONTHS[match["from"]]).first
    return Said(match.end(), "date.months", first, last_of(year, last))


def _between_feasts(match: re.Match[str], today: date) -> Said:
    """ "Between Christmas and new year": until the last day of that year."""
    year = today.year
    return Said(match.end(), "", date(year, 12, 27), date(year, 12, 31))


READERS: dict[str, Reader] = {
    "ahead": _ahead,
    "and_a_half": lambda match, today: "how long that is",
    "beside_feast": beside_feast,
    "counted_feast": counted_by_feast,
    "dated": _dated,
    "day_after_tomorrow": lambda match, today: today + timedelta(days=2),
    "far": lambda match, today: FAR_YEAR,
    "feast": by_feast,
    "half_year": _half_year,
    "hours": by_hours,
    "iso": _iso,
    "length": _length,
    "lone_week_on": _lone_week_on,
    "month_end": lambda match, today: last_of(today.year, today.month),
    "month_first": _month_first,
    "months": _months,
    "next_length": _next_length,
    "numeric": _numeric,
    "old_year_end": _between_feasts,
    "ordinal": _ordinal,
    "ordinal_of": _ordinal_of,
    "range": _range,
    "relative": _relative,
    "several": _several,
    "spelt": _spelt,
    "this_time": _this_time,
    "today": lambda match, today: today,
    "week_by_feast": lambda match, today: "which week that is",
    "week_end": lambda match, today: week_of(today).last,
    "week_on": _week_on,
    "weekday": _weekday,
    "weekday_by_feast": weekday_by_feast,
    "weekday_by_other": lambda match, today: "which day that is",
    "weeks_on": _weeks_on,
    "year_end": _year_end,
}
RULES = by_opening(rules("day"))


def day_at(low: str, at: int, today: date, signs: Signs = ALL) -> Said | None:
    """The longest wording of a day, or of a length of time, that starts here."""
    best: Said | None = None
    for rule in RULES.get(low[at : at + 1], RULES[""]):
        match = rule.pattern.match(low, at) if rule.sign & signs else None
        if match and (best is None or match.end() > best.end):
            best = _said(match, rule.name, READERS[rule.reader](match, today)) or best
    return best


def _said(match: re.Match[str], name: str, value: Said | date | str | None) -> Said | None:
    if isinstance(value, Said):
        return value._replace(rule=name)
    if isinstance(value, str):
        return Said(match.end(), name, doubt=value)
    return Said.of(match.end(), name, value) if value else None
