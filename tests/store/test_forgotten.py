"""Words that were answered are kept where they are recorded, and nowhere else."""

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.conversation import Kind, Reply
from domain.intents import Update
from domain.ports import Outbox
from store.memory.kept import Draft, Shelf
from store.memory.outbox import MemoryOutbox
from store.memory.post import MemoryInbox
from store.migrating import migrate, take_back
from store.opening import keep_in
from tests.builders import NOW, a_request, an_outgoing

SECRET = "only the harbour cat heard it"
FILLED = a_request(id="r", text=SECRET, form=(Update(ref="1.1", note=SECRET),))
SAID = Reply(summary=f"You wrote “{SECRET}”.", private=True)
ANSWER = an_outgoing(key="a", kind=Kind.ANSWER, reply=SAID)
NEVER = an_outgoing(key="n", kind=Kind.ANSWER, reply=SAID)
SOON = NOW + timedelta(minutes=5)


async def rows(engine: AsyncEngine, table: str) -> str:
    async with engine.connect() as connection:
        return repr([*await connection.execute(text(f"SELECT * FROM {table}"))])


async def test_what_was_typed_or_filled_in_leaves_the_inbox_with_the_answer(
    engine: AsyncEngine, home: str
) -> None:
    async with keep_in(engine)(home) as unit:
        await unit.inbox.receive(FILLED, NOW)
        await unit.inbox.answered("r", NOW)
        await unit.commit()
    assert SECRET not in await rows(engine, "inbox")


async def test_it_leaves_the_inbox_in_memory_as_well() -> None:
    draft = Draft(Shelf())
    inbox = MemoryInbox(draft)
    await inbox.receive(FILLED, NOW)
    await inbox.answered("r", NOW)
    assert SECRET not in repr(draft.read().inbox)


async def test_what_was_filled_in_before_is_forgotten_with_the_step(empty: AsyncEngine) -> None:
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        await unit.inbox.receive(FILLED, NOW)
        await unit.inbox.receive(FILLED.model_copy(update={"id": "waits"}), NOW)
        await unit.commit()
    await take_back(empty, "0023")
    async with empty.connect() as connection:
        answered = "UPDATE inbox SET answered_at = received_at WHERE id = 'r'"
        await connection.execute(text(answered))
        await connection.commit()
    await migrate(empty)
    async with empty.connect() as connection:
        kept = await connection.execute(text("SELECT request FROM inbox WHERE id = 'r'"))
        assert "note" not in kept.scalar_one()
    async with keep_in(empty)("home") as unit:
        assert [each.form for each in await unit.inbox.waiting(9)] == [FILLED.form]


async def ended(outbox: Outbox) -> None:
    """One answer is sent, and one given up."""
    await outbox.put_all([ANSWER, NEVER])
    leased = {each.key: each for each in await outbox.lease("console", NOW, SOON, 9)}
    await outbox.sent("a", NOW)
    await outbox.give_up(leased["n"], NOW, "Nobody there.")


async def test_what_an_answer_repeats_leaves_the_outbox_with_it(
    engine: AsyncEngine, home: str
) -> None:
    async with keep_in(engine)(home) as unit:
        await ended(unit.outbox)
        assert [each.message.key for each in await unit.outbox.given_up(NOW)] == ["n"]
        await unit.commit()
    assert SECRET not in await rows(engine, "outbox")


async def test_an_answer_leaves_the_outbox_in_memory_as_well() -> None:
    draft = Draft(Shelf())
    await ended(MemoryOutbox(draft))
    assert SECRET not in repr(draft.read().outbox)


async def test_what_nobody_asked_for_stays_as_it_was_told(engine: AsyncEngine, home: str) -> None:
    reminder = an_outgoing(key="k", to="nia")
    async with keep_in(engine)(home) as unit:
        await unit.outbox.put(reminder)
        await unit.outbox.sent("k", NOW)
        assert await unit.outbox.written("nia", reminder.day) == [reminder]


async def test_what_earlier_answers_repeat_is_forgotten_with_the_step(empty: AsyncEngine) -> None:
    await migrate(empty)
    async with keep_in(empty)("home") as unit:
        await unit.outbox.put_all([ANSWER, NEVER])
        await unit.commit()
    await take_back(empty, "0024")
    async with empty.connect() as connection:
        await connection.execute(text("UPDATE outbox SET state = 'sent' WHERE key = 'a'"))
        await connection.commit()
    await migrate(empty)
    assert (await rows(empty, "outbox")).count(SECRET) == 1
    async with keep_in(empty)("home") as unit:
        assert [each.reply for each in await unit.outbox.lease("console", NOW, SOON, 9)] == [SAID]
