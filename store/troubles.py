"""What a database answers when it cannot be used, in words. The one boundary of driver errors."""

from types import TracebackType
from typing import NamedTuple

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from domain.problems import StoreUnavailable


class Trouble(NamedTuple):
    """``{where}`` stands for the database as it may be shown."""

    what: str
    remedy: str = ""


BUSY = Trouble(
    "{where} is locked: another program has been writing to it for too long.",
    "Try again in a moment, or stop the other program.",
)
READ_ONLY = Trouble("{where} is read-only.", "Give this user the right to write to it.")
GONE = Trouble("{where} cannot be reached.", "Check that it runs and that the address is right.")
FULL = Trouble("There is no room left for {where}.", "Make room, then try again.")

SQLITE = {  # the beginning of SQLite's own name of the error
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_CANTOPEN": Trouble(
        "{where} cannot be opened.", "Check that its folder exists and that this user may use it."
    ),
    "SQLITE_NOTADB": Trouble(
        "{where} is not an SQLite database.", "Name another file, or a new one."
    ),
    "SQLITE_CORRUPT": Trouble("{where} is damaged.", "Put back a copy that was kept."),
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": Trouble("{where} cannot be read or written.", "Check the disk it is on."),
}
POSTGRESQL = {  # the beginning of the SQLSTATE
    "28": Trouble("{where} refuses this user or password.", "Check both in the address."),
    "3D000": Trouble("{where} does not exist.", "Create it, or name another."),
    "08": GONE,
    "57P": GONE,
    "53300": Trouble("{where} has no connection free.", "Allow more connections, or use fewer."),
    "53100": FULL,
    "55P03": BUSY,
    "57014": BUSY,
    "40": BUSY,
    "25006": READ_ONLY,
    "42501": Trouble("{where} does not let this user do that.", "Give the user the right to it."),
}


def shown(url: URL) -> str:
    """The database as it may be named to anybody: without user and password."""
    if url.get_backend_name() == "sqlite":
        return f"The database {url.database}"
    host = url.host or url.query.get("host") or "this machine"
    return f"The database {url.database or url.username} on {host}"


def in_words(error: BaseException, where: str) -> StoreUnavailable | None:
    """Explain an error of a database or its driver; None for one that is a fault of ours."""
    trouble = _trouble(error)
    if trouble is None:
        return None
    return StoreUnavailable(trouble.what.format(where=where), trouble.remedy)


class Explaining:
    """Within it, errors of the database come out as StoreUnavailable, and all others as are."""

    def __init__(self, url: URL) -> None:
        self._url = url

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        problem = in_words(error, shown(self._url)) if error else None
        if problem:
            raise problem from error


def _trouble(error: BaseException) -> Trouble | None:
    cause = (error.orig or error) if isinstance(error, DBAPIError) else error
    if name := getattr(cause, "sqlite_errorname", None):
        return _beginning(SQLITE, name)
    if state := getattr(cause, "sqlstate", None):
        return _beginning(POSTGRESQL, state)
    if isinstance(cause, PoolTimeout):
        return BUSY
    disconnected = isinstance(error, DBAPIError) and error.connection_invalidated
    return GONE if disconnected or isinstance(cause, OSError) else None


def _beginning(troubles: dict[str, Trouble], code: str) -> Trouble | None:
    return next((each for start, each in troubles.items() if code.startswith(start)), None)
