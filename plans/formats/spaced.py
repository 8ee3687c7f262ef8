"""Text whose tables have columns that only spaces line up: rows by where each word stands."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from domain.work import Source
from plans.columns.abreast import columns_in
from plans.columns.header_words import role_of
from plans.columns.roles import Columns, Role
from plans.formats.running import running_lines
from plans.markup import BULLET, FIRST_BULLET, cell_of
from plans.meaning.refs import is_ref
from plans.rows import Block, Line, Row

CHUNK = re.compile(r"\S+(?: \S+)*")  # words with single spaces between them
RULE = re.compile(r"[-=_+\s]{3,}")
NEAR = 1  # characters that a word may stand left of its column
SHIFTED = 3  # characters that a page may be set off against the one before
MOST_HEADER_LINES = 4
FEWEST_PARTS = 3  # of a line that takes up a table again after prose
MOST_OVER = 15  # lines between a heading and the header of its table
FEWEST_ROWS = 4
# What may be said of several columns at once, in a line of its own over their names.
OF_SEVERAL = frozenset(
    {Role.TARGET, Role.DUE, Role.START, Role.OWNER, Role.SUPPORT, Role.STATUS, Role.PROGRESS}
    | {Role.SUCCESS, Role.RESOURCE, Role.BODY}
)


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns of a table, where each begins, and the line after the header."""

    columns: Columns
    names: tuple[str, ...]
    starts: tuple[int, ...]
    stop: int

    @property
    def numbered(self) -> bool:
        return self.columns.roles[0] is Role.REF


@dataclass(slots=True)
class _OpenRow:
    """A row being put together from its lines."""

    source: Source
    lines: list[Sequence[str]] = field(default_factory=list)  # each with a text for each column

    def row(self) -> Row:
        columns = zip(*self.lines, strict=True)
        return Row(tuple(cell_of(_run_on(texts)) for texts in columns), self.source)


def has_spaced_tables(lines: Sequence[str]) -> bool:
    """Whether the text has no other columns than those that spaces line up."""
    if any("\t" in line for line in lines):
        return False
    return any(_header(lines, at) for at, line in enumerate(lines) if "   " in line.strip())


