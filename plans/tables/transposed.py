"""Tables that lie on their side: labels down the first column, an action in each of the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of
from plans.rows import NOTHING, Block, Line, Row, cell

FORM = 2  # columns of a form
NUMBERED = re.compile(r"(?P<label>\D{3,40}?)\s(?P<number>\d{1,3}(?:\.\d{1,3})?)\s?:?")
MOST_LABELS = 30  # of one table; more are rows of another kind


def upright(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with tables that lie on their side turned so that actions are rows."""
    made: list[Block] = []
    run: list[Row] = []
    for block in blocks:
        if run and not _goes_on(run, block):
            made += _turned(run)
            run = []
        if isinstance(block, Row) and _is_labelled(block):
            run.append(block)
        else:
            made.append(block)
    return [*made, *_turned(run)]


def _is_labelled(row: Row) -> bool:
    return len(row.cells) > 1 and role_of(row.cells[0].text) is not None


def _goes_on(run: Sequence[Row], block: Block) -> bool:
    """Whether a block is the next row of the table: another label, where no other table begins."""
    if isinstance(block, Line) or block.table != run[0].table or not _is_labelled(block):
        return False
    if len(run) == MOST_LABELS:
        return False
    return all(block.cells[0].text != row.cells[0].text for row in run)


def _turned(run: Sequence[Row]) -> Iterator[Block]:
    run = [_numbered(row) for row in run]
    labels = tuple(row.cells[0] for row in run)
    if columns_of([label.text for label in labels]) is None:
        yield from run
        return
    yield Row(labels, run[0].source)
    for at in range(1, max(len(row.cells) for row in run)):
        cells = tuple(row.cells[at] if at < len(row.cells) else NOTHING for row in run)
        if not all(cell.blank for cell in cells):
            yield Row(cells, run[0].source)


def _numbered(row: Row) -> Row:
    """A label with a number ("Recommendation 3") as the label alone, and the number in what is
    said."""
    found = NUMBERED.fullmatch(row.cells[0].text)
    if found is None or len(row.cells) != FORM:
        return row
    said = cell(f"{row.cells[0].text.rstrip(': ')}: {row.cells[1].text}")
    return replace(row, cells=(cell(found["label"]), said))
