"""When each replica was last heard of, so that another can say that it has fallen silent."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pulses",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("replica", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint("workspace", "replica"),
    )


def downgrade() -> None:
    op.drop_table("pulses")
