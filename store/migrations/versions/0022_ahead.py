"""What starts on a day, and what comes round, is found without reading every action."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

OF_KIND = "(SELECT workspace, plan, ref FROM actions WHERE {kind} {meant})"


def upgrade() -> None:
    op.add_column("standings", sa.Column("begins", sa.Date(), nullable=True))
    recurs: sa.Column[bool] = sa.Column(
        "recurs", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("standings", recurs)
    kind, start = _of_due("kind"), _of_due("start")
    recurring = OF_KIND.format(kind=kind, meant="= 'recurring'")
    op.execute(f"UPDATE standings SET recurs = true WHERE (workspace, plan, ref) IN {recurring}")
    begins = f"SELECT {start} FROM actions WHERE {_same()}"
    starting = OF_KIND.format(kind=kind, meant="IN ('from', 'window')")
    op.execute(
        f"UPDATE standings SET begins = ({begins}) WHERE (workspace, plan, ref) IN {starting}"
    )


def downgrade() -> None:
    op.drop_column("standings", "recurs")
    op.drop_column("standings", "begins")


def _same() -> str:
    names = ("workspace", "plan", "ref")
    return " AND ".join(f"actions.{name} = standings.{name}" for name in names)


def _of_due(name: str) -> str:
    if op.get_bind().dialect.name == "postgresql":
        found = f"printed::json->'due'->>'{name}'"
        return f"({found})::date" if name == "start" else f"({found})"
    return f"json_extract(printed, '$.due.{name}')"
