"""Slack and Teams in one process, on one port, for one partnership."""

import asyncio
from datetime import timedelta

import pytest

from tests.bot.both import HOME, Both
from tests.standins.slack import words_in
from tests.standins.teams.keys import KeyServer, Signer
from tests.standins.teams.ours import OURS

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def known(both: Both) -> Both:
    """The partner is in Slack, the council in Teams."""
    await both.knows("nia", "slack")
    await both.knows("sam", "teams")
    return both


async def test_the_council_in_teams_and_its_partner_in_slack_share_one_plan(known: Both):
    await known.says("nia", "7.3 on track, lamps came on Monday", "slack")
    await known.says("sam", "show 7.3", "teams")

    assert "7.3" in words_in(known.on_slack("nia")[-1])
    assert "lamps came on Monday" in known.on_teams("sam")[-1].text


async def test_each_answer_goes_to_the_platform_that_asked(known: Both):
    await known.says("sam", "9.1 on track", "teams")

    assert "9.1" in known.on_teams("sam")[-1].text
    assert known.on_slack("nia") == []


async def test_while_the_keys_of_teams_cannot_be_had_slack_is_answered(
    known: Both, keys: KeyServer
):
    known.teams.signer = Signer(OURS.key, "a key that has to be fetched")
    keys.slow_by(5)
    try:
        delivery = asyncio.create_task(known.members["sam"].says("9.1 on track"))
        await asyncio.sleep(0.1)
        await known.says("nia", "7.3 at risk", "slack")

        assert "7.3" in words_in(known.on_slack("nia")[-1])
        assert not delivery.done()
        assert await delivery == 503
    finally:
        keys.slow_by(0)


async def asked_on(both: Both) -> set[str]:
    """Where Nia is asked next."""
    await both.beats()
    async with both.store(HOME) as unit:
        messages = await unit.outbox.written("nia", both.slack.clock.now().date())
    return {each.address.platform for each in messages}


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ((), "console"),  # nothing is known but their names
        (("teams",), "teams"),
        (("slack",), "slack"),
        (("teams", "slack"), "slack"),
        (("slack", "teams"), "teams"),
        (("slack", "teams", "console"), "console"),
        (("teams", "console", "slack", "slack"), "slack"),
    ],
)
async def test_who_has_several_accounts_is_asked_on_the_one_they_used_last(both, used, expected):
    await both.knows("nia", "console", "slack", "teams")
    for platform in used:
        both.slack.clock.moment += MINUTE
        await both.says("nia", "what’s mine?", platform)

    assert await asked_on(both) == {expected}


async def test_a_button_and_what_is_not_understood_are_uses_as_well(both):
    await both.knows("nia", "slack", "teams")
    await both.says("nia", "7.3 on track", "teams")
    both.slack.clock.moment += MINUTE
    await both.says("nia", "show 99.99", "slack")
    assert (await accounts(both))[0].platform == "slack"

    both.slack.clock.moment += MINUTE
    await both.members["nia"].presses(both.on_teams("nia")[-1], "Undo")
    assert (await accounts(both))[0].platform == "teams"


async def accounts(both: Both):
    async with both.store(HOME) as unit:
        return await unit.people.accounts("nia")
