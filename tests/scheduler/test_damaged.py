"""What the database keeps but can no longer read is left out and told; the rest goes on."""

import logging
from datetime import time, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.conversation import Outgoing
from domain.faults import Subject, What
from domain.instructions import Pause
from domain.pacing import Pacing
from domain.sending import Receipt
from scheduler.beat import beat
from scheduler.diary import Diary
from scheduler.postman import Sending
from scheduler.sender import send_due
from store.opening import keep_in
from tests.builders import a_request
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action, in_days

SECRET = '{"words": "Mrs Aldous of Tern Close rang'
NO_DAY = "2031-02-30"
NOON = time(12)


@pytest.fixture
async def quay(engine: AsyncEngine, home: str) -> Quay:
    """Nia has two actions that are due, and Sam has one; somebody is away, and something agreed."""
    store = keep_in(engine)

    def open_unit(workspace: str):
        return store(home)

    actions = (
        an_open_action("1.1", 0),
        an_open_action("1.2", 0),
        an_open_action("1.3", 0, "Sam Tarn"),
    )
    quay = await Quay.with_actions(*actions, open_unit=open_unit)
    await quay.away("bo", 3, 4)
    await quay.order(Pause(until=in_days(-1)), plan="another")
    return quay


async def damage(engine: AsyncEngine, home: str, change: str, **values: str) -> None:
    async with engine.begin() as connection:
        done = await connection.execute(text(change), {"home": home, **values})
        assert done.rowcount == 1


async def beat_at(quay: Quay, day: int, diary: Diary, hour: time = NOON) -> None:
    await quay.beat(day, hour)  # which sets the clock
    await beat(quay.open_unit, WORKSPACE, quay.clock, quay.calendar, diary=diary)


ACTION = "UPDATE actions SET {} = :damage WHERE workspace = :home AND ref = '1.2'"


