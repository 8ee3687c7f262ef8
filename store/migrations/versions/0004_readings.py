"""Every reading of a plan document is kept, so that the last can be taken back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

KEPT = "workspace, plan, name, digest, read_at, actions"


def upgrade() -> None:
    op.create_table(
        "readings",
        *_columns(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("as_printed", sa.Text(), nullable=True),
        _of_a_plan(),
        sa.PrimaryKeyConstraint("workspace", "plan", "number"),
    )
    op.execute(f"INSERT INTO readings ({KEPT}, number) SELECT {KEPT}, 1 FROM documents")
    op.drop_table("documents")


def downgrade() -> None:
    op.create_table(
        "documents", *_columns(), _of_a_plan(), sa.PrimaryKeyConstraint("workspace", "plan")
    )
    op.execute(
        f"INSERT INTO documents ({KEPT}) SELECT {KEPT} FROM readings WHERE number = (SELECT"
        " max(number) FROM readings AS others WHERE others.workspace = readings.workspace"
        " AND others.plan = readings.plan)"
    )
    op.drop_table("readings")


def _columns() -> list[sa.Column[Any]]:
    names = ("workspace", "plan", "name", "digest")
    return [
        *(sa.Column(name, sa.String(), nullable=False) for name in names),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
    ]


def _of_a_plan() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["workspace", "plan"], ["plans.workspace", "plans.key"])
