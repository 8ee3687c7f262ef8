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
    """Which actions are named under a heading: those of the earliest ``day`` first.

    ``day_of`` reads from a state what ``day`` is in the database.
    """

    condition: Condition
    day: SQLColumnExpression[Any] | None = None
    day_of: Callable[[ActionState], date | None] = lambda state: None


def _declared(bucket: Bucket) -> Condition:
    return StandingRow.status.in_([status for status in DECLARED if DECLARED[status] is bucket])


_IN_TIME = or_(StandingRow.accepted.is_(None), not_(OVERDUE))
_LATE = and_(StandingRow.open, OVERDUE)

LATE_ENOUGH = Heading(_LATE, StandingRow.accepted, lambda state: state.accepted)
"""Where enough are overdue, none need be named that are only said to be late."""

HEADINGS = {  # by the names of Summary's parts
    "late": Heading(
        or_(_LATE, _declared(Bucket.LATE)),
        StandingRow.accepted.nulls_last(),
        lambda state: state.accepted,
    ),
    "at_risk": Heading(and_(_declared(Bucket.AT_RISK), _IN_TIME)),
    "due_soon": Heading(
        and_(StandingRow.open, SOON), StandingRow.expected, lambda state: state.expected
    ),
    "quiet": Heading(and_(StandingRow.open, QUIET)),
    "contradicted": Heading(and_(StandingRow.status.in_(GREEN), ASTRAY)),
}
