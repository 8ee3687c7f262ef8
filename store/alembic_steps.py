"""Walking the steps of store.migrations with Alembic, on a connection that is handed over."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def climb(connection: Connection) -> None:
    """To the newest shape."""
    command.upgrade(_config(connection), "head")


def descend(connection: Connection, to: str) -> None:
    """Back to an earlier shape."""
    command.downgrade(_config(connection), to)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "store:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
