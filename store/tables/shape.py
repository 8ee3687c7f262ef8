"""What every table has in common. The workspace is the first part of every key."""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from store.columns import Instant, Zone

Names = tuple[str, ...]

InWorkspace = Annotated[str, mapped_column(String, ForeignKey("workspaces.name"), primary_key=True)]
Key = Annotated[str, mapped_column(String, primary_key=True)]
Number = Annotated[
    int, mapped_column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=True)
]


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map = {datetime: Instant(), ZoneInfo: Zone()}  # noqa: RUF012 - as documented


def belongs(columns: list[str], table: str, others: list[str]) -> ForeignKeyConstraint:
    """To something of the same workspace."""
    return ForeignKeyConstraint(
        ["workspace", *columns], [f"{table}.{each}" for each in ("workspace", *others)]
    )


class WorkspaceRow(Base):
    """``known`` and ``standing`` are new marks whenever something of that kind has changed."""

    __tablename__ = "workspaces"
    name: Mapped[Key]
    known: Mapped[str] = mapped_column(server_default="first")
    standing: Mapped[str] = mapped_column(server_default="first")
