"""Whatever a plan or a person says, no message pings anybody, leads anywhere or breaks a limit."""

from random import Random

import pytest

from bot.slack.limits import message_faults
from bot.slack.render import to_messages
from domain.conversation import (
    Choice,
    Choices,
    Facts,
    Item,
    Items,
    Mark,
    Paragraph,
    Reply,
    Tally,
)
from domain.people import Account, Person
from tests.bot.slack.conftest import HOME, Office
from tests.bot.slack.hostile import hostile
from tests.builders import an_action
from tests.standins.slack import links, pings
from tests.standins.slack.blocks import misbuilt

STRINGS = 10_000
IN_A_REPLY = 10
BATCHES = 20
ASKED = (
    "status",
    "my actions",
    "overdue",
    "what is due?",
    "history of 60.1",
    "what changed this week?",
    "why?",
    "our words",
    "help",
    "undo",
)


def printed(random: Random, most: int) -> str:
    """Words as a plan can have them: what no document holds is not in them."""
    return hostile(random).replace("\0", "").strip()[:most] or "x"


def reply_of(random: Random) -> Reply:
    """A reply that holds hostile words in every place where words can stand."""
    words = [hostile(random) for _ in range(IN_A_REPLY)]
    item = Item(
        ref=words[0],
        title=words[1],
        mark=random.choice([None, *Mark]),
        standing=words[2],
        detail=words[3],
        quote=words[4],
        said=words[5],
    )
    return Reply(
        summary=words[6],
        parts=(
            Paragraph(text=words[7]),
            Items(heading=words[8], items=(item,) * random.randint(1, 3), numbered=True, more=3),
            Tally(counts=((Mark.LATE, words[9], 3),)),
            Facts(pairs=((words[0], words[1]),) * random.randint(1, 12)),
            Choices(options=tuple(Choice(label=each, says=each[:1_900] or "x") for each in words)),
        ),
    )


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


async def test_nor_does_any_answer_to_people_and_about_plans_that_say_such_things(
    office: Office,
) -> None:
    """Through the real handlers, door and Web API; the Slack refuses what is wrong."""
    random = Random(77)
    async with office.store(HOME) as unit:
        await unit.people.put(Person(id="hostile", name=printed(random, 80)))
        await unit.people.link(
            Account(platform="slack", workspace=office.team.id, user=office.bo.id), "hostile"
        )
        await unit.actions.put(
            "harbour",
            [
                an_action(
                    ref=f"60.{number}",
                    group=f"60. {printed(random, 200)}",
                    text=printed(random, 900),
                    owners=("Nia Quill", printed(random, 60)),
                )
                for number in range(1, 26)
            ],
        )
        await unit.commit()
    for number in range(1, 26):
        await office.nia.says(f"60.{number} at risk, {hostile(random)[:3_000]}")
        await office.desk.idle()
    for text in ASKED:
        for person in (office.nia, office.kit, office.bo):
            await person.mentions(text, office.board)
            await office.desk.idle()

    answers = office.nia.heard()
    assert len(answers) > 60
    assert [ping for each in answers for ping in pings(each)] == []
    assert [link for each in answers for link in links(each)] == []
