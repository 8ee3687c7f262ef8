"""Columns headed "Priority" or "Rating" that rank the actions instead of grouping them."""

import re
from collections.abc import Sequence

from plans.columns.header_rows import columns_of
from plans.columns.roles import Columns, Role
from plans.rows import Row

RANK = re.compile(
    r"(?:very )?(?:high|medium|low|med|critical|urgent|essential|important|desirable|advisory|"
    r"significant|fundamental|major|moderate|minor|must|should|could|[hml]|[1-5]|[a-d])"
    r"(?: priority)?",
    re.IGNORECASE,
)
IMPORTANCE = re.compile(r"(?:very )?(?:high|medium|med|low)(?: priority)?", re.IGNORECASE)
SAMPLE = 40  # rows looked at


def without_rankings(columns: Columns, names: Sequence[str], rows: Sequence[Row]) -> Columns:
    """The columns as they are if one that only says "High" or "Low" had no name."""
    words = {Role.GROUP: RANK, Role.SECTION: RANK, Role.STATUS: IMPORTANCE}
    ranking = {
        at
        for at, role in enumerate(columns.roles)
        if role in words and _ranks(at, rows[:SAMPLE], words[role])
    }
    if not ranking:
        return columns
    left = ["" if at in ranking else name for at, name in enumerate(names)]
    return columns_of(left) or columns


def _ranks(at: int, rows: Sequence[Row], words: re.Pattern[str]) -> bool:
    texts = [row.cells[at].text for row in rows if at < len(row.cells)]
    filled = [text for text in texts if text]
    return bool(filled) and all(map(words.fullmatch, filled))
