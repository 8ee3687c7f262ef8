"""Whether anything of a workspace has changed that is kept in mind, without reading it."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MARKS = ("known", "standing")


def upgrade() -> None:
    for name in MARKS:
        op.add_column(
            "workspaces", sa.Column(name, sa.String(), nullable=False, server_default="first")
        )


def downgrade() -> None:
    for name in MARKS:
        op.drop_column("workspaces", name)
