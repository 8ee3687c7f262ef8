"""Rows of one cell over the header of their own table: what each table of a plan is about, where
several say something else ("MD1 Enough nurses", over "Action | Lead | By when")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.meaning.codes import code_at_start
from plans.meaning.headings import Kind, heading_in
from plans.rows import Row
from plans.tables.found import Said

FEWEST = 2  # tables with a title of their own
OF_PARTS = (Kind.SECTION, Kind.GROUP)


def over_the_header(pending: Sequence[Said], table: int | None) -> list[Said]:
    """What was said since the last row; the first that a row of this table says is its title."""
    within = [at for at, said in enumerate(pending) if table is not None and said.table == table]
    marked = list(pending)
    for at in within:
        marked[at] = replace(marked[at], titles=at == within[0], below_title=at != within[0])
    return marked


def with_titles_named(rows: Sequence[Sequence[Row | Said]]) -> list[list[Row | Said]]:
    """The rows of all stretches. Titles head the rows of their tables, as rows between these do,
    if they are not all the same; what stands below a title that names a part names none."""
    names = {said.text.casefold() for run in rows for said in _titles(run)}
    if len(names) < FEWEST:
        return [[_unmarked(row) for row in run] for run in rows]
    return [list(_named(run)) for run in rows]


def _titles(rows: Sequence[Row | Said]) -> Iterator[Said]:
    yield from (row for row in rows if isinstance(row, Said) and row.titles)


def _named(rows: Sequence[Row | Said]) -> Iterator[Row | Said]:
    names_a_part = False
    for row in rows:
        if isinstance(row, Said) and row.titles:
            names_a_part = _names_a_part(row)
            yield replace(row, in_table=True)
        elif isinstance(row, Said) and row.below_title and names_a_part:
            yield replace(row, in_table=False)
        else:
            yield row


def _names_a_part(title: Said) -> bool:
    head = heading_in(title.text)
    return bool(code_at_start(title.text)) or (head is not None and head.kind in OF_PARTS)


def _unmarked(row: Row | Said) -> Row | Said:
    return replace(row, titles=False, below_title=False) if isinstance(row, Said) else row
