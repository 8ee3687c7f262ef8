"""Rows and lines into tables of actions: which header rules which rows, over page breaks too."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from domain.work import DueKind, Source
from plans.alignment import aligned
from plans.bands import bands_in, is_total
from plans.columns import Columns, Role, without
from plans.contents import (
    completed,
    with_groups_named,
    with_references_apart,
    with_references_named,
    with_role,
    with_sections_named,
)
from plans.due import due_of
from plans.header_rows import columns_of
from plans.header_words import says_action
from plans.headers import names_columns
from plans.headings import heading_in
from plans.led_headings import without_lead
from plans.legends import is_of_a_legend
from plans.markup import cell_of
from plans.period_columns import heads_figures
from plans.rankings import without_rankings
from plans.rating_columns import Ratings, are_marked, rated, rating_columns
from plans.rows import NOTHING, Block, Cell, Line, Row
from plans.spans import Calendar
from plans.statuses import as_share, is_of_shares, status_of
from plans.timeline import Timeline, columns_beside, timeline_of


@dataclass(frozen=True, slots=True)
class Said:
    """A line of prose, or a row with one cell: what heads a part, or stands between tables."""

    cell: Cell
    source: Source
    level: int | None = None
    in_table: bool = False
    bullet: bool = False
    lead: str = ""  # of the part that it heads

    @property
    def text(self) -> str:
        return self.cell.text


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table of actions: its cells by what they hold."""

    cells: dict[Role, Cell]
    source: Source
    after_gap: bool = False
    apart: bool = False

    def __getitem__(self, role: Role) -> Cell:
        return self.cells.get(role, NOTHING)

    def filled(self) -> set[Role]:
        return {role for role, cell in self.cells.items() if not cell.blank}


type Item = Said | Entry


@dataclass(slots=True)
class Table:
    """All that stands under one kind of header, with the lines before and between its rows."""

    columns: Columns
    items: list[Item] = field(default_factory=list)

    def entries(self) -> list[Entry]:
        return [item for item in self.items if isinstance(item, Entry)]


@dataclass(slots=True)
class Found:
    """The tables of a document, its directory of people, and what was passed over."""

    tables: list[Table] = field(default_factory=list)
    people: list[Entry] = field(default_factory=list)
    lines: list[Said] = field(default_factory=list)
    unread: list[Row] = field(default_factory=list)
    totals: list[Source] = field(default_factory=list)


def tables_in(blocks: Iterable[Block], calendar: Calendar) -> Found:
    """Find the tables of actions and of people in a document."""
    walk = _Walk(calendar)
    for block in blocks:
        if isinstance(block, Line):
            walk.line(block)
        else:
            walk.row(block)
    walk.settle()
    return walk.found


@dataclass(slots=True)
class _Stretch:
    """The rows under one header, until their columns are known for good."""

    columns: Columns
    names: tuple[str, ...]
    rows: list[Row | Said] = field(default_factory=list)
    timeline: Timeline | None = None
    in_shares: bool = False  # the status is a figure under "%"
    ratings: Ratings = field(default_factory=dict)  # columns with a mark in one of them


