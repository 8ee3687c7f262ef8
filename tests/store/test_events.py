"""What was said is kept for good, in order, and decides how an action stands."""

import asyncio
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.events import ActionState, Change, Event, EventKind, at_first, live, state_after
from domain.ports import OpenUnit, UnitOfWork
from domain.problems import UnknownAction
from domain.work import Status
from store.opening import keep_in
from store.tables import EventRow
from tests.builders import NOW, a_plan, an_action, an_event
from tests.claiming import claim
from tests.store.strategies import histories

_times = count()
often = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


async def with_actions(unit: UnitOfWork, *refs: str) -> None:
    await unit.plans.put(a_plan())
    await unit.actions.put("harbour", [an_action(ref=ref) for ref in refs])


async def test_an_event_comes_back_whole(open_unit: OpenUnit, home: str) -> None:
    said = an_event(
        words="1.1 läuft 🙂 \x07 \u202e done\r\n",
        change=Change(status=Status.COMPLETE, evidence=("https://example.org/x",), percent=100),
        before=ActionState(done=frozenset({"a", "b"})),
        after=ActionState(status=Status.COMPLETE, at=NOW),
    )
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1")
        kept = await unit.events.append(said)
        await unit.commit()

    assert kept.id is not None
    async with open_unit(home) as unit:
        assert await unit.events.get(kept.id) == kept == said.model_copy(update={"id": kept.id})
        assert await unit.events.get(kept.id + 1) is None


async def test_ids_grow_and_what_was_said_is_told_in_order(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1", "1.2")
        refs = ["1.1", "1.2", "1.1"]
        kept = [await unit.events.append(an_event(ref=ref)) for ref in refs]
        await unit.commit()
        ids = [each.id or 0 for each in kept]
        assert ids == sorted(set(ids))
        assert await unit.events.about("harbour", "1.1") == [kept[0], kept[2]]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, [0, 1, 2]),
        (NOW, None, [1, 2]),
        (None, NOW, [0]),
        (NOW, NOW + timedelta(hours=1), [1]),
        (NOW + timedelta(hours=2), None, []),
    ],
)
async def test_what_was_said_between_two_moments(
    open_unit: OpenUnit,
    home: str,
    start: datetime | None,
    end: datetime | None,
    expected: list[int],
) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1")
        kept = [
            await unit.events.append(an_event(at=NOW + timedelta(hours=hours)))
            for hours in range(3)
        ]
        found = await unit.events.between("harbour", start, end)
        assert list(found) == [kept[place] for place in expected]
        assert await unit.events.between("other", start, end) == []


