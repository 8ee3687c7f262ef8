"""What is printed on every page beside its number, in text with one cell to a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, pairwise, takewhile

FEWEST_PAGES = 3
MOST_LINES = 4  # beside the number of a page
LONGEST = 120  # characters of such a line


def pages_in(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The places of lines that only say what page of what document it is: a number that rises,
    and what stands beside it on nearly every page; and where the pages after these begin."""
    bare = [line.replace("\f", "").strip() for line in lines]
    numbers = [at for at, line in enumerate(bare) if line.isdigit() and len(line) < MOST_LINES]
    above, below = _beside(bare, numbers, -1), _beside(bare, numbers, 1)
    side = 1 if len(below) >= len(above) else -1
    pages = below if side > 0 else above
    if len(pages) < FEWEST_PAGES or any(int(bare[a]) >= int(bare[b]) for a, b in pairwise(pages)):
        return frozenset(), frozenset()
    found = {at for page in pages for at in _run_of(bare, pages, page)}
    begins = {next(each for each in count(page) if each not in found) for page in pages}
    return frozenset(found), frozenset(begins)


def _beside(lines: Sequence[str], numbers: Sequence[int], step: int) -> list[int]:
    """The numbers with the same line right beside them as most others have."""
    beside = {at: lines[at + step] for at in numbers if 0 <= at + step < len(lines)}
    times = Counter(line for line in beside.values() if _may_run(line))
    common = times.most_common(1)
    return [at for at, line in beside.items() if common and line == common[0][0]]


def _run_of(lines: Sequence[str], pages: Sequence[int], page: int) -> Iterator[int]:
    yield page
    for side in (-1, 1):
        steps = range(side, side * (MOST_LINES + 1), side)
        for step in takewhile(lambda step: _is_alike(lines, pages, page, step), steps):
            yield page + step


def _is_alike(lines: Sequence[str], pages: Sequence[int], page: int, step: int) -> bool:
    """Whether most pages have the same line at a distance from their number."""
    near = [lines[at + step] if 0 <= at + step < len(lines) else "" for at in pages]
    said = lines[page + step] if 0 <= page + step < len(lines) else ""
    return _may_run(said) and near.count(said) * 2 > len(pages)


def _may_run(line: str) -> bool:
    return 0 < len(line) <= LONGEST and any(map(str.isalpha, line))
