"""What was said, what was asked, what came in and what goes out."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.conversation import Request
from domain.events import ActionState, Change
from domain.instructions import Order
from domain.intents import Option
from store.columns import Whole
from store.tables.shape import Base, InWorkspace, Key, Names, Number, belongs


class EventRow(Base):
    """What happened. Only ever added to: the database itself refuses anything else."""

    __tablename__ = "events"
    workspace: Mapped[Key]
    id: Mapped[Number]
    plan: Mapped[str]
    ref: Mapped[str]
    kind: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    by_name: Mapped[str]
    capacity: Mapped[str]
    where: Mapped[str]
    message: Mapped[str]
    words: Mapped[str]
    change: Mapped[Change] = mapped_column(Whole[Change](Change))
    undoes: Mapped[int | None] = mapped_column(BigInteger)
    before: Mapped[ActionState | None] = mapped_column(Whole[ActionState](ActionState))
    after: Mapped[ActionState | None] = mapped_column(Whole[ActionState](ActionState))
    __table_args__ = (
        belongs(["plan", "ref"], "actions", ["plan", "ref"]),
        Index(None, "workspace", "plan", "ref", "id"),
        Index(None, "workspace", "plan", "at"),
        Index(None, "workspace", "by", "id"),
    )


class InstructionRow(Base):
    """What the bot was told to do from now on. Only ever added to, as events are."""

    __tablename__ = "instructions"
    workspace: Mapped[InWorkspace]
    id: Mapped[Number]
    at: Mapped[datetime]
    by: Mapped[str]
    by_name: Mapped[str]
    where: Mapped[str]
    message: Mapped[str]
    words: Mapped[str]
    plan: Mapped[str | None]
    event: Mapped[int | None] = mapped_column(BigInteger)
    order: Mapped[Order] = mapped_column(Whole[Order](Order))


class QuestionRow(Base):
    __tablename__ = "questions"
    workspace: Mapped[InWorkspace]
    id: Mapped[Number]
    person: Mapped[str]
    plan: Mapped[str]
    asked_at: Mapped[datetime]
    message: Mapped[str] = mapped_column(server_default=text("''"))
    words: Mapped[str]
    options: Mapped[tuple[Option, ...]] = mapped_column(
        Whole[tuple[Option, ...]](tuple[Option, ...])
    )
    answered: Mapped[bool]
    __table_args__ = (
        Index(None, "workspace", "person", "id"),
        Index(
            "ix_questions_unanswered",
            "workspace",
            "asked_at",
            sqlite_where=text("NOT answered"),
            postgresql_where=text("NOT answered"),
        ),
    )


class EditionRow(Base):
    """What has come out of what comes round, when, and which event was the newest by then."""

    __tablename__ = "editions"
    workspace: Mapped[InWorkspace]
    series: Mapped[Key]
    occasion: Mapped[Key]
    at: Mapped[datetime]
    event: Mapped[int] = mapped_column(BigInteger)


class InboxRow(Base):
    __tablename__ = "inbox"
    workspace: Mapped[InWorkspace]
    id: Mapped[Key]
    number: Mapped[int] = mapped_column(BigInteger)
    request: Mapped[Request] = mapped_column(Whole[Request](Request))
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(server_default=text("0"))
    next_try: Mapped[datetime | None]
    __table_args__ = (
        Index(None, "workspace", "number"),
        Index(
            "ix_inbox_unanswered",
            "workspace",
            "received_at",
            "number",
            sqlite_where=text("answered_at IS NULL"),
            postgresql_where=text("answered_at IS NULL"),
        ),
    )


class TalkRow(Base):
    """A private conversation, where ``thread`` is "", or a thread, that the bot is in."""

    __tablename__ = "talks"
    workspace: Mapped[InWorkspace]
    platform: Mapped[Key]
    team: Mapped[Key]
    conversation: Mapped[Key]
    thread: Mapped[Key]
    about: Mapped[Names] = mapped_column(Whole[Names](Names), server_default="[]")
    shown_at: Mapped[datetime | None]
    seen: Mapped[str] = mapped_column(server_default=text("''"))
