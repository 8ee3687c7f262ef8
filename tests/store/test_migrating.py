"""A database is brought to the shape the code knows, by one process and all at once."""

import asyncio
from datetime import date, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

import store.migrations
from domain.problems import StoreUnavailable
from domain.summary import Scope
from domain.work import Due, DueKind, Every
from store.database import open_database
from store.migrating import migrate, take_back
from store.opening import keep_in
from store.tables import Base
from tests.builders import a_plan, an_action


def differences(connection: Connection) -> list[object]:
    """What the models have and the database has not, or the other way round."""
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(connection, opts=options)
    found: list[object] = compare_metadata(context, Base.metadata)
    return found


async def tables(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        return set(await connection.run_sync(lambda each: inspect(each).get_table_names()))


def test_the_code_knows_every_step() -> None:
    steps = ScriptDirectory(str(Path(store.migrations.__file__).parent)).walk_revisions()
    assert tuple(step.revision for step in steps)[::-1] == store.migrations.STEPS


async def test_the_steps_lead_to_the_shape_of_the_models(empty: AsyncEngine) -> None:
    await migrate(empty)
    async with empty.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_database_goes_back_to_nothing_and_forth_again(empty: AsyncEngine) -> None:
    await migrate(empty)
    full = await tables(empty)
    await take_back(empty, "0001")
    assert "readings" not in await tables(empty)
    await take_back(empty, "base")
    assert await tables(empty) == {"alembic_version"}
    await migrate(empty)
    assert await tables(empty) == full


async def test_the_document_read_last_outlives_the_steps_both_ways(empty: AsyncEngine) -> None:
    await migrate(empty)
    await take_back(empty, "0003")
    async with empty.connect() as connection:
        for statement in (
            "INSERT INTO workspaces (name) VALUES ('home')",
            "INSERT INTO plans (workspace, key, position, title) VALUES ('home', 'quay', 1, '')",
            "INSERT INTO documents (workspace, plan, name, digest, read_at, actions)"
            " VALUES ('home', 'quay', 'old.csv', 'aa', '2031-05-14 09:30:00', '[]')",
        ):
            await connection.execute(text(statement))
        await connection.commit()
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        last = await unit.plans.last_document("quay")
        assert last is not None
        assert (last.name, last.plan) == ("old.csv", None)
        await unit.plans.keep_document("quay", last.model_copy(update={"name": "new.csv"}))
        await unit.commit()
    await take_back(empty, "0003")
    async with empty.connect() as connection:
        names = await connection.execute(text("SELECT name FROM documents"))
        assert [*names.scalars()] == ["new.csv"]


async def test_migrating_again_changes_nothing(empty: AsyncEngine) -> None:
    await migrate(empty)
    await migrate(empty)
    async with empty.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_of_several_who_migrate_at_once_one_does_it(empty: AsyncEngine) -> None:
    url = empty.url.render_as_string(hide_password=False)
    others = [open_database(url) for _ in range(3)]
    await asyncio.gather(*map(migrate, others))
    async with empty.connect() as connection:
        assert await connection.run_sync(differences) == []
    for each in others:
        await each.dispose()


async def test_a_step_that_fails_leaves_nothing_behind(empty: AsyncEngine) -> None:
    async with empty.connect() as connection:
        await connection.execute(text("CREATE TABLE outbox (somebody_elses INTEGER)"))
        await connection.commit()
    with pytest.raises(DBAPIError):
        await migrate(empty)
    assert await tables(empty) == {"outbox"}


async def test_a_newer_database_is_refused_and_left_alone(empty: AsyncEngine) -> None:
    await migrate(empty)
    async with empty.connect() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await connection.commit()
    with pytest.raises(StoreUnavailable, match=r"made by a newer Planbot .* at step 9999"):
        await migrate(empty)


async def test_what_actions_answer_to_is_worked_out_of_a_plan_that_is_there(
    empty: AsyncEngine,
) -> None:
    named = [("Quay Board",), ("Quay Board", "Reef Group"), ()]
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        await unit.plans.put(a_plan())
        actions = [an_action(ref=f"{n}", partnership_groups=names) for n, names in enumerate(named)]
        await unit.actions.put("harbour", actions)
        await unit.commit()
    await take_back(empty, "0008")
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        quay = Scope(plan="harbour", partnership_group="Quay Board")
        assert [each.action.ref for each in await unit.actions.within(quay)] == ["0", "1"]


async def test_what_starts_and_what_comes_round_is_found_in_a_plan_that_is_there(
    empty: AsyncEngine,
) -> None:
    start, fortnight = date(2031, 5, 1), timedelta(days=14)
    dues = {
        "1": Due(kind=DueKind.FROM, start=start),
        "2": Due(kind=DueKind.RECURRING, every=Every.MONTHLY),
        "3": Due(kind=DueKind.BY, start=start, end=start),
    }
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref=ref, due=dues[ref]) for ref in dues])
        await unit.commit()
    await take_back(empty, "0021")
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        found = await unit.actions.turning(Scope(plan="harbour"), start, start + fortnight)
    assert [each.action.ref for each in found] == ["1", "2"]
