"""How a part of a plan stands, counted by the database.

Says exactly what domain.summary.summarise says; tests/store compares the two on random states.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import SQLColumnExpression, and_, case, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from domain.events import Tracked
from domain.summary import (
    DECLARED,
    DUE_SOON,
    GREEN,
    QUIET_AFTER,
    SHOWN,
    Bucket,
    Moment,
    Scope,
    Some,
    Summary,
)
from domain.work import Plan
from store.sql.transaction import Transaction
from store.tables import ActionRow, StandingRow

type Condition = ColumnElement[bool]
type Order = tuple[SQLColumnExpression[Any], ...]


@dataclass(frozen=True)
class Heading:
    """Which actions are named under a heading of the status, and which of them come first."""

    condition: Condition
    order: Order = (StandingRow.position,)


async def summed_up(transaction: Transaction, plan: Plan, scope: Scope, moment: Moment) -> Summary:
    """Count the actions within the scope, and fetch the few that are named."""
    part = list(_within(transaction.workspace, scope))
    buckets = _buckets(moment)
    headings = _headings(plan, moment, buckets)
    conditions = [*buckets.values(), *(each.condition for each in headings.values())]
    row = await transaction.row(
        select(*(func.count().filter(each) for each in conditions)).where(*part)
    )
    assert row is not None  # counts are counted even of nothing
    counts = dict(zip([*buckets, *headings], row, strict=True))
    named = {
        name: await _first(transaction, part, heading) if counts[name] else ()
        for name, heading in headings.items()
    }
    return Summary(
        counts={bucket: counts[bucket] for bucket in buckets},
        **{name: Some(first=first, count=counts[name]) for name, first in named.items()},
    )


def _within(workspace: str, scope: Scope) -> Iterator[Condition]:
    yield StandingRow.workspace == workspace
    yield StandingRow.plan == scope.plan
    if scope.section is not None:
        yield StandingRow.section == scope.section
    if scope.group is not None:
        yield StandingRow.group == scope.group


def _buckets(moment: Moment) -> dict[Bucket, Condition]:
    """domain.summary.bucket: by the dates first, then by what was declared."""
    overdue = and_(StandingRow.open, StandingRow.accepted < moment.today)
    declared = [(StandingRow.status == status, bucket) for status, bucket in DECLARED.items()]
    counted = case((overdue, Bucket.LATE), *declared, else_=Bucket.NO_WORD)
    return {bucket: counted == bucket for bucket in Bucket}


def _headings(plan: Plan, moment: Moment, buckets: dict[Bucket, Condition]) -> dict[str, Heading]:
    """The rules of domain.summary, by the names of Summary's parts."""
    place, expected = StandingRow.position, StandingRow.expected
    soon = and_(StandingRow.open, expected.between(moment.today, moment.today + DUE_SOON))
    heard = func.coalesce(StandingRow.heard, plan.read_at)
    quiet = and_(StandingRow.open, heard < moment.now - QUIET_AFTER)
    astray = StandingRow.next_stage < moment.today
    if plan.period is not None:
        astray = or_(astray, StandingRow.forecast > plan.period.end)
    return {
        "late": Heading(buckets[Bucket.LATE], (StandingRow.accepted.nulls_last(), place)),
        "at_risk": Heading(buckets[Bucket.AT_RISK]),
        "due_soon": Heading(soon, (expected, place)),
        "quiet": Heading(quiet),
        "contradicted": Heading(and_(StandingRow.status.in_(GREEN), astray)),
    }


async def _first(
    transaction: Transaction, part: Sequence[Condition], heading: Heading
) -> tuple[Tracked, ...]:
    """Choose among the short rows, then fetch the long ones of those chosen."""
    chosen = (
        select(StandingRow.position)
        .where(*part, heading.condition)
        .order_by(*heading.order)
        .limit(SHOWN)
    )
    same = and_(
        ActionRow.workspace == StandingRow.workspace,
        ActionRow.plan == StandingRow.plan,
        ActionRow.position == StandingRow.position,
    )
    rows = await transaction.rows(
        select(ActionRow.printed, ActionRow.state)
        .join(StandingRow, same)
        .where(*part, StandingRow.position.in_(chosen))
        .order_by(*heading.order)
    )
    return tuple(Tracked.model_construct(action=row.printed, state=row.state) for row in rows)
