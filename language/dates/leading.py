"""Words that lead to a day and say what of it is meant: "w/c 9 March", "COP Friday"."""

from datetime import date, timedelta

from language.dates.calendar import FRIDAY
from language.dates.days import day_at
from language.dates.periods import Said
from language.lexicon.patterns import Wording
from language.lexicon.signs import ALL, Signs

WEEK_COMMENCING = Wording.of(
    r"(?:the )?(?:w/?c\b|(?:wk|week)/?c\b|w/?b\b"
    r"|(?:week|wk) ?(?:commencing|beginning|beg|starting|of|comm)\b)"
    r"[ :.]*(?:the )?(?:monday |mon )?"
)
DAY_END = Wording.of(
    r"(?:the )?(?:c\.?o\.?[pb]|eod|close of (?:play|business|day)"
    r"|end of (?:play|business|(?:the )?(?:working )?day)"
    r"|(?<=by )(?:12 )?(?:noon|midday|midnight|lunch ?time|lunch|tea ?time|the close)"
    r"|(?<=by )\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|o'clock)|(?<=by )\d\d:\d\d)[ ,]+(?:on )?(?=[a-z0-9])"
)
WEEK_ENDING = Wording.of(
    r"(?:the )?(?:w/?e\b|(?:week|wk) ?(?:ending|end))[ :.]*(?:the )?(?:friday |fri )?"
)


def week_at(low: str, at: int, today: date, signs: Signs = ALL) -> Said | None:
    """Read "W/c 9 March" is the Friday of that week, "w/e 13 March" the day itself."""
    for pattern, friday in ((WEEK_COMMENCING, True), (WEEK_ENDING, False)):
        match = pattern.match(low, signs, at)
        there = day_at(low, match.end(), today, signs) if match else None
        if there and there.first:
            monday = there.first - timedelta(days=there.first.weekday())
            day = monday + timedelta(days=FRIDAY) if friday else there.first
            return there._replace(first=monday, last=day, rule="date.week.of")
    return None


def day_end_at(low: str, at: int, today: date, signs: Signs = ALL) -> Said | None:
    """Read "COP Friday" and "close of play on the 3rd" as that day."""
    match = DAY_END.match(low, signs, at)
    there = day_at(low, match.end(), today, signs) if match else None
    return there if there and there.first and there.first == there.last else None
