"""The teams that have let the bot in, with their tokens encrypted."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WORDS = ("workspace", "sealed", "bot", "scopes", "connected_by")


def upgrade() -> None:
    op.create_table(
        "connections",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("enterprise", sa.String(), nullable=True),
        *(sa.Column(name, _kind(name), nullable=False) for name in WORDS),
        sa.Column("connected_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint("platform", "team"),
    )
    op.create_table(
        "promises",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest"),
    )


def downgrade() -> None:
    op.drop_table("promises")
    op.drop_table("connections")


def _kind(name: str) -> sa.String | sa.Text:
    return sa.Text() if name == "scopes" else sa.String()
