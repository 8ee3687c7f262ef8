"""Rows that the lines of a page have broken: "Mend the locks with-", and below it "out delay"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from plans.meaning.parties import is_a_person
from plans.rows import NOTHING, Block, Cell, Piece, Row

ENDED = (".", ";", ":", "!", "?", "”", '"')
BROKEN = re.compile(r"(?P<start>[^\W\d_]{2,})-$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
# What begins words that have a hyphen wherever they stand.
WITH_HYPHEN = re.compile(
    r"(?:long|short|medium|self|well|non|multi|cross|high|low|full|part|half|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|year|day|week|month|follow|drop|face|end|user|person|client|"
    r"patient|home|evidence|community|needs|co|ex|anti|semi|pan|mid|third|first|second|single|"
    r"joined|old|new|in|age|gender|value|best|hard|fast|real|owner|child|purpose|cost|time|tenant)",
    re.IGNORECASE,
)
# "Ada", "Bo Tarn / Cy": the surname stands on the next line.
HALF_A_NAME = re.compile(r"(?:.*(?:[/,;&]|\band)\s*)?[^\W\d_][\w’'-]+|.*(?:[/,;&]|\band)")
SURNAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’'-]*")


def with_whole_rows(table: Sequence[Block], listing: Collection[int]) -> list[Block]:
    """The blocks of a table, with each row that goes on with the one above joined to it.

    ``listing`` are the places of the columns that say what is to be done.
    """
    made: list[Block] = []
    for block in table:
        above = made[-1] if made else None
        if isinstance(block, Row) and isinstance(above, Row) and _goes_on(above, block, listing):
            made[-1] = _joined(above, block, listing)
        else:
            made.append(block)
    return made


def _goes_on(above: Row, below: Row, listing: Collection[int]) -> bool:
    """Whether the name of a row goes on in mid-sentence, or all that it lists does."""
    if below.after_gap or len(above.cells) < 2 or len(below.cells) > len(above.cells):
        return False
    name = below.cells[0]
    if name.merged or len(below.cells) < 2:
        return False
    if not name.blank:
        return _is_rest(above.cells[0], name)
    said = [(above.cells[at], each) for at, each in enumerate(below.cells) if at in listing]
    filled = [(upper, lower) for upper, lower in said if not lower.blank]
    return bool(filled) and all(_is_rest(upper, lower) for upper, lower in filled)


def _is_rest(upper: Cell, lower: Cell) -> bool:
    """Whether a cell goes on in mid-sentence with the one above it."""
    if upper.blank or lower.blank or lower.merged:
        return False
    last, first = upper.pieces[-1], lower.pieces[0]
    return first.text[:1].islower() and not first.bullet and not last.text.endswith(ENDED)


def _joined(above: Row, below: Row, listing: Collection[int]) -> Row:
    cells = [
        _cell(upper, below.cells[at] if at < len(below.cells) else NOTHING, names=at not in listing)
        for at, upper in enumerate(above.cells)
    ]
    return replace(above, cells=tuple(cells))


def _cell(upper: Cell, lower: Cell, *, names: bool) -> Cell:
    if lower.blank or lower.merged:
        return upper
    if upper.blank or not (_is_rest(upper, lower) or (names and _ends_a_name(upper, lower))):
        return replace(upper, pieces=upper.pieces + lower.pieces)
    *before, last = upper.pieces
    first, *after = lower.pieces
    return replace(upper, pieces=(*before, _whole(last, first), *after))


def _ends_a_name(upper: Cell, lower: Cell) -> bool:
    """Whether a name stands half in one line and half in the next."""
    last, first = upper.pieces[-1], lower.pieces[0]
    if first.bullet or HALF_A_NAME.fullmatch(last.text):
        return not first.bullet
    return bool(SURNAME.fullmatch(first.text)) and not is_a_person(last.text)


def _whole(last: Piece, first: Piece) -> Piece:
    """One piece of two; the hyphen that broke a word at the end of a line is left out, and that
    of two words ("long-term") is not."""
    broken = BROKEN.search(last.text)
    if broken and FIRST_WORD.match(first.text):
        own = WITH_HYPHEN.fullmatch(broken["start"])
        return replace(last, text=f"{last.text if own else last.text[:-1]}{first.text}")
    return replace(last, text=f"{last.text} {first.text}")
