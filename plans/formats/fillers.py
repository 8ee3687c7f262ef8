"""Empty cells that only keep the columns apart, in text with one cell to a line.

A table drawn with narrow columns between those that hold something has an empty cell after each
name of a column, and after most of what stands below.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from plans.columns.header_rows import columns_of
from plans.formats.line_cells import Found

FEWEST_NAMES, MOST_NAMES = 3, 15
FEW = 10  # one cell in so many may begin right under another, and then goes on with it


def are_filled_up(cells: Sequence[Found]) -> bool:
    """Whether names of columns stand among cells with an empty one after each, as most cells
    below have."""
    at = _first_header(cells)
    below = pairwise(cells[at:]) if at is not None else ()
    apart = [not beside.words for found, beside in below if found.words]
    return sum(apart) * 2 > len(apart)


def without_fillers(cells: Sequence[Found]) -> list[Found]:
    """The cells, of which those that are further lines of the one above are put to it; of empty
    ones after a filled one, every second, as an empty one of a column has one beside it too."""
    at = _first_header(cells) or 0
    return [*_without(cells[:at]), *_without(_with_their_rest(cells[at:]))]


def _without(cells: Sequence[Found]) -> Iterator[Found]:
    at = 0
    while at < len(cells):
        yield cells[at]
        empty = list(takewhile(lambda found: not found.words, cells[at + 1 :]))
        yield from empty[1::2] if cells[at].words else empty
        at += 1 + len(empty)


def _with_their_rest(cells: Sequence[Found]) -> list[Found]:
    """The cells; where nearly all are kept apart, what is not goes on with the one before."""
    filled = sum(found.words for found in cells)
    if sum(_goes_on(*pair) for pair in pairwise(cells)) * FEW > filled:
        return list(cells)
    whole: list[Found] = []
    for found in cells:
        if whole and _goes_on(whole[-1], found):
            whole[-1] = replace(whole[-1], lines=[*whole[-1].lines, *found.lines])
        else:
            whole.append(found)
    return whole


def _goes_on(before: Found, found: Found) -> bool:
    """Whether a cell has neither a blank line nor an empty cell between it and the one before."""
    return before.words and found.words and not found.after_blank


def _first_header(cells: Sequence[Found]) -> int | None:
    places = (at for at, found in enumerate(cells) if found.after_blank)
    return next((at for at in places if _names_apart(cells, at)), None)


def _names_apart(cells: Sequence[Found], at: int) -> bool:
    near = cells[at : at + 2 * MOST_NAMES]
    pairs = takewhile(_is_kept_apart, zip(near[::2], near[1::2], strict=False))
    names = [found.name for found, _ in pairs]
    offers = range(FEWEST_NAMES, len(names) + 1)
    return any(columns_of(names[:count]) for count in offers)


def _is_kept_apart(pair: tuple[Found, Found]) -> bool:
    """Whether a name has an empty cell right after it, with no blank line between."""
    found, beside = pair
    return bool(found.name) and not beside.words and not beside.after_blank
