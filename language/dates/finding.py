"""Where the dates of a message stand, and which day is meant by each.

Whether a date is a promise to finish is not decided here, but in language/promises/forecasts.py.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from language.dates.calendar import Length
from language.dates.counts import is_count
from language.dates.date_words import MONTH, MONTHS, NTH, NUMBERS, SEASONS, SPELT, WEEKDAYS
from language.dates.days import ORDINAL, day_at
from language.dates.days import RULES as DAYS
from language.dates.leading import DAY_END, WEEK_COMMENCING, WEEK_ENDING, day_end_at, week_at
from language.dates.periods import RULES as PERIODS
from language.dates.periods import Said, period_at
from language.dates.portions import NTH_OF, PART, part_at
from language.dates.sides import side_of
from language.lexicon.openings import by_opening
from language.lexicon.patterns import Signed, sign_of_any
from language.lexicon.signs import ALL, Signs
from language.lexicon.text import ENDS, Token, Words
from language.lexicon.words import word_set

COUNTED = (*NUMBERS, *SPELT)
STARTS = word_set("dates.starts").union(
    MONTHS, WEEKDAYS, SEASONS, NTH, (each.split()[0] for each in COUNTED)
)
VERBS = word_set("dates.verbs")
BEFORE_MAY = word_set("dates.before_may")
MEETINGS = word_set("given.gatherings")  # "their may meeting"
NAMES = frozenset([*MONTHS, *SEASONS, *WEEKDAYS, "easter"])
PARTS = frozenset(["end", "mid", "early", "late"])
MONTHS_AHEAD = timedelta(days=240)  # what is further off without its year was but lately
TITLES = word_set("dates.titles")
WHOM = frozenset(["both", "all", "each", "the", "these", "those"])  # "May for both"
BOUNDS = frozenset(["earliest", "latest", "soonest"])  # "May at the very earliest"
SITTING = frozenset(["with", "waiting", "there", "down", "between", "idle"])
FIRST_NAMES = frozenset(["april", "may", "june", "jan", "summer", "autumn"])
WITH_SOMEBODY = frozenset(
    ["with", "ask", "asked", "chasing", "told", "cc", "thanks", "hi", "hello"]
)
ANOTHER_MONTH = MONTH.replace("P<month>", "P<other>")
UNKNOWN_DATE = re.compile(
    rf"\b(?:\d{{1,4}}[ ,./-]+{MONTH}[ ,./-]+\d{{1,4}}"
    rf"|{ANOTHER_MONTH}[ ,./-]+\d{{1,2}}[ ,./-]+\d{{4}})"
)


class Reader(NamedTuple):
    """What reads a date that starts somewhere; with which letters, and of which signs."""

    read: Callable[[str, int, date, Signs], Said | None]
    openings: frozenset[str]
    sign: Signs

    @classmethod
    def of(
        cls, read: Callable[[str, int, date, Signs], Said | None], rules: Iterable[Signed]
    ) -> "Reader":
        tried = tuple(rules)
        openings = frozenset[str]().union(*(each.openings for each in tried))
        return cls(read, openings, sign_of_any(*tried))


READERS = by_opening(
    [
        Reader.of(week_at, (WEEK_COMMENCING, WEEK_ENDING)),
        Reader.of(day_end_at, (DAY_END,)),
        Reader.of(part_at, (*NTH_OF, PART)),
        Reader.of(day_at, DAYS[""]),
        Reader.of(period_at, PERIODS[""]),
    ]
)


class Dated(NamedTuple):
    """A date or length of time in a message: the tokens it takes and what it says."""

    first: int
    beyond: int
    said: Said

    @property
    def day(self) -> date | None:
        """The day meant when something finishes then."""
        return self.said.last


def dates_in(words: Words, today: date, taken: Iterable[int] = ()) -> list[Dated]:
    """Every date in a message but on the tokens ``taken`` by references."""
    occupied = frozenset(taken)
    found: list[Dated] = []
    beyond = 0
    for at in _starts(words):
        if at < beyond or at in occupied:
            continue
        dated = _dated_at(words, at, today)
        if dated and found and _only_ends(found[-1], dated):
            found[-1] = found[-1]._replace(beyond=dated.beyond)
            at = dated.beyond
        elif dated and occupied.isdisjoint(range(dated.first, dated.beyond)):
            dated = _of_the_same_month(found, dated, words)
            found[-1:] = (
                [counted] if (counted := _counted(found, dated, words)) else [*found[-1:], dated]
            )
            beyond = dated.beyond
    return found


def _of_the_same_month(found: Sequence[Dated], dated: Dated, words: Words) -> Dated:
    """Read "Cabinet has it on 19 January and it is out by the 29th" as 29 January.

    Only that day, or a later one, of the month that was named in the same sentence.
    """
    if dated.said.rule != ORDINAL or not found or dated.day is None:
        return dated
    said = found[-1].said
    named = said.last if said.first == said.last or said.rule == "date.range" else None
    between = words.norms(found[-1].beyond, dated.first)
    if named is None or named.day > dated.day.day or not ENDS.isdisjoint(between):
        return dated
    there = named + timedelta(days=dated.day.day - named.day)
    if there.month != named.month or not timedelta(0) <= there - dated.day < MONTHS_AHEAD:
        return dated
    return dated._replace(said=dated.said._replace(first=there, last=there))


def _counted(found: Sequence[Dated], day: Dated, words: Words) -> Dated | None:
    """Read "two weeks after 5 March" as the day that it comes to."""
    length = found[-1].said.length if found else None
    if length is None or found[-1].said.doubt or day.day is None or day.said.length:
        return None
    between = words.norms(found[-1].beyond, day.first)
    side = side_of(between, length, is_nth=day.said.rule == ORDINAL)
    if not side:
        return None
    there = length.before(day.day) if side == "before" else length.after(day.day)
    said = Said(day.said.end, "date.counted-on", there, there, day.said.yearless, day.said.doubt)
    return Dated(found[-1].first, day.beyond, said)


def _only_ends(day: Dated, end: Dated) -> bool:
    """Read "Thursday 9 March COB" as that day, and not as two."""
    return end.said.rule == "date.day.end" and day.beyond == end.first and day.day is not None


def read_date(text: str, today: date) -> Said | None:
    """What one span of text says, where the whole of it is a date."""
    low = text.strip().lower()
    said = _said_at(low, 0, today)
    return said if said and said.end == len(low) else None


def _dated_at(words: Words, at: int, today: date) -> Dated | None:
    if not _may_start(words, at):
        return None
    token = words.tokens[at]
    said = _said_at(words.low, token.start, today, words.signs)
    said = said or _by_library(words.low, token.start, today)
    if said is None:
        return None
    beyond = at + 1
    while beyond < len(words.tokens) and words.tokens[beyond].start < said.end:
        beyond += 1
    none = _is_name(words, at, beyond) or is_count(words, at, beyond)
    return None if none else Dated(at, beyond, said)


def _starts(words: Words) -> Sequence[int]:
    """Where a date may start."""
    if STARTS.isdisjoint(words.said):
        return words.figures
    named = [at for at, norm in enumerate(words.listed) if norm in STARTS]
    return sorted({*words.figures, *named})


def _said_at(low: str, at: int, today: date, signs: Signs = ALL) -> Said | None:
    """The longest that starts here; of as long ones the first."""
    best: Said | None = None
    for reader in READERS.get(low[at : at + 1], READERS[""]):
        said = reader.read(low, at, today, signs) if reader.sign & signs else None
        if said and (best is None or said.end > best.end):
            best = said
    return best


def _may_start(words: Words, at: int) -> bool:
    """Not in the middle of a number, and not "may" or "march" as another word."""
    token, before = words.tokens[at], words.norm(at - 1)
    if before == "/" and words.norm(at - 2) in MONTHS and token.norm in PARTS:
        return True  # "end of Jan/early Feb"
    if token.glued and (
        before in ("£", "$", "€", "/", ".", "#", "+") or (before.isalnum() and not before.isalpha())
    ):
        return False
    match token.norm:
        case "may":
            return _is_may(words, at)
        case "march" | "mar":
            return words.norm(at + 1) not in ("past", "through", "forward") and not (
                words.norm(at + 1) == "on" and before not in BEFORE_MAY
            )
        case "sat" | "sun" | "dec" | "second":
            if token.norm == "sat" and words.norm(at + 1) in SITTING:
                return False  # "Sat with legal"
            return (
                before in BEFORE_MAY
                or token.norm in ("second", "dec")
                or words.raw[token.start].isupper()
            )
    return True


def _is_may(words: Words, at: int) -> bool:
    after = words.norm(at + 1)
    if after == "not" and words.norm(at + 2 + (words.norm(at + 2) in PARTS)) in MONTHS:
        return True  # "now May not March", "May not end March"
    if words.norm(at - 1) == "not" and not NAMES.isdisjoint(words.norms(at - 4, at - 1)):
        return True  # "july 27 not may"
    if after in VERBS or (words.norm(at - 1) in VERBS and not _is_when(words, at)):
        return False
    return (
        words.norm(at - 1) in BEFORE_MAY
        or after.isdigit()
        or after in MEETINGS
        or (after == "for" and words.norm(at + 2) in WHOM)
        or not BOUNDS.isdisjoint(words.norms(at + 1, at + 5)[: 4 if after == "at" else 1])
        or at + 1 >= len(words.tokens)
        or _capital(words, at)
    )


def _is_when(words: Words, at: int) -> bool:
    """Read "it will be May", but not "it be may"."""
    return words.norm(at - 1) == "be" and words.raw[words.tokens[at].start].isupper()


def _capital(words: Words, at: int) -> bool:
    return (
        words.raw[words.tokens[at].start].isupper()
        and at > 0
        and words.norm(at - 1) not in (".", "\n")
    )


def _is_name(words: Words, at: int, beyond: int) -> bool:
    """Read "Mrs Friday", "Easter Adeyemi", "Jan the caretaker", "it's with April in Legal"."""
    if words.norm(at - 1) in TITLES and not words.norm(at)[:1].isdigit():
        return True
    if beyond - at == 1 and words.norm(at) in FIRST_NAMES and words.norm(at - 1) in WITH_SOMEBODY:
        return _capital(words, at) and words.norm(beyond) not in ("the", "now", "as", "being")
    if beyond - at > 1 or words.norm(at) not in NAMES:
        return False
    following = words.tokens[beyond] if beyond < len(words.tokens) else None
    if following is None or following.kind != "word":
        return False
    return _surname(words, following) or (
        following.norm == "the" and words.tokens[at].norm in MONTHS
    )


def _surname(words: Words, token: Token) -> bool:
    raw = words.raw[token.start : token.end]
    shouting = raw.isupper()
    own = token.norm.partition("'")[0] in ("i", "im", "ive", "ill")  # "slips to June I'm afraid"
    return raw[:1].isupper() and not (shouting or own) and token.norm not in STARTS


@cache
def _day_first_english() -> dict[str, object]:
    return {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "STRICT_PARSING": True}


def _by_library(low: str, at: int, today: date) -> Said | None:
    """A day, a month and a year in a manner that our grammar does not know."""
    match = UNKNOWN_DATE.match(low, at)
    if match is None:
        return None
    found = _unusual(match.group(), today)
    return (
        Said(match.end(), "date.library", found, found, doubt="an unusual date") if found else None
    )


@lru_cache(maxsize=256)
def _unusual(said: str, today: date) -> date | None:
    # Imported when first needed: it takes longer than the reading of many messages.
    import dateparser

    settings = {**_day_first_english(), "RELATIVE_BASE": datetime.combine(today, time())}
    found = dateparser.parse(said, languages=["en"], settings=settings)
    return found.date() if found else None


__all__ = ["Dated", "Length", "dates_in", "read_date"]
