"""The days that somebody is away: one leave or several, or what is wrong with what was said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.intents import Away
from language.dates.calendar import Length
from language.dates.days import LATELY, UNSOUND
from language.dates.finding import Dated
from language.lexicon.text import Words
from language.orders.leave import is_away, leave_on, of_the_leave

SEPARATING = frozenset(["and", "&", "+", "plus", ",", ";", "then"])
BESIDE = SEPARATING | frozenset(
    ["again", "also", "as", "well", "from", "on", "between", "for", "the", "in", "another"]
)
BACKWARDS = "it would end before it begins"
PASSED = "that has passed"
WHICH_DAYS = "I cannot tell which days"
A_YEAR = Length(-1, "year")
SATURDAY = 5
TO_ASK = re.compile(
    r"\b(?:ask|chase|remind|nudge|ping|try|prompt|get back to|come back to)(?: me| us)?"
    r"(?: again)?(?: on| in| at| after| from)?(?: the)? \Z"
)
DAYS_OF_A_MONTH = 31


class Absence(NamedTuple):
    """When the sender is away, and what is wrong with the days; ``spoken``: of leave at all."""

    leave: tuple[Away, ...] = ()
    doubt: str = ""
    spoken: bool = False


NONE = Absence()


def absence(words: Words, dates: Sequence[Dated], today: date) -> Absence:
    """ "On leave until 3 March, Sam Hall is covering", "3-7 March and 20-24 March"."""
    if not is_away(words.low, words.signs):
        return NONE
    named = [each for each in dates if each.said.last or each.said.length or _is_wrong(each)]
    days = of_the_leave(words, [each for each in named if not _is_to_ask(words, each)])
    if wrong := next((each.said.doubt for each in days if _is_wrong(each)), ""):
        return Absence(doubt=wrong, spoken=True)
    if not days:
        return Absence(spoken=True)
    if _follows_a_number(words, days[0]):
        return Absence(doubt=WHICH_DAYS, spoken=True)
    return _in_spells(words, list(_spells(words, days)), today)


def _in_spells(words: Words, spells: Sequence[Sequence[Dated]], today: date) -> Absence:
    """Each spell as a leave of its own; none where one of them cannot be meant."""
    found: list[Away] = []
    for spell in spells:
        leave = leave_on(words, spell, today)
        if leave is None:
            return Absence(doubt=WHICH_DAYS if len(spells) > 1 else "", spoken=True)
        if found and leave.start is None:  # "on the 3rd and the 10th": nothing is until then
            leave = leave.model_copy(update={"start": spell[0].said.first})
        leave = _begun(leave, spell, today)
        if doubt := _doubt(leave, found, today):
            return Absence(doubt=doubt, spoken=True)
        found.append(leave)
    return Absence(leave=tuple(_joined(found)), spoken=True)


def _begun(leave: Away, spell: Sequence[Dated], today: date) -> Away:
    """Read "from 1 February to 5 March", said on the 9th, as leave that has begun.

    So is that of which nothing but "back on 3 March" is told.
    """
    first = spell[0].said
    if leave.start is None or leave.start <= leave.until:
        return leave
    if len(spell) == 1:
        return leave.model_copy(update={"start": None})
    if not first.yearless:
        return leave
    begun = A_YEAR.after(leave.start)
    lately = begun <= today and today - begun <= LATELY
    return leave.model_copy(update={"start": None}) if lately else leave


def _doubt(leave: Away, before: Sequence[Away], today: date) -> str:
    """Why these days cannot be those of a leave; "" where they can."""
    start = leave.start or today
    if leave.until < today:
        return PASSED
    if leave.until < start:
        return BACKWARDS
    return WHICH_DAYS if before and start <= before[-1].until else ""


def _joined(leave: Iterable[Away]) -> Iterator[Away]:
    """Read "Friday and Monday" as one leave: nothing but a weekend lies between."""
    last: Away | None = None
    for each in leave:
        if last and each.start and _is_weekend_between(last.until, each.start):
            last = last.model_copy(update={"until": each.until})
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _is_weekend_between(end: date, start: date) -> bool:
    gap = range(1, (start - end).days)
    return len(gap) < 3 and all((end + timedelta(days=n)).weekday() >= SATURDAY for n in gap)


def _spells(words: Words, days: Sequence[Dated]) -> Iterator[Sequence[Dated]]:
    """The days of each leave: a new one opens after "and", where nothing else is between."""
    spell: list[Dated] = []
    for each in days:
        if spell and _is_beside(words, spell[-1], each):
            yield spell
            spell = []
        spell.append(each)
    yield spell


def _is_beside(words: Words, last: Dated, then: Dated) -> bool:
    between = frozenset(words.norms(last.beyond, then.first))
    return bool(between & SEPARATING) and between <= BESIDE and then.said.length is None


def _follows_a_number(words: Words, first: Dated) -> bool:
    """Whether "3, 4 and 5 March" has lost its first day."""
    number = words.norm(first.first - 2)
    listed = words.norm(first.first - 1) == "," and number.isdecimal()
    return listed and int(number) <= DAYS_OF_A_MONTH


def _is_to_ask(words: Words, dated: Dated) -> bool:
    """Read "I'm away, ask me on the 23rd" as when to ask, and not as when they are away."""
    return TO_ASK.search(words.low[: words.tokens[dated.first].start]) is not None


def _is_wrong(dated: Dated) -> bool:
    return dated.day is None and dated.said.doubt in UNSOUND
