"""Text with one cell of a table to a line: which lines are of cells, and which stand between.

Word and others write tables so when they save as text: a tab begins each cell, whose further
lines follow it. What row a cell is of, only counting from the header tells
(``plans.formats.counted``).
"""

import re
from collections.abc import Iterator

from domain.work import Source
from plans.formats.counted import Counter, Found
from plans.markup import cell_of, plain_words
from plans.meaning.headings import Kind, heading_in
from plans.rows import Block, Line, Row

FEW = 0.8  # of the lines with tabs, this many have one, at their beginning
OF_PARTS = frozenset({Kind.SECTION, Kind.GROUP})
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
        elif cells and not _ends_table(line, blank):
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


def _prose(line: str, source: Source) -> Block:
    if listed := LISTED.fullmatch(line):
        return Row((cell_of(listed["title"]), cell_of(listed["page"])), source, after_gap=True)
    return Line(plain_words(line), source)
