"""A workspace teaches the bot words of its own, which then count in everybody's messages there."""

import pytest

from domain.conversation import Address, Request
from domain.people import Account, Person
from handlers.reception import answer
from tests.conversations.conftest import Harbour, settle

TAUGHT = "when we say “with Cabinet” we mean at risk"


@pytest.mark.parametrize(
    "said",
    [
        TAUGHT,
        'When we say "with Cabinet", it means amber.',
        "by with Cabinet we mean at risk",
        "“With Cabinet” means at risk",
    ],
)
async def test_a_word_that_is_taught_is_read_from_then_on(harbour: Harbour, said: str):
    reply = " ".join((await harbour.say(said)).split())
    assert "From now on I read “with cabinet” as at risk" in reply

    reply = await harbour.say("7.3 still with Cabinet")
    assert "Recorded: 7.3 at risk" in reply


async def test_before_that_it_means_nothing(harbour: Harbour):
    assert "Recorded" not in await harbour.say("7.3 still with Cabinet")


async def test_it_can_be_forgotten_and_listed(harbour: Harbour):
    await harbour.say(TAUGHT)
    assert "with cabinet" in await harbour.say("our words")

    await harbour.say("forget “with Cabinet”")
    assert "no words of its own" in await harbour.say("our words")
    assert "Recorded" not in await harbour.say("7.3 with Cabinet")


async def test_another_workspace_does_not_know_it(harbour: Harbour):
    await harbour.say(TAUGHT)
    other = f"{harbour.workspace}-other"
    await settle(harbour.open_unit, other)
    request = Request(
        id="m1",
        workspace=other,
        account=Account(platform="console", workspace=other, user="nia"),
        address=Address(platform="console", workspace=other, conversation="nia"),
        text="7.3 with Cabinet",
    )
    reply = await answer(request, harbour.open_unit, harbour.clock)
    assert reply is not None and "Recorded" not in reply.summary


@pytest.mark.parametrize(
    "said", ["forget “  ”", "forget 'a '", "when we say '' we mean complete", "'  ' means complete"]
)
async def test_quotation_marks_about_nothing_teach_nothing(harbour: Harbour, said: str):
    await harbour.say(said)

    assert "no words of its own" in await harbour.say("our words")


@pytest.mark.parametrize("phrase", ["it is", "on", "7.3"])
async def test_a_word_that_would_be_found_everywhere_is_refused(harbour: Harbour, phrase: str):
    reply = " ".join((await harbour.say(f"“{phrase}” means at risk")).split())
    assert "I would find it everywhere" in reply


async def test_theirs_counts_where_it_is_also_one_of_ours(harbour: Harbour):
    await harbour.say("“on hold pending cash” means cancelled")
    assert "7.3 cancelled" in " ".join((await harbour.say("7.3 on hold pending cash")).split())


async def test_who_answers_for_nothing_may_not_teach(harbour: Harbour):
    async with harbour.open_unit(harbour.workspace) as unit:
        await unit.people.put(Person(id="guest", name="Guest"))
        account = Account(platform="console", workspace=harbour.workspace, user="guest")
        await unit.people.link(account, "guest")
        await unit.commit()
    told = " ".join((await harbour.say(TAUGHT, who="guest")).split())
    assert told.startswith("Only somebody who answers for an action may say what our words mean.")
    assert "Ask Kit Wren." in told
