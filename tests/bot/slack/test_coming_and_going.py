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


async def test_what_was_edited_while_it_was_away_is_corrected_once(slack: Slack) -> None:
    slack.pacing.on = False
    office = await furnish(slack)
    settings = settings_for(slack, office.token)
    async with running(slack, office.store, settings):
        said = await office.nia.says("7.3 complete")
        await office.nia.hears()
        kept = await office.nia.says("7.2 on track")
        await office.nia.hears()
        await office.nia.edits(kept, "7.2 at risk")
        await office.nia.hears()
    slack.app.url = "http://127.0.0.1:9/slack/events"  # where nobody listens
    await office.nia.edits(said, "7.3 at risk")
    for _ in range(2):
        async with running(slack, office.store, settings) as (desk, _):
            if await office.events("7.3") == 1:
                assert "no longer counts: 7.3" in words(await office.nia.hears())
            await desk.idle()
    assert office.nia.unread() == []
    assert (await office.events("7.3"), await office.events("7.2")) == (3, 3)


async def test_however_much_was_missed_all_of_it_is_heard_in_its_order(slack: Slack) -> None:
    slack.pacing.on = False
    office = await furnish(slack)
    settings = settings_for(slack, office.token)
    async with running(slack, office.store, settings):
        await office.nia.says("7.3 on track")
        await office.nia.hears()
    slack.app.url = "http://127.0.0.1:9/slack/events"
    await office.nia.says("7.2 complete")
    for number in range(100):
        await office.nia.says(f"thanks {number}")
    await office.nia.says("7.3 at risk")
    async with running(slack, office.store, settings) as (desk, _):
        told = [words(await office.nia.hears()) for _ in range(102)]
        await desk.idle()
    assert "Recorded: 7.2" in told[0] and "Recorded: 7.3 at risk" in told[-1]
    assert (await office.events("7.3"), await office.events("7.2")) == (2, 1)
