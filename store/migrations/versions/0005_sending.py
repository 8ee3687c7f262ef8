"""Whom a message is for, what it is, and until when an action may sleep."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OPTIONAL = ("to", "plan", "under")
WAKING = ["workspace", "wake", "plan", "position"]


def upgrade() -> None:
    op.add_column("outbox", sa.Column("kind", sa.String(), nullable=False, server_default="notice"))
    for name in OPTIONAL:
        op.add_column("outbox", sa.Column(name, sa.String(), nullable=True))
    op.add_column("outbox", sa.Column("not_after", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_outbox_workspace_to_day"), "outbox", ["workspace", "to", "day"])
    op.add_column(
        "standings", sa.Column("wake", sa.Date(), nullable=False, server_default="0001-01-01")
    )
    op.create_index("ix_standings_waking", "standings", WAKING)


def downgrade() -> None:
    op.drop_index("ix_standings_waking", "standings")
    op.drop_column("standings", "wake")
    op.drop_index(op.f("ix_outbox_workspace_to_day"), "outbox")
    for name in ("kind", "not_after", *OPTIONAL):
        op.drop_column("outbox", name)
