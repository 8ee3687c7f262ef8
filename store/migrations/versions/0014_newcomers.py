"""Accounts that are nobody's yet."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

KEYS = ("workspace", "platform", "team", "user")


def upgrade() -> None:
    op.create_table(
        "newcomers",
        *(sa.Column(name, sa.String(), nullable=False) for name in KEYS),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("newcomer", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint(*KEYS),
    )


def downgrade() -> None:
    op.drop_table("newcomers")
