"""What a plan as a whole says about the names in it, against which each cell is read."""

import re
from collections.abc import Sequence

from plans.actions.drafts import Draft
from plans.columns.roles import Role
from plans.meaning.owners import Known, names_alone

WORD = re.compile(r"[^\W\d_]{4,}")


def known_names(drafts: Sequence[Draft], people: Sequence[str]) -> Known:
    """The names that stand alone in a cell or in the directory of people, and all words."""
    owners = [draft.lines(Role.OWNER) for draft in drafts]
    alone = {name for lines in owners for name in names_alone([*lines])}
    alone |= {name for person in people for name in names_alone([person])}
    if not any("-" in line for lines in owners for line in lines):
        return Known(alone)
    texts = [piece.text for draft in drafts for piece in draft.text]
    texts += [line for lines in owners for line in lines]
    words = {word for text in texts for word in WORD.findall(text.lower())}
    return Known(alone, words)
