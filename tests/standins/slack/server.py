"""Slack as a server on loopback: its state, what it is told, and what it tells the app."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp import web

from bot.clock import SystemClock
from domain.ports import Clock
from tests.standins.slack.answering import Made, TooFast
from tests.standins.slack.app import App
from tests.standins.slack.checking import answer_faults
from tests.standins.slack.deliveries import EVENTS, Deliveries, Delivery
from tests.standins.slack.granting import Grants
from tests.standins.slack.happenings import KINDS, Teller
from tests.standins.slack.modals import Modals, Triggers
from tests.standins.slack.pacing import Pacing
from tests.standins.slack.responding import Responses
from tests.standins.slack.routes import routes
from tests.standins.slack.socket_mode import Sockets
from tests.standins.slack.troubles import Troubles
from tests.standins.slack.world import Channel, Json, Message, Token, User, World

WAITS = 5.0  # real seconds


class Server:
    """A whole Slack with nobody in it yet; ``async with`` starts and stops it.

    ``clock`` is the time by which it lives; it is read by SystemClock unless another is given.
    ``faults`` is everything that the app did which Slack would refuse, or which is not documented.
    """

    def __init__(self, clock: Clock | None = None, stamps: Clock | None = None) -> None:
        self.clock = clock or SystemClock()
        self.app = App()
        self.world = World(self.clock)
        self.pacing = Pacing(self.clock)
        self.troubles = Troubles()
        self.triggers = Triggers(self.world)
        self.modals = Modals(self.world)
        self.grants = Grants(self.app)
        self.responses = Responses(self.world)
        self.sockets = Sockets(self.app)
        self.deliveries = Deliveries(self.app, self.sockets, self.clock, stamps or SystemClock())
        self.uploads: dict[str, int] = {}  # file → the length that was announced
        self.faults: list[str] = []
        self.calls: list[Made] = []
        self.echoes = True  # the app is told of its own messages too, as it is by Slack
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._stirred = asyncio.Event()
        self._tasks: set[asyncio.Task[object]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def api_url(self) -> str:
        """What the app's web client is given as its base."""
        return f"{self.url}/api/"

    @property
    def teller(self) -> Teller:
        return Teller(self.world, self.app, self.url)

    async def __aenter__(self) -> Self:
        self.deliveries.session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        await self.come_up()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.go_down()
        assert self.deliveries.session is not None
        await self.deliveries.session.close()

    async def come_up(self) -> None:
        """Listen, on the port of before where there was one."""
        runner = web.AppRunner(routes(self), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        self._port = runner.addresses[0][1]
        self.sockets.base = self.url
        self._runner = runner

    async def go_down(self) -> None:
        """Refuse every connection until it comes up again."""
        await self.sockets.drop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def pace(self, channel: str) -> None:
        wait = self.pacing.wait_to_post(channel)
        if wait:
            raise TooFast(wait)

    def let_in(self, team: str, scopes: Iterable[str], enterprise_wide: bool = False) -> Token:
        """Give the app a token for a team, and a user of its own there."""
        world = self.world
        bot = next((u for u in world.users.values() if u.team == team and u.bot_id), None)
        if bot is None:
            bot = User(world.id("U"), team, self.app.name.lower(), self.app.name)
            bot.bot_id = world.id("B")
            world.users[bot.id] = bot
        value = f"xoxb-{team}-{world.id('key')}"
        token = Token(value, team, bot.id, bot.bot_id or "", frozenset(scopes), enterprise_wide)
        world.tokens[value] = token
        return token

    def with_block_ids(self, blocks: list[Json]) -> list[Json]:
        """The blocks, each with an id, as Slack keeps them."""
        return [{"block_id": self.world.id("b")} | each for each in blocks]

    async def tell_of(self, channel: Channel, team: str, events: dict[str, Json]) -> list[Delivery]:
        """Deliver events about a conversation to every place where the app is in it.

        ``events`` by the name under which they are subscribed to.
        """
        payloads = [
            self.teller.callback(event, team, token, self.world.is_shared_outside(channel))
            for token in self._in(channel)
            for name, event in events.items()
            if self.hears_of(name, token)
        ]
        return await asyncio.gather(*(self.deliveries.deliver(EVENTS, each) for each in payloads))

    def hears_of(self, event: str, token: Token) -> bool:
        """Whether the app listens for an event, and has the scope for it."""
        scope = SCOPES.get(event)
        return event in self.app.events and (scope is None or scope in token.scopes)

    def _in(self, channel: Channel) -> list[Token]:
        tokens = {t.user: t for t in self.world.tokens.values() if not t.revoked}
        return [each for user, each in tokens.items() if user in channel.members]

    def announce(self, message: Message) -> None:
        """Tell the app of its own message, while the call goes on."""
        if self.echoes:
            channel = self.world.channels[message.channel]
            name = f"message.{KINDS[channel.kind]}"
            self.later(self.tell_of(channel, message.team, {name: self.teller.said(message)}))
        self.stir()

    def announce_change(self, message: Message, before: Json) -> None:
        if self.echoes:
            self.later(self.tell_of_change(message, before))
        self.stir()

    async def tell_of_change(self, message: Message, before: Json) -> list[Delivery]:
        channel = self.world.channels[message.channel]
        event = self.teller.changed(message, before)
        return await self.tell_of(channel, message.team, {f"message.{KINDS[channel.kind]}": event})

    def take_away(self, message: Message) -> Json:
        """Delete a message. Return the event that tells of it."""
        before = self.teller.said(message)
        message.gone = True
        self.stir()
        return self.teller.deleted(message, before)

    def response_url(self, user: User, channel: Channel, original: Message | None = None) -> str:
        """An address of its own under which the app may answer."""
        bots = {each.user for each in self.world.tokens.values()}
        bot = next((each for each in channel.members if each in bots), None)
        bot = bot or self.world.tokens_of(user.team)[0].user
        return self.responses.give(self.url, user.id, channel.id, bot, original)

    def respond(self, key: str, answer: Json) -> None:
        """Carry out what the app posted to a response address."""
        self.faults += [f"response_url: {each}" for each in answer_faults(answer)]
        self.responses.respond(key, answer, self.with_block_ids(_blocks(answer)))
        self.stir()

    def later(self, doing: Coroutine[object, object, object]) -> None:
        task: asyncio.Task[object] = asyncio.ensure_future(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settled(self) -> None:
        """Wait until the app has been told everything."""
        while self._tasks:
            await asyncio.gather(*self._tasks)
            await asyncio.sleep(0)  # those that are done leave the set in their own turn

    def stir(self) -> None:
        self._stirred.set()

    async def until[T](self, found: Callable[[], T | None], patience: float = WAITS) -> T:
        """Wait for something to be there; TimeoutError where it does not come."""
        async with asyncio.timeout(patience):
            while (value := found()) is None:
                self._stirred.clear()
                await self._stirred.wait()
            return value


def _blocks(answer: Json) -> list[Json]:
    blocks = answer.get("blocks")
    return blocks if isinstance(blocks, list) else []


SCOPES = {
    "message.im": "im:history",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "app_mention": "app_mentions:read",
    "user_change": "users:read",
    "team_join": "users:read",
    "member_joined_channel": "channels:read",
}
