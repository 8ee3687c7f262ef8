"""Text with one cell of a table to a line and nothing that parts the rows.

Of all ways to deal the lines out to the columns in order, the one is taken in which most look
like what their column holds. A cell may have several lines, or be missing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from domain.work import Source
from plans.columns.contents import looks_like
from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.formats.guard import MOST_BLOCKS
from plans.markup import BULLET, FIRST_BULLET, cell_of, plain_words
from plans.meaning.spans import Calendar
from plans.meaning.statuses import says_nothing
from plans.rows import NOTHING, Block, Cell, Line, Row

FEWEST_COLUMNS, MOST_COLUMNS = 3, 15
LONGEST_NAME = 60  # characters of a column's name
FEW_TABS = 10  # one line in so many may have some, as a list of contents does
TELLING = {Role.REF: 4.0, Role.DUE: 2.0, Role.STATUS: 2.0, Role.OWNER: 1.0}
OF_OTHERS = (Role.DUE, Role.STATUS, Role.REF)  # what an action's words hardly look like
MISSING, FURTHER, REST = -2.0, -0.5, 0.3  # a cell left out; a further line; one that must be so
CALENDAR = Calendar(None)

type _Numbered = tuple[int, str]
type _Roles = tuple[Role | None, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way to deal out the lines up to one that stands in a certain column."""

    score: float
    before: int  # the column of the line before


def has_stacked_tables(lines: Sequence[str]) -> bool:
    """Whether names of columns stand under each other, with rows of as many lines after them."""
    tabbed = sum("\t" in line for line in lines)
    if tabbed * FEW_TABS > len(lines):
        return False
    looked_at = lines[:MOST_BLOCKS]  # a text that goes on for longer is refused anyway
    return any(isinstance(each, Row) and not each.heads for each in stacked_blocks(looked_at))


def stacked_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The lines and rows, in order."""
    roles: _Roles = ()
    for part in _parts(lines):
        at = 0
        while at < len(part):
            header = _header_at(part, at)
            if header:
                roles = header
                names = tuple(cell_of(text) for _, text in part[at : at + len(roles)])
                yield Row(names, Source(line=part[at][0]), heads=True, after_gap=True)
                at += len(roles)
            stop = next((to for to in range(at + 1, len(part)) if _header_at(part, to)), len(part))
            yield from _rows_or_prose(part[at:stop], roles)
            at = stop


def _parts(lines: Sequence[str]) -> Iterator[list[_Numbered]]:
    """Runs of lines with nothing blank between them."""
    numbered = ((at, line.replace("\f", "").strip()) for at, line in enumerate(lines, 1))
    for filled, run in groupby(numbered, key=lambda each: bool(each[1])):
        if filled:
            yield list(run)


def _header_at(part: Sequence[_Numbered], at: int) -> _Roles:
    """The roles of the columns that are named from this line on; () where none are."""
    names: list[str] = []
    found: _Roles = ()
    for _, text in part[at : at + MOST_COLUMNS]:
        if ":" in text or "\t" in text or len(text) > LONGEST_NAME or role_of(text) is None:
            break
        names.append(text)
        columns = columns_of(names)
        if columns and all(columns.roles):
            found = columns.roles
    return found if len(found) >= FEWEST_COLUMNS else ()


def _rows_or_prose(part: Sequence[_Numbered], roles: _Roles) -> Iterator[Block]:
    """The rows that lines make under the columns, or the lines as they are."""
    if roles and len(part) >= len(roles) - 1:
        columns, score = _dealt(part, roles)
        if score > 0:
            yield from _rows(part, columns, len(roles))
            return
    for number, text in part:
        yield Line(plain_words(text), Source(line=number), bullet=bool(BULLET.match(text)))


def _rows(part: Sequence[_Numbered], columns: Sequence[int], width: int) -> Iterator[Row]:
    """A new row begins wherever the column goes back."""
    begun = [at for at, column in enumerate(columns) if at == 0 or column < columns[at - 1]]
    for first, stop in zip(begun, [*begun[1:], len(part)], strict=True):
        texts: dict[int, list[str]] = {}
        for at in range(first, stop):
            texts.setdefault(columns[at], []).append(part[at][1])
        cells = tuple(
            cell_of("\n".join(texts[each])) if each in texts else NOTHING for each in range(width)
        )
        yield Row(cells, Source(line=part[first][0]))


def _dealt(part: Sequence[_Numbered], roles: _Roles) -> tuple[list[int], float]:
    """The column of each line in the best way to deal them out, and how good that is."""
    width = len(roles)
    before = [0.0, MISSING, *[float("-inf")] * (width - 2)]
    ways: list[list[_Way]] = []
    for at, (_, text) in enumerate(part):
        cell = cell_of(text)
        likely = [_likely(role, cell) for role in roles]
        if at == 0:
            ways.append([_Way(before[each] + likely[each], each) for each in range(width)])
            continue
        stays = REST if _is_rest(text) else FURTHER
        last = [way.score for way in ways[-1]]
        ways.append([_best(last, each, stays, likely[each]) for each in range(width)])
    ends = [way.score + _short_of(width - 1 - each) for each, way in enumerate(ways[-1])]
    column = ends.index(max(ends))
    return _traced(ways, column), max(ends)


def _best(last: Sequence[float], column: int, stays: float, likely: float) -> _Way:
    """How a line best comes to stand in a column: in the one before it, or with it, or past one."""
    one, two = (column - 1) % len(last), (column - 2) % len(last)
    offers = ((last[one], one), (last[column] + stays, column), (last[two] + MISSING, two))
    score, before = max(offers)
    return _Way(score + likely, before)


def _short_of(columns: int) -> float:
    return MISSING * columns


def _traced(ways: Sequence[Sequence[_Way]], column: int) -> list[int]:
    columns = []
    for line in reversed(ways):
        columns.append(column)
        column = line[column].before
    return columns[::-1]


def _likely(role: Role | None, cell: Cell) -> float:
    """How much a line looks like what its column holds."""
    if role is Role.ACTION:
        return -1.0 if any(looks_like(each, cell, CALENDAR) for each in OF_OTHERS) else 0.0
    if role not in TELLING or says_nothing(cell.text):
        return 0.0
    return TELLING[role] if looks_like(role, cell, CALENDAR) else -TELLING[role]


def _is_rest(text: str) -> bool:
    """Whether a line goes on with the cell of the one before it: a bullet, or half a sentence."""
    return bool(BULLET.match(text) or FIRST_BULLET.match(text)) or text[:1].islower()
