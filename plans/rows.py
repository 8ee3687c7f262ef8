"""The neutral material that every format yields: lines of prose and rows of tables, in order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.work import Source


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph or bullet of a cell. ``struck`` text was crossed out in the document."""

    text: str
    bullet: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row.

    ``spans`` counts the columns it covers; ``merged`` is True where it continues the cell above;
    ``colour`` is its background as the format names it.
    """

    pieces: tuple[Piece, ...] = ()
    spans: int = 1
    merged: bool = False
    colour: str = ""

    @property
    def text(self) -> str:
        """All that stands, in one line."""
        pieces = self.pieces
        if len(pieces) == 1:  # as most have
            return "" if pieces[0].struck else pieces[0].text
        return " ".join([piece.text for piece in pieces if not piece.struck]) if pieces else ""

    @property
    def blank(self) -> bool:
        pieces = self.pieces
        if len(pieces) == 1:
            return pieces[0].struck
        return not pieces or all([piece.struck for piece in pieces])


NOTHING = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. ``heads`` is True where the format itself says that it is a header.

    ``table`` counts the tables of formats that know where one ends; ``after_gap`` is True where
    something other than a row, or the end of a page, stood before it; ``apart`` is True where
    all that is said stands in the row itself, and a blank cell is only blank.
    """

    cells: tuple[Cell, ...]
    source: Source = field(default_factory=Source)
    heads: bool = False
    table: int | None = None
    after_gap: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose. ``level`` is that of a heading, 1 the highest, where the format knows it;
    ``indent`` counts the characters before a bullet; ``heads_part`` is True where its place says
    that it names the group of the actions below.
    """

    text: str
    source: Source = field(default_factory=Source)
    level: int | None = None
    bullet: bool = False
    indent: int = 0
    heads_part: bool = False


type Block = Line | Row


def cell(text: str) -> Cell:
    """A cell of plain text; each of its lines is a piece."""
    return of_pieces(Piece(" ".join(line.split())) for line in text.split("\n"))


def of_pieces(pieces: Iterable[Piece]) -> Cell:
    return Cell(pieces=tuple(piece for piece in pieces if piece.text))
