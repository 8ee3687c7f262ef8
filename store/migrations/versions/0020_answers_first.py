"""Finding the answers that wait among many messages that nobody asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

NAME = "ix_outbox_answers"


def upgrade() -> None:
    waiting = sa.text("state = 'waiting' AND kind = 'answer'")
    columns = ["workspace", "platform", "next_try", "number"]
    op.create_index(NAME, "outbox", columns, sqlite_where=waiting, postgresql_where=waiting)


def downgrade() -> None:
    op.drop_index(NAME, "outbox")
