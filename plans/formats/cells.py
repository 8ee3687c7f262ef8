"""Text with one cell of a table to a line: which lines are of cells, and which stand between.

Word and others write tables so when they save as text: a tab begins each cell, whose further
lines follow it. What row a cell is of, only counting from the header tells
(``plans.formats.counted``).
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from domain.work import Source
from plans.columns.contents import looks_like
from plans.columns.header_rows import columns_of
from plans.columns.roles import Role
from plans.formats.counted import CALENDAR, Counter
from plans.formats.line_cells import Found
from plans.markup import cell_of, plain_words
from plans.meaning.headings import Kind, heading_in
from plans.rows import Block, Line, Row

FEW = 0.8  # of the lines with tabs, this many have one, at their beginning
OF_PARTS = frozenset({Kind.SECTION, Kind.GROUP})
WHOLE = (Role.STATUS, Role.DUE)  # what a cell may hold to which no line of names is added
ENDS, RUNS_ON = (".", ";", ":", ","), (":", ",", "/", "&", "–", "-")
SHORTEST_NAME, LONGEST_NAME = 8, 80  # of a heading; in fewer capitals a body may have its name
FEW_LINES = 20  # after a heading, in which the names of columns would stand
LISTED = re.compile(r"(?P<title>[^\t]+)\t+\s{0,9}(?P<page>\d{1,3})\s*")  # in a list of contents


def one_cell_to_a_line(lines: list[str]) -> bool:
    """Whether tabs begin cells instead of parting them."""
    tabbed = [line for line in lines if "\t" in line]
    single = sum(1 for line in tabbed if line.startswith("\t") and line.count("\t") == 1)
    return len(tabbed) > 2 and single >= FEW * len(tabbed)


def cells_in_lines(lines: list[str]) -> Iterator[Block]:
    """Prose as it stands; each header as a row, and as many cells as it has to a row after it."""
    counter = Counter()
    cells: list[Found] = []
    blank = 1  # lines since the last with words; the text begins as after one
    for number, line in enumerate(lines, 1):
        if line.startswith("\t"):
            cells.append(Found([line[1:]], Source(line=number), after_blank=blank > 0))
        elif cells and not (
            _ends_table(line, blank) or (blank and _parts(lines, number, cells[-1]))
        ):
            cells[-1].lines.append(line)
        elif line.strip():
            yield from counter.rows(cells)
            yield _prose(line, Source(line=number))
            cells = []
        blank = 0 if line.strip() or line.startswith("\t") else blank + 1
    yield from counter.rows(cells)


def _ends_table(line: str, blank: int) -> bool:
    """Whether a line is no more of the last cell: a wide gap parts them, or it heads a part."""
    if not blank or not line.strip():
        return False
    heading = heading_in(plain_words(line))
    return blank > 1 or (heading is not None and heading.kind in OF_PARTS)


def _parts(lines: list[str], number: int, cell: Found) -> bool:
    """Whether a line after a blank one heads the part that begins with the next cell: it is in
    capitals, or the cell before it is whole without it, and a labelled heading or the names of
    columns come next."""
    line = lines[number - 1].strip()
    before = next((each for each in reversed(cell.lines) if each.strip()), "").strip()
    if not line or line.endswith(ENDS) or before.endswith(RUNS_ON) or len(line) > LONGEST_NAME:
        return False
    shouted = line.isupper() and " " in line and len(line) >= SHORTEST_NAME
    if not shouted and not any(looks_like(role, cell.cell, CALENDAR) for role in WHOLE):
        return False
    below = [each for each in lines[number : number + FEW_LINES] if each.strip()]
    cells = [plain_words(each) for each in takewhile(lambda each: each.startswith("\t"), below)]
    heading = heading_in(cells[0]) if cells else None
    return (heading is not None and heading.kind in OF_PARTS) or _are_names(cells)


def _are_names(cells: list[str]) -> bool:
    return any(columns_of(cells[:count]) for count in range(3, len(cells) + 1))


def _prose(line: str, source: Source) -> Block:
    if listed := LISTED.fullmatch(line):
        return Row((cell_of(listed["title"]), cell_of(listed["page"])), source, after_gap=True)
    return Line(plain_words(line), source)
