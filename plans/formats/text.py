"""Text as extracted from PDF or Word: headings, bullets, and tables with tabs or pipes."""

import re
from collections.abc import Iterator
from dataclasses import replace

from domain.work import Source
from plans.formats.cells import cells_in_lines, one_cell_to_a_line
from plans.formats.running import running_lines
from plans.formats.spaced import SpacedText, has_spaced_tables
from plans.formats.stacked import has_stacked_tables, stacked_blocks
from plans.markup import cell_of, plain_words
from plans.rows import Block, Line, Row

HEADING = re.compile(r"(#{1,6})\s+(.*)")
BULLET = re.compile(r"\s{0,12}[-*•▪●◦‣·]\s+")
ITALICS = re.compile(r"(?<!\w)\*(?=\S)([^*\n]{1,300})\*(?!\w)")
# "Lead: Ann Price    Due: May": the gap parts one field from the next.
FIELD_AFTER_GAP = re.compile(r"(?<=\S)[ ]{2,40}(?=[A-Z][A-Za-z’' ]{1,38}:\s)")
RULE = re.compile(r"[-=_|+:*\s]{3,}")
PIPE_RULE = re.compile(r"[ |:-]{3,}")  # under the header of a Markdown table, with a "|" in it
PIPES = re.compile(r"(?<!\\)\|")
MOST_CELLS = 100  # of one row; no plan has so many, and a line of tabs is no plan
LONGEST_LINE = 100_000  # characters; what is beyond is not a plan's


def read_text(text: str) -> Iterator[Block]:
    """The lines and rows of a text, in order."""
    lines = [line[:LONGEST_LINE].rstrip(" ") for line in text.split("\n")]
    if one_cell_to_a_line(lines):
        return cells_in_lines(lines)
    if has_spaced_tables(lines) and not _has_piped_tables(lines):
        return SpacedText(lines).blocks()
    if has_stacked_tables(lines):
        return stacked_blocks(lines)
    return blocks_in(lines)


def blocks_in(lines: list[str]) -> Iterator[Block]:
    """The blocks of lines whose tables have tabs or pipes.

    Rows are given out once the line after them is known, which may go on with them.
    """
    waiting: Row | None = None
    gap, width, page = True, 0, 1
    paged = any("\f" in line for line in lines)
    piped = _has_piped_tables(lines)
    running = running_lines(lines)
    for number, line in enumerate(lines, 1):
        if number - 1 in running:
            continue
        if "\f" in line:
            page, gap, line = page + line.count("\f"), True, line.replace("\f", "")
        if not line.strip() or RULE.fullmatch(line):
            gap = gap or not line.strip()
            waiting = replace(waiting, heads=True) if waiting and "|" in line else waiting
            continue
        source = Source(line=number, page=page if paged else None)
        values = _values(line, piped)
        if waiting and not gap and (whole := _continued(waiting, values, width)):
            waiting = whole
            continue
        if waiting:
            yield waiting
            waiting = None
        if len(values) > 1:
            waiting = Row(tuple(map(cell_of, values)), source, after_gap=gap)
            width = max(width, len(values)) if not gap else len(values)
        else:
            yield line_of(line, source)
        gap = len(values) < 2
    if waiting:
        yield waiting


def _has_piped_tables(lines: list[str]) -> bool:
    return any("|" in line and "--" in line and PIPE_RULE.fullmatch(line) for line in lines)


def line_of(line: str, source: Source) -> Line:
    """A line of prose, without its Markdown."""
    if heading := HEADING.fullmatch(line.strip()):
        return Line(plain_words(heading[2].rstrip("# ")), source, level=len(heading[1]))
    bullet = BULLET.match(line)
    text = plain_words(FIELD_AFTER_GAP.sub(" | ", line[bullet.end() :] if bullet else line))
    indent = len(line) - len(line.lstrip())
    return Line(ITALICS.sub(r"\1", text).strip("*_ "), source, None, bool(bullet), indent)


def _values(line: str, piped: bool) -> list[str]:
    if "\t" in line:
        return line.split("\t", MOST_CELLS)[:MOST_CELLS]
    stripped = line.strip()
    if "|" in stripped and (piped or (stripped[0] == "|" and stripped.count("|") > 1)):
        return [each.replace("\\|", "|") for each in PIPES.split(stripped.strip("|"), MOST_CELLS)]
    return [line]


def _continued(row: Row, values: list[str], width: int) -> Row | None:
    """A row whose last cell was broken over a line, whole; None where the line is not its rest."""
    before, more = len(row.cells), len(values)
    if before >= width or before + more - 1 > width or BULLET.match(values[0]):
        return None
    first, *others = map(cell_of, values)
    last = replace(row.cells[-1], pieces=row.cells[-1].pieces + first.pieces)
    return replace(row, cells=(*row.cells[:-1], last, *others))
