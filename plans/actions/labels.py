"""Labels printed beside several rows: which rows each stands for.

Text extracted from a page keeps a label where its words stood. A label centred beside its rows
begins below the first of them and may be broken over several lines, so that a row of the table
has a part of a label, or none, in its label cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from plans.meaning.codes import code_in, follows
from plans.meaning.refs import CODE

GARBLED = re.compile(r"[A-Z0-9]{3,6}")  # a code that scanning made unreadable
FEW_ROWS = 3
NOISE = re.compile(r"\W*|\w{1,2}\W*|\d+\W*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One row: its label cell, and whether a page or a block of rows begins with it.

    ``who`` owns it: where labels leave it open, a new owner begins what stands beside the next.
    """

    label: str
    who: str = ""
    after_gap: bool = False
    opens: bool = False


@dataclass(slots=True)
class Label:
    """A code, its words, and the rows from ``first`` up to but not including ``stop``."""

    code: str
    words: list[str] = field(default_factory=list)
    first: int = 0
    stop: int = 0
    supplied: bool = False

    @property
    def name(self) -> str:
        return " ".join([self.code, *self.words])


@dataclass(slots=True)
class _Place:
    """Where the words of a label stand: its first and last row."""

    label: Label
    top: int
    bottom: int

    @property
    def centre(self) -> float:
        return (self.top + self.bottom) / 2


def spread_labels(rows: Sequence[Labelled], *, topmost: bool = False) -> list[Label]:
    """The labels of rows that stand under one heading; together they cover every row.

    ``topmost`` is True where each label begins beside the first of its rows.
    """
    starts = block_starts(rows)
    labels: list[Label] = []
    for first, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        before = labels[-1].code if labels else ""
        labels += _of_block(rows, first, stop, before, topmost=topmost)
    return labels


def block_starts(rows: Sequence[Labelled]) -> list[int]:
    """The places of the rows that begin a block."""
    return [at for at, row in enumerate(rows) if row.opens or at == 0]


def _of_block(
    rows: Sequence[Labelled], first: int, stop: int, before: str, *, topmost: bool
) -> list[Label]:
    places = _places(rows, first, stop, before)
    if not places:
        return [_supplied(rows, first, stop, before)]
    places[0].label.first = first
    ends = [*(place.top for place in places[2:]), stop][: len(places) - 1]
    for (above, below), end in zip(pairwise(places), ends, strict=True):
        cut = below.top if topmost else _cut(rows, above, below, end)
        above.label.stop = below.label.first = cut
    places[-1].label.stop = stop
    return [place.label for place in places]


def _places(rows: Sequence[Labelled], first: int, stop: int, before: str) -> list[_Place]:
    """The codes of a block in order, with the rows that their words take up."""
    places: list[_Place] = []
    top: int | None = None
    for at in range(first, stop):
        text = rows[at].label
        code = code_in(text)
        if code and follows(code[0], places[-1].label.code if places else before):
            label = Label(code[0], [code[1]] if code[1] else [])
            places.append(_Place(label, at if top is None else top, at))
            top = None
        elif GARBLED.fullmatch(text) and text.upper() == text:
            top = at
        elif not NOISE.fullmatch(text):
            if places and at > first and text == rows[at - 1].label:
                places[-1].bottom = at  # merged with the cell above, or said again
            elif places:
                places[-1].bottom = at
                places[-1].label.words.append(text)
            elif top is None:
                top = at
    return places


def _cut(rows: Sequence[Labelled], above: _Place, below: _Place, stop: int) -> int:
    """The row where the label below takes over from the one above.

    By rights its own first row; a new page before it, or rows that leave both labels clearly
    better centred, move it up. Where the label above heads its rows, labels are not centred.
    """
    free = range(above.bottom + 1, below.top + 1)
    for at in free:
        if rows[at].after_gap:
            return at
    if _heads_its_rows(above, below):
        return below.top
    apt = [at for at in free if at == below.top or rows[at].who != rows[at - 1].who]
    costs = {at: _off_centre(above, below, at, stop) for at in apt}
    best = min(apt, key=lambda at: (costs[at], -at), default=below.top)
    return best if costs and costs[below.top] - costs[best] > 1 else below.top


def _heads_its_rows(above: _Place, below: _Place) -> bool:
    """Whether a label stands whole in the first of so many rows that centred it would not."""
    first = above.label.first
    return above.top == above.bottom == first and below.top - first >= FEW_ROWS


def _off_centre(above: _Place, below: _Place, cut: int, stop: int) -> float:
    """How far both labels are from the middle of their rows, in squared rows."""
    upper = (above.label.first + cut - 1) / 2 - above.centre
    lower = (cut + stop - 1) / 2 - below.centre
    return upper * upper + lower * lower


def _supplied(rows: Sequence[Labelled], first: int, stop: int, before: str) -> Label:
    """The label of a block that prints no code: the next after the one before."""
    words = [row.label for row in rows[first:stop] if not NOISE.fullmatch(row.label)]
    parts = CODE.fullmatch(before)
    code = f"{parts['letters']}{int(parts['number']) + 1}" if parts else ""
    return Label(code, words, first, stop, supplied=True)
