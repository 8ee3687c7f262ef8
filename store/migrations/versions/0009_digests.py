"""Which partnership groups an action names, where they can be spoken to, and what has come out."""

import json
from itertools import batched

import sqlalchemy as sa
from alembic import op

from store.mark import mark_through, mark_together

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

AT_ONCE = 1_000
MONDAYS = '{"day":0,"at":"09:30:00"}'
COUNTED = ["section", "status", "accepted", "expected", "heard", "forecast", "next_stage"]


def upgrade() -> None:
    op.create_table(
        "answering",
        *(_text(name) for name in ("workspace", "plan", "mark", "names")),
        sa.ForeignKeyConstraint(["workspace", "plan"], ["plans.workspace", "plans.key"]),
        sa.PrimaryKeyConstraint("workspace", "plan", "mark"),
    )
    op.add_column("standings", sa.Column("answers", sa.String(), nullable=True))
    _fill()
    op.create_index(
        "ix_standings_answering", "standings", ["workspace", "plan", "answers", *COUNTED]
    )
    _groups()
    op.create_table(
        "editions",
        *(_text(name) for name in ("workspace", "series", "occasion")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("event", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint("workspace", "series", "occasion"),
    )


def downgrade() -> None:
    op.drop_table("editions")
    for name in ("board", "digest", "address"):
        op.drop_column("partnership_groups", name)
    op.drop_index("ix_standings_answering", "standings")
    op.drop_column("standings", "answers")
    op.drop_table("answering")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text() if name == "names" else sa.String(), nullable=False)


def _groups() -> None:
    op.add_column("partnership_groups", sa.Column("address", sa.Text(), nullable=True))
    op.add_column(
        "partnership_groups",
        sa.Column("digest", sa.Text(), nullable=False, server_default=MONDAYS),
    )
    op.add_column(
        "partnership_groups",
        sa.Column("board", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def _fill() -> None:
    """Work out of each action that is there which groups it names."""
    names = sa.table("answering", *map(sa.column, ("workspace", "plan", "mark", "names")))
    connection = op.get_bind()
    known: set[tuple[str, str, str]] = set()
    asked = sa.text("SELECT workspace, plan, ref, printed FROM actions")
    for rows in batched(connection.execute(asked).all(), AT_ONCE):
        news = []
        for workspace, plan, ref, printed in rows:
            action = json.loads(printed)
            groups, section = action.get("partnership_groups"), action.get("section")
            if groups:
                mark = mark_together(groups)
            elif section is not None:
                mark = mark_through(section)
            else:
                continue
            news.append({"w": workspace, "p": plan, "r": ref, "m": mark})
            if groups and (workspace, plan, mark) not in known:
                known.add((workspace, plan, mark))
                row = {"workspace": workspace, "plan": plan, "mark": mark}
                connection.execute(names.insert().values(**row, names=json.dumps(groups)))
        if news:
            connection.execute(sa.text(SET), news)


SET = "UPDATE standings SET answers = :m WHERE workspace = :w AND plan = :p AND ref = :r"
