"""The rows under one header: what their columns truly hold, and each row as an entry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from domain.work import Source
from plans.columns.alignment import aligned
from plans.columns.coded_groups import with_coded_groups
from plans.columns.contents import (
    completed,
    with_groups_named,
    with_references_apart,
    with_references_named,
    with_role,
    with_sections_named,
)
from plans.columns.header_rows import columns_of
from plans.columns.objectives import with_objectives_as_actions
from plans.columns.rankings import without_rankings
from plans.columns.ratings import Ratings, are_marked, rated, rating_columns
from plans.columns.roles import Columns, Role, without
from plans.columns.run_together import with_both_told
from plans.columns.several_statuses import first_told, other_statuses
from plans.columns.timeline import Timeline, columns_beside, timeline_of
from plans.meaning.helpers_told import Way, way_in_header, with_helpers_labelled
from plans.meaning.spans import Calendar
from plans.meaning.statuses import as_share, is_of_shares
from plans.rows import NOTHING, Cell, Piece, Row
from plans.tables.bands import bands_in
from plans.tables.found import Entry, Item, Said
from plans.tables.led_headings import without_lead

# "- continued -", "(cont'd)", "continued overleaf": of the page, and not of the action.
ONLY_GOES_ON = re.compile(
    r"[-–—.…(\[\s]+cont(?:inued|[’'.]?d)?\b\.?[^()\[\]]{0,30}[-–—.…)\]]*\s*|"
    r"cont(?:inued\s*[-–—…)\]]+|[’'.]d?\.?|d\.?)\s*|"
    r"cont(?:inued|[’'.]?d)\.? (?:over(?:leaf)?|below|above|on (?:the )?next page|"
    r"from (?:the )?(?:previous|last) page|from above)\W*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Stretch:
    """The rows under one header, until their columns are known for good."""

    columns: Columns
    names: tuple[str, ...]
    rows: list[Row | Said] = field(default_factory=list)
    under_header: set[int] = field(default_factory=set)  # identities of rows right under it
    timeline: Timeline | None = None
    in_shares: bool = False  # the status is a figure under "%"
    ratings: Ratings = field(default_factory=dict)  # columns with a mark in one of them
    other_statuses: tuple[int, ...] = ()  # columns that tell it where the first does not


def settle(stretches: Sequence[Stretch], calendar: Calendar) -> None:
    """Give each stretch its columns for good, from what its rows and the one before it say."""
    before: Stretch | None = None
    headed = sum(map(_headed_parts, stretches)) > 1
    for stretch in stretches:
        _judge(stretch, _rows_of(stretch), calendar)
    _name_groups(stretches)
    for stretch in stretches:
        rows = _rows_of(stretch)
        if not headed:
            stretch.columns = with_sections_named(stretch.columns, rows)
        known = before.columns if before and _agree(before.columns, stretch.columns) else None
        stretch.columns = completed(stretch.columns, known, stretch.names, rows, calendar)
        if stretch.timeline:
            stretch.columns = without(stretch.columns, stretch.timeline.places)
        before = stretch
    _rename_objectives(stretches)


def _rename_objectives(stretches: Sequence[Stretch]) -> None:
    """Judge what references count from all rows under the same header, on whatever page."""
    rows: dict[tuple[str, ...], list[Row]] = {}
    for stretch in stretches:
        alike = rows.setdefault(stretch.names, [])
        alike += [row for row in stretch.rows if isinstance(row, Row)]
    for stretch in stretches:
        alike = rows[stretch.names]
        stretch.columns = with_objectives_as_actions(stretch.columns, stretch.names, alike)


def _rows_of(stretch: Stretch) -> list[Row]:
    return [row for row in stretch.rows if isinstance(row, Row)]


def _name_groups(stretches: Sequence[Stretch]) -> None:
    """Where a column holds the codes of groups, all tables that are laid out alike tell it."""
    alike: dict[tuple[int, int | None], list[Stretch]] = {}
    for stretch in stretches:
        width, action = len(stretch.columns.roles), stretch.columns.at(Role.ACTION)
        alike.setdefault((width, action), []).append(stretch)
    for each in alike.values():
        rows = [row for stretch in each for row in _rows_of(stretch)]
        for stretch in each:
            stretch.columns = with_coded_groups(stretch.columns, stretch.names, rows)


def items_of(stretch: Stretch, calendar: Calendar) -> Iterator[Item]:
    """The rows of a table as entries, and as lines where they only head others."""
    rows = [row if isinstance(row, Row) else None for row in stretch.rows]
    bands = bands_in(rows, stretch.columns)
    over = [row for at, row in enumerate(rows) if row and at in bands]
    within = any(not row.after_gap or id(row) in stretch.under_header for row in over)
    for at, row in enumerate(stretch.rows):
        if isinstance(row, Said):
            yield row
        elif at in bands:
            yield as_heading(bands[at], row.source, in_table=within)
        else:
            yield _entry(row, stretch, calendar)


def as_heading(
    cell: Cell,
    source: Source,
    level: int | None = None,
    *,
    in_table: bool = False,
    table: int | None = None,
) -> Said:
    """A line or a cell as the heading of what follows it, apart from who leads that."""
    named, lead = without_lead(cell)
    return Said(named, source, level, in_table, lead=lead, table=table)


def _headed_parts(stretch: Stretch) -> int:
    """How many of its rows stand right under a heading."""
    return sum(
        isinstance(said, Said) and bool(said.level) and isinstance(later, Row)
        for said, later in pairwise(stretch.rows)
    )


def _judge(stretch: Stretch, rows: Sequence[Row], calendar: Calendar) -> None:
    """Put right what the header alone has misled us about."""
    names = with_references_named(stretch.columns, stretch.names, rows)
    names = with_groups_named(stretch.columns, names, rows)
    columns = (columns_of(names) if names != stretch.names else None) or stretch.columns
    stretch.timeline = timeline_of(names, rows, calendar)
    if stretch.timeline:
        columns = columns_beside(stretch.timeline, columns, names)
    columns = with_references_apart(without_rankings(columns, names, rows), names, rows)
    ratings = rating_columns(names)
    if ratings and are_marked(rows, ratings):
        stretch.ratings = ratings
        columns = with_role(without(columns, ratings), Role.STATUS, min(ratings))
    stretch.columns = columns
    status = stretch.columns.at(Role.STATUS)
    stretch.in_shares = status is not None and is_of_shares(names[status])
    stretch.other_statuses = other_statuses(names, stretch.columns)


def _agree(one: Columns, other: Columns) -> bool:
    """As wide, and of one mind wherever both know."""
    return len(one.roles) == len(other.roles) and all(
        a is b or a is None or b is None for a, b in zip(one.roles, other.roles, strict=True)
    )


def _name_of(role: Role, stretch: Stretch) -> str:
    at = stretch.columns.at(role)
    return stretch.names[at] if at is not None and at < len(stretch.names) else ""


def _with_helpers(cell: Cell, way: Way) -> Cell:
    """An owner cell with those who help under a label, as the name of its column says."""
    lines = [piece.text for piece in cell.pieces if not piece.struck]
    told = with_helpers_labelled(lines, way)
    return cell if told == lines else replace(cell, pieces=tuple(map(Piece, told)))


def _entry(row: Row, stretch: Stretch, calendar: Calendar) -> Entry:
    columns = stretch.columns
    cells = aligned(row.cells, columns, calendar)
    told = [NOTHING if ONLY_GOES_ON.fullmatch(cell.text) else cell for cell in cells]
    named = {role: cell for role, cell in zip(columns.roles, told, strict=True) if role}
    named = with_both_told(named, row, columns, calendar)
    if (way := way_in_header(_name_of(Role.OWNER, stretch))) is not None:
        named[Role.OWNER] = _with_helpers(named[Role.OWNER], way)
    if stretch.in_shares:
        named[Role.STATUS] = as_share(named.get(Role.STATUS, NOTHING))
    if stretch.ratings:
        named[Role.STATUS] = rated(cells, stretch.ratings)
    if stretch.other_statuses:
        named[Role.STATUS] = first_told(named[Role.STATUS], cells, stretch.other_statuses)
    if stretch.timeline:
        named = dict(stretch.timeline.said(cells)) | named
    return Entry(named, row.source, row.after_gap, row.apart)
