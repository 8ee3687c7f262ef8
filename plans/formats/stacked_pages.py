"""What is printed on every page beside its number, in text with one cell to a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from plans.columns.header_words import role_of
from plans.meaning.section_names import PLAN

FEWEST_PAGES = 3
MOST_LINES = 4  # beside the number of a page
FEW_WORDS = 2  # blanks
LONG_NUMBER = 4  # figures; a year is of no page
LONGEST = 120  # characters of such a line


def pages_in(lines: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The places of lines that only say what page of what document it is: a number that rises,
    and what stands beside it on nearly every page; and where the pages after these begin."""
    every = [line.replace("\f", "").strip() for line in lines]
    filled = [at for at, line in enumerate(every) if line]
    bare = [every[at] for at in filled]
    numbers = [at for at, line in enumerate(bare) if line.isdecimal() and len(line) < LONG_NUMBER]
    above, below = _beside(bare, numbers, -1), _beside(bare, numbers, 1)
    side = 1 if len(below) >= len(above) else -1
    pages = below if side > 0 else above
    if len(pages) < FEWEST_PAGES or any(int(bare[a]) >= int(bare[b]) for a, b in pairwise(pages)):
        return frozenset(), frozenset()
    steps = range(side, side * (MOST_LINES + 1), side)
    common = [_common(bare, pages, step) for step in steps]
    found = {at for page in pages for at in _run_of(bare, common, page, side)}
    begins = {next(each for each in count(page) if each not in found) for page in pages}
    places = [*filled, len(lines)]
    return frozenset(places[at] for at in found), frozenset(places[at] for at in begins)


def _beside(lines: Sequence[str], numbers: Sequence[int], step: int) -> list[int]:
    """The numbers with the same line right beside them as most others have."""
    beside = {at: lines[at + step] for at in numbers if 0 <= at + step < len(lines)}
    times = Counter(line for line in beside.values() if _may_run(line))
    common = times.most_common(1)
    return [at for at, line in beside.items() if common and line == common[0][0]]


def _common(lines: Sequence[str], pages: Sequence[int], step: int) -> str:
    """The line that most pages have at a distance from their number, or ""; not next to it, a
    line has to be longer than what cells say that end or begin a page."""
    near = Counter(lines[at + step] for at in pages if 0 <= at + step < len(lines))
    said, times = near.most_common(1)[0] if near else ("", 0)
    long = abs(step) == 1 or said.count(" ") >= FEW_WORDS or PLAN.search(said)
    return said if long and times * 2 > len(pages) and _may_run(said) else ""


def _run_of(lines: Sequence[str], common: Sequence[str], page: int, side: int) -> Iterator[int]:
    """The places of a page's number and of what most pages have beside it."""
    yield page
    for at, said in zip(count(page + side, side), common, strict=False):
        if not said or not 0 <= at < len(lines) or lines[at] != said:
            return
        yield at


def _may_run(line: str) -> bool:
    """Whether a line could be the title of a document, and is no name of a column."""
    titled = PLAN.search(line) or role_of(line) is None
    return 0 < len(line) <= LONGEST and any(map(str.isalpha, line)) and bool(titled)
