"""The teams that have let the bot in, and the secrets by which some have done so just now.

The only tables that are not a workspace's own: they tell which workspace is meant.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from store.columns import Whole
from store.tables.shape import Base, Key, Names


class ConnectionRow(Base):
    """``sealed`` is the token, encrypted."""

    __tablename__ = "connections"
    platform: Mapped[Key]
    team: Mapped[Key]
    enterprise: Mapped[str | None]
    workspace: Mapped[str] = mapped_column(String, ForeignKey("workspaces.name"))
    sealed: Mapped[str]
    bot: Mapped[str]
    scopes: Mapped[Names] = mapped_column(Whole[Names](Names))
    connected_by: Mapped[str]
    connected_at: Mapped[datetime]


class PromiseRow(Base):
    """``digest`` is the SHA-256 of a promise that was redeemed; it is good for nothing more.

    Kept until it would have run out.
    """

    __tablename__ = "promises"
    digest: Mapped[Key]
    until: Mapped[datetime]


class ReferenceRow(Base):
    """How to speak to a user or in a conversation, in the platform's own words."""

    __tablename__ = "references"
    platform: Mapped[Key]
    team: Mapped[Key]
    name: Mapped[Key]
    whole: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime]
