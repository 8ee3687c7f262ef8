"""Tables whose cells are ruled off by drawn lines."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plans.formats.grid import Placed
from plans.formats.pdf_lines import cell_in
from plans.formats.pdf_pages import Box, Page, Word

NEAR = 3.0  # points within which two lines are the same, or meet
MOST_LINES = 400  # that lie, or that stand, of one table
MOST_ON_A_PAGE = 2_500


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Where a table stands, and its cells by row."""

    box: Box
    rows: list[list[Placed]]


def ruled_tables(page: Page) -> list[RuledTable]:
    """The tables of a page that are ruled both ways, from the top down."""
    if len(page.lying) + len(page.standing) > MOST_ON_A_PAGE:
        return []  # a drawing, not a table
    found = [_table(page, lying, standing) for lying, standing in _connected(page)]
    tables = [table for table in found if table]
    return sorted(tables, key=lambda table: (table.box.top, table.box.left))


def _connected(page: Page) -> list[tuple[list[Box], list[Box]]]:
    """Groups of lines that touch one another, each with those that lie and those that stand."""
    groups: list[tuple[list[Box], list[Box]]] = []
    extents: list[Box] = []
    for line in sorted([*page.lying, *page.standing], key=lambda box: box.top):
        touching = [at for at, extent in enumerate(extents) if _touch(extent, line)]
        lying, standing, extent = [], [], line
        for at in reversed(touching):
            lying += groups[at][0]
            standing += groups[at][1]
            extent = _around(extent, extents[at])
            del groups[at], extents[at]
        (lying if line.right - line.left > line.bottom - line.top else standing).append(line)
        groups.append((lying, standing))
        extents.append(extent)
    return [group for group in groups if min(map(len, group)) > 1]


def _table(page: Page, lying: list[Box], standing: list[Box]) -> RuledTable | None:
    across = _places(line.height for line in lying)
    down = _places(line.middle for line in standing)
    if not (1 < len(across) <= MOST_LINES and 2 < len(down) <= MOST_LINES):
        return None
    box = Box(down[0], across[0], down[-1], across[-1])
    inside = [word for word in page.words if _within(word.box, box)]
    if not inside:
        return None
    grid = _Grid(across, down, lying, standing)
    rows = grid.cells(inside, page.areas)
    return RuledTable(box, rows)


class _Grid:
    """The fields between lines; fields without a line between them are one cell."""

    def __init__(
        self, across: list[float], down: list[float], lying: list[Box], standing: list[Box]
    ) -> None:
        self._across, self._down = across, down
        self._lying = {
            at: [each for each in lying if abs(each.height - at) <= NEAR] for at in across
        }
        self._standing = {
            at: [each for each in standing if abs(each.middle - at) <= NEAR] for at in down
        }

    def cells(self, words: Iterable[Word], areas: Sequence[tuple[Box, str]]) -> list[list[Placed]]:
        filled = self._filled(words)
        rights = self._rights(filled)
        rows: list[list[Placed]] = [[] for _ in self._across[1:]]
        taken: set[tuple[int, int]] = set()
        for row in range(len(rows)):
            for column in range(len(self._down) - 1):
                if (row, column) in taken:
                    continue
                wide, high = self._reach(row, column)
                fields = [(row + r, column + c) for r in range(high) for c in range(wide)]
                taken.update(fields)
                inside = [word for field in fields for word in filled.get(field, ())]
                box = self._box(row, column, wide, high)
                cell = cell_in(inside, max(rights[column + wide - 1], 0), _colour(box, areas))
                rows[row].append(Placed(cell, column, wide))
                for below in range(row + 1, row + high):
                    rows[below].append(Placed(cell, column, wide, goes_on=True))
        return [sorted(row, key=lambda placed: placed.column) for row in rows]

    def _filled(self, words: Iterable[Word]) -> dict[tuple[int, int], list[Word]]:
        found: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            row, column = _field(word.box.height, self._across), _field(word.box.middle, self._down)
            found.setdefault((row, column), []).append(word)
        return found

    def _rights(self, filled: dict[tuple[int, int], list[Word]]) -> list[float]:
        """How far to the right each column was ever written."""
        rights = [0.0] * (len(self._down) - 1)
        for (_, column), words in filled.items():
            rights[column] = max(rights[column], *(word.box.right for word in words))
        return rights

    def _reach(self, row: int, column: int) -> tuple[int, int]:
        """Over how many columns and rows the cell goes that begins in a field."""
        wide, high = 1, 1
        middle = (self._across[row] + self._across[row + 1]) / 2
        while column + wide < len(self._down) - 1:
            lines = self._standing[self._down[column + wide]]
            if any(line.top <= middle <= line.bottom for line in lines):
                break
            wide += 1
        centre = (self._down[column] + self._down[column + 1]) / 2
        while row + high < len(self._across) - 1:
            lines = self._lying[self._across[row + high]]
            if any(line.left <= centre <= line.right for line in lines):
                break
            high += 1
        return wide, high

    def _box(self, row: int, column: int, wide: int, high: int) -> Box:
        return Box(
            self._down[column],
            self._across[row],
            self._down[column + wide],
            self._across[row + high],
        )


def _colour(cell: Box, areas: Sequence[tuple[Box, str]]) -> str:
    """The colour of the area that fills a cell."""
    for area, name in reversed(areas):
        if area.left <= cell.middle <= area.right and area.top <= cell.height <= area.bottom:
            return name
    return ""


def _places(values: Iterable[float]) -> list[float]:
    """Distinct places; those of lines drawn side by side are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _field(value: float, edges: list[float]) -> int:
    return bisect_right(edges, value, 1, len(edges) - 1) - 1


def _within(word: Box, box: Box) -> bool:
    return box.left <= word.middle <= box.right and box.top <= word.height <= box.bottom


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left - NEAR <= other.right
        and other.left - NEAR <= one.right
        and one.top - NEAR <= other.bottom
        and other.top - NEAR <= one.bottom
    )


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
