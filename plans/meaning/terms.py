"""The terms of time that a plan explains itself: "Short term – to be done by March 2027"."""

import re
from collections.abc import Callable, Iterable, Iterator

from domain.work import Due
from plans.rows import Block, Line

type Terms = tuple[tuple[str, str], ...]
"""Each term, as ``bare`` has it, with the words that say when it is."""
type Reading = Callable[[str], Due | None]
type _Said = tuple[str, str, bool]  # a term, its meaning, and whether its line begins with it

# A term, perhaps with what is short for it, and what parts it from its meaning.
_SHORT = r"(?:\s?[(\[](?P<short>[A-Za-z]{1,4})[)\]])?"
_PARTED = r"(?:\s?[:=]\s?|\s[–—-]\s|\s(?:is|are|means?|stands for)\s|\s?(?=[(\[]))"
EXPLAINED = re.compile(
    r"(?:^|(?<=[\s;,.|:(]))(?:and\s)?"
    rf"(?P<term>[A-Za-z][A-Za-z’'/-]*(?:\s[A-Za-z’'/-]+){{0,3}}(?:\s\d)?){_SHORT}{_PARTED}",
)
OF_TIME = re.compile(r"[\s-]*\b(?:terms?|time ?(?:scale|frame)s?|actions?|range)\b", re.IGNORECASE)
ASIDES = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
BETWEEN = re.compile(r"\s*(?:/|&|,|\bto\b|\band\b|\bor\b|[–—-])\s*", re.IGNORECASE)
ROUND = " \t\n.,:;*()[]"
LONGEST = 600  # characters of a line or cell that are looked at
LONGEST_TERM = 40
FEWEST, MOST = 2, 12  # terms that a plan explains one after the other; more are its actions


def terms_in(blocks: Iterable[Block], due_of: Reading) -> Terms:
    """What blocks that follow each other explain as "term – meaning", each or several in one, if
    every meaning is a day or a period as ``due_of`` reads it, and no term is a time by itself.

    Of two meanings the one counts whose line or cell begins with the term; where that does not
    tell, neither does."""
    leading: dict[str, set[str]] = {}
    amid: dict[str, set[str]] = {}
    for run in _runs(blocks, due_of):
        for term, when, leads in run:
            (leading if leads else amid).setdefault(term, set()).add(when.strip())
    found = amid | leading
    return tuple((term, min(whens)) for term, whens in found.items() if len(whens) == 1)


def meaning_of(text: str, terms: Terms) -> str:
    """What a cell means that holds a term and nothing else, or several of which the last counts
    ("Short/medium term"); "" where it holds none."""
    if not terms or len(text) > LONGEST_TERM:
        return ""
    known = dict(terms)
    parts = [bare(part) for part in BETWEEN.split(ASIDES.sub("", text))]
    last = parts[-1] if all(part in known for part in parts) else bare(text)
    return known.get(last, "")


def bare(term: str) -> str:
    """A term without what others leave out: "Short-term" is "short"."""
    words = OF_TIME.sub("", ASIDES.sub("", term))
    return " ".join(words.replace("-", " ").split()).strip(ROUND).lower()


def _runs(blocks: Iterable[Block], due_of: Reading) -> Iterator[list[_Said]]:
    """What is explained one after the other, by as many terms as a plan may have."""
    run: list[_Said] = []
    for block in [*blocks, Line("")]:
        said = [each for each in _said_in(block) if _is_dated(due_of(each[1]))]
        run += [(bare(term), when, leads) for term, when, leads in said if not due_of(term)]
        if not said:
            if FEWEST <= len({term for term, *_ in run}) <= MOST:
                yield run
            run = []


def _is_dated(due: Due | None) -> bool:
    return due is not None and (due.start or due.end) is not None


def _said_in(block: Block) -> Iterator[_Said]:
    if isinstance(block, Line):
        yield from _in_text(block.text)
        return
    filled = [cell.text for cell in block.cells if not cell.blank]
    if len(filled) == FEWEST and len(filled[0]) < LONGEST_TERM:
        yield filled[0], filled[1], True
    inside = [list(_in_text(text)) for text in filled]
    if all(inside[1:]):  # beside a name at most, each explains something
        yield from ((*each[:2], len(filled) == 1) for said in inside for each in said)


def _in_text(text: str) -> Iterator[_Said]:
    """Terms and meanings; of "S = short term (by March)" both that and its letter have one."""
    text = text[:LONGEST]
    found = [each for each in EXPLAINED.finditer(text) if bare(each["term"])]
    ends = [*(each.start() for each in found[1:]), len(text)]
    meaning = ""
    for each, end in zip(reversed(found), reversed(ends), strict=False):
        meaning = text[each.end() : end].strip(ROUND) or meaning
        yield each["term"], meaning, each.start() == 0
        if each["short"]:
            yield each["short"], meaning, each.start() == 0
