"""Plans without a table: each action a heading or bullet, with labelled lines under it.

"### 1.1 Mend the bridge", then "Lead: Ann Price", "Deadline: May 2026", become rows of a table.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.work import Source
from plans.columns import Role, role_of
from plans.markup import cell_of
from plans.rows import NOTHING, Block, Cell, Line, Row

LABELLED = re.compile(r"(?P<label>[A-Z][A-Za-z’'/ ]{1,38}?)\s?(?::|\s[–-]\s)\s*(?P<value>.*)")
FIELDS = {
    Role.ACTION: "Action",
    Role.DUE: "Due date",
    Role.OWNER: "Owner",
    Role.SUPPORT: "Support",
    Role.BODY: "Partnership group",
    Role.STATUS: "Status",
    Role.RESOURCE: "Resource",
    Role.SUCCESS: "Success criteria",
}
TELLING = frozenset({Role.DUE, Role.OWNER, Role.STATUS})


@dataclass(slots=True)
class _Card:
    """One action and what is said of it, by label."""

    source: Source
    values: dict[Role, Cell] = field(default_factory=dict)


def with_cards_as_rows(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with each action that has labelled lines under it as a row of a table."""
    header = Row(tuple(map(cell_of, FIELDS.values())))
    made: list[Block] = []
    card: _Card | None = None
    ruled = False
    for at, block in enumerate(blocks):
        known = _field(block)
        if card and known and known[0] not in card.values:
            card.values[known[0]] = known[1]
            continue
        if card:
            made.append(_row(card))
        card = _begun(block, known, blocks[at + 1 : at + 2])
        if card is None:
            made.append(block)
        elif not ruled:
            made.append(header)
            ruled = True
    return [*made, _row(card)] if card else made


def _begun(block: Block, known: tuple[Role, Cell] | None, later: Sequence[Block]) -> _Card | None:
    """A card opens with a line labelled as an action, or one right above a label that tells."""
    if isinstance(block, Row) or not later:
        return None
    if known:
        opens = known[0] is Role.ACTION
        return _Card(block.source, {Role.ACTION: known[1]}) if opens else None
    below = _field(later[0])
    if below and below[0] in TELLING and block.text:
        return _Card(block.source, {Role.ACTION: cell_of(block.text)})
    return None


def _field(block: Block) -> tuple[Role, Cell] | None:
    """The role and value of a labelled line ("Lead: Ann Price")."""
    if not isinstance(block, Line) or (found := LABELLED.fullmatch(block.text)) is None:
        return None
    role = role_of(found["label"])
    return (role, cell_of(found["value"])) if role in FIELDS else None


def _row(card: _Card) -> Row:
    return Row(tuple(card.values.get(role, NOTHING) for role in FIELDS), card.source)
