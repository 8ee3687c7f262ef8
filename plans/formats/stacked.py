"""Text with one cell of a table to a line and nothing that parts the rows.

Of all ways to deal the lines out to the columns in order, the one is taken in which most look
like what their column holds. A cell may have several lines, or be missing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count, dropwhile, takewhile

from domain.work import Period, Source
from plans.columns.contents import looks_like
from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.formats.guard import MOST_BLOCKS
from plans.formats.stacked_pages import pages_in
from plans.markup import BULLET, DASH, FIRST_BULLET, cell_of, plain_words
from plans.meaning.headings import Kind, heading_in
from plans.meaning.owners import are_one_name
from plans.meaning.refs import is_ref
from plans.meaning.section_names import first_name, is_generic
from plans.meaning.spans import Calendar
from plans.meaning.statuses import says_nothing
from plans.rows import NOTHING, Block, Cell, Line, Row

FEWEST_COLUMNS, MOST_COLUMNS = 3, 15
LONGEST_NAME = 60  # characters of a column's name
FEW_TABS = 10  # one line in so many may have some, as a list of contents does
TELLING = {Role.REF: 4.0, Role.DUE: 2.0, Role.STATUS: 2.0, Role.OWNER: 1.0, Role.SUPPORT: 0.5}
OF_OTHERS = (Role.DUE, Role.STATUS, Role.REF)  # what an action's words hardly look like
MISSING, FURTHER, REST = -2.0, -0.5, 0.3  # a cell left out; a further line; one that must be so
BROKEN = -1.5  # a cell that begins with what looks like the rest of the one before it
MOST_OVER, FEWEST_AGAIN = 6, 2  # lines over the names of columns on a page; pages that have them
OF_A_PART = re.compile(
    r"(?:key )?(?:outcome|theme|section|strand|pillar|work\s?stream|chapter|domain|objective|"
    r"priority|recommendation|issue|goal|aim|ambition|commitment)\b"
)
# A line that another goes on with: "Licensing Manager/Deputy", "for those who live in".
RUNS_ON = re.compile(
    r"(?:[,/&(–-]|\b(?:an?|the|of|for|to|at|in|on|by|with|and|or|from|into|as|its|their|our|that|"
    r"which|who|be|is|are|will|not|than|all|each|every|between|under|over|per|nor|but))$"
)
COUNTED = re.compile(r"(?P<stem>.*?)(?P<number>\d{1,4})")
OF_NAMES = frozenset({Role.OWNER, Role.SUPPORT, Role.BODY})
CALENDAR = Calendar(Period(start=date(2000, 1, 1), end=date(2000, 12, 31)))  # any year will do

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
    running, begins = pages_in(lines)
    numbered = [(at + 1, line.replace("\f", "").strip()) for at, line in enumerate(lines)]
    numbered = [each for each in numbered if each[0] - 1 not in running]
    ends = _ends(numbered, begins)
    roles: _Roles = ()
    for part in _parts(numbered, ends):
        roles = () if part[0][0] in ends else roles
        at = 0
        while at < len(part):
            header = _header_at(part, at)
            if header:
                roles = header
                names = tuple(cell_of(text) for _, text in part[at : at + len(roles)])
                yield Row(names, Source(line=part[at][0]), heads=True, after_gap=True)
                at += len(roles)
            stop = next((to for to in range(at + 1, len(part)) if _header_at(part, to)), len(part))
            yield from _with_headings(part[at:stop], roles)
            at = stop


def _ends(numbered: Sequence[_Numbered], begins: Collection[int]) -> frozenset[int]:
    """The first lines of pages that have no names of columns at their top, as others have: no
    table goes on there."""
    tops = [
        (line, any(_header_at(numbered, at + more) for more in range(MOST_OVER)))
        for at, (line, _) in enumerate(numbered)
        if line - 1 in begins
    ]
    below = list(dropwhile(lambda top: not top[1], tops))  # from the first page that has them
    headed = list(takewhile(lambda top: top[1], below))
    later = below[len(headed) :] if len(headed) >= FEWEST_AGAIN else []
    if not later or any(names for _, names in later) or _counts_on(numbered, later[0][0]):
        return frozenset()  # the table goes on without its names
    return frozenset(line for line, _ in later)


def _counts_on(numbered: Sequence[_Numbered], place: int) -> bool:
    """Whether the lines from a place on have the reference that comes next after those above."""
    last = [text for at, text in numbered if at < place and is_ref(text) and not text.isdecimal()]
    counted = COUNTED.fullmatch(last[-1]) if last else None
    after = f"{counted['stem']}{int(counted['number']) + 1}" if counted else ""
    return any(at >= place and text == after for at, text in numbered)


def _parts(numbered: Sequence[_Numbered], ends: Collection[int]) -> Iterator[list[_Numbered]]:
    """Runs of lines with nothing blank between them, and none over the end of a table."""
    part: list[_Numbered] = []
    for each in numbered:
        if part and (not each[1] or each[0] in ends):
            yield part
            part = []
        if each[1]:
            part.append(each)
    if part:
        yield part


def _with_headings(part: Sequence[_Numbered], roles: _Roles) -> Iterator[Block]:
    """The rows and lines of a part, with what is labelled as a heading apart from the rows."""
    if not roles or Role.GROUP in roles or Role.SECTION in roles:
        yield from _rows_or_prose(part, roles)
        return
    rows: list[_Numbered] = []
    heading: list[_Numbered] = []
    for number, text in part:
        if _heads(text):
            yield from _rows_or_prose(rows, roles)
            yield from _joined(heading)
            rows, heading = [], [(number, text)]
        elif heading and not rows and text[:1].islower():
            heading.append((number, text))
        else:
            rows.append((number, text))
            yield from _joined(heading)
            heading = []
    yield from _joined(heading)
    yield from _rows_or_prose(rows, roles)


def _heads(text: str) -> bool:
    """Whether a line is labelled as a heading of a plan is ("Objective 2 – ..."), or says only
    that the plan goes on."""
    heading = heading_in(text)
    if heading and heading.kind in (Kind.SECTION, Kind.GROUP):
        return bool(OF_A_PART.match(heading.label))
    return is_generic(first_name(text)) and (text.isupper() or first_name(text) != text)


def _joined(lines: Sequence[_Numbered]) -> Iterator[Line]:
    if lines:
        text = " ".join(text for _, text in lines)
        yield Line(plain_words(text), Source(line=lines[0][0]))


def _header_at(part: Sequence[_Numbered], at: int) -> _Roles:
    """The roles of the columns that are named from this line on; () where none are."""
    names: list[str] = []
    found: _Roles = ()
    for _, text in part[at : at + MOST_COLUMNS]:
        if ":" in text or "\t" in text or len(text) > LONGEST_NAME or role_of(text) is None:
            break
        if _heads(text):
            break
        names.append(text)
        columns = columns_of(names)
        if columns and all(columns.roles):
            found = columns.roles
    return found if len(found) >= FEWEST_COLUMNS else ()


def _rows_or_prose(part: Sequence[_Numbered], roles: _Roles) -> Iterator[Block]:
    """The rows that lines make under the columns, or the lines as they are."""
    if not part:
        return
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
    first = [0.0, MISSING, *[float("-inf")] * (width - 2)]
    ways: list[list[_Way]] = []
    for at, (_, text) in enumerate(part):
        cell = cell_of(text)
        likely = [_likely(role, cell) for role in roles]
        if at == 0:
            ways.append([_Way(first[each] + likely[each], each) for each in range(width)])
            continue
        before = part[at - 1][1]
        rest, runs_on = _is_rest(text), _runs_on(before, text)
        stays = BROKEN if DASH & {text, before} else REST if rest or runs_on else FURTHER
        begins = [BROKEN * (runs_on or (rest and role in OF_NAMES)) for role in roles]
        last = [way.score for way in ways[-1]]
        # A further name in a cell tells less, or a list of them would be worth more than the rest.
        told = zip(likely, roles, strict=True)
        stay = [stays - max(one, 0.0) / 2 * (role in OF_NAMES) for one, role in told]
        ways.append([_best(last, *each) for each in zip(count(), stay, likely, begins)])
    ends = [way.score + _short_of(width - 1 - each) for each, way in enumerate(ways[-1])]
    column = ends.index(max(ends))
    return _traced(ways, column), max(ends)


def _best(last: Sequence[float], column: int, stays: float, likely: float, begins: float) -> _Way:
    """How a line best comes to stand in a column: in the one before it, or with it, or past one."""
    one, two = (column - 1) % len(last), (column - 2) % len(last)
    offers = (
        (last[one] + begins, one),
        (last[column] + stays, column),
        (last[two] + MISSING + begins, two),
    )
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
    if role in OF_NAMES and " " not in cell.text and not cell.text.isupper():
        return 0.0  # one word could be of anything
    named = Role.OWNER if role in OF_NAMES else role
    return TELLING[role] if looks_like(named, cell, CALENDAR) else -TELLING[role]


def _runs_on(before: str, text: str) -> bool:
    """Whether a line must go on with the one before it."""
    return bool(RUNS_ON.search(before)) or are_one_name(before, text)


def _is_rest(text: str) -> bool:
    """Whether a line goes on with the cell of the one before it: a bullet, or half a sentence."""
    return bool(BULLET.match(text) or FIRST_BULLET.match(text)) or text[:1].islower()
