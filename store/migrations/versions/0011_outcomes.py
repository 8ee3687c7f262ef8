"""What became of a message, and how fast the next may go."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

PLATFORM = {
    "sqlite": "json_extract(address, '$.platform')",
    "postgresql": "address::json ->> 'platform'",
}
NEW = ("platform", "in_doubt", "first_try", "receipt", "given_up_at", "why")


def upgrade() -> None:
    op.drop_index("ix_outbox_waiting", "outbox")
    for column in _columns():
        op.add_column("outbox", column)
    op.execute(f"UPDATE outbox SET platform = {PLATFORM[op.get_bind().dialect.name]}")
    _of_state("waiting", "platform", "next_try", "number")
    _of_state("doubtful", "platform", "number")
    _of_state("given up", "given_up_at", "number")
    op.create_index(op.f("ix_outbox_workspace_number"), "outbox", ["workspace", "number"])
    op.create_index(op.f("ix_outbox_workspace_under"), "outbox", ["workspace", "under"])
    op.create_index(op.f("ix_inbox_workspace_number"), "inbox", ["workspace", "number"])
    op.create_table(
        "flows",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("conversation", sa.String(), nullable=False),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint("workspace", "platform", "conversation"),
    )


def downgrade() -> None:
    op.drop_table("flows")
    op.drop_index(op.f("ix_inbox_workspace_number"), "inbox")
    for name in ("workspace_under", "workspace_number", "given_up", "doubtful", "waiting"):
        op.drop_index(f"ix_outbox_{name}", "outbox")
    for name in NEW:
        op.drop_column("outbox", name)
    _of_state("waiting", "next_try", "number")


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column("platform", sa.String(), nullable=False, server_default=sa.text("''")),
        sa.Column("in_doubt", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("first_try", sa.DateTime(timezone=True), nullable=True),
        sa.Column("receipt", sa.Text(), nullable=True),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.String(), nullable=False, server_default=sa.text("''")),
    ]


def _of_state(state: str, *columns: str) -> None:
    only = sa.text(f"state = '{state}'")
    op.create_index(
        f"ix_outbox_{state.replace(' ', '_')}",
        "outbox",
        ["workspace", *columns],
        sqlite_where=only,
        postgresql_where=only,
    )
