"""Plans, and the actions in them."""

from datetime import UTC, date, datetime

from sqlalchemy import Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from domain.events import ActionState
from domain.work import Action, Plan
from store.columns import Whole
from store.tables.shape import Base, InWorkspace, Key, Names, belongs

AWAKE = datetime.min.replace(tzinfo=UTC)
"""When what does not sleep was to wake."""


class PlanRow(Base):
    __tablename__ = "plans"
    workspace: Mapped[InWorkspace]
    key: Mapped[Key]
    position: Mapped[int]
    title: Mapped[str]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    read_at: Mapped[datetime | None]
    printing: Mapped[str] = mapped_column(server_default="first")


class SectionRow(Base):
    __tablename__ = "sections"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    slug: Mapped[str]
    partnership_groups: Mapped[Names] = mapped_column(Whole[Names](Names))
    __table_args__ = (belongs(["plan"], "plans", ["key"]),)


class ReadingRow(Base):
    """A plan document as it was read; the next reading is compared with the greatest number."""

    __tablename__ = "readings"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    digest: Mapped[str]
    read_at: Mapped[datetime]
    as_printed: Mapped[Plan | None] = mapped_column(Whole[Plan](Plan))
    actions: Mapped[tuple[Action, ...]] = mapped_column(
        Whole[tuple[Action, ...]](tuple[Action, ...])
    )
    __table_args__ = (belongs(["plan"], "plans", ["key"]),)


class GroupRow(Base):
    """The lines that actions stand under, as the plan prints them."""

    __tablename__ = "groups"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    mark: Mapped[Key]
    name: Mapped[str]
    __table_args__ = (belongs(["plan"], "plans", ["key"]),)


class AnsweringRow(Base):
    """The partnership groups that actions name, those that are named together in one row."""

    __tablename__ = "answering"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    mark: Mapped[Key]
    names: Mapped[Names] = mapped_column(Whole[Names](Names))
    __table_args__ = (belongs(["plan"], "plans", ["key"]),)


class ActionRow(Base):
    """An action as the plan prints it, with the kept copy of its present state."""

    __tablename__ = "actions"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    ref: Mapped[Key]
    position: Mapped[int]
    section: Mapped[str | None]
    group: Mapped[str | None]
    printed: Mapped[Action] = mapped_column(Whole[Action](Action))
    state: Mapped[ActionState] = mapped_column(Whole[ActionState](ActionState))
    __table_args__ = (belongs(["plan"], "plans", ["key"]),)


class MilestoneRow(Base):
    __tablename__ = "milestones"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    ref: Mapped[Key]
    position: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    ends: Mapped[date]
    reached: Mapped[bool]
    __table_args__ = (belongs(["plan", "ref"], "actions", ["plan", "ref"]),)


def _of_open(day: str) -> Index:
    """The actions that are not finished, by a day of theirs."""
    return Index(
        f"ix_standings_open_{day}",
        "workspace",
        "plan",
        day,
        "position",
        sqlite_where=text("open = 1"),
        postgresql_where=text("open"),
    )


class StandingRow(Base):
    """What is counted of an action's state: short rows, so that a great plan is counted fast.

    ``section`` and ``group`` are the marks of their names (store.mark), ``answers`` that of the
    partnership groups the action names, or of its section where it names none; ``next_stage`` is
    the end of the first milestone not yet reached; ``begins`` the first day of what has one, and
    what ``recurs`` comes round. Until ``wakes_at`` there is nothing to say.
    """

    __tablename__ = "standings"
    workspace: Mapped[Key]
    plan: Mapped[Key]
    position: Mapped[int] = mapped_column(primary_key=True)
    ref: Mapped[str]
    section: Mapped[str | None]
    group: Mapped[str | None]
    answers: Mapped[str | None]
    open: Mapped[bool]
    status: Mapped[str | None]
    accepted: Mapped[date | None]
    forecast: Mapped[date | None]
    expected: Mapped[date | None]
    heard: Mapped[datetime | None]
    next_stage: Mapped[date | None]
    begins: Mapped[date | None]
    recurs: Mapped[bool] = mapped_column(server_default=false())
    wakes_at: Mapped[datetime] = mapped_column(server_default="0001-01-01 00:00:00.000000")
    __table_args__ = (
        belongs(["plan", "ref"], "actions", ["plan", "ref"]),
        belongs(["plan", "group"], "groups", ["plan", "mark"]),
        Index(
            "ix_standings_counted",
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
        ),
        Index(
            "ix_standings_answering",
            "workspace",
            "plan",
            "answers",
            "section",
            "status",
            "accepted",
            "expected",
            "heard",
            "forecast",
            "next_stage",
        ),
        _of_open("accepted"),
        _of_open("expected"),
        Index("ix_standings_waking", "workspace", "wakes_at", "plan", "position"),
        {"sqlite_with_rowid": False},
    )
