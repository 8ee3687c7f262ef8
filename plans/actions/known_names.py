"""What a plan as a whole says about the names in it, against which each cell is read."""

import re
from collections.abc import Sequence

from plans.actions.drafts import Draft
from plans.columns.roles import Role
from plans.meaning.owners import Known, names_alone

WORD = re.compile(r"[^\W\d_]{4,}")
ANY_WORD = re.compile(r"[^\W\d_]+")
OF_NAMES = frozenset({Role.OWNER, Role.SUPPORT, Role.BODY})
# A word with a small letter after another, that is none of those which names have anyway.
MAY_BE_REST = re.compile(
    r"(?<=[^\W\d_] )(?!(?:of|for|and|the|with|to|in|on|at|by|or|all|from)\b)[a-z]{2,}\b"
)


def known_names(drafts: Sequence[Draft], people: Sequence[str]) -> Known:
    """The names that stand alone in a cell or in the directory of people, and all words."""
    owners = [draft.lines(Role.OWNER) for draft in drafts]
    alone = {name for lines in owners for name in names_alone([*lines])}
    alone |= {name for person in people for name in names_alone([person])}
    lines = _lines(owners)
    elsewhere = _elsewhere(drafts) if any(map(MAY_BE_REST.search, lines)) else set()
    if not any("-" in line for line in lines):
        return Known(alone, elsewhere=elsewhere)
    texts = [piece.text for draft in drafts for piece in draft.text]
    texts += lines
    words = {word for text in texts for word in WORD.findall(text.lower())}
    return Known(alone, words, elsewhere)


def _lines(owners: Sequence[Sequence[str]]) -> list[str]:
    return [" ".join(lines) for lines in owners]


def _elsewhere(drafts: Sequence[Draft]) -> set[str]:
    """All words that do not stand in the names of whoever does something."""
    pieces = [piece for draft in drafts for piece in draft.text]
    cells = (cell for draft in drafts for cell in draft.cells.items())
    pieces += [piece for role, said in cells if role not in OF_NAMES for piece in said]
    names = (name for draft in drafts for name in (draft.section, draft.group.name) if name)
    texts = (*(piece.text for piece in pieces), *names)
    return {word for text in texts for word in ANY_WORD.findall(text.lower())}
