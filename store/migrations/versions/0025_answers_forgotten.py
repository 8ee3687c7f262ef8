"""The words of an answer are forgotten once it was sent or given up."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

FORGOTTEN = '{"summary":"","parts":[],"private":false}'
ENDED = "UPDATE outbox SET reply = :reply WHERE kind = 'answer' AND state IN ('sent', 'given up')"


def upgrade() -> None:
    op.execute(sa.text(ENDED).bindparams(reply=FORGOTTEN))


def downgrade() -> None:
    """What is forgotten does not come back."""
