"""People who leave are noticed, and what was said while it was away is heard."""

from domain.people import Account
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import HOME, Office, furnish, words
from tests.standins.slack import Slack


async def test_who_leaves_is_noticed_and_the_chair_told(office: Office) -> None:
    await office.slack.leaves(office.nia)
    told = words(await office.bo.hears())
    assert "Nia Quill’s Slack account was deactivated" in told and "7.2, 7.3" in told
    assert "Nia Quill" in words(await office.kit.hears())
    async with office.store(HOME) as unit:
        account = Account(platform="slack", workspace=office.team.id, user=office.nia.id)
        assert account not in await unit.people.linked("slack", office.team.id)


async def test_what_was_said_while_it_was_away_is_heard_once(slack: Slack) -> None:
    slack.pacing.on = False
    office = await furnish(slack)
    settings = settings_for(slack, office.token)
    async with running(slack, office.store, settings):
        await office.nia.says("7.3 on track")
        await office.nia.hears()
        asked = await office.bo.mentions("status feeling-safe", office.board)
        await office.bo.hears()
    slack.app.url = "http://127.0.0.1:9/slack/events"  # where nobody listens
    await office.nia.says("7.2 complete")
    await office.bo.says("what is overdue?", office.board, thread=asked)
    async with running(slack, office.store, settings):
        assert "7.2" in words(await office.nia.hears())
        assert "overdue" in words(await office.bo.hears())
    assert (await office.events("7.3"), await office.events("7.2")) == (1, 1)
