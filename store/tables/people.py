"""Who is who, and who stands for whom."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Index, false
from sqlalchemy.orm import Mapped, mapped_column

from domain.newcomers import Newcomer
from domain.occasions import Weekly
from domain.places import Address
from store.columns import Whole
from store.tables.shape import Base, InWorkspace, Key, Number, belongs


class PersonRow(Base):
    __tablename__ = "people"
    workspace: Mapped[InWorkspace]
    id: Mapped[Key]
    name: Mapped[str]
    email: Mapped[str | None]
    timezone: Mapped[ZoneInfo]


class OtherNameRow(Base):
    __tablename__ = "other_names"
    workspace: Mapped[Key]
    person: Mapped[Key]
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    __table_args__ = (belongs(["person"], "people", ["id"]),)


class AccountRow(Base):
    """A login. ``team`` is what its platform calls the workspace.

    ``used_at`` is when somebody last spoke through it, None where nobody did yet.
    """

    __tablename__ = "accounts"
    workspace: Mapped[Key]
    platform: Mapped[Key]
    team: Mapped[Key]
    user: Mapped[Key]
    person: Mapped[str]
    used_at: Mapped[datetime | None]
    __table_args__ = (
        belongs(["person"], "people", ["id"]),
        Index(None, "workspace", "person"),
    )


class NewcomerRow(Base):
    """An account that is nobody's yet."""

    __tablename__ = "newcomers"
    workspace: Mapped[InWorkspace]
    platform: Mapped[Key]
    team: Mapped[Key]
    user: Mapped[Key]
    at: Mapped[datetime]
    refused: Mapped[bool]
    newcomer: Mapped[Newcomer] = mapped_column(Whole[Newcomer](Newcomer))


class PostRow(Base):
    __tablename__ = "posts"
    workspace: Mapped[InWorkspace]
    mark: Mapped[Key]
    title: Mapped[str]


class HoldingRow(Base):
    __tablename__ = "holdings"
    workspace: Mapped[Key]
    number: Mapped[Number]
    post: Mapped[str]
    person: Mapped[str]
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    deputy: Mapped[bool]
    __table_args__ = (
        belongs(["post"], "posts", ["mark"]),
        belongs(["person"], "people", ["id"]),
    )


class LeaveRow(Base):
    """Who is away, and their delegate meanwhile."""

    __tablename__ = "leave"
    workspace: Mapped[Key]
    number: Mapped[Number]
    person: Mapped[str]
    starts: Mapped[date]
    ends: Mapped[date]
    delegate: Mapped[str | None]
    words: Mapped[str]
    __table_args__ = (
        belongs(["person"], "people", ["id"]),
        belongs(["delegate"], "people", ["id"]),
    )


class AppointmentRow(Base):
    """The roles people have: over the workspace, or in one partnership group."""

    __tablename__ = "appointments"
    workspace: Mapped[Key]
    number: Mapped[Number]
    person: Mapped[str]
    office: Mapped[str]
    partnership_group: Mapped[str | None]
    __table_args__ = (belongs(["person"], "people", ["id"]),)


class PartnershipGroupRow(Base):
    __tablename__ = "partnership_groups"
    workspace: Mapped[InWorkspace]
    slug: Mapped[Key]
    name: Mapped[str]
    channel: Mapped[str | None]
    address: Mapped[Address | None] = mapped_column(Whole[Address](Address))
    digest: Mapped[Weekly] = mapped_column(
        Whole[Weekly](Weekly), server_default=Weekly().model_dump_json()
    )
    board: Mapped[bool] = mapped_column(server_default=false())
