"""Cells that come one after the other, of rows that leave out what is merged with the row above.

Programs that save a table as text may print a cell that is merged downwards once and then only
the cells right of it. How long each row is, the cells tell that say when.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plans.columns.header_words import claims_of
from plans.columns.roles import Columns, Role
from plans.formats.line_cells import Found
from plans.meaning.headings import NUMBERED
from plans.meaning.spans import Calendar
from plans.meaning.who_and_when import who_and_when

CALENDAR = Calendar(None)
FEWEST_CELLS = 8
LONGEST = 120  # characters of a cell that says when
TELLING, OUT_OF_PLACE, SHORT, FURTHER, UNTOLD = 3.0, -1.0, -2.0, -0.2, -4.0
NEARLY_ALL, MOST = 0.85, 0.6  # of the cells in their places

type Dealt = list[tuple[int, list[Found]]]
"""Each row: how many columns at its left are left out, and its cells."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to deal out the cells up to one that stands in a certain column."""

    score: float
    before: int  # the column of the cell before


def dealt_out(cells: Sequence[Found], names: Sequence[str], columns: Columns) -> Dealt:
    """The rows that cells make under a header, if some leave out their first columns; none where
    each has all, or the cells do not tell."""
    action, when = columns.at(Role.ACTION), _says_when(names)
    if not action or when is None or when <= action or len(cells) < FEWEST_CELLS:
        return []
    width = len(names)
    timed = [_is_time(found) for found in cells]
    if _share(timed[when::width]) >= MOST:
        return []
    places = _traced(_ways(cells, timed, width=width, action=action, when=when))
    if _share([timed[at] for at, place in enumerate(places) if place == when]) < NEARLY_ALL:
        return []
    return _rows(cells, places)


def _says_when(names: Sequence[str]) -> int | None:
    claims = (any(role is Role.DUE for _, role in claims_of(name)) for name in names)
    return max((at for at, claimed in enumerate(claims) if claimed), default=None)


def _is_time(found: Found) -> bool:
    """Whether a cell could say when, or says nothing, as one may that is merged."""
    text = found.cell.text
    return not text or (len(text) <= LONGEST and any(who_and_when(text, CALENDAR)[1:]))


def _share(told: Sequence[bool]) -> float:
    return sum(told) / len(told) if told else 0.0


def _ways(
    cells: Sequence[Found], timed: Sequence[bool], *, width: int, action: int, when: int
) -> list[list[_Way]]:
    """For each cell, the best way to come to it in each column."""
    ways: list[list[_Way]] = []
    numbered = sum(map(_is_numbered, cells)) > 1
    for at, (found, is_time) in enumerate(zip(cells, timed, strict=True)):
        last = [way.score for way in ways[-1]] if ways else []
        goes_on = at > 0 and _goes_on(cells[at - 1], found)
        row = []
        for column in range(width):
            if column == when:
                likely = _likely_when(found, timed=is_time)
            else:
                likely = _likely(found, column, action, timed=is_time, numbered=numbered)
            row.append(_best(last, column, action, likely, goes_on=goes_on))
        ways.append(row)
    return ways


def _likely_when(found: Found, *, timed: bool) -> float:
    return (TELLING if found.words else 0.0) if timed else UNTOLD


def _likely(found: Found, column: int, action: int, *, timed: bool, numbered: bool) -> float:
    """How much a cell looks like one that does not say when; where rows are numbered as groups
    are, their first cell has a number, and no other that comes before the action or is it."""
    counted = _is_numbered(found)
    if column == 0 and numbered:
        return TELLING if counted else OUT_OF_PLACE
    misplaced = (timed and found.words) + (counted and column <= action)
    return OUT_OF_PLACE * misplaced


def _is_numbered(found: Found) -> bool:
    return bool(NUMBERED.match(found.first))


def _best(last: Sequence[float], column: int, action: int, likely: float, *, goes_on: bool) -> _Way:
    """A cell comes after the one left of it; at the beginning of a row, after a last column, or
    after the columns left of an action that is none; or it goes on with the one before it."""
    if not last:
        return _Way(likely + (SHORT if column else 0.0), column)
    end = len(last) - 1
    offers = [(last[end] + (FURTHER if column else 0.0), end)] if column <= action else []
    if column:
        offers.append((last[column - 1], column - 1))
    else:
        offers.append((last[action - 1] + SHORT, action - 1))
    if goes_on:
        offers = [(score + OUT_OF_PLACE, before) for score, before in offers]
        offers.append((last[column] + FURTHER, column))
    score, before = max(offers)
    return _Way(score + likely, before)


def _goes_on(before: Found, found: Found) -> bool:
    """Whether a cell is the rest of the one before it, which another tab has begun."""
    whole = before.cell.text.endswith((".", ";", ":", "?", "!", ")"))
    return found.first[:1].islower() and before.words and not whole


def _traced(ways: Sequence[Sequence[_Way]]) -> list[int]:
    ends = [way.score for way in ways[-1]]
    column, places = ends.index(max(ends)), []
    for row in reversed(ways):
        places.append(column)
        column = row[column].before
    return places[::-1]


def _rows(cells: Sequence[Found], places: Sequence[int]) -> Dealt:
    """A new row begins wherever the column goes back; a cell that goes on is of the one before."""
    begins = [at for at, (one, other) in enumerate(pairwise(places), 1) if other < one]
    rows: Dealt = []
    for first, stop in pairwise([0, *begins, len(cells)]):
        row: list[Found] = []
        for at in range(first, stop):
            if row and places[at] == places[at - 1]:
                row[-1] = _joined(row[-1], cells[at])
            else:
                row.append(cells[at])
        rows.append((places[first], row))
    return rows


def _joined(found: Found, more: Found) -> Found:
    lines = [line for line in found.lines if line.strip()]
    first, *others = more.lines
    return Found([*lines[:-1], f"{lines[-1].rstrip()} {first.strip()}", *others], found.source)
