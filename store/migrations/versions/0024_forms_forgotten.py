"""What was written in a form is forgotten once it is answered, as what was said is."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

WITHOUT_FORM = {
    "sqlite": "json_set(request, '$.form', json('[]'))",
    "postgresql": "jsonb_set(request::jsonb, '{form}', '[]')::text",
}


def upgrade() -> None:
    without = WITHOUT_FORM[op.get_bind().dialect.name]
    op.execute(f"UPDATE inbox SET request = {without} WHERE answered_at IS NOT NULL")


def downgrade() -> None:
    """What is forgotten does not come back."""
