"""The store on SQLAlchemy: SQLite and PostgreSQL."""

from store.sql.unit import SqlUnitOfWork

__all__ = ["SqlUnitOfWork"]
