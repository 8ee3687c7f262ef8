"""Plans, and the actions in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "workspaces",
    "plans",
    "sections",
    "documents",
    "groups",
    "actions",
    "milestones",
    "standings",
)


def upgrade() -> None:
    _plans()
    _actions()
    _milestones()
    _standings()
    _indexes()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _plans() -> None:
    op.create_table(
        "workspaces",
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "plans",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint("workspace", "key"),
    )
    op.create_table(
        "sections",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("partnership_groups", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace", "plan"], ["plans.workspace", "plans.key"]),
        sa.PrimaryKeyConstraint("workspace", "plan", "position"),
    )
    op.create_table(
        "documents",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actions", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace", "plan"], ["plans.workspace", "plans.key"]),
        sa.PrimaryKeyConstraint("workspace", "plan"),
    )


def _actions() -> None:
    op.create_table(
        "groups",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace", "plan"], ["plans.workspace", "plans.key"]),
        sa.PrimaryKeyConstraint("workspace", "plan", "mark"),
    )
    op.create_table(
        "actions",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace", "plan"], ["plans.workspace", "plans.key"]),
        sa.PrimaryKeyConstraint("workspace", "plan", "ref"),
    )


def _milestones() -> None:
    op.create_table(
        "milestones",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "plan", "ref"], ["actions.workspace", "actions.plan", "actions.ref"]
        ),
        sa.PrimaryKeyConstraint("workspace", "plan", "ref", "position"),
    )


def _standings() -> None:
    op.create_table(
        "standings",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("plan", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("group", sa.String(), nullable=True),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("accepted", sa.Date(), nullable=True),
        sa.Column("forecast", sa.Date(), nullable=True),
        sa.Column("expected", sa.Date(), nullable=True),
        sa.Column("heard", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_stage", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace", "plan", "group"], ["groups.workspace", "groups.plan", "groups.mark"]
        ),
        sa.ForeignKeyConstraint(
            ["workspace", "plan", "ref"], ["actions.workspace", "actions.plan", "actions.ref"]
        ),
        sa.PrimaryKeyConstraint("workspace", "plan", "position"),
        sqlite_with_rowid=False,
    )


def _indexes() -> None:
    op.create_index(
        "ix_standings_counted",
        "standings",
        [
            "workspace",
            "plan",
            "status",
            "accepted",
            "expected",
            "heard",
            "forecast",
            "next_stage",
            "section",
            "group",
        ],
    )
    op.create_index(
        "ix_standings_open_accepted",
        "standings",
        ["workspace", "plan", "accepted", "position"],
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open"),
    )
    op.create_index(
        "ix_standings_open_expected",
        "standings",
        ["workspace", "plan", "expected", "position"],
        sqlite_where=sa.text("open = 1"),
        postgresql_where=sa.text("open"),
    )
