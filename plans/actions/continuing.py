"""One action over several rows: which rows go on with the one above, and what they add."""

import re
from dataclasses import replace

from domain.work import DueKind
from plans.actions.drafts import Draft
from plans.columns.contents import looks_like
from plans.columns.roles import Role
from plans.meaning.due import due_of
from plans.meaning.refs import is_ref, printed_ref
from plans.meaning.spans import Calendar
from plans.meaning.statuses import in_words
from plans.rows import Cell, Piece
from plans.tables.found import Entry

LONGEST_SENTENCE = 2_000  # characters
FEWEST_STAGES = 2  # of an action that lists them
PART_OF_ACTION = re.compile(r"[a-z]{1,2}|[ivx]{1,4}")  # "a)", beside an action named above
FIRST_COUNTS = (Role.STATUS, Role.RESOURCE)  # unless a further row is of a stage of its own
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


def begins_without_words(last: Draft | None, entry: Entry) -> bool:
    """Whether a row has a reference of its own, but what is to be done stands in the next.

    So it is where a page ends inside a row before the words of its widest cell.
    """
    ref, action = entry[Role.REF], entry[Role.ACTION]
    if not action.blank or action.merged or ref.merged or not entry[Role.STEPS].blank:
        return False
    printed = printed_ref(ref.text)
    others = entry.filled() - {Role.REF, Role.GROUP, Role.SECTION}
    counts = is_ref(ref.text) and not PART_OF_ACTION.fullmatch(printed)
    return bool(others) and counts and (last is None or last.ref != printed)


def stands_alone(entry: Entry, calendar: Calendar) -> bool:
    """Whether a row that says nothing of what is to be done has a group, an owner and a date of its
    own, none of which goes on with what the row above says."""
    group, action = entry[Role.GROUP], entry[Role.ACTION]
    if not action.blank or action.merged or group.merged or not group.text[:1].isupper():
        return False
    told = (Role.OWNER, Role.DUE)
    return all(not entry[r].merged and looks_like(r, entry[r], calendar) for r in told)


def with_its_words(begun: Entry, entry: Entry) -> Entry:
    """A row that began without words, and the rest of it."""
    cells: dict[Role, Cell] = {}
    for role in {**begun.cells, **entry.cells}:
        pieces = list(begun[role].pieces)
        _run_on(pieces, entry[role])
        cells[role] = replace(begun[role], pieces=tuple(pieces))
    return replace(begun, cells=cells)


def worded_by_its_group(entry: Entry, later: Entry | None) -> Entry | None:
    """A row with a number, an owner or date, and an objective that says alone what is to be done;
    None where that is not its own, or goes on over the next row."""
    group = entry[Role.GROUP]
    told = entry.filled() & {Role.OWNER, Role.DUE}
    goes_on = later is not None and (later[Role.GROUP].blank or later[Role.GROUP].merged)
    if group.blank or group.merged or goes_on or not told:
        return None
    return replace(entry, cells=entry.cells | {Role.ACTION: group})


def take_more(draft: Draft, entry: Entry) -> None:
    """Add what a further row of the action says."""
    if not entry[Role.ACTION].merged:
        _run_on(draft.text, entry[Role.ACTION])
    for role, cell in entry.cells.items():
        if role is Role.ACTION or cell.merged or cell.blank:
            continue
        said = draft.cells.get(role)
        if role in FIRST_COUNTS and said and not _is_rest(said[-1], cell.pieces[0]):
            if role is Role.STATUS and _is_a_stage(entry):
                said += cell.pieces
            continue
        _run_on(draft.cells.setdefault(role, []), cell)


def _is_a_stage(entry: Entry) -> bool:
    """Whether a further row has a date of its own, and how that stage stands."""
    return not entry[Role.DUE].blank and in_words(entry[Role.STATUS].text) is not None


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


def in_its_column(last: Draft | None, entry: Entry, calendar: Calendar) -> Entry:
    """A further row that says only one more stage of the action above, with it in the column of
    stages: extraction may leave it beside the action's words."""
    stages = last.cells.get(Role.DUE, []) if last else []
    more = entry[Role.ACTION].pieces
    if last is None or entry.filled() != {Role.ACTION} or len(stages) < FEWEST_STAGES:
        return entry
    if not all(piece.bullet for piece in stages) or any(piece.bullet for piece in last.text):
        return entry
    listed = all(piece.bullet for piece in more)
    rest = _is_rest(stages[-1], more[0]) and not _is_dated(stages[-1], calendar)
    if not (listed or rest) or not all(_is_dated(piece, calendar) for piece in more):
        return entry
    return replace(entry, cells={Role.DUE: entry[Role.ACTION]})


def _is_dated(piece: Piece, calendar: Calendar) -> bool:
    due = due_of(piece.text, calendar)
    return due is not None and due.kind is not DueKind.NONE
