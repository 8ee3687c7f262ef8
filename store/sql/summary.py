"""How a part of a plan stands, counted by the database.

Says exactly what domain.summary.summarise says; tests/store compares the two on random states.
The short rows of StandingRow are counted in one pass, and then the few actions that are named
are fetched; both follow an index.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, and_, func, literal, select, union_all

from domain.events import ActionState, Tracked
from domain.summary import GREEN, Bucket, Moment, Scope, Some, Summary, bucket
from domain.work import Plan
from store.sql.rules import (
    ASTRAY,
    HEADINGS,
    LATE_ENOUGH,
    OVERDUE,
    QUIET,
    SOON,
    Heading,
    parameters,
)
from store.sql.scopes import Kind, kind_of, parameters_of, within
from store.sql.transaction import Transaction
from store.tables import ActionRow, StandingRow

type Counts = tuple[dict[Bucket, int], Counter[str]]
"""How many actions are in each bucket, and how many come under each heading."""


async def summed_up(
    transaction: Transaction, plan: Plan, scope: Scope, moment: Moment, shown: int
) -> Summary:
    """Count the actions within the scope, and fetch the ``shown`` that are named."""
    kind = kind_of(scope)
    given = {**await parameters_of(scope, transaction), **parameters(moment, plan)}
    buckets, counts = _tallied(await transaction.rows(_counting(kind), given), moment.today)
    headings = tuple(name for name in HEADINGS if counts[name])
    named: dict[str, list[Tracked]] = {name: [] for name in HEADINGS}
    if headings:
        naming = _naming(kind, headings, shown, crowded=counts["overdue"] >= shown)
        for name, action, state in await transaction.rows(naming, given):
            named[name].append(Tracked(action=action, state=state))
    some = {name: _some(name, tracked, counts[name]) for name, tracked in named.items()}
    return Summary(counts=buckets, **some)


@cache
def _counting(kind: Kind) -> Select[*tuple[Any, ...]]:
    asked = (func.count().filter(each) for each in (OVERDUE, SOON, QUIET, ASTRAY))
    by_status = select(StandingRow.status, func.count(), *asked).where(*within(kind))
    return by_status.group_by(StandingRow.status)


def _tallied(rows: Sequence[Row[*tuple[Any, ...]]], today: date) -> Counts:
    """Sum up what was counted by status: nothing is asked of what is finished."""
    buckets, counts = dict.fromkeys(Bucket, 0), Counter[str]()
    for status, every, *asked, astray in rows:
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
    kind: Kind, headings: tuple[str, ...], shown: int, crowded: bool
) -> Select[*tuple[Any, ...]]:
    """The first few actions under each of these headings, with its name."""
    meant = HEADINGS | {"late": LATE_ENOUGH} if crowded else HEADINGS
    chosen = union_all(*(_chosen(kind, name, meant[name], shown) for name in headings)).subquery()
    same = and_(
        ActionRow.workspace == chosen.c.workspace,
        ActionRow.plan == chosen.c.plan,
        ActionRow.ref == chosen.c.ref,
    )
    return (
        select(chosen.c.heading, ActionRow.printed, ActionRow.state)
        .join(ActionRow, same)
        .order_by(ActionRow.position)
    )


def _chosen(kind: Kind, name: str, heading: Heading, shown: int) -> Select[*tuple[Any, ...]]:
    """Which they are. The SELECT around it lets its LIMIT stand in a union."""
    order = [StandingRow.position] if heading.day is None else [heading.day, StandingRow.position]
    few = (
        select(StandingRow.workspace, StandingRow.plan, StandingRow.ref)
        .where(*within(kind), heading.condition)
        .order_by(*order)
        .limit(shown)
        .subquery()
    )
    return select(literal(name).label("heading"), *few.c)


def _some(name: str, tracked: Sequence[Tracked], count: int) -> Some:
    """Those of the earliest day first; they come in the order of the document."""
    day_of = HEADINGS[name].day_of
    ordered = sorted(tracked, key=lambda each: day_of(each.state) or date.max)
    return Some(first=tuple(ordered), count=count)
