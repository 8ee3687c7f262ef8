"""Which actions are to be looked at by now, in SQL: one index finds them among a million."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from sqlalchemy import (
    BindParameter,
    Select,
    String,
    Update,
    bindparam,
    column,
    func,
    select,
    true,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import ARRAY

from domain.events import Tracked
from domain.summary import Scope
from store.sql.scopes import ITS_ACTION, standings_within
from store.sql.sound import an_action, sound_rows
from store.sql.transaction import Transaction, Values
from store.tables import ActionRow, StandingRow
from store.tables.work import AWAKE

AT_ONCE = 2_500  # actions in one statement
MOMENT = StandingRow.wakes_at.type
WRITTEN = MOMENT.dialect_impl(sqlite.dialect()).bind_processor(sqlite.dialect())

type Sleeper = tuple[str, str, datetime]
"""The plan and ref of an action, and when it wakes."""

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


def _sleeping_on_sqlite() -> Update:
    sleeper = func.json_each(bindparam("sleepers")).table_valued("value").c.value
    plan, ref, moment = (func.json_extract(sleeper, f"$[{place}]") for place in range(3))
    own: BindParameter[str] = bindparam("of_workspace")
    return (
        update(StandingRow)
        .where(ActionRow.workspace == own, ActionRow.plan == plan, ActionRow.ref == ref)
        .where(StandingRow.workspace == own, StandingRow.plan == ActionRow.plan)
        .where(StandingRow.position == ActionRow.position)
        .values(wakes_at=moment)
    )


def _sleeping_on_postgresql() -> Update:
    columns = (column("plan", String), column("ref", String), column("moment", MOMENT))
    arrays = [
        bindparam(name, type_=ARRAY(each.type, dimensions=1))
        for name, each in zip(("plans", "refs", "moments"), columns, strict=True)
    ]
    those = func.unnest(*arrays).table_valued(*columns, name="those").render_derived()
    own: BindParameter[str] = bindparam("of_workspace")
    # One by one again: of a plan just read in it takes the actions to be few, and would compare
    # each of them with each.
    position = (
        select(ActionRow.position)
        .where(ActionRow.workspace == own, ActionRow.plan == those.c.plan)
        .where(ActionRow.ref == those.c.ref)
        .scalar_subquery()
    )
    return (
        update(StandingRow)
        .where(StandingRow.workspace == own, StandingRow.plan == those.c.plan)
        .where(StandingRow.position == position)
        .values(wakes_at=those.c.moment)
    )


SLEEPING_ON_SQLITE, SLEEPING_ON_POSTGRESQL = _sleeping_on_sqlite(), _sleeping_on_postgresql()


async def awake(
    transaction: Transaction, now: datetime, limit: int
) -> Sequence[tuple[str, Tracked]]:
    waking = ON_SQLITE if transaction.on_sqlite else ON_POSTGRESQL
    wanted = {"workspace": transaction.workspace, "now": now, "most": limit}
    names = StandingRow.plan, StandingRow.ref
    rows = await sound_rows(transaction, waking, names, an_action, wanted)
    return [(plan, Tracked(action=action, state=state)) for plan, action, state in rows]


async def put_to_sleep(
    transaction: Transaction, moments: Mapping[str, Mapping[str, datetime | None]]
) -> None:
    """Set when they wake, all of them by one statement."""
    those = [
        (plan, ref, moment or AWAKE) for plan, own in moments.items() for ref, moment in own.items()
    ]
    for some in batched(those, AT_ONCE):
        given = _on_sqlite(some) if transaction.on_sqlite else _on_postgresql(some)
        statement = SLEEPING_ON_SQLITE if transaction.on_sqlite else SLEEPING_ON_POSTGRESQL
        wanted = {"of_workspace": transaction.workspace, **given}
        await transaction.change_aside(statement, wanted)


async def rouse(transaction: Transaction, scope: Scope) -> None:
    own = await standings_within(scope, transaction)
    await transaction.change_aside(update(StandingRow).where(*own).values(wakes_at=AWAKE))


def _on_postgresql(sleepers: Sequence[Sleeper]) -> Values:
    plans, refs, moments = zip(*sleepers, strict=True)
    return {"plans": plans, "refs": refs, "moments": moments}


def _on_sqlite(sleepers: Sequence[Sleeper]) -> Values:
    """As one text: a statement for each of them would take longer."""
    written = {moment: WRITTEN(moment) for moment in {moment for *_, moment in sleepers}}
    rows = [(plan, ref, written[moment]) for plan, ref, moment in sleepers]
    return {"sleepers": json.dumps(rows)}
