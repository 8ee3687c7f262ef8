"""Whether anything printed of a plan has changed, without reading all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "plans", sa.Column("printing", sa.String(), nullable=False, server_default="first")
    )


def downgrade() -> None:
    op.drop_column("plans", "printing")
