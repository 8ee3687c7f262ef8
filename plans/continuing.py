"""One action over several rows: which rows go on with the one above, and what they add."""

from plans.columns import Role
from plans.drafts import Draft
from plans.rows import Cell, Piece
from plans.tables import Entry

ENDS = (".", ";", ":", "?", "!", "”", '"')


def goes_on(last: Draft, entry: Entry, *, numbered: bool) -> bool:
    """Whether a row belongs to the action above it.

    It names no action, or its cell is merged with the one above, or it goes on in mid-sentence.
    """
    action = entry[Role.ACTION]
    if action.blank:
        return bool(entry.filled() - {Role.GROUP, Role.SECTION})
    if action.merged:
        return True
    if numbered and not entry[Role.REF].blank:
        return False
    begins = action.pieces[0].text[:1]
    unfinished = not _ending(last.text).endswith(ENDS)
    return begins.islower() and unfinished and (numbered or _adds_little(entry))


def take_more(draft: Draft, entry: Entry) -> None:
    """Add what a further row of the action says."""
    if not entry[Role.ACTION].merged:
        draft.text = run_on(draft.text, entry[Role.ACTION])
    for role, cell in entry.cells.items():
        if role is Role.ACTION or cell.merged or cell.blank:
            continue
        if role in (Role.STATUS, Role.RESOURCE) and draft.cells.get(role):
            continue
        draft.cells[role] = run_on(draft.cells.get(role, []), cell)


def run_on(pieces: list[Piece], cell: Cell) -> list[Piece]:
    """Pieces with those of a further cell; one broken in mid-sentence is made whole."""
    more = list(cell.pieces)
    if pieces and more and not more[0].bullet and more[0].text[:1].islower():
        last = pieces[-1]
        whole = Piece(f"{last.text} {more[0].text}", last.bullet, last.struck)
        return [*pieces[:-1], whole, *more[1:]]
    return [*pieces, *more]


def _adds_little(entry: Entry) -> bool:
    return not entry.filled() & {Role.DUE, Role.STATUS, Role.REF}


def _ending(pieces: list[Piece]) -> str:
    return pieces[-1].text if pieces else ""