class _Walk:
    """Goes through a document once and keeps the header that rules."""

    def __init__(self, calendar: Calendar) -> None:
        self.found = Found()
        self._calendar = calendar
        self._stretches: list[_Stretch] = []
        self._pending: list[Said] = []  # said since the last row of a table
        self._number: int | None = None
        self._ruled = False  # False once rows came that no header known to us rules

    def line(self, line: Line) -> None:
        cell = cell_of(line.text)
        said = _heading(cell, line.source, line.level)
        self._say(Said(cell, line.source, line.level, bullet=True) if line.bullet else said)

    def row(self, row: Row) -> None:
        names = _texts(row)
        new_table = row.table != self._number
        columns = None if self._is_value(row, names) else columns_of(names)
        parted = new_table and any(said.level for said in self._pending)
        self._number = row.table
        if columns and (new_table or not self._is_dated(row)):
            self._header(columns, names)
        elif parted and len(names) != self._width():
            self._ruled = False
            self._unruled(row)
        elif _heads_another(row) or ((new_table or row.after_gap) and not self._goes_on(row)):
            self._ruled = self._ruled and len(_filled(row)) < 2
            self._unruled(row)
        elif self._ruled:
            self._take(row)
        else:
            self._unruled(row)

    def settle(self) -> None:
        """Give each stretch its columns and each row its entry."""
        for said in self._pending:
            self.found.lines.append(said)
        before: _Stretch | None = None
        headed = sum(map(_headed_parts, self._stretches)) > 1
        for stretch in self._stretches:
            rows = [row for row in stretch.rows if isinstance(row, Row)]
            _judge(stretch, rows, self._calendar)
            if not headed:
                stretch.columns = with_sections_named(stretch.columns, rows)
            known = before.columns if before and _agree(before.columns, stretch.columns) else None
            stretch.columns = completed(stretch.columns, known, rows, self._calendar)
            if stretch.timeline:
                stretch.columns = without(stretch.columns, stretch.timeline.places)
            before = stretch
            self._keep(stretch)

    def _say(self, said: Said) -> None:
        self._pending.append(said)

    def _header(self, columns: Columns, names: tuple[str, ...]) -> None:
        self._ruled = True
        last = self._stretches[-1] if self._stretches else None
        if last is None or last.names != names:
            self._stretches.append(_Stretch(columns, names))

    def _is_value(self, row: Row, names: tuple[str, ...]) -> bool:
        """Whether a row among others is one of them, though its words could name columns: none
        of them says "action", or one says how an action stands."""
        apart = not self._ruled or row.after_gap or row.table != self._number or self._pending
        if apart or len(names) != self._width() or self._stretches[-1].names == names:
            return False
        status = self._stretches[-1].columns.at(Role.STATUS)
        stands = status is not None and status_of(names[status]) is not None
        return stands or not says_action(names)

    def _width(self) -> int:
        return len(self._stretches[-1].columns.roles) if self._stretches else 0

    def _is_dated(self, row: Row) -> bool:
        """Whether a row that reads like a header ("Report to partners | Project Officer | Year 2")
        has a date under the header above, where one of its own would say "By when"."""
        at = self._stretches[-1].columns.at(Role.DUE) if self._ruled else None
        if at is None or row.after_gap or row.heads or len(row.cells) != self._width():
            return False
        due = due_of(row.cells[at].text, self._calendar)
        return due is not None and due.kind is not DueKind.NONE

    def _goes_on(self, row: Row) -> bool:
        """A row after a gap goes on with the table above if it is as wide, and no header."""
        texts = _texts(row)
        if not self._ruled or not self._stretches or names_columns(texts) or heads_figures(texts):
            return False
        width = self._width()
        return len(row.cells) == 1 or (len(row.cells) >= width - 1 and len(_filled(row)) <= width)

    def _take(self, row: Row) -> None:
        stretch = self._stretches[-1]
        if is_total(row):
            self.found.totals.append(row.source)
            return
        single = _single(row, len(stretch.columns.roles))
        if single is not None:
            self._say(_heading(single, row.source, in_table=True))
            return
        broken = row.after_gap or bool(self._pending)
        stretch.rows += self._pending
        self._pending = []
        stretch.rows.append(replace(row, after_gap=broken))

    def _unruled(self, row: Row) -> None:
        filled = _filled(row)
        if len(filled) == 1:
            self._say(_heading(filled[0], row.source))
        else:
            self.found.unread.append(row)

    def _keep(self, stretch: _Stretch) -> None:
        items = list(_items(stretch, self._calendar))
        if stretch.columns.of_people:
            self.found.people += [item for item in items if isinstance(item, Entry)]
            self.found.lines += [item for item in items if isinstance(item, Said)]
            return
        last = self.found.tables[-1] if self.found.tables else None
        if last is None or last.columns != stretch.columns:
            last = Table(stretch.columns)
            self.found.tables.append(last)
        last.items += items
        self.found.lines += [item for item in items if isinstance(item, Said)]


