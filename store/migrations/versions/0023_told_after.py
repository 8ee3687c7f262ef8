"""Which event was the newest when something was told, so that the last thing said is known."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("instructions", sa.Column("event", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("instructions", "event")
