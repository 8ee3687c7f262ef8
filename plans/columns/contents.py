"""What cells look like they hold, where the header does not say or a row has cells too few."""

import re
from collections.abc import Sequence
from itertools import groupby

from plans.columns.header_words import role_of
from plans.columns.places_in_reports import says_where
from plans.columns.roles import Columns, Role
from plans.meaning.due import due_of, is_only_a_date
from plans.meaning.names import is_complete, split_names
from plans.meaning.parties import is_a_person
from plans.meaning.refs import is_ref
from plans.meaning.spans import Calendar
from plans.meaning.statuses import says_nothing, status_of
from plans.rows import Cell, Row

SAMPLE = 40  # rows looked at
FEWEST_ROWS = 4  # of which a column can be seen to part them
LONGEST_DATE = 60
LONGEST_NAMES = 160
WORDS = re.compile(r"[^\W\d_]{3,}")
RANKED = re.compile(r"\b(?:priorit\w+|rank\w*|importance|urgency|significance)\b", re.IGNORECASE)


def looks_like(role: Role, cell: Cell, calendar: Calendar) -> bool:
    """Whether the text could be a date, owners, a reference or a status."""
    text = cell.text
    match role:
        case Role.REF:
            return is_ref(text)
        case Role.DUE:
            return len(text) <= LONGEST_DATE and _is_date(text, calendar)
        case Role.OWNER:
            listed = any(piece.bullet for piece in cell.pieces)
            return len(text) <= LONGEST_NAMES and not listed and _are_names(text)
        case Role.STATUS:
            return len(text) <= LONGEST_DATE // 2 and status_of(text) is not None
        case _:
            return False


def with_references_named(
    columns: Columns, names: tuple[str, ...], rows: Sequence[Row]
) -> tuple[str, ...]:
    """The names of columns; one that is called "Step" and only counts them is "Ref"."""
    at = columns.at(Role.ACTION)
    if at is None or Role.REF in columns:
        return names
    cells = [row.cells[at] for row in rows[:SAMPLE] if at < len(row.cells)]
    filled = [cell for cell in cells if not cell.blank]
    numbers = sum(is_ref(cell.text) for cell in filled)
    return (*names[:at], "Ref", *names[at + 1 :]) if numbers * 3 >= len(filled) * 2 > 0 else names


def with_groups_named(
    columns: Columns, names: tuple[str, ...], rows: Sequence[Row]
) -> tuple[str, ...]:
    """The names of columns; of two for numbers, the one that says in words what the other counts
    groups the actions ("Rec."), and one that repeats its numbers is of something else."""
    at = columns.at(Role.REF)
    others = [place for place, name in enumerate(names) if role_of(name) is Role.REF]
    if at is None or len(others) < 2:
        return names
    said = _said_in(rows, at)
    worded = sum(not is_ref(text) and len(WORDS.findall(text)) > 1 for text in said)
    if worded * 3 >= len(said) * 2 > 0:
        return (*names[:at], "Issue", *names[at + 1 :])
    if _repeats(said) and any(_counts(_said_in(rows, other), rows) for other in others):
        return (*names[:at], "", *names[at + 1 :])
    return names


def _said_in(rows: Sequence[Row], at: int) -> list[str]:
    cells = [row.cells[at] for row in rows[:SAMPLE] if at < len(row.cells)]
    return [cell.text for cell in cells if not cell.blank]


def _repeats(said: Sequence[str]) -> bool:
    return len(set(said)) * 2 <= len(said)


