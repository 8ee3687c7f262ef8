"""The tables of a plan as they are found: their rows as entries, and the lines between them."""

from dataclasses import dataclass, field

from domain.work import Source
from plans.columns.roles import Columns, Role
from plans.rows import NOTHING, Cell, Row


@dataclass(frozen=True, slots=True)
class Said:
    """A line of prose, or a row with one cell: what heads a part, or stands between tables."""

    cell: Cell
    source: Source
    level: int | None = None
    in_table: bool = False
    bullet: bool = False
    lead: str = ""  # of the part that it heads
    table: int | None = None  # the one that it is a row of
    titles: bool = False  # it stands over the header of its table, as other rows do in theirs
    below_title: bool = False  # it stands between such a row and the header
    heads_part: bool = False  # names the group of the actions below, whatever its words

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
