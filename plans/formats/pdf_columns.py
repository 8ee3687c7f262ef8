"""Tables without drawn lines: columns by the white between them, rows by what begins in them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import median

from plans.columns.abreast import columns_in
from plans.columns.roles import Columns, Role
from plans.formats.grid import Placed
from plans.formats.pdf_lines import PdfLine, cell_in
from plans.formats.pdf_pages import Word
from plans.meaning.headings import heading_in
from plans.meaning.refs import is_ref
from plans.rows import Cell

HEADER_LINES = 3  # a header is rarely higher
WIDEST_PAGE = 3_000  # points
ROW_GAP = 1.25  # of the distance of lines inside a row
NEXT = 2.2  # of the height of letters: lines of one header are no further apart
ANCHORS = (Role.REF, Role.DUE, Role.OWNER, Role.STATUS)  # cells that are often one line high


@dataclass(frozen=True, slots=True)
class Header:
    """A header found in running lines: how many lines it has, and where its columns stand."""

    lines: int
    parts: list[PdfLine]
    columns: Columns

    @property
    def known(self) -> int:
        return sum(role is not None for role in self.columns.roles)


@dataclass(frozen=True, slots=True)
class Bands:
    """The columns of an unruled table, by the places between them."""

    edges: list[float]
    columns: Columns
    size: float
    bold: bool

    def of(self, word: Word) -> int:
        return bisect_left(self.edges, word.box.middle)

    def crossed_by(self, line: PdfLine) -> bool:
        box = line.box
        return any(box.left < edge < box.right for edge in self.edges)

    def holds(self, line: PdfLine) -> bool:
        """Whether a line is part of a row, and no heading or prose."""
        parts = line.parts
        if len(parts) == 1 and not self._begins_row(line):
            if self.crossed_by(line) or heading_in(line.text):
                return False
            return line.size <= self.size * 1.1 and (self.bold or not line.bold)
        return not any(self.crossed_by(part) for part in parts) or self._begins_row(line)

    def _begins_row(self, line: PdfLine) -> bool:
        """Whether a line has words in most columns, a reference in the first, and none across two:
        some cells are then written full to their edge."""
        if self.columns.roles[0] is not Role.REF or not is_ref(line.words[0].text):
            return False
        across = any(
            word.box.left < edge < word.box.right for word in line.words for edge in self.edges
        )
        return not across and len({self.of(word) for word in line.words}) > len(self.edges) / 2


def header_at(lines: Sequence[PdfLine], at: int) -> Header | None:
    """The header that begins at a line, over as many lines as name the most columns."""
    best: Header | None = None
    for count in range(1, HEADER_LINES + 1):
        found = _header(lines[at : at + count], count)
        if found is None or (best and found.known <= best.known):
            continue
        later = (_header(lines[at + skip : at + count], count - skip) for skip in range(1, count))
        if all(each is None or each.known < found.known for each in later):
            best = found
    return best


def _header(lines: Sequence[PdfLine], count: int) -> Header | None:
    """The header that lines make together, none of which runs under several columns."""
    if len(lines) < max(count, 1) or len(lines[0].parts) < 2 or not _close(lines):
        return None
    parts = _stacked(lines)
    if len(parts) < max(len(line.parts) for line in lines):
        return None
    columns = columns_in([part.text for part in parts])
    return Header(count, parts, columns) if columns else None


def bands_of(header: Header, lines: Sequence[PdfLine]) -> Bands:
    """The columns under a header: between two names runs the place that the fewest words cross."""
    covered = _covered(word for line in lines if len(line.parts) > 1 for word in line.words)
    edges = [
        _emptiest(covered, one.box.middle, other.box.middle)
        for one, other in pairwise(header.parts)
    ]
    sizes = [line.size for line in lines] or [header.parts[0].size]
    bold = sum(line.bold for line in lines) * 2 > len(lines)
    return Bands(sorted(edges), header.columns, median(sizes), bold)


def _covered(words: Iterable[Word]) -> list[int]:
    """How many words stand over each point across the page."""
    steps = [0] * (WIDEST_PAGE + 1)
    for word in words:
        steps[min(int(max(word.box.left, 0)), WIDEST_PAGE)] += 1
        steps[min(int(word.box.right) + 1, WIDEST_PAGE)] -= 1
    return list(accumulate(steps[:WIDEST_PAGE]))


def rows_under(bands: Bands, lines: Sequence[PdfLine]) -> list[list[Placed]]:
    """The rows that successive lines make."""
    if not lines:
        return []
    rights = [0.0] * (len(bands.edges) + 1)
    for line in lines:
        for word in line.words:
            at = bands.of(word)
            rights[at] = max(rights[at], word.box.right)
    starts = _starts(bands, lines)
    ends = [*starts[1:], len(lines)]
    return [
        _placed(bands, lines[begin:end], rights) for begin, end in zip(starts, ends, strict=True)
    ]


def header_cells(header: Header) -> list[Placed]:
    return [Placed(cell_in(part.words, part.box.right), at) for at, part in enumerate(header.parts)]


def _placed(bands: Bands, lines: Sequence[PdfLine], rights: list[float]) -> list[Placed]:
    words: list[list[Word]] = [[] for _ in rights]
    for line in lines:
        for word in line.words:
            words[bands.of(word)].append(word)
    cells: list[Cell] = [cell_in(each, right) for each, right in zip(words, rights, strict=True)]
    return [Placed(cell, at) for at, cell in enumerate(cells)]


def _starts(bands: Bands, lines: Sequence[PdfLine]) -> list[int]:
    """The lines at which rows begin: after a wider gap, or where a short cell has words."""
    gaps = [later.box.top - line.box.top for line, later in pairwise(lines)]
    leading = min((gap for gap in gaps if gap > 1), default=0)
    spaced = [0, *(at for at, gap in enumerate(gaps, 1) if gap > ROW_GAP * leading)]
    anchored = _anchored(bands, lines)
    return spaced if len(spaced) * 2 > len(anchored) else anchored


def _anchored(bands: Bands, lines: Sequence[PdfLine]) -> list[int]:
    filled = [{bands.of(word) for word in line.words} for line in lines]
    places = [at for role in ANCHORS if (at := bands.columns.at(role)) is not None]
    counts = {place: sum(place in bands_filled for bands_filled in filled) for place in places}
    most = max(counts.values(), default=0)
    often = [place for place in places if counts[place] * 2 >= most]
    if not often:
        return list(range(len(lines)))
    anchor = min(often, key=lambda place: (counts[place], places.index(place)))
    return sorted({0, *(at for at, each in enumerate(filled) if anchor in each)})


def _emptiest(covered: list[int], begin: float, end: float) -> float:
    """The right end of the widest stretch that the fewest words cover."""
    first, last = int(max(begin, 0)), min(int(end) + 1, WIDEST_PAGE)
    if last - first < 2:
        return (begin + end) / 2
    fewest = min(covered[first:last])
    best = (0, first)
    run = 0
    for point in range(first, last):
        run = run + 1 if covered[point] == fewest else 0
        best = max(best, (run, point))
    length, place = best
    return place - min(2.0, length / 2)


def _close(lines: Sequence[PdfLine]) -> bool:
    pairs = pairwise(lines)
    return all(
        later.box.top - line.box.top < NEXT * (line.box.bottom - line.box.top)
        for line, later in pairs
    )


def _stacked(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The parts of several lines, those that stand under one another made one."""
    parts = sorted((part for line in lines for part in line.parts), key=lambda p: p.box.left)
    stacks: list[list[PdfLine]] = []
    right = float("-inf")
    for part in parts:
        if stacks and part.box.left < right:
            stacks[-1].append(part)
        else:
            stacks.append([part])
            right = float("-inf")
        right = max(right, part.box.right)
    return [_in_reading_order(stack) for stack in stacks]


def _in_reading_order(stack: list[PdfLine]) -> PdfLine:
    ordered = sorted(stack, key=lambda part: (part.box.height, part.box.left))
    return PdfLine([word for part in ordered for word in part.words])