async def test_the_last_message_of_a_person_is_all_that_it_changed(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1", "1.2")
        await unit.events.append(an_event(message="first"))
        both = [
            await unit.events.append(an_event(ref=ref, message="both")) for ref in ("1.1", "1.2")
        ]
        await unit.events.append(an_event(by="odo"))
        assert await unit.events.last_message("nia") == both
        assert await unit.events.last_message("somebody") == []


async def test_what_was_undone_is_not_the_last_message(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1")
        first = await unit.events.append(an_event())
        second = await unit.events.append(an_event())
        undo = await unit.events.append(an_event(kind=EventKind.UNDONE, undoes=second.id))
        assert await unit.events.last_message("nia") == [first]
        await unit.events.append(an_event(kind=EventKind.UNDONE, undoes=undo.id, by="odo"))
        assert await unit.events.last_message("nia") == [second]


async def test_the_last_message_is_found_behind_many_that_were_undone(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1", "1.2")
        standing = await unit.events.append(an_event(ref="1.2"))
        for _ in range(60):
            undone = await unit.events.append(an_event())
            await unit.events.append(an_event(kind=EventKind.UNDONE, undoes=undone.id))
        assert await unit.events.last_message("nia") == [standing]


@often
@given(events=histories(refs=("1.1", "1.2")))
async def test_the_last_message_follows_from_what_stands(
    open_unit: OpenUnit, home: str, events: list[Event]
) -> None:
    async with open_unit(f"{home} {next(_times)}") as unit:
        await with_actions(unit, "1.1", "1.2")
        kept = [await unit.events.append(event) for event in events]
        own = [each for each in live(kept) if each.by == "nia"]
        expected = [each for each in own if each.message == own[-1].message]
        assert await unit.events.last_message("nia") == expected


@often
@given(events=histories())
async def test_the_state_kept_is_the_state_that_follows_from_the_events(
    open_unit: OpenUnit, home: str, events: list[Event]
) -> None:
    async with open_unit(f"{home} {next(_times)}") as unit:
        await with_actions(unit, "1.1")
        for event in events:
            await unit.events.append(event)
            said = await unit.events.about("harbour", "1.1")
            await unit.actions.settle("harbour", "1.1", state_after(at_first(an_action()), said))

        kept = await unit.actions.get("harbour", "1.1")
        rebuilt = state_after(kept.state.origin, await unit.events.about("harbour", "1.1"))
        assert kept.state == rebuilt == state_after(at_first(an_action()), events)


async def test_an_event_is_about_an_action_there_is(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1")
        with pytest.raises(UnknownAction):
            await unit.events.append(an_event(ref="9.9"))


@pytest.mark.parametrize("change", [update(EventRow).values(words="never said"), delete(EventRow)])
async def test_the_database_refuses_to_change_what_was_said(
    engine: AsyncEngine, home: str, change: object
) -> None:
    async with keep_in(engine)(home) as unit:
        await with_actions(unit, "1.1")
        await unit.events.append(an_event())
        await unit.commit()

    async with engine.connect() as connection:
        with pytest.raises(DBAPIError, match="events are only ever added"):
            await connection.execute(change)  # type: ignore[call-overload] - either kind


async def test_postgresql_refuses_to_empty_the_table_of_events(on_postgresql: AsyncEngine) -> None:
    async with on_postgresql.connect() as connection:
        with pytest.raises(DBAPIError, match="events are only ever added"):
            await connection.execute(text("TRUNCATE events"))


async def test_what_many_say_at_once_is_all_kept_in_one_order(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1")
        await unit.commit()

    async def say(words: str) -> None:
        async with open_unit(home) as unit:
            await claim(unit, words)  # the first change takes the turn, as at the door
            before = (await unit.actions.get("harbour", "1.1")).state
            await unit.events.append(an_event(words=words, change=Change(percent=1)))
            after = before.model_copy(update={"moves": before.moves + 1, "words": words})
            await unit.actions.settle("harbour", "1.1", after)
            await unit.commit()

    async with asyncio.TaskGroup() as everybody:
        for n in range(8):
            everybody.create_task(say(f"{n}"))
    async with open_unit(home) as unit:
        said = await unit.events.about("harbour", "1.1")
        state = (await unit.actions.get("harbour", "1.1")).state
    assert sorted(each.words for each in said) == [f"{n}" for n in range(8)]
    assert (state.moves, state.words) == (8, said[-1].words)


@often
@given(history=histories(refs=("1.1", "1.2")))
async def test_many_events_are_kept_at_once_as_one_by_one(
    open_unit: OpenUnit, home: str, history: list[Event]
) -> None:
    async with open_unit(f"{home} {next(_times)}") as unit:
        await with_actions(unit, "1.1", "1.2")
        await unit.events.append(an_event())
        await unit.events.append_all(history)
        _, *kept = await unit.events.between("harbour", None, None)
    assert [each.id for each in kept] == [*range(2, len(history) + 2)]
    assert [each.model_copy(update={"id": None}) for each in kept] == [
        each.model_copy(update={"id": None}) for each in history
    ]


async def test_of_many_events_none_is_kept_where_one_is_about_nothing(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await with_actions(unit, "1.1")
        with pytest.raises(UnknownAction):
            await unit.events.append_all([an_event(), an_event(ref="9.9")])
        assert await unit.events.between("harbour", None, None) == []
