"""One cell that says who and when: "Parks Manager, by May 2027" is an owner and a date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from plans.meaning.due import (
    AROUND,
    LEADING_WORDS,
    NOTHING_YET,
    ONGOING,
    RECURRING,
    SEE,
    is_only_a_date,
)
from plans.meaning.names import is_complete
from plans.meaning.spans import Calendar, spans_in

PART = re.compile(r"\n|;|\s?:\s|\s[–—-]\s|(?<=[a-z)])\.\s|\s?[(\[]|,\s|\s[/|]\s")
STRONG = re.compile(r"\n|;|\s?:\s|\s[–—-]\s|\.\s")  # after which a date may have words of its own
ROUND = " \t\n,;:–—-/|"
LONGEST = 600  # characters of a cell that are looked at


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a cell between two marks that could part who from when."""

    begin: int
    end: int
    of_time: bool


def who_and_when(text: str, calendar: Calendar) -> tuple[str, str]:
    """The words that say who, and those that say when; either may be ""."""
    parts = list(_parts(text[:LONGEST], calendar))
    said: dict[bool, list[str]] = {False: [], True: []}
    for of_time, run in groupby(parts, key=lambda part: part.of_time):
        each = list(run)
        if words := _closed(text[each[0].begin : each[-1].end].strip(ROUND)):
            said[of_time].append(words)
    return "; ".join(said[False]), "; ".join(said[True])


def _parts(text: str, calendar: Calendar) -> Iterator[_Part]:
    begin, strong, after_time, named = 0, True, False, False
    for mark in [*PART.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if text[begin:end].strip(ROUND):
            words = text[begin:end]
            turn = begin + _turn(words, calendar, strong=strong, named=named, timed=after_time)
            if turn > begin:
                yield _Part(begin, turn, of_time=False)
                named = True
            if turn < end:
                yield _Part(turn, end, of_time=True)
            after_time = turn < end
        begin, strong = (mark.end(), bool(STRONG.fullmatch(mark[0]))) if mark else (end, False)


def _turn(words: str, calendar: Calendar, *, strong: bool, named: bool, timed: bool) -> int:
    """Where in a part its words begin to say when: at 0, nowhere (its length), or after a name."""
    bare = words.strip(AROUND)
    if named and (NOTHING_YET.fullmatch(bare) or SEE.match(bare)):
        return 0
    found = _first_time(words, calendar)
    if found is None:
        return 0 if timed and bare[:1].islower() else len(words)
    first, certain = found
    before = LEADING_WORDS.sub("", words[:first]).rstrip()
    cued = len(before) < len(words[:first].rstrip())
    if not before.strip(ROUND):
        return 0 if certain or cued or is_only_a_date(bare) else len(words)
    if before.lstrip()[:1].islower() or (strong and named and not is_complete(before.strip())):
        return 0
    return len(before) if certain or cued else len(words)


def _first_time(words: str, calendar: Calendar) -> tuple[int, bool] | None:
    """Where the first words of time begin, and whether they can be nothing else."""
    spans = spans_in(words, calendar)
    places = [(span.begin, any(each.dated for each in spans)) for span in spans[:1]]
    for rule in (RECURRING, ONGOING):
        found = rule.search(words)
        if found and not is_complete(words.strip()):
            places.append((found.start(), True))
        elif found and not words[found.end() :].strip(AROUND):
            places.append((found.start(), is_complete(words[: found.start()].strip())))
    return min(places, default=None)


def _closed(words: str) -> str:
    """Without a bracket that was opened before the words, or a full stop."""
    if words.count(")") + words.count("]") > words.count("(") + words.count("["):
        words = words.rstrip(" .)]")
    return words
