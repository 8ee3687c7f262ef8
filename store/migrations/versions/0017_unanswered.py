"""Finding the questions that nobody answered."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    unanswered = sa.text("NOT answered")
    op.create_index(
        "ix_questions_unanswered",
        "questions",
        ["workspace", "asked_at"],
        sqlite_where=unanswered,
        postgresql_where=unanswered,
    )


def downgrade() -> None:
    op.drop_index("ix_questions_unanswered", "questions")
