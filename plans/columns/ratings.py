"""Columns that are each one rating ("R", "A", "G"; "Not started", "Complete"), with a mark in the
one that is so."""

import re
from collections.abc import Mapping, Sequence

from plans.rows import NOTHING, Cell, Piece, Row

_OF = r"(?:b?rag|rating|status)"
RATING = re.compile(
    rf"(?:{_OF}\s)?(?P<rating>red|amber|yellow|green|blue|[ragb]|"
    r"not (?:yet )?started|started|begun|in progress|under ?way|at risk|delayed|"
    r"(?:on|off) (?:track|target)|"
    r"(?:not |part(?:ly|ially)? )?(?:completed?|done|achieved|met|implemented))"
    rf"(?:\s{_OF})?",
    re.IGNORECASE,
)
MARK = re.compile(r"(?:[xX✓✔✗●•■▪█◆★*]|☒|☑|✅|yes|y){1,3}", re.IGNORECASE)
EMPTY = re.compile(r"[\s☐□–—-]*")
FEWEST = 2  # columns of ratings

type Ratings = Mapping[int, str]
"""What each column of ratings says, by its place."""


def rating_columns(headers: Sequence[str]) -> Ratings:
    """The columns that are only named after a rating, where there are several."""
    named = {at: found["rating"] for at, each in enumerate(headers) if (found := _named(each))}
    return named if len(set(named.values())) >= FEWEST else {}


def are_marked(rows: Sequence[Row], ratings: Ratings) -> bool:
    """Whether nothing but marks stands in the columns, and somewhere one."""
    said = [row.cells[at].text for row in rows for at in ratings if at < len(row.cells)]
    marks = sum(bool(MARK.fullmatch(text)) for text in said)
    return marks > 0 and all(MARK.fullmatch(text) or EMPTY.fullmatch(text) for text in said)


def rated(cells: Sequence[Cell], ratings: Ratings) -> Cell:
    """The rating of the column with the mark; nothing where none has one, or several have."""
    marked = [name for at, name in ratings.items() if MARK.fullmatch(cells[at].text)]
    return Cell((Piece(marked[0]),)) if len(marked) == 1 else NOTHING


def _named(header: str) -> re.Match[str] | None:
    return RATING.fullmatch(" ".join(header.split()))
