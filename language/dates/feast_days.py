"""Days told by a feast or bank holiday: "before Christmas", "the Wednesday after Easter"."""

import re
from datetime import date, timedelta

from language.dates.calendar import coming, working_day_before
from language.dates.date_words import WEEKDAYS, length_of, year_of
from language.dates.feasts import feast
from language.dates.periods import Said


def by_feast(match: re.Match[str], today: date) -> Said | str | None:
    """Read "Christmas", "before Easter" and "this side of Christmas"."""
    before = match["before"]
    if before == "after" or (before and "side" in before and "this" not in before):
        return "how long after"
    day = _day_of_feast(match, today)
    if day is None:
        return None
    if before:
        eve = feast("good friday", day.year) if "easter" in match["feast"] else None
        day = working_day_before(eve or day)
    return Said(match.end(), "date.feast", day, day, yearless=not match["year"])


def _day_of_feast(match: re.Match[str], today: date) -> date | None:
    year = year_of(match["year"])
    years = (year,) if year else range(today.year, today.year + 3)
    days = (feast(match["feast"], each) for each in years)
    return next((each for each in days if each and (year or each >= today)), None)


def counted_by_feast(match: re.Match[str], today: date) -> Said | str | None:
    """Read "ten days before Christmas", "three weeks after Easter"."""
    day, length = _day_of_feast(match, today), length_of(match)
    if day is None or length is None or match["range"]:
        return "how long that is"
    there = length.before(day) if match["side"] == "before" else length.after(day)
    return Said(match.end(), "date.feast.counted", there, there, yearless=not match["year"])


def beside_feast(match: re.Match[str], today: date) -> Said | None:
    """Read "the day after Boxing Day"."""
    day = _day_of_feast(match, today)
    if day is None:
        return None
    there = day + timedelta(days=-1 if match["side"] == "before" else 1)
    return Said(match.end(), "date.feast.counted", there, there, yearless=not match["year"])


def weekday_by_feast(match: re.Match[str], today: date) -> Said | None:
    """Read "the Wednesday after Easter" and "the last Friday before Christmas"."""
    day = _day_of_feast(match, today)
    if day is None:
        return None
    there = coming(WEEKDAYS[match["weekday"]], day)
    if match["side"] == "before":
        there = coming(WEEKDAYS[match["weekday"]], day - timedelta(days=8))
    return Said(match.end(), "date.feast.weekday", there, there, yearless=not match["year"])
