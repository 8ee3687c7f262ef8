"""Whatever a plan or a person says, no message pings anybody, leads anywhere or breaks a limit."""

from random import Random

import pytest

from bot.slack.render import to_messages
from domain.conversation import Kind
from domain.places import Address
from tests.bot.hostile import IN_A_REPLY, Partnership, document, reply_of
from tests.bot.slack.conftest import HOME, Office
from tests.standins.slack import links, pings
from tests.standins.slack.blocks import misbuilt
from tests.standins.slack.limits import message_faults

STRINGS = 10_000
BATCHES = 20


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_reply_pings_or_leads_astray_or_is_refused(batch: int) -> None:
    random = Random(batch)
    for _ in range(STRINGS // IN_A_REPLY // BATCHES):
        for message in to_messages(reply_of(random)):
            assert message_faults(message.text, message.blocks) == []
            assert list(misbuilt(list(message.blocks))) == []
            for shown in (message.text, message.blocks):
                assert pings(shown) == []
            assert links(message.blocks) == []
            assert "<" not in message.text and ">" not in message.text


async def test_nor_does_anything_a_partnership_is_told_whose_plan_and_people_say_such_things(
    office: Office,
) -> None:
    """Through the real handlers, scheduler, door and Web API; the Slack refuses what is wrong."""
    board = office.board
    place = Address(platform="slack", workspace=office.team.id, conversation=board.id)

    async def says(who: str, text: str) -> None:
        await office.people[who].mentions(text, board)

    there = Partnership(office.store, HOME, office.slack.clock, office.desk, place, says)
    kinds = await there.says_such_things(Random(77))
    assert {Kind.OVERDUE, Kind.ESCALATION, Kind.FINDING} <= kinds

    await office.kit.drops("plan.csv", document(Random(78)))
    await office.desk.idle()
    heard = [each for person in office.people.values() for each in person.heard()]
    assert len(heard) > 60
    assert [ping for each in heard for ping in pings(each)] == []
    assert [link for each in heard for link in links(each)] == []


async def test_nor_does_a_form_or_the_home_tab(office: Office) -> None:
    place = Address(platform="slack", workspace=office.team.id, conversation=office.board.id)

    async def says(who: str, text: str) -> None:
        await office.people[who].says(text)

    there = Partnership(office.store, HOME, office.slack.clock, office.desk, place, says)
    await there.says_such_things(Random(79))
    await office.nia.opens_home()
    views = [await office.nia.sees_home()]
    await office.nia.presses("Change…", on=views[0])
    views.append(await office.nia.sees_modal())

    for view in views:
        blocks = view.body["blocks"]
        assert (pings(blocks), links(blocks), list(misbuilt(blocks))) == ([], [], [])