@pytest.mark.parametrize("column", ["state", "printed"])
async def test_an_action_that_cannot_be_read_keeps_nobody_from_being_asked(
    quay: Quay, engine: AsyncEngine, home: str, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    await damage(engine, home, ACTION.format(column), damage=SECRET)
    with caplog.at_level(logging.ERROR):
        await quay.beat(0)
    assert await quay.days() == {0: ("1.1",)}
    assert await quay.days("sam") == {0: ("1.3",)}
    assert "Action 1.2: I could not look after it, so nobody is asked about it" in await quay.text(
        "kit"
    )
    [said] = [each for each in caplog.records if each.message == "not_looked_after"]
    assert (said.what, said.ref, said.plan) == ("action", "1.2", PLAN.key)
    assert "Aldous" not in caplog.text + str(vars(said))


async def test_it_is_asked_about_once_it_was_put_right(
    quay: Quay, engine: AsyncEngine, home: str
) -> None:
    async with quay.open_unit(WORKSPACE) as unit:
        sound = (await unit.actions.get(PLAN.key, "1.2")).state.model_dump_json()
    await damage(engine, home, ACTION.format("state"), damage=SECRET)
    await quay.beat(0)
    await damage(engine, home, ACTION.format("state"), damage=sound)
    await quay.beat(1)
    assert (await quay.days())[1] == ("1.2",)


@pytest.mark.parametrize(
    ("change", "damaged", "told"),
    [
        ("leave SET starts", NO_DAY, "My work “leave of bo”"),
        ("plans SET read_at", NO_DAY, PLAN.key),
        ("instructions SET at", "yesterday", "My work “instruction 1”"),
        ("people SET timezone", "Atlantis/Harbour", "nia"),
    ],
)
async def test_what_else_cannot_be_read_ends_no_beat_and_is_told(
    on_sqlite: AsyncEngine, home: str, change: str, damaged: str, told: str
) -> None:
    store = keep_in(on_sqlite)
    quay = await Quay.with_actions(
        an_open_action("1.1", 0), an_open_action("1.3", 0, "Sam Tarn"), open_unit=store
    )
    await quay.away("bo", 3, 4)
    await quay.order(Pause(until=in_days(-1)), plan="another")
    own = " AND id = 'nia'" if change.startswith("people") else ""
    async with on_sqlite.begin() as connection:  # which keeps us from changing what was agreed
        of = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'instructions'"
        for name in (await connection.execute(text(of))).scalars().all():
            await connection.execute(text(f"DROP TRIGGER {name}"))
    which = f"UPDATE {change} = :damage WHERE workspace = :home{own}"
    await damage(on_sqlite, WORKSPACE, which, damage=damaged)
    quay.open_unit = keep_in(on_sqlite)  # another process, which remembers nothing
    await quay.beat(0)
    assert f"{told}: I could not look after it" in await quay.text("kit")
    if not change.startswith("plans"):
        assert await quay.days("sam") == {0: ("1.3",)}


class Platform:
    pacing = Pacing()

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send(self, outgoing: Outgoing) -> Receipt:
        self.sent.append(outgoing.key)
        return Receipt(message=outgoing.key)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        return None


async def test_a_message_that_cannot_be_read_holds_up_no_other_and_is_told(
    quay: Quay, engine: AsyncEngine, home: str
) -> None:
    diary, platform = Diary(), Platform()
    await beat_at(quay, 0, diary)
    key = f"day:nia:{in_days(0)}"
    change = "UPDATE outbox SET reply = :damage WHERE workspace = :home AND key = :key"
    await damage(engine, home, change, damage=SECRET, key=key)
    sending = Sending(quay.open_unit, {"fake": platform}, quay.clock, lambda: 0.5)
    while await send_due(sending, WORKSPACE):
        pass
    assert f"day:sam:{in_days(0)}" in platform.sent
    assert key not in platform.sent
    await beat_at(quay, 1, diary)
    assert f"The message {key}: I could not look after it, so nobody gets it" in await quay.text(
        "kit"
    )


async def test_a_damaged_record_of_what_has_gone_out_is_begun_anew(
    quay: Quay, engine: AsyncEngine, home: str
) -> None:
    platform = Platform()
    sending = Sending(quay.open_unit, {"fake": platform}, quay.clock, lambda: 0.5)
    await quay.beat(0)
    await send_due(sending, WORKSPACE)
    change = "UPDATE flows SET flow = :damage WHERE workspace = :home AND conversation = ''"
    await damage(engine, home, change, damage=SECRET)
    await quay.beat(7)
    await send_due(sending, WORKSPACE)
    assert f"day:sam:{in_days(7)}" in platform.sent
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.traffic.flows("fake")
        assert not unit.unread  # it was kept again


async def test_what_an_owner_was_told_may_be_damaged_and_the_others_are_asked(
    quay: Quay, engine: AsyncEngine, home: str
) -> None:
    await quay.beat(0)
    change = "UPDATE outbox SET says = :damage WHERE workspace = :home AND key = :key"
    await damage(engine, home, change, damage=SECRET, key=f"day:nia:{in_days(0)}")
    await quay.play(range(1, 9))
    assert len(await quay.written("sam")) > 1


async def test_what_came_in_and_cannot_be_read_keeps_nobody_else_waiting(
    quay: Quay, engine: AsyncEngine, home: str
) -> None:
    first, second = a_request(id="first"), a_request(id="second")
    async with quay.open_unit(WORKSPACE) as unit:
        for each in (first, second):
            await unit.inbox.receive(each, quay.clock.now())
        await unit.commit()
    change = "UPDATE inbox SET request = :damage WHERE workspace = :home AND id = 'first'"
    await damage(engine, home, change, damage=SECRET)
    async with quay.open_unit(WORKSPACE) as unit:
        assert [each.request for each in await unit.inbox.due(quay.clock.now())] == [second]
        assert list(unit.unread) == [Subject(What.MESSAGE, "first")]
        assert await unit.inbox.waiting(5) == [second]


async def test_a_unit_of_work_knows_what_it_could_not_read(
    quay: Quay, engine: AsyncEngine, home: str
) -> None:
    await damage(engine, home, ACTION.format("state"), damage=SECRET)
    async with quay.open_unit(WORKSPACE) as unit:
        now = quay.clock.now() + timedelta(days=1)
        seen = [each.action.ref for _, each in await unit.actions.awake(now, 10)]
        assert (seen, list(unit.unread)) == (
            ["1.1", "1.3"],
            [Subject(What.ACTION, "1.2", PLAN.key)],
        )
