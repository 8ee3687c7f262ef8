"""Columns that hold our own kinds of value."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, TypeAdapter
from sqlalchemy import DateTime, Dialect, String, Text
from sqlalchemy.types import TypeDecorator

from store.keepable import aware, keepable_json

WORDLESS = ConfigDict(hide_input_in_errors=True)


class Instant(TypeDecorator[datetime]):
    """A moment: aware when it goes in, aware and in UTC when it comes out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        aware(value)
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


class Zone(TypeDecorator[ZoneInfo]):
    """A time zone, by its name."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: ZoneInfo | None, dialect: Dialect) -> str | None:
        return value.key if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> ZoneInfo | None:
        return ZoneInfo(value) if value else None


class Written(str):
    """A value as a column of its kind keeps it, so that it is written only once."""

    __slots__ = ()


class Whole[Kind](TypeDecorator[Kind]):
    """A value that is only ever written and read whole, as JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: Any) -> None:  # a class or a form such as tuple[Option, ...]
        super().__init__()
        self.kind = kind
        a_model = isinstance(kind, type) and issubclass(kind, BaseModel)  # it says so itself
        adapter: TypeAdapter[Kind] = TypeAdapter(kind, config=None if a_model else WORDLESS)
        self._write = adapter.serializer.to_json
        self._read = adapter.validator.validate_json

    def written(self, value: Kind) -> Written:
        """The value as it is kept. Raise ValueError where a text in it is one no database takes."""
        return Written(keepable_json(self._write(value).decode()))

    def process_bind_param(self, value: Kind | Written | None, dialect: Dialect) -> str | None:
        if value is None or isinstance(value, Written):
            return value
        return self._write(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Kind | None:
        return None if value is None else self._read(value)
