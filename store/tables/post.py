"""What goes out, and how fast it may."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.conversation import Address, Kind, Reply
from domain.pacing import Flow
from domain.sending import Receipt
from store.columns import Whole
from store.tables.shape import Base, InWorkspace, Key, Names


def _of_state(state: str, *columns: str, name: str | None = None, more: str = "") -> Index:
    """The few messages that something is still to be done about."""
    name = name or f"ix_outbox_{state.replace(' ', '_')}"
    only = text(f"state = '{state}'{more}")
    return Index(name, "workspace", *columns, sqlite_where=only, postgresql_where=only)


class OutboxRow(Base):
    __tablename__ = "outbox"
    workspace: Mapped[InWorkspace]
    key: Mapped[Key]
    number: Mapped[int] = mapped_column(BigInteger)
    platform: Mapped[str] = mapped_column(server_default=text("''"))
    kind: Mapped[str] = mapped_column(server_default=Kind.NOTICE)
    address: Mapped[Address] = mapped_column(Whole[Address](Address))
    to: Mapped[str | None]
    reply: Mapped[Reply] = mapped_column(Whole[Reply](Reply))
    plan: Mapped[str | None]
    about: Mapped[Names] = mapped_column(Whole[Names](Names))
    says: Mapped[Names] = mapped_column(Whole[Names](Names), server_default="[]")
    under: Mapped[str | None]
    day: Mapped[date]
    not_before: Mapped[datetime]
    not_after: Mapped[datetime | None]
    state: Mapped[str]
    attempts: Mapped[int]
    next_try: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    in_doubt: Mapped[bool] = mapped_column(server_default=text("false"))
    first_try: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    receipt: Mapped[Receipt | None] = mapped_column(Whole[Receipt](Receipt))
    given_up_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(server_default=text("''"))
    __table_args__ = (
        _of_state("waiting", "platform", "next_try", "number"),
        _of_state(
            "waiting",
            "platform",
            "next_try",
            "number",
            name="ix_outbox_answers",
            more=f" AND kind = '{Kind.ANSWER}'",
        ),
        _of_state("doubtful", "platform", "number"),
        _of_state("given up", "given_up_at", "number"),
        Index(None, "workspace", "number"),
        Index(None, "workspace", "under"),
        Index(None, "workspace", "to", "day"),
    )


class FlowRow(Base):
    """How far the limits of a conversation are used up; "" is the whole workspace."""

    __tablename__ = "flows"
    workspace: Mapped[InWorkspace]
    platform: Mapped[Key]
    conversation: Mapped[Key]
    flow: Mapped[Flow] = mapped_column(Whole[Flow](Flow))


class PulseRow(Base):
    """When a replica was last heard of."""

    __tablename__ = "pulses"
    workspace: Mapped[InWorkspace]
    replica: Mapped[Key]
    at: Mapped[datetime]
