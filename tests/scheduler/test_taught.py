"""Administrators hear of a word that somebody else taught: with their next message, never alone."""

from datetime import UTC, datetime, time

from bot.console.render import choices
from domain.hours import opens
from domain.instructions import CallIt
from domain.people import LONDON
from domain.work import Status
from scheduler.beat import beat
from scheduler.taught import words_taught
from tests.builders import an_instruction
from tests.scheduler.quay import NINE_FIFTEEN, WORKSPACE, Quay, an_open_action, in_days

PHRASE = "with cabinet"
TAUGHT = CallIt(phrase=PHRASE, status=Status.AT_RISK)


async def a_quay(*actions: object) -> Quay:
    return await Quay.with_actions(*actions, asides=[words_taught])


async def somebody_says(quay: Quay, order: CallIt, day: int = 0, by: str = "nia") -> None:
    at = datetime.combine(in_days(day), time(11), UTC)
    name = {"nia": "Nia Quill", "kit": "Kit Wren"}[by]
    async with quay.open_unit(WORKSPACE) as unit:
        told = an_instruction(order=order, at=at, by=by, by_name=name, plan=None)
        await unit.instructions.append(told)
        await unit.commit()


def of_kit() -> object:
    """What Kit, who is the administrator, is asked about on the third day."""
    return an_open_action("1.1", 9, "Kit Wren")


async def said_to_kit(quay: Quay) -> list[str]:
    return [str(each.reply) for each in await quay.written("kit") if PHRASE in str(each.reply)]


async def test_an_administrator_reads_of_it_once_with_a_way_to_forget_it():
    quay = await a_quay(of_kit())
    await somebody_says(quay, TAUGHT)
    await quay.play(range(1, 10))

    [told] = await said_to_kit(quay)
    assert "Nia Quill taught me a word on 12 May: I read “with cabinet” as at risk" in told
    shown = [said for each in await quay.written("kit") for said in choices(each.reply)]
    assert shown.count("forget “with cabinet”") == 1


async def test_no_message_comes_for_it_alone():
    quay = await a_quay()
    await somebody_says(quay, TAUGHT)
    await quay.play(range(1, 6))

    assert await quay.written("kit") == []


async def test_nobody_hears_of_their_own_word_and_no_officer_of_anybodys():
    quay = await a_quay(of_kit(), an_open_action("1.2", 9))
    await somebody_says(quay, TAUGHT, by="kit")
    await quay.play(range(1, 6))

    assert await said_to_kit(quay) == []
    assert PHRASE not in str([each.reply for each in await quay.written("nia")])


async def test_of_a_word_that_was_forgotten_again_only_that_is_told():
    quay = await a_quay(of_kit())
    await somebody_says(quay, TAUGHT)
    await somebody_says(quay, CallIt(phrase=PHRASE), day=1)
    await quay.play(range(2, 10))

    [told] = await said_to_kit(quay)
    assert "Nia Quill had me forget “with cabinet” on 13 May." in told


async def test_what_was_taught_long_ago_is_not_told():
    quay = await a_quay(an_open_action("1.1", 49, "Kit Wren"))
    await somebody_says(quay, TAUGHT)
    await quay.play(range(40, 50))

    assert len(await quay.written("kit")) > 0
    assert await said_to_kit(quay) == []


async def test_a_beat_looks_for_it():
    quay = await a_quay(of_kit())
    await somebody_says(quay, TAUGHT)
    quay.clock.moment = opens(in_days(2), NINE_FIFTEEN, LONDON)
    await beat(quay.open_unit, WORKSPACE, quay.clock, quay.calendar)

    assert len(await said_to_kit(quay)) == 1
