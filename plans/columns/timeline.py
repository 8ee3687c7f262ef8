"""Columns of periods beside the actions: ratings of each quarter, marks of a chart, milestones.

What the cells hold decides: ratings give the status, by the latest; marks, or shades of one
colour, give the window of the action; words give it milestones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from domain.work import DueKind, Period
from plans.columns.header_rows import columns_of
from plans.columns.periods import period_columns
from plans.columns.roles import Columns, Role, without
from plans.meaning.due import due_of
from plans.meaning.spans import Calendar, spans_in
from plans.meaning.statuses import status_of
from plans.rows import Cell, Piece, Row

MARK = re.compile(r"(?:[xX✓✔✗●•■▪█◆★*+–—-]|yes|y){1,3}")
FIGURES = re.compile(r"[£$€]?\s?[\d,.]+\s?(?:[km%]|pa)?", re.IGNORECASE)
SHORT = re.compile(r"(?:aut|spr|sum)(?!\w)", re.IGNORECASE)
WHOLE = {"aut": "autumn term", "spr": "spring term", "sum": "summer term"}
RATINGS = frozenset({"red", "amber", "yellow", "orange", "green"})
LONGEST_RATING = 30  # characters
MOST_ROWS = 200  # looked at


type Days = tuple[date, date]


class Kind(Enum):
    RATINGS = auto()
    MARKS = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The columns of a table that stand for periods: their places, and the days of each."""

    kind: Kind
    places: Sequence[int]
    days: Sequence[Days]  # none where the plan does not say of which year
    calendar: Calendar

    def said(self, cells: Sequence[Cell]) -> Iterator[tuple[Role, Cell]]:
        """What the cells of a row say of its action, under the role that it has."""
        filled = [at for at, place in enumerate(self.places) if _is_filled(cells, place)]
        if not filled:
            return
        if self.kind is Kind.RATINGS:
            yield Role.STATUS, replace(cells[self.places[filled[-1]]], spans=1, merged=False)
        elif self.days and self.kind is Kind.MARKS:
            yield Role.DUE, Cell((Piece(_window(self.days[filled[0]], self.days[filled[-1]])),))
        elif self.days:
            stages = [(cells[self.places[at]].text, self.days[at]) for at in filled]
            if pieces := _stages(stages, self.calendar):
                yield Role.DUE, Cell(tuple(map(Piece, pieces)))


def timeline_of(names: Sequence[str], rows: Sequence[Row], calendar: Calendar) -> Timeline | None:
    """What the columns of periods are; None if there are none, or if they hold figures."""
    places = period_columns(names)
    kind = _kind([row.cells for row in rows[:MOST_ROWS]], places) if places else None
    if kind is None:
        return None
    return Timeline(kind, places, _days([names[at] for at in places], calendar), calendar)


def columns_beside(timeline: Timeline, columns: Columns, names: Sequence[str]) -> Columns:
    """The columns of a table as they are if those of periods have no name."""
    left = ["" if at in timeline.places else name for at, name in enumerate(names)]
    return columns_of(left) or without(columns, timeline.places)


def _stages(stages: Sequence[tuple[str, Days]], calendar: Calendar) -> list[str]:
    """What is to be met by when: by the day that the cell names itself, or by the last of its
    column. What is said alike in all columns and goes on by its own words is said once."""
    alike = {text.casefold() for text, _ in stages}
    if len(alike) == 1 and _goes_on(stages[0][0], calendar):
        return [stages[0][0]]
    return [said for text, days in stages if (said := _stage(text, days, calendar))]


def _goes_on(text: str, calendar: Calendar) -> bool:
    due = due_of(text, calendar)
    dated = any(span.dated for span in spans_in(text, calendar))
    return due is not None and not dated and due.kind in (DueKind.RECURRING, DueKind.ONGOING)


def _stage(text: str, days: Days, calendar: Calendar) -> str:
    """One stage with its day; "" for what says that there is none."""
    within = replace(calendar, period=Period(start=days[0], end=days[1]))
    due = due_of(text, within)
    if due is not None and due.kind is DueKind.NONE:
        return ""
    spans = spans_in(text, within)
    if any(span.dated for span in spans):
        return text
    if len(spans) != 1 or due is None or due.kind is not DueKind.BY:
        return f"{text}: {_day(days[1])}"
    return f"{text[: spans[0].begin]}{_day(spans[0].last)}{text[spans[0].end :]}"


def _kind(rows: Sequence[Sequence[Cell]], places: Sequence[int]) -> Kind | None:
    cells = [row[place] for row in rows for place in places if _is_filled(row, place)]
    texts = [cell.text for cell in cells if not cell.blank]
    colours = {cell.colour for cell in cells if cell.colour}
    if not cells or (texts and all(map(FIGURES.fullmatch, texts))):
        return None
    if not texts:
        return Kind.RATINGS if len(colours & RATINGS) > 1 else Kind.MARKS
    if all(map(MARK.fullmatch, texts)):
        return Kind.MARKS
    rated = sum(len(text) <= LONGEST_RATING and status_of(text) is not None for text in texts)
    return Kind.RATINGS if rated * 3 >= len(texts) * 2 else Kind.WORDS


def _is_filled(cells: Sequence[Cell], place: int) -> bool:
    return place < len(cells) and bool(cells[place].text or cells[place].colour)


def _days(headers: Sequence[str], calendar: Calendar) -> Sequence[Days]:
    """The days of each period, one after another: where a year ends, the next begins."""
    found: list[Days] = []
    for header in headers:
        words = SHORT.sub(lambda short: WHOLE[short[0].lower()], header)
        spans = spans_in(words, calendar)
        if not spans:
            return ()
        first, last = spans[0].first, spans[-1].last
        while found and not spans[0].dated and first <= found[-1][0]:
            first, last = _later(first), _later(last)
        found.append((first, last))
    return found


def _later(day: date) -> date:
    """The same day of the next year; the last of February stays the last."""
    if (day + timedelta(days=1)).day == 1:
        return _month_end(day.year + 1, day.month)
    return day.replace(year=day.year + 1)


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _window(first: Days, last: Days) -> str:
    if first == last:
        return _day(last[1])
    return f"{_day(first[0])} to {_day(last[1])}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
