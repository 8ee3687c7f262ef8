"""What a plan itself says that its colours, letters or numbers mean: "Green: done", "2 = begun"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from domain.work import Status
from plans.meaning.statuses import COLOUR_OF_LETTER, COLOURS, named_statuses
from plans.rows import Block, Cell, Line, Row

type Legend = Mapping[str, Status]
"""The status that each mark stands for: a colour, or a code of the plan's own, in small letters."""

NO_LEGEND: Legend = MappingProxyType({})
_COLOUR = "blue|green|amber|yellow|orange|red|gr[ae]y|white"
_CODE = r"[A-Z]{1,2}|[0-9]"
MARK = re.compile(rf"(?:(?i:{_COLOUR})|{_CODE})")
# A mark and what parts it from its meaning, where a line begins or another meaning has ended.
DEFINED = re.compile(
    rf"(?:^|(?<=[\s;,.|/(:–—-]))(?P<mark>(?i:{_COLOUR})|{_CODE})"
    r"(?:\s?[:=]\s?|\s[–—-]\s|\s\(|\s(?:means|is for|stands for|indicates)\s)"
)
PARTS = re.compile(r"[:=(–—-]|\s(?:means|is for|stands for|indicates)\s")  # a mark from its meaning
ROUND = re.compile(r"[\s;,.|/()–—-]+$")
LONGEST = 600  # characters of a line or cell that are looked at
LONGEST_MEANING = 120
FIRST = len("Key: ")  # one mark alone in a line is explained where the line begins
FEWEST = 3  # cells of a row that is a legend
WITH_INITIALS = (3, 4)  # cells of a row: letters, colour, meaning, and more about it
FEW_WORDS = 5  # of what a letter or number means; more are a sentence
RATINGS = frozenset({"red", "amber", "yellow", "orange", "green"})

type _Meanings = dict[str, str]


def legend_in(blocks: Iterable[Block]) -> Legend:
    """What the marks mean, by the first place that explains two or more of them.

    They may stand in one line or cell, in lines or rows that follow each other, or in pairs of
    cells; a shaded cell counts as its colour. Empty where the plan explains none.
    """
    run: _Meanings = {}
    for block in blocks:
        said = dict(_said_in(block))
        if not said and (legend := _legend(run)):
            return legend
        run = {**said, **run} if said else {}
    return _legend(run)


def is_of_a_legend(row: Row) -> bool:
    """Whether a row only says what marks mean, one in each cell ("Key | 1 = begun | 2 = done")."""
    texts = [cell.text for cell in row.cells if not cell.blank]
    if len(texts) < FEWEST or not all("=" in text for text in texts[1:]):
        return False
    return all(len(list(_defined(text))) == 1 for text in texts[1:])


def mark_of(text: str) -> str:
    """A colour by its name, also where only its letter stands; another code in small letters."""
    bare = text.strip("()[]. ").lower()
    return {"gray": "grey"}.get(bare, bare)


def _said_in(block: Block) -> Iterator[tuple[str, str]]:
    """The marks that a line or row explains, each with its meaning."""
    if isinstance(block, Line):
        yield from _defined(block.text)
        return
    filled = [cell for cell in block.cells if cell.colour or not cell.blank]
    for cell in filled:
        inside = dict(_defined(cell.text))
        if len(filled) == 1 or len(inside) > 1:
            yield from inside.items()
    each = [dict(_defined(cell.text)) for cell in filled]
    if len(each) > 2 and all(len(one) == 1 for one in each[1:]) and len(each[0]) < 2:
        yield from (pair for one in each for pair in one.items())
    if len(filled) % 2 == 0 and all(map(_mark, filled[::2])):
        marks = map(_mark, filled[::2])
        yield from zip(marks, (cell.text for cell in filled[1::2]), strict=True)
    yield from _initialled(filled)


def _initialled(filled: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """A colour beside the letters that stand for it, and what both mean ("W | White | Not begun").

    Other codes beside a colour may count and rate actions ("1 | Green | Mend the weir").
    """
    if len(filled) not in WITH_INITIALS or _mark(filled[2]):
        return
    code, colour = sorted(map(_mark, filled[:2]), key=len)
    if code and code != colour and colour in COLOURS and colour.startswith(code):
        yield from ((mark, filled[2].text) for mark in (code, colour))


def _mark(cell: Cell) -> str:
    text = cell.text
    if not text:
        return cell.colour.lower()
    return mark_of(text) if MARK.fullmatch(text.strip("()[]. ")) else ""


def _defined(text: str) -> Iterator[tuple[str, str]]:
    if not PARTS.search(text):
        return
    found = list(DEFINED.finditer(text[:LONGEST]))
    if len(found) == 1 and found[0].start() > FIRST:
        return
    ends = [*(each.start() for each in found), LONGEST]
    for each, end in zip(found, ends[1:], strict=True):
        yield mark_of(each["mark"]), ROUND.sub("", text[each.end() : end])


def _legend(meanings: _Meanings) -> Legend:
    """The statuses that are meant, if it is clear that the marks are of statuses."""
    colours = {COLOUR_OF_LETTER.get(mark, mark) for mark in meanings}
    if len(colours & RATINGS) > 1:
        named = {COLOUR_OF_LETTER.get(mark, mark): text for mark, text in meanings.items()}
        meant = {mark: _meant(mark, text) for mark, text in named.items()}
        return MappingProxyType({mark: each for mark, each in meant.items() if each})
    meant = {mark: _meant(mark, text) for mark, text in meanings.items()}
    understood = {mark: each for mark, each in meant.items() if each}
    short = all(text.count(" ") < FEW_WORDS for text in meanings.values())
    clear = short and len(understood) == len(meanings) == len(set(understood.values())) > 1
    return MappingProxyType(understood) if clear else NO_LEGEND


def _meant(mark: str, text: str) -> Status | None:
    """The status in a meaning; of several, the one that the colour has anyway."""
    named = named_statuses(text[:LONGEST_MEANING].lower())
    usual = COLOURS.get(mark)
    return usual if usual in named else next(iter(named), None)
