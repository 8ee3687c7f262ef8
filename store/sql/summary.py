"""How a part of a plan stands, counted by the database.

Says exactly what domain.summary.summarise says; tests/store compares the two on random states.
The short rows of StandingRow are counted in one pass, and then the few actions that are named
are fetched; both follow an index.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    SQLColumnExpression,
    Subquery,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)

from domain.events import ActionState, Tracked
from domain.summary import GREEN, QUIET_AFTER, Bucket, Moment, Scope, Some, Summary, bucket
from domain.work import Plan
from store.sql.remembered import Kind as Marked
from store.sql.rules import (
    ASTRAY,
    DAYS,
    HEARD,
    HEARD_LATELY,
    OVERDUE,
    QUIET,
    SOON,
    Heading,
    headings,
    parameters,
)
from store.sql.scopes import ITS_ACTION, Kind, kind_of, parameters_of, still_open, within
from store.sql.transaction import Transaction
from store.tables import ActionRow, StandingRow

PARTS = ("late", "at_risk", "due_soon", "quiet", "contradicted")  # of a Summary, that are named

PLACE = (StandingRow.workspace, StandingRow.plan, StandingRow.position)

type Counts = tuple[dict[Bucket, int], Counter[str]]
"""How many actions are in each bucket, and how many come under each heading."""


class Counted(NamedTuple):
    """A summary and for how long it is so, if nothing changes: until the next falls quiet."""

    summary: Summary
    since: datetime
    until: datetime | None

    def holds_at(self, now: datetime) -> bool:
        return self.since <= now and (self.until is None or now <= self.until)


async def summed_up(
    transaction: Transaction, plan: Plan, scope: Scope, moment: Moment, shown: int
) -> Summary:
    """How it stands, counted if nobody has asked since it changed."""

    async def count() -> Counted:
        return await _counted(transaction, plan, scope, moment, shown)

    def holds(counted: Counted) -> bool:
        return counted.holds_at(moment.now)

    asked = ("summary", scope, moment.today, shown)
    return (await transaction.recall(asked, tuple(Marked), count, holds)).summary


async def _counted(
    transaction: Transaction, plan: Plan, scope: Scope, moment: Moment, shown: int
) -> Counted:
    """Count the actions within the scope, and fetch the ``shown`` that are named."""
    kind = kind_of(scope)
    given = {**await parameters_of(scope, transaction), **parameters(moment, plan)}
    rows = await transaction.rows(_counting(kind), given)
    buckets, counts = _tallied(rows, moment.today)
    names = tuple(name for name in PARTS if counts[name])
    named: dict[str, list[Tracked]] = {name: [] for name in PARTS}
    if names:
        naming = _naming(kind, names, shown, crowded=counts["overdue"] >= shown)
        for name, action, state in await transaction.rows(naming, given):
            named[name].append(Tracked(action=action, state=state))
    some = {name: _some(name, tracked, counts[name]) for name, tracked in named.items()}
    heard = [row.heard for row in rows if row.heard]
    until = min(heard) + QUIET_AFTER if heard else None
    return Counted(Summary(counts=buckets, **some), moment.now, until)


async def passed(
    transaction: Transaction, scope: Scope, start: date, end: date
) -> Sequence[Tracked]:
    """What is open although its accepted date fell from ``start`` to before ``end``."""
    given = {**await parameters_of(scope, transaction), "start": start, "end": end}
    return await _found(_passing(kind_of(scope)), transaction, given)


async def staged(
    transaction: Transaction, scope: Scope, start: date, end: date
) -> Sequence[Tracked]:
    """What is open and has its next stage from ``start`` to before ``end``."""
    given = {**await parameters_of(scope, transaction), "start": start, "end": end}
    return await _found(_staging(kind_of(scope)), transaction, given)


async def turning(
    transaction: Transaction, scope: Scope, start: date, end: date
) -> Sequence[Tracked]:
    """What is open and is to begin from ``start`` to before ``end``, or comes round."""
    given = {**await parameters_of(scope, transaction), "start": start, "end": end}
    return await _found(_turning(kind_of(scope)), transaction, given)


async def _found(
    wanted: Select[*tuple[Any, ...]], transaction: Transaction, given: Mapping[str, object]
) -> Sequence[Tracked]:
    rows = await transaction.rows(wanted, given)
    return [Tracked(action=action, state=state) for action, state in rows]


@cache
def _counting(kind: Kind) -> Select[*tuple[Any, ...]]:
    asked = (func.count().filter(each) for each in (OVERDUE, SOON, QUIET, ASTRAY))
    heard = func.min(HEARD).filter(HEARD_LATELY).label("heard")
    by_status = select(StandingRow.status, func.count(), *asked, heard).where(*within(kind))
    return by_status.group_by(StandingRow.status)


def _tallied(rows: Sequence[Row[*tuple[Any, ...]]], today: date) -> Counts:
    """Sum up what was counted by status: nothing is asked of what is finished."""
    buckets, counts = dict.fromkeys(Bucket, 0), Counter[str]()
    for status, every, *asked, astray, _ in rows:
        declared = ActionState(status=status)
        overdue, soon, quiet = (0, 0, 0) if declared.finished else asked
        buckets[bucket(declared, today)] += every - overdue
        buckets[Bucket.LATE] += overdue
        counts.update(overdue=overdue, due_soon=soon, quiet=quiet)
        counts.update(contradicted=astray if declared.status in GREEN else 0)
    counts.update(late=buckets[Bucket.LATE], at_risk=buckets[Bucket.AT_RISK])
    return buckets, counts


@cache
def _naming(
    kind: Kind, names: tuple[str, ...], shown: int, crowded: bool
) -> Select[*tuple[Any, ...]]:
    """The first few actions under each of these headings, with its name."""
    meant = headings(still_open(kind), crowded)
    chosen = union_all(*(_chosen(kind, name, meant[name], shown) for name in names)).subquery()
    return _of_places(select(chosen.c.heading, ActionRow.printed, ActionRow.state), chosen)


def _chosen(kind: Kind, name: str, heading: Heading, shown: int) -> Select[*tuple[Any, ...]]:
    """Which they are. The SELECT around it lets its LIMIT stand in a union."""
    order = [StandingRow.position] if heading.day is None else [heading.day, StandingRow.position]
    few = (
        select(*PLACE)
        .where(*within(kind), heading.condition)
        .order_by(*order)
        .limit(shown)
        .subquery()
    )
    return select(literal(name).label("heading"), *few.c)


@cache
def _passing(kind: Kind) -> Select[*tuple[Any, ...]]:
    return _open_with(StandingRow.accepted, kind)


@cache
def _staging(kind: Kind) -> Select[*tuple[Any, ...]]:
    return _open_with(StandingRow.next_stage, kind)


@cache
def _turning(kind: Kind) -> Select[*tuple[Any, ...]]:
    return _open_and(or_(StandingRow.recurs, _between(StandingRow.begins)), kind)


def _open_with(day: SQLColumnExpression[date | None], kind: Kind) -> Select[*tuple[Any, ...]]:
    """What is open with such a day from ``start`` to before ``end``."""
    return _open_and(_between(day), kind)


def _between(day: SQLColumnExpression[date | None]) -> ColumnElement[bool]:
    return and_(day >= bindparam("start"), day < bindparam("end"))


def _open_and(condition: ColumnElement[bool], kind: Kind) -> Select[*tuple[Any, ...]]:
    chosen = select(*PLACE).where(*within(kind), still_open(kind), condition).subquery()
    return _of_places(select(ActionRow.printed, ActionRow.state), chosen)


def _of_places(wanted: Select[*tuple[Any, ...]], chosen: Subquery) -> Select[*tuple[Any, ...]]:
    """The actions of chosen rows: their places are in every index, which their refs are not."""
    same = (each == chosen.c[each.key] for each in PLACE)
    return (
        wanted.select_from(chosen)
        .join(StandingRow, and_(*same))
        .join(ActionRow, ITS_ACTION)
        .order_by(StandingRow.position)
    )


def _some(name: str, tracked: Sequence[Tracked], count: int) -> Some:
    """Those of the earliest day first; they come in the order of the document."""
    day_of = DAYS.get(name)
    if day_of is not None:
        tracked = sorted(tracked, key=lambda each: day_of(each.state) or date.max)
    return Some(first=tuple(tracked), count=count)
