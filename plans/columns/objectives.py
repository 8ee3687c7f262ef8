"""Tables whose numbers count objectives ("1.2 | Reduce waste"), and list the steps to each beside.

The objective is then what is done and answered for; elsewhere it only groups the actions that are
numbered under it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from plans.columns.roles import Columns, Role
from plans.meaning.refs import is_ref, printed_ref
from plans.rows import NOTHING, Cell, Row

# What is found or recommended is answered by actions of its own, however they are numbered.
ANSWERED = re.compile(
    r"\b(?:recommend\w*|rec|findings?|issues?|judge?ments?|challenges?|requirements?|standards?|"
    r"needs?|weakness\w*|concerns?|themes?(?! (?:and|&))|why|background|questions?)\b",
    re.IGNORECASE,
)
NEARLY_ALL = 0.8
A_THIRD = 1 / 3


def with_objectives_as_actions(
    columns: Columns, names: Sequence[str], rows: Sequence[Row]
) -> Columns:
    """The columns; where references count objectives that stand right beside them, these are the
    actions, and what the column of actions lists are their steps."""
    ref, action = columns.at(Role.REF), columns.at(Role.ACTION)
    beside = ref + 1 if ref is not None and ref + 1 < len(names) else 0
    heading = columns.roles[beside] in (Role.GROUP, Role.SECTION)
    if not beside or action is None or not heading or ANSWERED.search(names[beside]):
        return columns
    places = {Role.REF: beside - 1, Role.GROUP: beside, Role.ACTION: action}
    if Role.STEPS in columns or not _counts_objectives([_Numbered(row, places) for row in rows]):
        return columns
    roles = list(columns.roles)
    roles[beside], roles[action] = Role.ACTION, Role.STEPS
    return Columns(tuple(roles))


class _Numbered:
    """A row by its reference, the objective beside it, and what the column of actions says."""

    def __init__(self, row: Row, places: dict[Role, int]) -> None:
        cells = {role: _cell(row, at) for role, at in places.items()}
        self.ref = printed_ref(cells[Role.REF].text) if is_ref(cells[Role.REF].text) else ""
        self.objective = "" if cells[Role.GROUP].merged else cells[Role.GROUP].text
        self.steps = cells[Role.ACTION]
        self.says_more = any(
            not cell.blank for at, cell in enumerate(row.cells) if at not in places.values()
        )

    @property
    def is_a_name(self) -> bool:
        return not self.says_more and self.steps.blank


def _cell(row: Row, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else NOTHING


def _counts_objectives(rows: Sequence[_Numbered]) -> bool:
    """Whether each number has an objective of its own, and several of them have a list of steps,
    or the parts of the plan are numbered and named in the same columns."""
    numbered = [row for row in rows if row.ref]
    parts = {id(row) for row, later in pairwise(numbered) if _is_part(row, later)}
    counted = [row for row in numbered if id(row) not in parts]
    named = [row.objective for row in counted if row.objective]
    if len(counted) < 2 or len(set(named)) < NEARLY_ALL * len(counted):
        return False
    listed = sum(sum(piece.bullet for piece in row.steps.pieces) > 1 for row in counted)
    bare = any(row.steps.blank for row in counted)
    return bool(parts) or (bare and listed >= A_THIRD * len(counted))


def _is_part(row: _Numbered, later: _Numbered) -> bool:
    return row.is_a_name and later.ref.startswith(f"{row.ref}.")
