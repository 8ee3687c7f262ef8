"""Words on a page into lines, and the lines of a cell into its pieces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from plans.formats.characters import cleaned
from plans.formats.pdf_pages import Box, Word
from plans.markup import BULLETS, cell_of
from plans.rows import NOTHING, Cell, Piece

COLUMN_GAP = 0.9  # of the size of the letters: a wider gap parts two columns
PARAGRAPH_GAP = 1.5  # of the distance of lines
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# A date that spaces were meant to hold together goes to the next line in one, and leaves room.
MID_DATE = re.compile(
    rf"^[–—-]\s|^\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}$|^{_MONTH}\s(?:19|20)\d\d\b|\sonwards\b",
    re.IGNORECASE,
)
LIST_MARKS = (*BULLETS, "-", "–", "—", "*", "·")
LETTER_MARK = "o"  # as some fonts print a round bullet; it begins many words too


@dataclass(frozen=True)
class PdfLine:
    """Words on one height, from left to right."""

    words: Sequence[Word]

    @cached_property
    def text(self) -> str:
        return cleaned(" ".join(word.text for word in self.words if not word.struck))

    @cached_property
    def box(self) -> Box:
        boxes = [word.box for word in self.words]
        return Box(
            min([box.left for box in boxes]),
            min([box.top for box in boxes]),
            max([box.right for box in boxes]),
            max([box.bottom for box in boxes]),
        )

    @cached_property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @cached_property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @cached_property
    def parts(self) -> list["PdfLine"]:
        """The line cut at its wide gaps."""
        cut: list[list[Word]] = []
        for word in self.words:
            if cut and word.box.left - cut[-1][-1].box.right <= COLUMN_GAP * _letters(word):
                cut[-1].append(word)
            else:
                cut.append([word])
        return [PdfLine(words) for words in cut]


def lines_of(words: Iterable[Word]) -> list[PdfLine]:
    """The lines that words stand on, from the top down."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=_height):
        if lines and _level(lines[-1][-1].box, word.box):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [PdfLine(sorted(line, key=_left)) for line in lines]


def _height(word: Word) -> float:
    return word.box.top + word.box.bottom


def _left(word: Word) -> float:
    return word.box.left


def cell_in(words: Iterable[Word], right: float, colour: str = "") -> Cell:
    """The cell that words make. A line that had room for the next word was ended on purpose."""
    lines = lines_of(words)
    if not lines:
        return Cell(colour=colour) if colour else NOTHING
    pieces: list[Piece] = []
    for paragraph in _paragraphs(lines, right):
        for struck, alike in groupby(paragraph, key=lambda word: word.struck):
            made = cell_of(cleaned(_joined(alike))).pieces
            pieces += [replace(piece, struck=True) for piece in made] if struck else made
    return Cell(tuple(pieces), colour=colour)


def _paragraphs(lines: Sequence[PdfLine], right: float) -> Iterator[list[Word]]:
    leading = min(
        (later.box.bottom - line.box.bottom for line, later in pairwise(lines)),
        default=0,
    )
    paragraph = list(lines[0].words)
    for line, later in pairwise(lines):
        apart = later.box.bottom - line.box.bottom > PARAGRAPH_GAP * leading
        first = later.words[0]
        room = right - line.box.right > first.box.right - first.box.left + _letters(first) / 2
        ended = room and not MID_DATE.search(f"{line.words[-1].text} {first.text}")
        if apart or ended or _is_marked(first.text):
            yield paragraph
            paragraph = []
        paragraph += later.words
    yield paragraph


def _is_marked(word: str) -> bool:
    """Whether the first word of a line is, or begins with, the mark of a list."""
    return word == LETTER_MARK or word[:1] in LIST_MARKS


def _joined(words: Iterable[Word]) -> str:
    text = ""
    for word in words:
        broken = text.endswith("-") and text[-2:-1].isalpha()
        text += word.text if broken or not text else f" {word.text}"
    return text


def _level(one: Box, other: Box) -> bool:
    smaller = min(one.bottom - one.top, other.bottom - other.top)
    return abs(one.height - other.height) < smaller / 2


def _letters(word: Word) -> float:
    """The height of a word's letters; a font may have been made large by other means."""
    return word.box.bottom - word.box.top
