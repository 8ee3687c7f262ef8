"""The rules of domain.summary as conditions on the short rows of StandingRow.

The moment and the plan come in as parameters, so that each statement is built once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, SQLColumnExpression, and_, bindparam, func, not_, or_

from domain.events import ActionState
from domain.summary import DECLARED, DUE_SOON, GREEN, QUIET_AFTER, Bucket, Moment
from domain.work import Plan
from store.columns import Instant
from store.tables import StandingRow

type Condition = ColumnElement[bool]

TODAY = bindparam("today", type_=Date())
HEARD = func.coalesce(StandingRow.heard, bindparam("read_at", type_=Instant()))

# What is asked of every action that is not finished ...
OVERDUE = StandingRow.accepted < TODAY
SOON = StandingRow.expected.between(TODAY, bindparam("soon"))
QUIET = bindparam("quiet", type_=Instant()) > HEARD
HEARD_LATELY = bindparam("quiet", type_=Instant()) <= HEARD
# ... and of those that are declared green. No forecast is after the end of a plan that has none.
ASTRAY = or_(StandingRow.next_stage < TODAY, StandingRow.forecast > bindparam("end"))


def parameters(moment: Moment, plan: Plan) -> dict[str, object]:
    return {
        "today": moment.today,
        "read_at": plan.read_at,
        "soon": moment.today + DUE_SOON,
        "quiet": moment.now - QUIET_AFTER,
        "end": plan.period.end if plan.period else None,
    }


@dataclass(frozen=True)
class Heading:
    """Which actions are named under a heading: those of the earliest ``day`` first."""

    condition: Condition
    day: SQLColumnExpression[Any] | None = None


def headings(still_open: SQLColumnExpression[bool], crowded: bool = False) -> dict[str, Heading]:
    """By the names of Summary's parts; ``still_open`` is how that is put of what is asked about.

    Where it is ``crowded`` enough with what is overdue, none need be named that are only said to
    be late.
    """
    overdue = and_(still_open, OVERDUE)
    late = overdue if crowded else or_(overdue, _declared(Bucket.LATE))
    first = StandingRow.accepted if crowded else StandingRow.accepted.nulls_last()
    return {
        "late": Heading(late, first),
        "at_risk": Heading(and_(_declared(Bucket.AT_RISK), _IN_TIME)),
        "due_soon": Heading(and_(still_open, SOON), StandingRow.expected),
        "quiet": Heading(and_(still_open, QUIET)),
        "contradicted": Heading(and_(StandingRow.status.in_(GREEN), ASTRAY)),
    }


def _declared(bucket: Bucket) -> Condition:
    return StandingRow.status.in_([status for status in DECLARED if DECLARED[status] is bucket])


_IN_TIME = or_(StandingRow.accepted.is_(None), not_(OVERDUE))

DAYS: dict[str, Callable[[ActionState], date | None]] = {
    "late": lambda state: state.accepted,
    "due_soon": lambda state: state.expected,
}
"""What ``day`` is in the database, read from a state."""
