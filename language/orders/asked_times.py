"""The time that a question is about: a period, or since when."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from language.dates.calendar import FRIDAY, Length
from language.dates.finding import Dated
from language.dates.periods import Said
from language.lexicon.patterns import Wording
from language.lexicon.text import Words

NEW_YEAR = Wording.of(r"\bsince (?:the )?(?:new year|start of (?:the|this) year)\b")
WEEKS = ("date.week", "date.week.after", "date.week.of")
UP_TO = re.compile(
    r"(?:this side of|up to|up until|run[- ]up to|ahead of|in time for|now and) (?:the )?\Z"
)
OPEN = (["after"], ["from"])
DUE = frozenset(["due", "overdue", "ends", "ending", "finishes", "finishing", "late", "coming"])
JOINING = frozenset(
    ["and", "to", "until", "till", "through", "-", "–", "or", "&", "the", "end", "of", ",", "into"]
)

type Days = tuple[date | None, date | None]


def since(words: Words, dates: Sequence[Dated], today: date) -> date | None:
    """ "Since Friday" is last Friday; "since last week" its Monday."""
    for dated in dates:
        first = dated.said.first
        if first and first > today and dated.said.rule == "date.weekday":
            first -= timedelta(weeks=1 if (first - today).days <= 7 else 2)
        if first and first > today and dated.said.yearless:
            first = Length(-1, "year").after(first)
        if first and first <= today:
            return first
        if dated.said.length:
            return dated.said.length.before(today)
    return date(today.year, 1, 1) if NEW_YEAR.search(words.low, words.signs) else None


def past_time(words: Words, dates: Sequence[Dated], today: date) -> Days:
    """ "Since Friday", "between 8 and 12 March", "last week": it may have no end but today."""
    start = since(words, dates, today)
    return start, start and _end_of(words, dates, start, today)


def _end_of(words: Words, dates: Sequence[Dated], start: date, today: date) -> date | None:
    """The last day of a time that begins on a day, and is over."""
    first, last = dates[:1], dates[-1:]
    if not first or first[0].said.first is None or _is_open(words, dates):
        return None
    end = _whole_week(last[0].said)
    if end is None:
        return None
    back = first[0].said.first - start  # to a year, or a week, that is past
    end = Length(-1, "year").after(end) if back.days > 300 else end - back
    return end if start <= end < today else None


def _is_open(words: Words, dates: Sequence[Dated]) -> bool:
    """ "Since 8 March" and "from 8 March", but not "from 8 to 12 March"."""
    alone = len(dates) == 1 and dates[0].said.rule != "date.range"
    before = words.norms(0, dates[0].first)
    return "since" in before or (alone and before[-1:] in OPEN) or len(dates) > 2


def period(words: Words, dates: Sequence[Dated], today: date) -> Days:
    """The first and the last day of what is asked about, ahead or past."""
    if len(dates) == 2 and all(each.said.first for each in dates) and _is_span(words, *dates):
        return dates[0].said.first, _whole_week(dates[1].said)
    for dated in _asked_about(words, dates):
        said, last = dated.said, _whole_week(dated.said)
        before = words.norm(dated.first - 1)
        if said.first is None:
            continue
        if said.rule in ("date.ahead",):
            return None, last
        if words.norm(dated.first) == "before" or UP_TO.search(_up_to_it(words, dated)):
            return None, last
        if before == "before" and last and said.first < last:
            return None, said.first - timedelta(days=1)
        if before in ("by", "before", "until", "till", "til") or said.rule == "date.part":
            return None, last
        if before in ("after", "since", "from"):
            return said.first, None
        if said.rule == "date.week" and words.norm(dated.first) == "this":
            return (today if today.weekday() > FRIDAY else said.first), last
        return said.first, last
    return None, None


def _is_span(words: Words, one: Dated, other: Dated) -> bool:
    """Read "between January and March" as one time, but not "due in January, we meet Monday"."""
    return JOINING.issuperset(words.norms(one.beyond, other.first))


def _asked_about(words: Words, dates: Sequence[Dated]) -> Sequence[Dated]:
    """Read "we meet on Monday, what's due in January?" as of January."""
    due = max((at for at, norm in enumerate(words.listed) if norm in DUE), default=-1)
    return [each for each in dates if each.first > due] or dates


def _up_to_it(words: Words, dated: Dated) -> str:
    """What stands before a day; "this side of" belongs to it."""
    opening = 3 if words.norms(dated.first, dated.first + 2) == ["this", "side"] else 0
    return words.low[: words.tokens[dated.first + opening].start]


def _whole_week(said: Said) -> date | None:
    """Its last day. An office's week ends on Friday; but what is due at the weekend is in it."""
    if said.rule in WEEKS and said.last and said.last.weekday() == FRIDAY:
        return said.last + timedelta(days=2)
    return said.last
