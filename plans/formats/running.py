"""Running headers and footers that extraction leaves between the lines of a text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plans.columns.abreast import columns_in

# "Page 4 of 9" at the end of a line, or a number alone on one.
PAGE = re.compile(
    r"(?:.{0,200}\s)?page\s?(\d{1,4})(?:\s?(?:of|/)\s?\d{1,4})?\s*|[\s–-]*(\d{1,4})[\s–-]*", re.I
)
PARTS = re.compile(r"\t+| {2,}|\s*\|\s*")
LONGEST = 300  # characters of a running line
MOST = 3  # lines of a running header or footer, beside the one with the page


def running_lines(lines: Sequence[str]) -> frozenset[int]:
    """The places of lines that only say what page of what document it is, and of the blank lines
    around them: a row of a table goes on over these."""
    numbers = {at: number for at, line in enumerate(lines) if (number := _page_of(line))}
    beside = {at: _beside(lines, at) for at in numbers}
    near_pages = {each for near in beside.values() for each in near}
    seen = Counter(_folded(lines[each]) for each in near_pages)
    pages = [at for at in numbers if _repeats(lines, at, beside[at], seen)]
    if len(pages) < 2 or not _rise([numbers[at] for at in pages]):
        return frozenset()
    found = set(pages)
    for at in pages:
        found |= {each for each in beside[at] if seen[_folded(lines[each])] > 1}
    return frozenset(found | _blanks_around(lines, found))


def _page_of(line: str) -> int:
    found = PAGE.fullmatch(line) if 0 < len(line) < LONGEST else None
    return int(found[1] or found[2]) if found else 0


def _folded(line: str) -> str:
    return " ".join(line.split())


def _repeats(lines: Sequence[str], at: int, beside: Sequence[int], seen: Counter[str]) -> bool:
    """Whether a page is named in words, or stands beside what is repeated from page to page."""
    return "page" in lines[at].lower() or any(seen[_folded(lines[each])] > 1 for each in beside)


def _beside(lines: Sequence[str], at: int) -> list[int]:
    """The lines right above and below, that may belong to the same header or footer."""
    found: list[int] = []
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and abs(near - at) <= MOST and _may_run(lines[near]):
            found.append(near)
            near += step
    return found


def _may_run(line: str) -> bool:
    short = 0 < len(line.strip()) < LONGEST
    return short and columns_in(PARTS.split(line.strip())) is None


def _rise(pages: Sequence[int]) -> bool:
    return all(before < after for before, after in pairwise(pages))


def _blanks_around(lines: Sequence[str], found: set[int]) -> set[int]:
    blanks: set[int] = set()
    for at in found:
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(lines) and not lines[near].strip() and near not in blanks:
                blanks.add(near)
                near += step
    return blanks
