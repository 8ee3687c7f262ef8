"""Where the bot is in a conversation, and how often answering a message has failed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEYS = ("workspace", "platform", "team", "conversation", "thread")


def upgrade() -> None:
    op.create_table(
        "talks",
        *(sa.Column(name, sa.String(), nullable=False) for name in KEYS),
        sa.Column("about", sa.Text(), nullable=False, server_default="[]"),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint(*KEYS),
    )
    zero = sa.text("0")
    op.add_column("inbox", sa.Column("attempts", sa.Integer(), nullable=False, server_default=zero))
    op.add_column("inbox", sa.Column("next_try", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("inbox", "next_try")
    op.drop_column("inbox", "attempts")
    op.drop_table("talks")
