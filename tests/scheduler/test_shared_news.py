"""What one owner says, the others hear with their next message: no message comes for it alone."""

from collections.abc import Sequence
from datetime import UTC, datetime

from domain.concerns import Concern
from domain.events import Change, EventKind
from domain.ports import UnitOfWork
from domain.work import Status
from scheduler.office import Office
from scheduler.postman import Sending
from scheduler.sender import send_due
from scheduler.shared_news import shared_news
from tests.builders import an_event
from tests.fakes import FakeMessenger
from tests.scheduler.quay import MONDAY, PLAN, WORKSPACE, Quay, an_open_action, in_days


async def a_quay() -> Quay:
    shared = an_open_action("1.1", 60, "Nia Quill", "Sam Tarn")
    return await Quay.with_actions(
        shared, an_open_action("1.2", 9, "Sam Tarn"), asides=[shared_news]
    )


async def nia_says(quay: Quay, day: int) -> None:
    at = datetime.combine(in_days(day), datetime.min.time().replace(hour=10), UTC)
    event = an_event(
        plan=PLAN.key,
        ref="1.1",
        kind=EventKind.UPDATED,
        at=at,
        by="nia",
        by_name="Nia Quill",
        words="1.1 on track, lamps ordered",
        change=Change(status=Status.ON_TRACK),
    )
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.events.append(event)
        await unit.commit()
    await quay.say(
        "1.1", day, status=Status.ON_TRACK, words="1.1 on track, lamps ordered", by="Nia Quill"
    )


async def test_the_other_owner_hears_of_it_once_with_their_next_message():
    quay = await a_quay()
    await nia_says(quay, 0)
    await quay.play(range(1, 10))

    messages = await quay.written("sam")
    told = [each.day for each in messages if "1.1" in each.about]
    assert told == [messages[0].day]
    assert messages[0].about[0] == "1.2"
    assert "lamps ordered" in str(messages[0].reply)
    assert all("1.1" not in each.about for each in await quay.written("nia"))


async def test_no_message_comes_for_it_alone():
    quay = await a_quay()
    await quay.say("1.2", 0, status=Status.COMPLETE)
    await nia_says(quay, 0)
    await quay.play(range(1, 6))

    assert await quay.written("sam") == []


async def test_it_is_looked_for_on_a_day_with_a_message_only():
    looked = []

    async def look(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
        looked.append((office.today - MONDAY).days)
        return []

    quay = await Quay.with_actions(an_open_action("1.1", 9), asides=[look])
    await quay.play(range(5))

    assert looked == list(await quay.days())


async def test_what_another_owner_has_completed_holds_up_nothing():
    """The news of it comes in the same message as what is asked, and that goes."""
    quay = await a_quay()
    await nia_says(quay, 0)
    await quay.say("1.1", 0, status=Status.COMPLETE, words="lamps ordered", by="Nia Quill")
    await quay.play([2])

    platform = FakeMessenger()
    await send_due(Sending(quay.open_unit, {"fake": platform}, quay.clock, lambda: 1.0), WORKSPACE)
    [told] = [str(reply) for address, reply in platform.sent if address.conversation == "sam"]
    assert "lamps ordered" in told
