"""A reply as a row of pieces, each small enough to be placed in any message. Pure.

What platforms with blocks and cards have in common: lines of words in a style, and buttons. A
platform's folder turns them into its own elements, of a kind that shows foreign words as they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from domain.conversation import (
    Choice,
    Choices,
    Facts,
    Item,
    Items,
    Mark,
    Paragraph,
    Part,
    Reply,
    Tally,
)
from domain.named import bare
from domain.work import Status

LONGEST = 2_500  # characters of one piece: within every limit, and two screens of a phone
ROW = 5  # buttons side by side

STATUSES = (
    (Status.ON_TRACK, "On track"),
    (Status.COMPLETE, "Complete"),
    (Status.AT_RISK, "At risk"),
    (Status.DELAYED, "Will be late"),
    (Status.IN_PROGRESS, "In progress"),
    (Status.NOT_STARTED, "Not started"),
)
"""What a form offers to choose from, in its words."""

SIGNS = {
    Mark.DONE: "✓",
    Mark.GOOD: "●",
    Mark.RISK: "▲",
    Mark.LATE: "■",
    Mark.SILENT: "○",
    Mark.STOPPED: "✕",
}
"""For each mark a shape of its own, for where there is nothing but text."""


class Style(StrEnum):
    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style, or the sign of a mark, which a platform may show in its own way."""

    text: str
    style: Style = Style.PLAIN
    mark: Mark | None = None


class Row(StrEnum):
    """Whether a line stands in a list."""

    NONE = "none"
    BULLET = "bullet"
    NUMBERED = "ordered"


@dataclass(frozen=True, slots=True)
class Line:
    runs: tuple[Run, ...]
    row: Row = Row.NONE
    number: int = 0  # of a numbered line, from 1

    @property
    def text(self) -> str:
        """The line's words, for a notification, a screen reader and a client without blocks."""
        return self.lead + "".join(run.text for run in self.runs)

    @property
    def spoken(self) -> str:
        """The line as a voice says it: without the signs, beside which their words stand."""
        lead = f"{self.number}. " if self.row is Row.NUMBERED else ""
        words = "".join(run.text for run in self.runs if not run.mark)
        rows = (" ".join(row.replace(" · ", ", ").split()) for row in words.split("\n"))
        return lead + "\n".join(rows)

    @property
    def lead(self) -> str:
        """What the line begins with: its number, or a bullet where it has no sign of its own."""
        if self.row is Row.NUMBERED:
            return f"{self.number}. "
        signed = bool(self.runs and self.runs[0].mark)
        return "• " if self.row is Row.BULLET and not signed else ""


@dataclass(frozen=True, slots=True)
class Buttons:
    options: tuple[Choice, ...]


type Piece = Line | Buttons


def pieces(reply: Reply, forms: bool = False) -> Iterator[Piece]:
    """Everything the reply says, in order; the summary first, in bold where parts follow it.

    With ``forms`` there are also the buttons that open one.
    """
    style = Style.BOLD if reply.parts else Style.PLAIN
    yield from cut(Line((Run(reply.summary, style),)))
    for part in reply.parts:
        for piece in _pieces(part, forms):
            yield from cut(piece) if isinstance(piece, Line) else (piece,)


def _pieces(part: Part, forms: bool) -> Iterator[Piece]:
    match part:
        case Paragraph(text=text):
            yield Line((Run(text),))
        case Items():
            yield from _items(part)
        case Tally():
            yield Line(tuple(_tally(part)))
        case Facts(pairs=pairs):
            for label, value in pairs:
                yield Line((Run(f"{label}: ", Style.BOLD), Run(value)), Row.BULLET)
        case Choices():
            options = part.options if forms else part.said
            for start in range(0, len(options), ROW):
                yield Buttons(options[start : start + ROW])
        case _:
            assert_never(part)


def short_forms(options: Iterable[Choice], most: int, longest: int) -> Iterator[Choice]:
    """The same buttons, where one that opens a long form becomes several that say which part.

    A form has at most ``most`` actions, and their refs at most ``longest`` characters.
    """
    for option in options:
        forms = list(_packed(option.form, most, longest))
        if len(forms) < 2:
            yield option
            continue
        for refs in forms:
            label = f"{option.label} ({bare(refs[0])} to {bare(refs[-1])})"
            yield option.model_copy(update={"label": label, "form": refs})


def _packed(refs: Iterable[str], most: int, longest: int) -> Iterator[tuple[str, ...]]:
    held: list[str] = []
    for ref in refs:
        if held and (len(held) == most or sum(map(len, held)) + len(held) + len(ref) > longest):
            yield tuple(held)
            held = []
        held.append(ref)
    if held:
        yield tuple(held)


def _items(part: Items) -> Iterator[Line]:
    if part.heading:
        yield Line((Run(part.heading, Style.BOLD),))
    row = Row.NUMBERED if part.numbered else Row.BULLET
    for number, item in enumerate(part.items, part.first):
        yield Line(tuple(_item(item)), row, number)
    if part.more:
        yield Line((Run(f"and {part.more} more"),))


def _item(item: Item) -> Iterator[Run]:
    if item.mark:
        yield _sign(item.mark)
        yield Run(" ")
    yield Run(" ".join(filter(None, [item.ref, item.title])), Style.BOLD)
    if item.standing:
        yield Run(f": {item.standing}")
    if item.detail:
        yield Run(f"\n{item.detail}")
    if item.quote:
        yield Run("\n")
        yield Run(f"“{' '.join(item.quote.split())}”", Style.ITALIC)
        if item.said:
            yield Run(f" ({item.said})")


def _tally(part: Tally) -> Iterator[Run]:
    shown = [(mark, f" {number} {word}") for mark, word, number in part.counts if number]
    for place, (mark, words) in enumerate(shown):
        yield Run(" · ") if place else Run("")
        yield _sign(mark)
        yield Run(words)


def _sign(mark: Mark) -> Run:
    return Run(SIGNS[mark], mark=mark)


def cut(line: Line, longest: int = LONGEST) -> Iterator[Line]:
    """The line, or as many as it takes where it has more than ``longest`` characters."""
    held: list[Run] = []
    room, row = longest, line.row
    for run in line.runs:
        for bit in _bits(run, room, longest):
            if len(bit.text) > room:
                yield Line(tuple(held), row, line.number)
                room, held, row = longest, [], Row.NONE
            held.append(bit)
            room -= len(bit.text)
    yield Line(tuple(held), row, line.number)


def _bits(run: Run, room: int, longest: int) -> Iterator[Run]:
    """The run cut between words, where it can be: the first bit within ``room`` if that is much."""
    rest, most = run.text, room if room > longest // 2 else longest
    while len(rest) > most:
        end = rest.rfind(" ", most // 2, most) + 1 or most
        yield Run(rest[:end], run.style)
        rest, most = rest[end:], longest
    yield Run(rest, run.style, run.mark)
