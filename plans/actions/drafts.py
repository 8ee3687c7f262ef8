"""An action while it is being put together, and the group of actions it stands in."""

import re
from dataclasses import dataclass, field

from domain.work import Source
from plans.columns.roles import Role
from plans.rows import Piece

LEADS_IN = re.compile(r":$|\b(?:including|such as|for example|namely|covering)$")


@dataclass(slots=True, eq=False)
class Group:
    """An issue, priority or recommendation.

    ``number`` is "" where the plan prints none, and ``supplied`` where it left one out of a series.
    """

    name: str | None
    number: str = ""
    section: str | None = None
    supplied: bool = False
    lead: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    success: list[Piece] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Draft:
    """What the rows of one action say, before dates and names are understood."""

    group: Group
    section: str | None
    source: Source
    ref: str = ""
    text: list[Piece] = field(default_factory=list)
    cells: dict[Role, list[Piece]] = field(default_factory=dict)
    colour: str = ""  # of its status cell
    opening_period: str = ""  # the year printed at the head of the rows it stands with
    dated_by_text: bool = False  # the table has no column of dates
    blank_says_nothing: bool = False  # its table merges what is said of several rows
    among_done: bool = False  # it stands under a heading of actions that are closed
    worded_by_group: bool = False  # its own cell says nothing, and its objective is its own
    apart: bool = False  # each row of the table says all of its own; none goes on from above

    def lines(self, role: Role) -> list[str]:
        return [piece.text for piece in self.cells.get(role, ()) if not piece.struck]

    def parties(self, role: Role) -> list[str]:
        """The lines of a cell that names people: one that another item follows ends there."""
        pieces = [piece for piece in self.cells.get(role, ()) if not piece.struck]
        ends = [later.bullet for later in pieces[1:]]
        return [
            f"{piece.text};" if end else piece.text
            for piece, end in zip(pieces, [*ends, False], strict=False)
        ]

    def words(self, role: Role) -> str:
        """The cell in one line."""
        return " ".join(" ".join(self.lines(role)).split())


def wording(pieces: list[Piece]) -> str:
    """An action's own words: paragraphs run on, bullets are joined by semicolons."""
    text = ""
    for piece in pieces:
        if piece.struck:
            continue
        joint = "; " if piece.bullet and text and not LEADS_IN.search(text[-20:]) else " "
        text = f"{text.rstrip(';')}{joint}{piece.text.rstrip(';') if piece.bullet else piece.text}"
    return " ".join(text.split())
