"""A table of actions inside one cell of another table: what its row names heads the actions."""

from collections.abc import Iterator, Sequence

from domain.work import Source
from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.meaning.headings import heading_in
from plans.rows import Cell, Line

OF_PARTS = frozenset({Role.GROUP, Role.SECTION})


def parts_named(names: Sequence[str], cells: Sequence[Cell], source: Source) -> Iterator[Line]:
    """The other cells of the row as lines, each with the name of its column where that is of the
    parts of a plan ("Priority: Be seen")."""
    for name, cell in zip(names, cells, strict=True):
        if cell.blank or cell.merged:
            continue
        labelled = role_of(name) in OF_PARTS and heading_in(cell.text) is None
        yield Line(f"{name.rstrip(': ')}: {cell.text}" if labelled else cell.text, source)