def _headed_parts(stretch: _Stretch) -> int:
    """How many of its rows stand right under a heading."""
    return sum(
        isinstance(said, Said) and bool(said.level) and isinstance(later, Row)
        for said, later in pairwise(stretch.rows)
    )


def _judge(stretch: _Stretch, rows: Sequence[Row], calendar: Calendar) -> None:
    """Put right what the header alone has misled us about."""
    names = with_references_named(stretch.columns, stretch.names, rows)
    names = with_groups_named(stretch.columns, names, rows)
    columns = (columns_of(names) if names != stretch.names else None) or stretch.columns
    stretch.timeline = timeline_of(names, rows, calendar)
    if stretch.timeline:
        columns = columns_beside(stretch.timeline, columns, names)
    columns = with_references_apart(without_rankings(columns, names, rows), names, rows)
    ratings = rating_columns(names)
    if ratings and are_marked(rows, ratings):
        stretch.ratings = ratings
        columns = with_role(without(columns, ratings), Role.STATUS, min(ratings))
    stretch.columns = columns
    status = stretch.columns.at(Role.STATUS)
    stretch.in_shares = status is not None and is_of_shares(names[status])


def _items(stretch: _Stretch, calendar: Calendar) -> Iterator[Item]:
    """The rows of a table as entries, and as lines where they only head others."""
    rows = [row if isinstance(row, Row) else None for row in stretch.rows]
    bands = bands_in(rows, stretch.columns)
    within = not all(row.after_gap for at, row in enumerate(rows) if row and at in bands)
    for at, row in enumerate(stretch.rows):
        if isinstance(row, Said):
            yield row
        elif at in bands:
            yield _heading(bands[at], row.source, in_table=within)
        else:
            yield _entry(row, stretch, calendar)


def _heading(
    cell: Cell, source: Source, level: int | None = None, *, in_table: bool = False
) -> Said:
    named, lead = without_lead(cell)
    return Said(named, source, level, in_table, lead=lead)


def _entry(row: Row, stretch: _Stretch, calendar: Calendar) -> Entry:
    columns = stretch.columns
    cells = aligned(row.cells, columns, calendar)
    named = {role: cell for role, cell in zip(columns.roles, cells, strict=True) if role}
    if stretch.in_shares:
        named[Role.STATUS] = as_share(named.get(Role.STATUS, NOTHING))
    if stretch.ratings:
        named[Role.STATUS] = rated(cells, stretch.ratings)
    if stretch.timeline:
        named = dict(stretch.timeline.said(cells)) | named
    return Entry(named, row.source, row.after_gap, row.apart)


def _heads_another(row: Row) -> bool:
    """Whether the format says that it is a header, which is not one of a plan's tables."""
    return (row.heads and len(_filled(row)) > 1) or is_of_a_legend(row)


def _single(row: Row, width: int) -> Cell | None:
    """The one filled cell of a row that heads what follows it, by its words or its width."""
    filled = _filled(row)
    if len(filled) != 1:
        return None
    cell = filled[0]
    alone = len(row.cells) == 1 or cell.spans >= width
    return cell if alone or heading_in(_first(cell)) else None


def _first(cell: Cell) -> str:
    return cell.pieces[0].text if cell.pieces else ""


def _filled(row: Row) -> Sequence[Cell]:
    return [cell for cell in row.cells if not cell.blank and not cell.merged]


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _agree(one: Columns, other: Columns) -> bool:
    """As wide, and of one mind wherever both know."""
    return len(one.roles) == len(other.roles) and all(
        a is b or a is None or b is None for a, b in zip(one.roles, other.roles, strict=True)
    )