def _counts(said: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether nearly every row has a reference, and nearly each its own."""
    most = len(rows[:SAMPLE]) * 0.8
    return len(set(said)) >= most > 0 and all(map(is_ref, said))


def with_references_apart(columns: Columns, names: Sequence[str], rows: Sequence[Row]) -> Columns:
    """The columns with another for references where the cells of that one are mostly alike: it
    says which plan, report or objective, as "Plan ref" beside "ID" may."""
    at = columns.at(Role.REF)
    if at is None or _are_apart(rows, at):
        return columns
    free = [place for place, role in enumerate(columns.roles) if role is None]
    others = (place for place in free if role_of(names[place]) is Role.REF)
    chosen = next((place for place in others if _are_apart(rows, place)), None)
    if chosen is None:
        return columns
    roles = list(columns.roles)
    roles[at], roles[chosen] = None, Role.REF
    return Columns(tuple(roles))


def _are_apart(rows: Sequence[Row], at: int) -> bool:
    """Whether a column has something else to say of each row."""
    said = [row.cells[at].text for row in rows if at < len(row.cells)]
    filled = [text for text in said if text]
    return len(set(filled)) > len(filled) // 2 and len(filled) * 2 > len(rows)


def completed(
    columns: Columns,
    before: Columns | None,
    names: Sequence[str],
    rows: Sequence[Row],
    calendar: Calendar,
) -> Columns:
    """Columns with the roles that the header leaves open, by the table before or by their cells;
    one that counts pages counts nothing else."""
    if before:
        pairs = zip(columns.roles, before.roles, strict=True)
        return Columns(tuple(one or other for one, other in pairs))
    roles = list(columns.roles)
    for at, role in enumerate(roles):
        if role is None and not says_where(names[at]):
            taken = roles if _may_count(names[at], rows, at) else [*roles, Role.REF]
            cells = [row.cells[at] for row in rows[:SAMPLE] if at < len(row.cells)]
            roles[at] = _role_of(cells, taken, calendar)
    return Columns(tuple(_with_group(roles, rows)))


def _may_count(name: str, rows: Sequence[Row], at: int) -> bool:
    """Whether numbers in a column could be of the rows: hardly any comes twice, and they are not
    said to rank them."""
    return not RANKED.search(name) and not _repeats(_said_in(rows, at))


def with_sections_named(columns: Columns, rows: Sequence[Row]) -> Columns:
    """Where nothing else names sections, a column left of all else does whose words are each
    said of several rows that follow each other: the place, the service, the programme."""
    roles = list(columns.roles)
    if Role.SECTION in roles or Role.ACTION not in roles or len(rows) < FEWEST_ROWS:
        return columns
    known = {roles.index(role) for role in (Role.GROUP, Role.ACTION) if role in roles}
    for at in range(min(known)):
        if roles[at] is None and _parts_rows(rows, at):
            roles[at] = Role.SECTION
            break
    return Columns(tuple(roles))


def with_role(columns: Columns, role: Role, at: int) -> Columns:
    """The columns, of which one has a role and no other has it."""
    kept = (None if each is role else each for each in columns.roles)
    return Columns(tuple(role if place == at else each for place, each in enumerate(kept)))


def _parts_rows(rows: Sequence[Row], at: int) -> bool:
    """Whether the words in a column part the rows into a few runs, each under one name."""
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    if len(cells) < len(rows) or cells[0].blank:
        return False
    said = [cell.text.casefold() for cell in cells if not cell.blank]
    runs = [name for name, _ in groupby(said)]
    named = all(WORDS.search(name) and len(name) <= LONGEST_DATE for name in runs)
    return (
        named
        and not any(map(is_only_a_date, runs))
        and 1 < len(runs) == len(set(runs)) <= len(rows) // 2
    )


def _with_group(roles: list[Role | None], rows: Sequence[Row]) -> list[Role | None]:
    """Where nothing else groups the actions, an unknown column left of them does whose cells
    are merged over several."""
    if Role.ACTION not in roles or Role.GROUP in roles or Role.SECTION in roles:
        return roles
    for at in range(roles.index(Role.ACTION)):
        cells = [row.cells[at] for row in rows if at < len(row.cells)]
        merged = sum(cell.merged and not cell.blank for cell in cells)
        if roles[at] is None and merged * 4 >= len(cells) > 0:
            roles[at] = Role.GROUP
            break
    return roles


def _role_of(cells: list[Cell], taken: Sequence[Role | None], calendar: Calendar) -> Role | None:
    filled = [cell for cell in cells if not cell.blank]
    if not filled:
        return None
    for role in (Role.REF, Role.DUE, Role.STATUS, Role.OWNER):
        alike = sum(looks_like(role, cell, calendar) for cell in filled)
        if role not in taken and alike * 3 >= len(filled) * 2:
            return role
    return None


def _is_date(text: str, calendar: Calendar) -> bool:
    return not says_nothing(text) and due_of(text, calendar) is not None


def _are_names(text: str) -> bool:
    names = split_names(text, ())
    alike = sum(is_complete(name) or is_a_person(name) for name in names)
    return alike * 3 >= len(names) * 2 > 0
