"""Tables that lie on their side: labels down the first column, an action in each of the others.

A table for each action, of labels and what is said ("Action | ...", "Lead | ..."), is such a one.
"""

from collections.abc import Iterator, Sequence

from plans.columns import columns_of, role_of
from plans.rows import NOTHING, Block, Line, Row

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
    labels = tuple(row.cells[0] for row in run)
    if columns_of([label.text for label in labels]) is None:
        yield from run
        return
    yield Row(labels, run[0].source)
    for at in range(1, max(len(row.cells) for row in run)):
        cells = tuple(row.cells[at] if at < len(row.cells) else NOTHING for row in run)
        if not all(cell.blank for cell in cells):
            yield Row(cells, run[0].source)
