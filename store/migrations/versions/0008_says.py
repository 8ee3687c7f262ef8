"""What a message says, so that nobody is told twice."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("says", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("outbox", "says")
