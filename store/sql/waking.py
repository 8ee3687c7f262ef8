"""Which actions are to be looked at by now, in SQL: one index finds them among a million."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import batched, groupby
from typing import Any

from sqlalchemy import Select, bindparam, select, true, update

from domain.events import Tracked
from domain.summary import Scope
from store.sql.scopes import ITS_ACTION, standings_within
from store.sql.statements import among
from store.sql.transaction import Transaction
from store.tables import ActionRow, StandingRow
from store.tables.work import AWAKE

AT_ONCE = 1_000  # references in one statement
ITS_OWN = select(ActionRow.printed, ActionRow.state).where(ITS_ACTION).limit(1).lateral("its_own")


def _waking(found: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        found.where(
            StandingRow.workspace == bindparam("workspace"),
            StandingRow.wakes_at <= bindparam("now"),
        )
        .order_by(StandingRow.wakes_at, StandingRow.plan, StandingRow.position)
        .limit(bindparam("most"))
    )


# Built once: with few awake that would take longer than to find them.
ON_SQLITE = _waking(
    select(StandingRow.plan, ActionRow.printed, ActionRow.state).join(ActionRow, ITS_ACTION)
)
# One by one: where all are awake in one workspace and hardly any in another, a server takes many to
# be so in both, and would rather read every action there is than look for each.
ON_POSTGRESQL = _waking(
    select(StandingRow.plan, ITS_OWN.c.printed, ITS_OWN.c.state).join(ITS_OWN, true())
)


async def awake(
    transaction: Transaction, now: datetime, limit: int
) -> Sequence[tuple[str, Tracked]]:
    waking = ON_SQLITE if transaction.on_sqlite else ON_POSTGRESQL
    wanted = {"workspace": transaction.workspace, "now": now, "most": limit}
    rows = await transaction.rows(waking, wanted)
    return [(plan, Tracked(action=action, state=state)) for plan, action, state in rows]


async def put_to_sleep(
    transaction: Transaction, plan: str, moments: Mapping[str, datetime | None]
) -> None:
    """Set when they wake, those that wake at one moment together."""
    by_moment = sorted((moment or AWAKE, ref) for ref, moment in moments.items())
    for moment, those in groupby(by_moment, key=lambda each: each[0]):
        for some in batched(those, AT_ONCE):
            await _sleep_until(transaction, plan, moment, [ref for _, ref in some])


async def rouse(transaction: Transaction, scope: Scope) -> None:
    own = await standings_within(scope, transaction)
    await transaction.change_aside(update(StandingRow).where(*own).values(wakes_at=AWAKE))


async def _sleep_until(
    transaction: Transaction, plan: str, moment: datetime, refs: Sequence[str]
) -> None:
    workspace = transaction.workspace
    places = select(ActionRow.position).where(
        ActionRow.workspace == workspace,
        ActionRow.plan == plan,
        among(ActionRow.ref, refs, transaction.on_sqlite),
    )
    await transaction.change_aside(
        update(StandingRow)
        .where(StandingRow.workspace == workspace, StandingRow.plan == plan)
        .where(StandingRow.position.in_(places))
        .values(wakes_at=moment)
    )
