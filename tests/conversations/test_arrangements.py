"""Who is asked about an action, and when, is arranged in words."""

from datetime import date

from tests.conversations.conftest import Harbour


async def outbox(harbour: Harbour) -> list[str]:
    async with harbour.open_unit(harbour.workspace) as unit:
        now = harbour.clock.now()
        return [each.reply.summary for each in await unit.outbox.lease("console", now, now, 10)]


async def settled(harbour: Harbour, text: str, who: str = "nia") -> str:
    """Say it, and say yes where it is asked about."""
    reply = await harbour.say(text, who)
    return await harbour.press(1, who) if "Did I read" in reply else reply


async def test_an_action_is_left_in_peace_until_a_day(harbour: Harbour):
    reply = await settled(harbour, "ask me about 7.3 again on 26 May")

    assert "I will not ask about 7.3 again before Mon 26 May." in reply
    assert (await harbour.state("7.3")).snoozed_until == date(2031, 5, 26)


async def test_whose_it_is_said_to_be_is_noted_and_the_administrator_is_told(harbour: Harbour):
    reply = await settled(harbour, "7.3 is Sam Tarn's now")

    assert "It stays on the plan as it is until Kit Wren changes it." in " ".join(reply.split())
    assert (await harbour.state("7.3")).handed_to == "Sam Tarn"
    assert "7.3 is Sam Tarn’s now" in (await outbox(harbour))[0]


async def test_not_mine_is_noted_and_stays_until_somebody_has_it(harbour: Harbour):
    reply = await settled(harbour, "7.3 is not mine")

    assert "Noted: you say that 7.3 is not yours." in reply
    assert "7.3 is not theirs" in (await outbox(harbour))[0]
    assert "7.3" in await harbour.say("what's mine?")


async def test_cover_by_somebody_unknown_is_said(harbour: Harbour):
    reply = " ".join(
        (await settled(harbour, "on leave until 3 June, Ezra Finch is covering")).split()
    )

    assert "You are away until Tue 3 June." in reply
    assert "nobody called Ezra Finch" in reply
