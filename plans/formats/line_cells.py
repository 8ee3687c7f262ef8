"""One cell of text with a cell to a line: its lines, and what it could name."""

from dataclasses import dataclass

from domain.work import Source
from plans.markup import BULLET, FIRST_BULLET, cell_of, plain_words
from plans.meaning.party_labels import names_after_a_label
from plans.rows import Cell

LONGEST_NAME = 100  # characters of a column's name


@dataclass(slots=True)
class Found:
    """The lines of a cell, where the first stands, and whether a blank line is above it."""

    lines: list[str]
    source: Source
    after_blank: bool = False

    @property
    def name(self) -> str:
        """What the cell says, if it may be the name of a column, which lists nothing and nobody."""
        text = " ".join(self.lines[:5])
        said = any(map(_is_item, self.lines[1:5])) or names_after_a_label(text)
        return "" if said or len(text) >= LONGEST_NAME else plain_words(text)

    @property
    def first(self) -> str:
        """Its first line with words."""
        return plain_words(next((line for line in self.lines if line.strip()), ""))

    @property
    def words(self) -> bool:
        return any(line.strip() for line in self.lines)

    @property
    def cell(self) -> Cell:
        return cell_of("\n".join(self.lines))


def _is_item(line: str) -> bool:
    return bool(BULLET.match(line) or FIRST_BULLET.match(line))
