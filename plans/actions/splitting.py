"""Several actions in one row: by the references in its text, or line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.work import Period
from plans.columns.roles import Role
from plans.meaning.due import due_of
from plans.meaning.names import is_complete
from plans.meaning.refs import next_ref, ref_at_start, split_at_refs
from plans.meaning.spans import Calendar, spans_in
from plans.meaning.statuses import in_words
from plans.rows import Piece
from plans.tables.found import Entry

SHARED_OUT = (Role.DUE, Role.OWNER, Role.STATUS)  # cells with a value for each action
LONGEST_STATUS = 4  # words
NO_CALENDAR = Calendar()
ANY_YEAR = Calendar(Period(start=date(2000, 1, 1), end=date(2000, 12, 31)))


@dataclass(frozen=True, slots=True)
class Part:
    """One action of a row, with its share of the row's cells."""

    ref: str
    text: list[Piece]
    cells: dict[Role, list[Piece]]


def actions_in(ref: str, entry: Entry, group: str) -> list[Part]:
    """The actions that one row holds; nearly always one."""
    pieces = list(entry[Role.ACTION].pieces)
    cells = {role: list(cell.pieces) for role, cell in entry.cells.items()}
    del cells[Role.ACTION]
    first, _ = ref_at_start(pieces[0].text) if pieces else ("", "")
    if ref and not first.startswith(f"{ref}."):
        return [Part(ref, _without(pieces, ref), cells)]
    if first and "." in first:
        return list(_by_refs(first, pieces, cells))
    if len(items := _numbered(pieces)) > 1:
        return list(_each_with_its_ref(items, cells, group))
    if first:
        ref = f"{group}.{first}" if group and first.isdigit() else first
        return [Part(ref, _without(pieces, first), cells)]
    if _is_list(pieces, cells):
        shares = _shares(cells, len(pieces))
        return [
            Part("", [replace(piece, bullet=False)], share)
            for piece, share in zip(pieces, shares, strict=True)
        ]
    return [Part("", pieces, cells)]


def _by_refs(first: str, pieces: list[Piece], cells: dict[Role, list[Piece]]) -> Iterator[Part]:
    """Pieces and running text that begin with the next reference begin the next action."""
    found: list[tuple[str, list[Piece]]] = []
    ref = first
    for piece in pieces:
        begins, _ = ref_at_start(piece.text)
        if found and begins == next_ref(ref):
            ref = begins
            found.append((ref, []))
        elif not found:
            found.append((ref, []))
        *before, (ref, rest) = split_at_refs(_bare(piece.text, ref), ref)
        for name, words in before:
            found[-1][1].append(replace(piece, text=words))
            found.append((next_ref(name), []))
        found[-1][1].append(replace(piece, text=rest, bullet=piece.bullet and begins != ref))
    shares = _shares(cells, len(found), [name for name, _ in found])
    for (name, texts), share in zip(found, shares, strict=True):
        yield Part(name, texts, share)


def _numbered(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces where each begins with a reference; where some count on from 1, these with what
    stands below each ("1. Call all in", "2. Tell them:", "how", "when"); otherwise none."""
    begins = [ref_at_start(piece.text)[0] for piece in pieces]
    if all(begins):
        return [[piece] for piece in pieces]
    found: list[list[Piece]] = []
    for piece, ref in zip(pieces, begins, strict=True):
        if ref == str(len(found) + 1):
            found.append([piece])
        elif found:
            found[-1].append(piece)
        else:
            return []
    return found


def _each_with_its_ref(
    items: list[list[Piece]], cells: dict[Role, list[Piece]], group: str
) -> Iterator[Part]:
    printed = [ref_at_start(first.text)[0] for first, *_ in items]
    shares = _shares(cells, len(items), printed)
    for (first, *others), share in zip(items, shares, strict=True):
        begins, rest = ref_at_start(first.text)
        ref = f"{group}.{begins}" if group and begins.isdigit() else begins
        yield Part(ref, [replace(first, text=rest, bullet=False), *others], share)


def _is_list(pieces: list[Piece], cells: dict[Role, list[Piece]]) -> bool:
    """Bullets with nothing before them and a date for each are actions of their own; so are lines
    with a date and an owner for each."""
    count = len(pieces)
    listed = all(piece.bullet for piece in pieces)
    owned = len(cells.get(Role.OWNER, [])) == count and all(p.text[:1].isupper() for p in pieces)
    if count < 2 or not (listed or owned):
        return False
    dates = cells.get(Role.DUE, [])
    understood = all(due_of(date.text, ANY_YEAR) for date in dates)
    return len(dates) == count and understood and any(spans_in(d.text, ANY_YEAR) for d in dates)


def _shares(
    cells: dict[Role, list[Piece]], count: int, refs: Sequence[str] = ()
) -> list[dict[Role, list[Piece]]]:
    """The cells of each action: its own value where there is one for each, else the row's."""
    shares: list[dict[Role, list[Piece]]] = [dict(cells) for _ in range(count)]
    for role in SHARED_OUT:
        pieces = cells.get(role, [])
        if under := _under_refs(pieces, refs):
            for share, ref in zip(shares, refs, strict=True):
                share[role] = under.get(ref, [])
        elif count > 1:
            for share, value in zip(shares, _values(pieces, count), strict=False):
                share[role] = [value]
    return shares


def _under_refs(pieces: Sequence[Piece], refs: Sequence[str]) -> dict[str, list[Piece]]:
    """The values of a cell that begin with the references of the row's actions, by these."""
    found: dict[str, list[Piece]] = {}
    last = ""
    for piece in pieces:
        begins, rest = ref_at_start(piece.text)
        if begins in refs and begins not in found:
            last, piece = begins, replace(piece, text=rest)
        if not last:
            return {}
        found.setdefault(last, []).append(piece)
    return found


def _values(pieces: Sequence[Piece], count: int) -> list[Piece]:
    if len(pieces) == count:
        return list(pieces)
    text = " ".join(piece.text for piece in pieces)
    words = text.split()
    each = len(words) // count
    parts = [" ".join(words[at * each : (at + 1) * each]) for at in range(count)]
    if each * count == len(words) and words and _are_alike(parts):
        return [Piece(part) for part in parts]
    if statuses := _statuses(words, count):
        return [Piece(status) for status in statuses]
    spans = spans_in(text, NO_CALENDAR)
    if len(spans) == count:
        return [Piece(text[span.begin : span.end]) for span in spans]
    return []


def _statuses(words: Sequence[str], count: int) -> list[str]:
    """The words cut into as many statuses, of which each is one and no more; [] if they cannot."""
    if count < 2 or not words:
        whole = " ".join(words)
        return [whole] if count == 1 and in_words(whole) else []
    for length in range(1, min(len(words), LONGEST_STATUS) + 1):
        first = " ".join(words[:length])
        if in_words(first) and (others := _statuses(words[length:], count - 1)):
            return [first, *others]
    return []


def _are_alike(parts: list[str]) -> bool:
    """The same said for each action, or an owner for each."""
    return len(set(parts)) == 1 or all(map(is_complete, parts))


def _without(pieces: list[Piece], ref: str) -> list[Piece]:
    """The pieces without the reference that begins them."""
    return [replace(pieces[0], text=_bare(pieces[0].text, ref)), *pieces[1:]] if pieces else []


def _bare(text: str, ref: str) -> str:
    begins, rest = ref_at_start(text)
    return rest if begins == ref else text
