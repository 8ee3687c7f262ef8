"""One action over several rows: which rows go on with the one above, and what they add."""

from plans.columns import Role
from plans.drafts import Draft
from plans.rows import Cell, Piece
from plans.tables import Entry

LONGEST_SENTENCE = 2_000  # characters
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
    if not begins.islower() or _ending(last.text).endswith(ENDS):
        return False
    return numbered or bool(last.ref) or _adds_little(entry)


def take_more(draft: Draft, entry: Entry) -> None:
    """Add what a further row of the action says."""
    if not entry[Role.ACTION].merged:
        _run_on(draft.text, entry[Role.ACTION])
    for role, cell in entry.cells.items():
        if role is Role.ACTION or cell.merged or cell.blank:
            continue
        if role in (Role.STATUS, Role.RESOURCE) and draft.cells.get(role):
            continue
        _run_on(draft.cells.setdefault(role, []), cell)


def _run_on(pieces: list[Piece], cell: Cell) -> None:
    """Add the pieces of a further cell; one broken in mid-sentence is made whole."""
    more = cell.pieces
    if pieces and more and _is_rest(pieces[-1], more[0]):
        last = pieces.pop()
        pieces.append(Piece(f"{last.text} {more[0].text}", last.bullet, last.struck))
        more = more[1:]
    pieces += more


def _is_rest(last: Piece, more: Piece) -> bool:
    begins_small = more.text[:1].islower() and not more.bullet
    return begins_small and len(last.text) < LONGEST_SENTENCE


def _adds_little(entry: Entry) -> bool:
    return not entry.filled() & {Role.DUE, Role.STATUS, Role.REF}


def _ending(pieces: list[Piece]) -> str:
    return pieces[-1].text if pieces else ""
