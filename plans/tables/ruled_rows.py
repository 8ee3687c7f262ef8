"""Which header rules which rows and lines of a document, over page breaks too."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.work import DueKind
from plans.columns.contents import looks_like
from plans.columns.header_rows import columns_of
from plans.columns.header_words import says_action
from plans.columns.roles import Columns, Role
from plans.markup import cell_of
from plans.meaning.due import due_of
from plans.meaning.headings import heading_in
from plans.meaning.legends import is_of_a_legend
from plans.meaning.spans import Calendar
from plans.meaning.statuses import status_of
from plans.rows import Block, Cell, Line, Row
from plans.tables.bands import is_total
from plans.tables.beyond_headers import beyond_header, without_names
from plans.tables.found import Entry, Found, Said, Table
from plans.tables.other_tables import heads_another_table, runs_of_figures
from plans.tables.stretches import Stretch, as_heading, items_of, settle
from plans.tables.titles import over_the_header, with_titles_named


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


class _Walk:
    """Goes through a document once and keeps the header that rules."""

    def __init__(self, calendar: Calendar) -> None:
        self.found = Found()
        self._calendar = calendar
        self._stretches: list[Stretch] = []
        self._pending: list[Said] = []  # said since the last row of a table
        self._number: int | None = None
        self._ruled = False  # False once rows came that no header known to us rules
        self._opens = True  # nothing but titles has come since a gap, or in this table
        self._headed = False  # nothing has come since a header

    def line(self, line: Line) -> None:
        cell = cell_of(line.text)
        if line.heads_part:
            self._say(Said(cell, line.source, heads_part=True))
            return
        said = as_heading(cell, line.source, line.level)
        self._say(Said(cell, line.source, line.level, bullet=True) if line.bullet else said)

    def row(self, row: Row) -> None:
        if self._ruled and (rest := beyond_header(row, self._stretches[-1].names)):
            self._take(rest)
            self._number = row.table
            return
        names = _texts(row)
        new_table = row.table != self._number
        columns = None if self._is_value(row, names) else columns_of(names)
        parted = new_table and any(said.level for said in self._pending)
        self._number = row.table
        self._opens = self._opens or new_table or row.after_gap
        if columns and (new_table or not self._is_dated(row)):
            self._pending = over_the_header(self._pending, row.table)
            self._header(columns, names)
        elif parted and len(names) != self._width():
            self._ruled = False
            self._unruled(row)
        elif self._leaves(row, names, new_table=new_table):
            self._ruled = self._ruled and self._only_heads(row)
            self._leave_title()
            self._unruled(row)
        elif self._ruled:
            self._take(without_names(row, self._stretches[-1].names))
        else:
            self._unruled(row)
        self._opens = self._opens and len(_filled(row)) == 1

    def settle(self) -> None:
        """Give each stretch its columns and each row its entry."""
        for said in self._pending:
            self.found.lines.append(said)
        for stretch in self._stretches:
            self._leave_figures(stretch)
        titled = with_titles_named([stretch.rows for stretch in self._stretches])
        for stretch, rows in zip(self._stretches, titled, strict=True):
            stretch.rows = rows
        self._stretches = [stretch for stretch in self._stretches if stretch.rows]
        settle(self._stretches, self._calendar)
        for stretch in self._stretches:
            self._keep(stretch)

    def _leaves(self, row: Row, names: tuple[str, ...], *, new_table: bool) -> bool:
        """Whether a row is of no table whose header still rules."""
        if is_of_a_legend(row) or (self._opens and heads_another_table(names)):
            return True
        if row.heads and len(_filled(row)) > 1 and not self._fits(row):
            return True
        return (new_table or row.after_gap) and not self._goes_on(row)

    def _fits(self, row: Row) -> bool:
        """Whether a row that a format takes for a header, as the first on a page, has a date and
        an owner where the table above has them."""
        columns = self._stretches[-1].columns if self._ruled else None
        if columns is None or len(row.cells) != self._width() or not columns.of_actions:
            return False
        telling = [at for role in (Role.DUE, Role.OWNER) if (at := columns.at(role)) is not None]
        due = columns.at(Role.DUE)
        return (
            due is not None
            and looks_like(Role.DUE, row.cells[due], self._calendar)
            and not any(row.cells[at].blank for at in telling)
        )

    def _title(self) -> Row | None:
        """A row of one cell after a gap that was taken last, and may be the title of a table."""
        rows = self._stretches[-1].rows if self._stretches and not self._pending else []
        last = rows[-1] if rows else None
        alone = isinstance(last, Row) and last.after_gap and len(_filled(last)) == 1
        return last if alone and isinstance(last, Row) else None

    def _leave_title(self) -> None:
        """Take the title of another table out of the one above."""
        if (title := self._title()) is not None:
            self._stretches[-1].rows.pop()
            self._say(as_heading(_filled(title)[0], title.source))

    def _say(self, said: Said) -> None:
        self._headed = False
        self._pending.append(said)

    def _header(self, columns: Columns, names: tuple[str, ...]) -> None:
        self._ruled = self._headed = True
        last = self._stretches[-1] if self._stretches else None
        if last is None or last.names != names:
            self._stretches.append(Stretch(columns, names))

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
        if not self._ruled or not self._stretches or heads_another_table(texts):
            return False
        width = self._width()
        return len(row.cells) == 1 or (len(row.cells) >= width - 1 and len(_filled(row)) <= width)

    def _only_heads(self, row: Row) -> bool:
        """Whether a row of one filled cell heads rows of this table, and none of another, with
        fewer columns, whose first row says only what it is."""
        spans = max((cell.spans for cell in row.cells), default=1)
        narrow = 1 < len(row.cells) < self._width() - 1 and spans < len(row.cells)
        return len(_filled(row)) < 2 and not narrow

    def _take(self, row: Row) -> None:
        stretch = self._stretches[-1]
        if is_total(row):
            self.found.totals.append(row.source)
            return
        single = _single(row, len(stretch.columns.roles))
        if single is not None:
            self._say(as_heading(single, row.source, in_table=True, table=row.table))
            return
        broken = row.after_gap or bool(self._pending)
        stretch.rows += self._pending
        self._pending = []
        taken = replace(row, after_gap=broken)
        stretch.rows.append(taken)
        if self._headed and not row.after_gap:
            stretch.under_header.add(id(taken))
        self._headed = False

    def _leave_figures(self, stretch: Stretch) -> None:
        figures = runs_of_figures(stretch.rows, stretch.columns, self._calendar)
        rows = list(enumerate(stretch.rows))
        stretch.rows = [row for at, row in rows if at not in figures]
        self.found.unread += [row for at, row in rows if at in figures and isinstance(row, Row)]

    def _unruled(self, row: Row) -> None:
        filled = _filled(row)
        if len(filled) == 1:
            self._say(as_heading(filled[0], row.source, table=row.table))
        else:
            self.found.unread.append(row)

    def _keep(self, stretch: Stretch) -> None:
        items = list(items_of(stretch, self._calendar))
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
