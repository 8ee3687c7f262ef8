"""Slack and Teams in one process, on one port, for one partnership."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import pytest
from aiohttp import web

from bot.desk import Desk
from bot.platform import House
from bot.slack.platform import slack as connect_slack
from bot.teams.door import PATH
from bot.teams.platform import teams as connect_teams
from domain.newcomers import Roll
from domain.people import Account
from domain.ports import Messenger, Store
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from scheduler.postman import Sending
from store.memory.connections import MemoryReferences
from store.opening import keep_in_memory
from tests.bot.slack.at_work import settings_for as slack_settings
from tests.bot.teams.at_work import around
from tests.bot.teams.at_work import settings_for as teams_settings
from tests.conversations.conftest import START, settle
from tests.standins.slack import Person, Slack, words_in
from tests.standins.teams.connector import TENANT, Member, Teams, a_teams
from tests.standins.teams.keys import KeyServer, Signer
from tests.standins.teams.ours import OURS

HOME = "harbour-both"


@dataclass
class Both:
    store: Store
    desk: Desk
    slack: Slack
    teams: Teams
    on_slack: Person
    on_teams: Member


@asynccontextmanager
async def listening(slack: Slack, teams: Teams, keys: KeyServer, store: Store, token):
    """One server with both platforms' doors."""
    messengers: dict[str, Messenger] = {}
    rolls: dict[str, Roll] = {}
    desk = Desk(
        Sending(store, messengers, slack.clock, lambda: 0.0),
        Answering(store, slack.clock, KnownPlans(), rolls, Doorkeeper(frozenset())),
    )
    plans = desk.answering.plans
    house = House(store, slack.clock, None, MemoryReferences(), plans, desk.ask, desk.poke)
    async with AsyncExitStack() as stack:
        settings = slack_settings(slack, token, PLANBOT_WORKSPACE=HOME)
        connected = [
            await stack.enter_async_context(connect_slack(settings, house)),
            await stack.enter_async_context(
                connect_teams(teams_settings(HOME), house, around(teams, keys))
            ),
        ]
        server = web.Application()
        for platform in connected:
            messengers[platform.name] = platform.messenger
            rolls[platform.name] = platform.roll
            platform.add_routes(server)
        runner = web.AppRunner(server, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        here = f"http://127.0.0.1:{runner.addresses[0][1]}"
        slack.app.url, teams.bot_url = f"{here}/slack/events", here + PATH
        yield desk
        await slack.settled()
        await desk.close()
        await runner.cleanup()


@pytest.fixture
async def both(slack: Slack, keys: KeyServer) -> AsyncIterator[Both]:
    store = keep_in_memory()
    await settle(store, HOME)
    team = slack.team("Harbour")
    token = slack.install(team)
    nia = slack.person(team, "Nia Quill")
    async with a_teams(OURS, START) as teams:
        teams.clock = slack.clock
        sam = teams.person("Sam Tarn")
        accounts = {
            "nia": Account(platform="slack", workspace=team.id, user=nia.id),
            "sam": Account(platform="teams", workspace=TENANT, user=sam.entra),
        }
        async with store(HOME) as unit:
            for person, account in accounts.items():
                await unit.people.link(account, person)
            await unit.commit()
        async with listening(slack, teams, keys, store, token) as desk:
            yield Both(store, desk, slack, teams, nia, sam)


async def test_the_council_in_teams_and_its_partner_in_slack_share_one_plan(both: Both):
    await both.on_slack.says("7.3 on track, lamps came on Monday")
    await both.desk.idle()
    assert "7.3" in words_in(await both.on_slack.hears())
    await both.on_teams.says("show 7.3")
    await both.desk.idle()

    assert "lamps came on Monday" in both.teams.chat(both.on_teams)[-1].text


async def test_each_answer_goes_to_the_platform_that_asked(both: Both):
    await both.on_teams.says("9.1 on track")
    await both.desk.idle()

    assert "9.1" in both.teams.chat(both.on_teams)[-1].text
    assert both.on_slack.unread() == []


async def test_while_the_keys_of_teams_cannot_be_had_slack_is_answered(both: Both, keys: KeyServer):
    both.teams.signer = Signer(OURS.key, "a key that has to be fetched")
    keys.slow_by(5)
    try:
        delivery = asyncio.create_task(both.on_teams.says("9.1 on track"))
        await asyncio.sleep(0.1)
        await both.on_slack.says("7.3 at risk")
        await both.desk.idle()

        assert "7.3" in words_in(await both.on_slack.hears())
        assert not delivery.done()
        assert await delivery == 503
    finally:
        keys.slow_by(0)
