"""What one table's layout shows beyond its header, judged from all its rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from plans.actions.labels import Label, Labelled, block_starts, spread_labels
from plans.columns.roles import Role
from plans.meaning.codes import are_coded, are_spread, code_in
from plans.meaning.refs import printed_ref
from plans.rows import Cell, Piece
from plans.tables.found import Entry, Item, Said, Table

# "2026/27 Open the hall", "During 2026/27: ..."; a year alone ("2026: ...") has a sign after it.
OPENING = re.compile(
    r"(?:(?:in|during|for|(?:financial |plan )?year(?: \d)?)\s\(?)?"
    r"(?P<years>20\d\d\s?[/–-]\s?(?:20)?\d\d|20\d\d(?=\)?\s?[:•▪]))\)?[\s:•▪–-]*"
    r"(?=[A-Za-z0-9“\"'])",
    re.IGNORECASE,
)
LONGEST_OPENING = 30
LETTER = re.compile(r"[A-Z]")
HALF = 0.5
FEW = 4  # a row in so many repeats the group of the one above


@dataclass(frozen=True, slots=True)
class Arranged:
    """A table's items, with every row's place in it decided."""

    items: list[Item]
    labels: dict[int, Label]  # the spread label of an entry, by its place among the items
    openings: dict[int, str]  # the year printed at the head of an entry
    dated: bool  # has a column of dates
    numbered: bool  # has a column of references
    refs_of_groups: bool  # its references are merged over several actions
    coded: bool  # each label of a group begins with a code
    merges: bool  # what is said of several rows is merged over them, so a blank cell says nothing
    apart: bool  # the group is said again in each row, as exports do, which merge nothing


def arranged(table: Table) -> Arranged:
    """Decide which column names the action, and which label each row stands beside."""
    items = _with_actions_named(table)
    dated = any(role in table.columns for role in (Role.DUE, Role.START))
    items, openings = (items, {}) if dated else _without_openings(items)
    return Arranged(
        items=items,
        labels=_labels(items, openings),
        openings=openings,
        dated=dated,
        numbered=Role.REF in table.columns,
        refs_of_groups=any(isinstance(item, Entry) and _shares_ref(item) for item in items),
        coded=are_coded(item[Role.GROUP].text for item in items if isinstance(item, Entry)),
        merges=any(isinstance(item, Entry) and _is_merged(item) for item in items),
        apart=_are_apart(table.entries()),
    )


def _is_merged(entry: Entry) -> bool:
    """Whether a cell of a row is that of the row above, and the row has an action of its own."""
    return not entry[Role.ACTION].merged and any(cell.merged for cell in entry.cells.values())


def _are_apart(entries: list[Entry]) -> bool:
    """Whether every action has its group printed beside it, many the same as the one above, and
    no cell is merged."""
    actions = [each for each in entries if not each[Role.ACTION].blank]
    if any(each.apart for each in entries):
        return True
    groups = [each[Role.GROUP].text for each in actions]
    again = sum(one == other for one, other in pairwise(groups))
    merged = any(cell.merged for each in entries for cell in each.cells.values())
    return all(groups) and again * FEW >= len(groups) > 0 and not merged


def _shares_ref(entry: Entry) -> bool:
    """Whether the reference of a row is that of the row above, and its action is not."""
    ref, action = entry[Role.REF], entry[Role.ACTION]
    return ref.merged and not ref.blank and not action.merged and not action.blank


def is_part_number(entry: Entry, later: Entry | None) -> str:
    """The number or letter of a row that only names a part, or "" for another row.

    "2. | Safer Streets" does before "2.1", and "B | Safer Streets" before "B1", in any column.
    """
    filled = entry.filled()
    if not (filled <= {Role.REF, Role.ACTION, Role.GROUP, Role.SECTION} or len(filled) == 2):
        return ""
    number = printed_ref(entry[Role.REF].text)
    following = printed_ref(later[Role.REF].text) if later else ""
    first = following.removeprefix(number) if LETTER.fullmatch(number) else ""
    within = following.startswith(f"{number}.") or first[:1].isdigit()
    return number if number and within else ""


def _with_actions_named(table: Table) -> list[Item]:
    """Where each row names an objective and lists its actions as bullets, the objective is what
    is numbered and answered for, and the bullets are its steps."""
    heading = next((role for role in (Role.GROUP, Role.SECTION) if role in table.columns), None)
    entries = table.entries()
    if heading is None or Role.REF not in table.columns or not _are_steps(entries, heading):
        return table.items
    return [_renamed(item, heading) if isinstance(item, Entry) else item for item in table.items]


def _are_steps(entries: list[Entry], heading: Role) -> bool:
    numbered = [each for each in entries if not each[Role.REF].blank]
    named = [each for each in numbered if not each[heading].blank]
    listed = [each for each in named if sum(p.bullet for p in each[Role.ACTION].pieces) > 1]
    distinct = {each[heading].text for each in named}
    return len(listed) > HALF * len(numbered) and len(distinct) > HALF * len(named)


def _renamed(entry: Entry, heading: Role) -> Entry:
    cells = dict(entry.cells)
    cells[Role.STEPS] = cells.pop(Role.ACTION, Cell())
    cells[Role.ACTION] = cells.pop(heading, Cell())
    return replace(entry, cells=cells)


def _without_openings(items: list[Item]) -> tuple[list[Item], dict[int, str]]:
    """Take the year that is printed at the head of a block of rows off its first row."""
    kept: list[Item] = []
    openings: dict[int, str] = {}
    for at, item in enumerate(items):
        opening = _opening(item) if isinstance(item, Entry) else None
        if opening and isinstance(item, Entry):
            openings[at] = opening["years"]
            item = _shortened(item, opening.end())
        kept.append(item)
    return kept, openings


def _opening(entry: Entry) -> re.Match[str] | None:
    pieces = entry[Role.ACTION].pieces
    if not pieces:
        return None
    short = len(pieces) > 1 and len(pieces[0].text) <= LONGEST_OPENING
    lead = f"{pieces[0].text} •x" if short else None
    return OPENING.match(lead or pieces[0].text)


def _shortened(entry: Entry, length: int) -> Entry:
    first, *others = entry[Role.ACTION].pieces
    rest = first.text[length:].strip()
    pieces = [replace(first, text=rest), *others] if rest else _as_text(others)
    action = replace(entry[Role.ACTION], pieces=tuple(pieces))
    return replace(entry, cells=entry.cells | {Role.ACTION: action})


def _as_text(pieces: list[Piece]) -> list[Piece]:
    return [replace(piece, bullet=at > 0) for at, piece in enumerate(pieces)]


def _labels(items: list[Item], openings: dict[int, str]) -> dict[int, Label]:
    """The label beside each entry, where labels are printed over several rows. Where cells are
    merged, one without a code is a label of its own, and no part of that of its neighbours."""
    entries = [item for item in items if isinstance(item, Entry)]
    named = [each[Role.GROUP] for each in entries if not each[Role.GROUP].blank]
    if any(cell.merged for cell in named) and not all(code_in(cell.text) for cell in named):
        return {}
    if not are_spread([each[Role.GROUP].text for each in entries]):
        return {}
    found: dict[int, Label] = {}
    runs = list(_runs(items))
    blocks = [[_labelled(at, item, openings) for at, item in run] for run in runs]
    topmost = all(rows[at].label for rows in blocks for at in block_starts(rows))
    for run, rows in zip(runs, blocks, strict=True):
        for label in spread_labels(rows, topmost=topmost):
            for at, _ in run[label.first : label.stop]:
                found[at] = label
    return found


def _labelled(at: int, entry: Entry, openings: dict[int, str]) -> Labelled:
    return Labelled(
        label=entry[Role.GROUP].text,
        who=entry[Role.OWNER].text,
        after_gap=entry.after_gap,
        opens=at in openings,
    )


def _runs(items: list[Item]) -> Iterator[list[tuple[int, Entry]]]:
    """The entries between one heading and the next."""
    run: list[tuple[int, Entry]] = []
    for at, item in enumerate(items):
        if isinstance(item, Said):
            if run:
                yield run
            run = []
        else:
            run.append((at, item))
    if run:
        yield run
