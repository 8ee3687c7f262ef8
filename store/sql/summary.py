"""How a part of a plan stands, counted by the database.

Says exactly what domain.summary.summarise says; tests/store compares the two on random states.
The short rows of StandingRow are counted in one pass, and then the few actions that are named
are fetched; both follow an index.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, func, literal, select, union_all

from domain.events import ActionState, Tracked
from domain.summary import GREEN, SHOWN, Bucket, Moment, Scope, Some, Summary, bucket
from domain.work import Plan
from store.sql.rules import Condition, Heading, Rules
from store.sql.transaction import Transaction
from store.tables import ActionRow, StandingRow

type Counts = tuple[dict[Bucket, int], Counter[str]]
"""How many actions are in each bucket, and how many come under each heading."""


async def summed_up(transaction: Transaction, plan: Plan, scope: Scope, moment: Moment) -> Summary:
    """Count the actions within the scope, and fetch the few that are named."""
    rules = Rules(moment, plan)
    part = tuple(_within(transaction.workspace, scope))
    buckets, counts = _tallied(await transaction.rows(_counting(rules, part)), moment.today)
    headings = rules.headings(counts["overdue"])
    named = await _named(
        transaction, part, {name: each for name, each in headings.items() if counts[name]}
    )
    some = {name: Some(first=named.get(name, ()), count=counts[name]) for name in headings}
    return Summary(counts=buckets, **some)


def _within(workspace: str, scope: Scope) -> Iterator[Condition]:
    yield StandingRow.workspace == workspace
    yield StandingRow.plan == scope.plan
    if scope.section is not None:
        yield StandingRow.section == scope.section
    if scope.group is not None:
        yield StandingRow.group == scope.group


def _counting(rules: Rules, part: Sequence[Condition]) -> Select[*tuple[Any, ...]]:
    counted = (
        func.count().filter(each) for each in (rules.overdue, rules.soon, rules.quiet, rules.astray)
    )
    by_status = select(StandingRow.status, func.count(), *counted).where(*part)
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


async def _named(
    transaction: Transaction, part: Sequence[Condition], headings: Mapping[str, Heading]
) -> dict[str, tuple[Tracked, ...]]:
    """The first few actions under each heading."""
    if not headings:
        return {}
    chosen = union_all(*(_chosen(part, *each) for each in headings.items())).subquery()
    same = and_(
        ActionRow.workspace == chosen.c.workspace,
        ActionRow.plan == chosen.c.plan,
        ActionRow.position == chosen.c.position,
    )
    found: dict[str, list[Tracked]] = {name: [] for name in headings}
    for name, action, state in await transaction.rows(
        select(chosen.c.heading, ActionRow.printed, ActionRow.state)
        .join(ActionRow, same)
        .order_by(ActionRow.position)
    ):
        found[name].append(Tracked.model_construct(action=action, state=state))
    return {name: _in_order(found[name], heading) for name, heading in headings.items()}


def _chosen(part: Sequence[Condition], name: str, heading: Heading) -> Select[*tuple[Any, ...]]:
    """The places of the first few under a heading: a SELECT around it, for its LIMIT to stand."""
    order = [StandingRow.position] if heading.day is None else [heading.day, StandingRow.position]
    few = (
        select(StandingRow.workspace, StandingRow.plan, StandingRow.position)
        .where(*part, heading.condition)
        .order_by(*order)
        .limit(SHOWN)
        .subquery()
    )
    return select(literal(name).label("heading"), *few.c)


def _in_order(tracked: Sequence[Tracked], heading: Heading) -> tuple[Tracked, ...]:
    return tuple(sorted(tracked, key=lambda each: heading.day_of(each.state) or date.max))
