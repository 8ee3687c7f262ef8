"""Who leads and who supports, in cells that read back to the same names."""

from collections.abc import Iterable, Sequence

from domain.work import Action
from plans.meaning.owners import Known, Parties, names_alone, parties_in

NOBODY = "TBC"  # a blank cell would be read as the owner of the row above
BETWEEN = ";\n"

type Cells = tuple[str, str]
"""What stands under "Lead" and under "Support"."""


def known_in(actions: Iterable[Action]) -> Known:
    """The names that stand alone in a cell: the reader takes them for whole ones."""
    return Known({name for each in actions for name in names_alone([*each.owners])})


def lead_and_support(action: Action, known: Known) -> Cells:
    """A name to a line. Posts that only a label keeps whole ("Head of Care / Matron") get one."""
    plain = BETWEEN.join(action.owners) or NOBODY, BETWEEN.join(action.support)
    if _read(plain, known) == (action.owners, action.support):
        return plain
    lead, support = (
        "\n".join(f"{name}." for name in each) for each in (action.owners, action.support)
    )
    labelled = f"Lead: {lead}" + (f"\nSupport: {support}" if support else "")
    if _read((labelled, ""), known) == (action.owners, action.support):
        return labelled, ""
    return plain


def _read(cells: Cells, known: Known) -> tuple[Sequence[str], Sequence[str]]:
    lead, support = (_parties(each, known) for each in cells)
    return lead.owners, support.owners or lead.support


def _parties(cell: str, known: Known) -> Parties:
    return parties_in(cell.split("\n"), known)
