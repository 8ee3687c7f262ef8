"""The column of groups, known by the codes in its cells ("PR1 Mend the paths")."""

from collections.abc import Sequence

from plans.columns.header_words import claims_of
from plans.columns.roles import Columns, Role
from plans.meaning.codes import are_a_series, are_spread
from plans.rows import Row


def with_coded_groups(columns: Columns, names: Sequence[str], rows: Sequence[Row]) -> Columns:
    """The columns, of which one that stands left of the actions is of groups where its cells hold
    codes that count on; a column of themes is where its name says so besides ("Theme and
    priority"), or where labels are printed over several rows."""
    action = columns.at(Role.ACTION)
    if action is None or Role.GROUP in columns:
        return columns
    roles = list(columns.roles)
    for at in range(action):
        said = [row.cells[at].text for row in rows if at < len(row.cells)]
        if _may_group(roles[at], names[at], said) and are_a_series(said):
            roles[at] = Role.GROUP
            break
    return Columns(tuple(roles))


def _may_group(role: Role | None, name: str, said: Sequence[str]) -> bool:
    if role is not Role.SECTION:
        return role is None
    both = any(named is Role.GROUP for _, named in claims_of(name)[:2])
    return both or are_spread(said)
