"""Text whose tables have columns that only spaces line up: rows by where each word stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.work import Source
from plans.columns.header_rows import columns_of
from plans.columns.roles import Columns, Role
from plans.formats.running import running_lines
from plans.markup import BULLET, FIRST_BULLET, cell_of
from plans.meaning.refs import is_ref
from plans.rows import Block, Line, Row

CHUNK = re.compile(r"\S+(?: \S+)*")  # words with single spaces between them
RULE = re.compile(r"[-=_+\s]{3,}")
NEAR = 1  # characters that a word may stand left of its column
MOST_HEADER_LINES = 4


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
        self._gap = True
        self._page = 1
        self._paged = any("\f" in line for line in lines)

    def blocks(self) -> Iterator[Block]:
        """The lines and rows, in order."""
        body = 0
        for at, line in enumerate(self._lines):
            self._page += line.count("\f")
            if at < body or at in self._skip or RULE.fullmatch(line):
                continue
            if header := _header(self._lines, at):
                yield from self._closed()
                self._header, body = header, header.stop
                names = tuple(map(cell_of, header.names))
                yield Row(names, self._source(at), heads=True, after_gap=True)
                self._gap = False
            elif not line.strip():
                self._gap = True
            else:
                yield from self._line(at, line)
                self._gap = False
        yield from self._closed()

    def _line(self, at: int, line: str) -> Iterator[Block]:
        cells = self._cells(at, line)
        if cells is None:
            yield from self._closed()
            self._header = None
            yield from _prose(line, self._source(at))
        elif self._row is None or self._begins(cells):
            yield from self._closed()
            self._row = _OpenRow(self._source(at))
            self._row.lines.append(cells)
        else:
            self._row.lines.append(cells)

    def _cells(self, at: int, line: str) -> list[str] | None:
        """What a line says in each column; None where it is no line of the table."""
        header = self._header
        cells = _cut(line, header.starts) if header else None
        if header is None or cells is None:
            return None
        first = cells[0]
        if first and header.numbered and not is_ref(first):
            return None
        alone = self._gap and sum(map(bool, cells)) == 1 and bool(first)
        return None if alone and not self._is_followed(at) else cells

    def _is_followed(self, at: int) -> bool:
        later = self._lines[at + 1 : at + 2]
        return bool(later) and bool(later[0].strip()) and _header(self._lines, at + 1) is None

    def _begins(self, cells: Sequence[str]) -> bool:
        """Whether a line is the first of another row."""
        if self._header and self._header.numbered:
            return bool(cells[0])
        filled = sum(map(bool, cells))
        begins_small = next(filter(None, cells))[:1].islower()
        return bool(cells[0]) and (self._gap or (filled * 2 > len(cells) and not begins_small))

    def _closed(self) -> Iterator[Row]:
        if self._row:
            yield self._row.row()
        self._row = None

    def _source(self, at: int) -> Source:
        return Source(line=at + 1, page=self._page if self._paged else None)


def _header(lines: Sequence[str], at: int) -> _Header | None:
    """The header that begins at a line: the columns it names, in one line or several."""
    chunks = list(CHUNK.finditer(lines[at]))
    names = [chunk[0] for chunk in chunks]
    if len(names) < 3 or "|" in lines[at] or (columns := columns_of(names)) is None:
        return None
    starts = tuple(chunk.start() for chunk in chunks)
    stop = at + 1
    while stop < min(len(lines), at + MOST_HEADER_LINES) and (more := _more(lines[stop], starts)):
        names = [f"{name} {rest}".strip() for name, rest in zip(names, more, strict=True)]
        stop += 1
    columns = columns_of(names) or columns
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
