"""What success looks like for each action: what its own cell says, or that of its whole group."""

import re
from collections.abc import Iterator, Sequence

from plans.actions.drafts import Draft
from plans.columns.roles import Role
from plans.meaning.due import is_only_a_date
from plans.meaning.headings import SUCCESS
from plans.rows import Piece

_KINDS = (
    r"(?:(?:key|expected|intended|performance) )?"
    r"(?:measures?|indicators?|outcomes?|outputs?|targets?|milestones?|benefits?|impacts?|results?|"
    r"evidence|success criteria)"
)
LABEL = re.compile(rf"{_KINDS}(?: (?:and|&) {_KINDS})?\s?:?", re.IGNORECASE)
# The label of the next list, after the last line of the one before: "Fewer floods. Measures".
LABEL_AT_END = re.compile(
    r"(?<=[.;!])\s+(?:Measures|Indicators|Outcomes|Outputs|Targets|Results):?$"
)


def successes(drafts: Sequence[Draft]) -> dict[int, tuple[str, ...]]:
    """What success looks like for each draft: its own cell, or the group's where one is blank or
    only some are labelled ("Outcomes", and in the row below "Measures"), as one cell is whose
    lines stand beside several rows."""
    members: dict[int, list[Draft]] = {}
    for draft in drafts:
        members.setdefault(id(draft.group), []).append(draft)
    found: dict[int, tuple[str, ...]] = {}
    for group in members.values():
        own = [tuple(_criteria(draft)) for draft in group]
        heading = tuple(piece.text for piece in group[0].group.success if not piece.struck)
        shared = tuple(dict.fromkeys([*heading, *(each for part in own for each in part)]))
        runs_on = _is_one_cell(group)
        for draft, criteria in zip(group, own, strict=True):
            apart = (all(own) and not runs_on) or draft.blank_says_nothing
            whole = (apart and not heading) or draft.group.name is None or draft.apart
            found[id(draft)] = criteria if whole else shared
    return found


def _is_one_cell(group: Sequence[Draft]) -> bool:
    """Whether the cells of some rows begin with a label, the first among them, and others not."""
    firsts = [pieces[0].text for draft in group if (pieces := _pieces(draft))]
    labelled = [bool(LABEL.fullmatch(text)) for text in firsts]
    return bool(labelled) and labelled[0] and not all(labelled)


def _pieces(draft: Draft) -> list[Piece]:
    return [*draft.cells.get(Role.SUCCESS, ()), *draft.cells.get(Role.TARGET, ())]


def _criteria(draft: Draft) -> Iterator[str]:
    """What the cells of success and of targets say; a target that is only a date is a deadline."""
    pieces = _pieces(draft)
    for at, piece in enumerate(pieces):
        last = at + 1 == len(pieces)
        leads_in = piece.text.endswith(":") and not last and pieces[at + 1].bullet
        text = LABEL_AT_END.sub("", " ".join(piece.text.split()).rstrip(";"))
        labels = SUCCESS.fullmatch(text) or (not last and LABEL.fullmatch(text))
        if text and not (piece.struck or leads_in or labels or is_only_a_date(text)):
            yield text
