"""Slack and Teams in one process, on one port, for one partnership."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web

from bot.desk import Desk
from bot.platform import House
from bot.slack.platform import slack as connect_slack
from bot.teams.door import PATH
from bot.teams.platform import teams as connect_teams
from domain.calendar import Calendar
from domain.conversation import Address, Reply, Request
from domain.events import Tracked
from domain.newcomers import Roll
from domain.people import Account
from domain.ports import Messenger, Store
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from handlers.reception import answer
from scheduler.beat import beat
from scheduler.postman import Sending
from store.memory.connections import MemoryReferences
from store.opening import keep_in_memory
from tests.bot.slack.at_work import settings_for as slack_settings
from tests.bot.teams.at_work import around
from tests.bot.teams.at_work import settings_for as teams_settings
from tests.conversations.conftest import PEOPLE, START, settle
from tests.standins.slack import Message, Person, Slack, Team, Token
from tests.standins.teams.connector import TENANT, Member, Posted, Teams, a_teams
from tests.standins.teams.keys import KeyServer
from tests.standins.teams.ours import OURS

HOME = "harbour-both"


@dataclass
class Both:
    """The partnership of the conversations; everybody has a login on either platform.

    Which of them the bot knows is said by ``knows``.
    """

    store: Store
    desk: Desk
    slack: Slack
    teams: Teams
    team: Team
    slacks: dict[str, Person]
    members: dict[str, Member]

    async def knows(self, who: str, *platforms: str) -> None:
        """Let the bot know somebody by these accounts, and by no others."""
        accounts = {
            "console": Account(platform="console", workspace=HOME, user=who),
            "slack": Account(platform="slack", workspace=self.team.id, user=self.slacks[who].id),
            "teams": Account(platform="teams", workspace=TENANT, user=self.members[who].entra),
        }
        async with self.store(HOME) as unit:
            for platform, account in accounts.items():
                await unit.people.unlink(account)
                if platform in platforms:
                    await unit.people.link(account, who)
            await unit.commit()

    async def says(self, who: str, text: str, platform: str) -> None:
        """Say something on one of the platforms, and wait until it is answered."""
        if platform == "slack":
            await self.slacks[who].says(text)
        elif platform == "teams":
            assert await self.members[who].says(text) == 200
        else:
            await self._types(who, text)
        await self.desk.idle()

    async def _types(self, who: str, text: str) -> Reply | None:
        account = Account(platform="console", workspace=HOME, user=who)
        place = Address(platform="console", workspace=HOME, conversation=who)
        id = f"console:{self.teams.next_id()}"
        request = Request(id=id, workspace=HOME, account=account, address=place, text=text)
        return await answer(request, self.store, self.slack.clock)

    async def beats(self, at: datetime | None = None) -> None:
        """One beat of the scheduler, and all that is sent of it."""
        self.slack.clock.moment = at or self.slack.clock.moment
        await beat(self.store, HOME, self.slack.clock, Calendar())
        self.desk.poke(HOME)
        await self.desk.idle()

    def on_slack(self, who: str) -> list[Message]:
        return self.slacks[who].heard()

    def on_teams(self, who: str) -> list[Posted]:
        return self.teams.chat(self.members[who])

    async def action(self, ref: str) -> Tracked:
        async with self.store(HOME) as unit:
            return await unit.actions.get("harbour", ref)

    async def events(self, ref: str) -> int:
        async with self.store(HOME) as unit:
            return len(await unit.events.about("harbour", ref))


@asynccontextmanager
async def listening(
    slack: Slack, teams: Teams, keys: KeyServer, store: Store, token: Token
) -> AsyncIterator[Desk]:
    """One server with both platforms' doors."""
    messengers: dict[str, Messenger] = {}
    rolls: dict[str, Roll] = {}
    desk = Desk(
        Sending(store, messengers, slack.clock, lambda: 0.0),
        Answering(store, slack.clock, KnownPlans(), rolls, Doorkeeper(frozenset())),
    )
    plans = desk.answering.plans
    house = House(
        store,
        slack.clock,
        None,
        MemoryReferences(),
        plans,
        desk.ask,
        desk.question,
        desk.poke,
        desk.answering.enrol,
    )
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


@asynccontextmanager
async def both_at_work(slack: Slack, keys: KeyServer) -> AsyncIterator[Both]:
    """The partnership with nobody's account known yet."""
    store = keep_in_memory()
    await settle(store, HOME)
    slack.pacing.on = False
    team = slack.team("Harbour")
    token = slack.install(team)
    slacks = {each.id: slack.person(team, each.name) for each in PEOPLE}
    async with a_teams(OURS, START) as teams:
        teams.clock = slack.clock
        members = {each.id: teams.person(each.name) for each in PEOPLE}
        async with listening(slack, teams, keys, store, token) as desk:
            both = Both(store, desk, slack, teams, team, slacks, members)
            for each in PEOPLE:
                await both.knows(each.id)
            yield both
