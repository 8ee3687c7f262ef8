"""What is promised: the day by which an action is said to be finished."""

from datetime import date
from typing import NamedTuple

from language.clauses.splitting import Clause


class Promise(NamedTuple):
    """When it is said to be finished. ``day`` None with a ``doubt``: said, but not to be told."""

    day: date | None
    doubt: str
    clause: Clause
    rule: str
    slip: bool = False
    yearless: bool = False
    dates: frozenset[int] = frozenset()  # where every date stands that promises something
    rival: bool = False  # another day is promised too
