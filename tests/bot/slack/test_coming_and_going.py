"""Workspaces that install Planbot and put it out, people who leave, and what was missed."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.slack.manifest import manifest
from domain.people import Account
from store.memory.connections import MemoryConnections
from store.opening import keep_in_memory
from store.seal import Seal, new_key
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import HOME, Office, furnish, words
from tests.bot.test_running import free_port
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


@pytest.fixture
async def connections() -> AsyncIterator[MemoryConnections]:
    yield MemoryConnections(Seal([SecretStr(new_key())]))


async def test_a_workspace_installs_and_is_forgotten_when_it_puts_us_out(
    slack: Slack, connections: MemoryConnections
) -> None:
    slack.pacing.on = False
    store, port = keep_in_memory(), free_port()
    base = f"http://127.0.0.1:{port}"
    settings = settings_for(
        slack,
        None,
        PLANBOT_SLACK_CLIENT_ID=slack.app.client_id,
        PLANBOT_SLACK_CLIENT_SECRET=slack.app.client_secret,
        PLANBOT_KEY=new_key(),
        PLANBOT_PUBLIC_URL=base,
    )
    slack.app.adopt(manifest(base))
    team = slack.team("Quay")
    ada = slack.person(team, "Ada Fen", email="ada@quay.example", admin=True)
    async with running(slack, store, settings, connections, port):
        status, page = await slack.installs(ada, f"{base}/slack/install")
        assert (status, "Planbot is installed" in page) == (200, True)
        status, _ = await slack.installs(ada, f"{base}/slack/installed?code=x&state=y")
        assert status == 401
        await ada.says("people")
        assert "No plan has been read in yet" in words(await ada.hears())
        [connection] = await connections.all("slack")
        assert connection.workspace == f"slack-{team.id}"
        await slack.uninstall(team)
        assert await connections.all("slack") == []
