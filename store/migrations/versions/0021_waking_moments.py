"""Actions wake at a moment and no more on a day, so that nobody looks at them until it comes."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

INDEX = "ix_standings_waking"
NOT_ASLEEP = "0001-01-01 00:00:00.000000"


def upgrade() -> None:
    op.drop_index(INDEX, "standings")
    if _on_postgresql():  # in place: a column that is added and filled would write all rows twice
        op.execute("ALTER TABLE standings ALTER wake DROP DEFAULT")
        op.execute(
            "ALTER TABLE standings ALTER wake TYPE timestamptz"
            " USING wake::timestamp AT TIME ZONE 'UTC'"
        )
        op.execute(f"ALTER TABLE standings ALTER wake SET DEFAULT '{NOT_ASLEEP}'")
        op.execute("ALTER TABLE standings RENAME wake TO wakes_at")
    else:
        moment = sa.DateTime(timezone=True)
        column = sa.Column("wakes_at", moment, nullable=False, server_default=NOT_ASLEEP)
        op.add_column("standings", column)
        op.execute("UPDATE standings SET wakes_at = wake || ' 00:00:00.000000'")
        op.drop_column("standings", "wake")
    op.create_index(INDEX, "standings", ["workspace", "wakes_at", "plan", "position"])


def downgrade() -> None:
    op.drop_index(INDEX, "standings")
    if _on_postgresql():
        op.execute("ALTER TABLE standings ALTER wakes_at DROP DEFAULT")
        op.execute(
            "ALTER TABLE standings ALTER wakes_at TYPE date"
            " USING (wakes_at AT TIME ZONE 'UTC')::date"
        )
        op.execute("ALTER TABLE standings ALTER wakes_at SET DEFAULT '0001-01-01'")
        op.execute("ALTER TABLE standings RENAME wakes_at TO wake")
    else:
        column = sa.Column("wake", sa.Date(), nullable=False, server_default="0001-01-01")
        op.add_column("standings", column)
        op.execute("UPDATE standings SET wake = substr(wakes_at, 1, 10)")
        op.drop_column("standings", "wakes_at")
    op.create_index(INDEX, "standings", ["workspace", "wake", "plan", "position"])


def _on_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