class SpacedText:
    """Goes through the lines of a text once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._skip = running_lines(lines)
        self._header: _Header | None = None
        self._row: _OpenRow | None = None
        self._within = False  # no prose since the last header or row
        self._parted = _are_parted(lines, self._skip)
        self._gap = True
        self._breaks = False  # a page ended since the last line
        self._prose_to = 0  # the header that only prose stands over
        self._page = 1
        self._paged = any("\f" in line for line in lines)

    def blocks(self) -> Iterator[Block]:
        """The lines and rows, in order."""
        body = 0
        for at, line in enumerate(self._lines):
            self._page += line.count("\f")
            self._breaks = self._breaks or at in self._skip
            if at < body or at in self._skip or RULE.fullmatch(line):
                continue
            if not line.strip():
                self._gap = True
                continue
            if header := _header(self._lines, at):
                yield from self._closed()
                self._header, body = header, header.stop
                names = tuple(map(cell_of, header.names))
                yield Row(names, self._source(at), heads=True, after_gap=True)
                self._within = True
            elif not self._names_groups(at):
                yield from self._line(at, line)
            self._gap = self._breaks = False
        yield from self._closed()

    def _names_groups(self, at: int) -> bool:
        """Whether a line only names several columns of the header right below it."""
        below = _header(self._lines, at + 1) if at + 1 < len(self._lines) else None
        chunks = list(CHUNK.finditer(self._lines[at]))
        right = below is not None and chunks[0].start() >= below.starts[1] - NEAR
        return right and all(role_of(chunk[0]) in OF_SEVERAL for chunk in chunks)

    def _line(self, at: int, line: str) -> Iterator[Block]:
        if self._gap or self._breaks:
            self._prose_to = self._prose_until(at)
        cells = self._cells(at, line) if at >= self._prose_to else None
        if cells is None:
            yield from self._closed()
            if self._header and not self._header.numbered:
                self._header = None
            self._within = False
            yield from _prose(line, self._source(at))
            return
        self._within = True
        if self._row is None or self._begins(cells):
            yield from self._closed()
            self._row = _OpenRow(self._source(at))
        self._row.lines.append(cells)

    def _cells(self, at: int, line: str) -> list[str] | None:
        """What a line says in each column; None where it is no line of the table."""
        header = self._header
        cells = _cut(line, header.starts) if header else None
        if header is None:
            return None
        if header.numbered and not (cells and self._is_in_place(cells[0])):
            near = self._within and (not self._gap or self._row is None)  # of a row, or a header
            cells = _cut_near(line, header.starts) if near else None
        if cells is None or (not self._within and len(CHUNK.findall(line)) < FEWEST_PARTS):
            return None
        first = cells[0]
        alone = self._gap and sum(map(bool, cells)) == 1 and bool(first)
        return None if alone and not self._is_followed(at) else cells

    def _is_in_place(self, first: str) -> bool:
        """Whether what stands in the column of references is one; it may be blank in a row."""
        return is_ref(first) if first else self._within

    def _prose_until(self, at: int) -> int:
        """The place of a header that nothing but lines without columns stand over, from this line
        on, which begins at the margin; 0 where rows come first."""
        first = self._lines[at].lstrip()
        indent = len(self._lines[at]) - len(first)
        if self._header is None or indent >= self._header.starts[1] or not first[:1].isupper():
            return 0
        for later in range(at, min(at + MOST_OVER, len(self._lines))):
            line = self._lines[later]
            if later in self._skip or not line.strip() or self._names_groups(later):
                continue
            if _header(self._lines, later):
                return later
            if len(CHUNK.findall(line)) > 1:
                return 0
        return 0

    def _is_followed(self, at: int) -> bool:
        later = self._lines[at + 1 : at + 2]
        return bool(later) and bool(later[0].strip()) and _header(self._lines, at + 1) is None

    def _begins(self, cells: Sequence[str]) -> bool:
        """Whether a line is the first of another row."""
        if self._header and self._header.numbered:
            return bool(cells[0])
        within = not self._parted or self._breaks
        return bool(cells[0]) and (self._gap or (within and _is_like_a_row(cells)))

    def _closed(self) -> Iterator[Row]:
        if self._row:
            yield self._row.row()
        self._row = None

    def _source(self, at: int) -> Source:
        return Source(line=at + 1, page=self._page if self._paged else None)


def _are_parted(lines: Sequence[str], skip: Collection[int]) -> bool:
    """Whether blank lines part the rows of all tables: hardly a line that reads like the first of
    a row stands anywhere but after one."""
    header: _Header | None = None
    after_gap, within = 0, 0
    gap = True
    for at, line in enumerate(lines):
        if at in skip or not line.strip():
            gap = gap or at not in skip
            continue
        header = _header(lines, at) or header
        cells = _cut(line, header.starts) if header and at >= header.stop else None
        if cells and _is_like_a_row(cells):
            after_gap, within = after_gap + gap, within + (not gap)
        gap = False
    return after_gap >= FEWEST_ROWS and after_gap > within * 2


def _is_like_a_row(cells: Sequence[str]) -> bool:
    """Whether most columns say something, and the first does not go on in mid-sentence."""
    filled = [cell for cell in cells if cell]
    return bool(cells[0]) and len(filled) * 2 > len(cells) and not filled[0][:1].islower()


def _header(lines: Sequence[str], at: int) -> _Header | None:
    """The header that begins at a line: the columns it names, in one line or several."""
    chunks = list(CHUNK.finditer(lines[at]))
    names = [chunk[0] for chunk in chunks]
    if len(names) < 3 or "|" in lines[at] or (columns := columns_in(names)) is None:
        return None
    starts = tuple(chunk.start() for chunk in chunks)
    stop = at + 1
    while stop < min(len(lines), at + MOST_HEADER_LINES) and (more := _more(lines[stop], starts)):
        names = [f"{name} {rest}".strip() for name, rest in zip(names, more, strict=True)]
        stop += 1
    columns = columns_in(names) or columns
    return _Header(columns, tuple(names), starts, stop)


def _more(line: str, starts: Sequence[int]) -> list[str] | None:
    """A further line of a header, which leaves its first column blank."""
    cells = _cut(line, starts)
    return cells if cells and not cells[0] and any(cells) else None


def _cut(line: str, starts: Sequence[int]) -> list[str] | None:
    """The line cut where columns begin; None where its words run across one."""
    cells: list[str] = []
    cuts = [0]
    for start in starts[1:]:
        at = next((at for at in range(start, start - NEAR - 1, -1) if line[at - 1 : at] in " "), 0)
        if not at:
            return None
        cuts.append(at)
    for begin, end in zip(cuts, [*cuts[1:], len(line)], strict=True):
        cells.append(" ".join(line[begin:end].split()))
    return cells


def _cut_near(line: str, starts: Sequence[int]) -> list[str] | None:
    """The parts of a line, parted by wide gaps, in the columns near which they begin; the first
    column is left blank. None where one begins near none."""
    cells = [""] * len(starts)
    for chunk in CHUNK.finditer(line):
        near = [at for at, start in enumerate(starts) if abs(chunk.start() - start) <= SHIFTED]
        if not near or near[0] == 0 or cells[near[0]]:
            return None
        cells[near[0]] = chunk[0]
    return cells


def _run_on(texts: Sequence[str]) -> str:
    """The lines of a cell in one, but for its bullets."""
    return "".join(f"{_joint(text)}{text}" for text in texts if text).strip()


def _joint(text: str) -> str:
    return "\n" if BULLET.match(text) or FIRST_BULLET.match(text) else " "


def _prose(line: str, source: Source) -> Iterator[Block]:
    parts = CHUNK.findall(line)
    if len(parts) > 2:
        yield Row(tuple(map(cell_of, parts)), source, after_gap=True)
    else:
        yield Line(" ".join(line.split()), source)
