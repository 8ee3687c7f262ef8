"""The rules of domain.summary as conditions on the short rows of StandingRow."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func, not_, or_

from domain.events import ActionState
from domain.summary import DECLARED, DUE_SOON, GREEN, QUIET_AFTER, SHOWN, Bucket, Moment
from domain.work import Plan
from store.tables import StandingRow

type Condition = ColumnElement[bool]


@dataclass(frozen=True)
class Heading:
    """Which actions are named under a heading: those of the earliest ``day`` first.

    ``day_of`` reads from a state what ``day`` is in the database.
    """

    condition: Condition
    day: SQLColumnExpression[Any] | None = None
    day_of: Callable[[ActionState], date | None] = lambda state: None


class Rules:
    """What is asked of every action that is not finished; ``astray`` of those declared green."""

    def __init__(self, moment: Moment, plan: Plan) -> None:
        today = moment.today
        self.overdue = StandingRow.accepted < today
        self.soon = StandingRow.expected.between(today, today + DUE_SOON)
        self.quiet = func.coalesce(StandingRow.heard, plan.read_at) < moment.now - QUIET_AFTER
        self.astray = StandingRow.next_stage < today
        if plan.period is not None:
            self.astray = or_(self.astray, StandingRow.forecast > plan.period.end)

    def headings(self, overdue: int) -> dict[str, Heading]:
        """By the names of Summary's parts, given how many are overdue."""
        in_time = or_(StandingRow.accepted.is_(None), not_(self.overdue))
        return {
            "late": self._late(overdue),
            "at_risk": Heading(and_(_declared(Bucket.AT_RISK), in_time)),
            "due_soon": Heading(
                and_(StandingRow.open, self.soon), StandingRow.expected, lambda each: each.expected
            ),
            "quiet": Heading(and_(StandingRow.open, self.quiet)),
            "contradicted": Heading(and_(StandingRow.status.in_(GREEN), self.astray)),
        }

    def _late(self, overdue: int) -> Heading:
        """Those overdue come before those that are only said to be late, if there is room."""
        late = and_(StandingRow.open, self.overdue)
        if overdue >= SHOWN:
            return Heading(late, StandingRow.accepted, lambda each: each.accepted)
        either = or_(late, _declared(Bucket.LATE))
        return Heading(either, StandingRow.accepted.nulls_last(), lambda each: each.accepted)


def _declared(bucket: Bucket) -> Condition:
    return StandingRow.status.in_([status for status in DECLARED if DECLARED[status] is bucket])
