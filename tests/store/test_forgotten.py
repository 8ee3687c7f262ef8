"""Words that were answered are kept where they are recorded, and nowhere else."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.intents import Update
from store.memory.kept import Draft, Shelf
from store.memory.post import MemoryInbox
from store.migrating import migrate, take_back
from store.opening import keep_in
from tests.builders import NOW, a_request

SECRET = "only the harbour cat heard it"
FILLED = a_request(id="r", text=SECRET, form=(Update(ref="1.1", note=SECRET),))


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
