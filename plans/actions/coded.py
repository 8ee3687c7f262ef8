"""Where the groups of a plan have codes ("QW 1 Open the paths"), judged from the whole of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.actions.outline import Outline
from plans.columns.roles import Role
from plans.meaning.codes import are_coded, code_at_start
from plans.meaning.headings import heading_in
from plans.tables.found import Entry, Found, Said


@dataclass(frozen=True, slots=True)
class Coded:
    """Which names of groups all begin with a code: in a column, in headings, in bands."""

    cells: bool
    headings: bool
    bands: bool

    def of_line(self, said: Said) -> str:
        """The code of a group that a line names, or ""."""
        coded = self.headings if said.level else self.bands
        return code_at_start(said.text) if coded else ""


def coded_in(found: Found, outline: Outline) -> Coded:
    """Whether groups have codes, wherever this plan names them."""
    items = (item for table in found.tables for item in table.items if isinstance(item, Said))
    lines = [each for each in items if not heading_in(each.text)]
    headings = (each for each in lines if outline.counts(each) and not outline.opens_section(each))
    return Coded(
        cells=are_coded(_cells(found)),
        headings=are_coded(each.text for each in headings),
        bands=are_coded(each.text for each in lines if each.in_table and not each.level),
    )


def _cells(found: Found) -> Iterable[str]:
    for table in found.tables:
        for item in table.items:
            if isinstance(item, Entry):
                yield item[Role.GROUP].text
