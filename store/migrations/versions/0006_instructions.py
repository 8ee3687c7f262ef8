"""What the bot was told to do from now on."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ONLY_ADDED = "instructions are only ever added: not changed, not deleted"
GUARD = {
    "sqlite": [
        f"CREATE TRIGGER instructions_refuse_{verb} BEFORE {verb} ON instructions"
        f" BEGIN SELECT RAISE(ABORT, '{ONLY_ADDED}'); END"
        for verb in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION refuse_to_change_instructions() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{ONLY_ADDED}'; END $$",
        "CREATE TRIGGER instructions_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON instructions"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_instructions()",
    ],
}


def upgrade() -> None:
    texts = ("by", "by_name", "where", "message", "words")
    op.create_table(
        "instructions",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("plan", sa.String(), nullable=True),
        sa.Column("order", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["workspace"], ["workspaces.name"]),
        sa.PrimaryKeyConstraint("workspace", "id"),
    )
    for statement in GUARD[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("instructions")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_to_change_instructions")
