"""Planbot on a Slack on loopback: the whole of it but the process, on a store in memory."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count

import pytest

from bot.desk import Desk
from bot.platform import Platform
from bot.slack.manifest import manifest
from domain.connections import Connections
from domain.people import Account
from domain.ports import Store
from store.opening import keep_in_memory
from tests.bot.slack.at_work import running, settings_for
from tests.conversations.conftest import settle
from tests.standins.slack import Channel, Message, Person, Slack, Team, Token, View, words_in
from tests.standins.slack.reading import Element, elements

HOME = "harbour"
NAMES = {"nia": "Nia Quill", "sam": "Sam Tarn", "bo": "Bo Lark", "kit": "Kit Wren"}


@dataclass
class Office:
    """The small partnership of the conversations, and its people on Slack."""

    slack: Slack
    store: Store
    team: Team
    token: Token
    board: Channel
    people: dict[str, Person]
    connections: Connections | None = None
    desk: Desk | None = None
    platform: Platform | None = None
    _ids: "count[int]" = field(default_factory=count)

    @property
    def nia(self) -> Person:
        return self.people["nia"]

    @property
    def bo(self) -> Person:
        return self.people["bo"]

    @property
    def kit(self) -> Person:
        return self.people["kit"]

    async def state(self, ref: str) -> object:
        async with self.store(HOME) as unit:
            return (await unit.actions.get("harbour", ref)).state

    async def events(self, ref: str) -> int:
        async with self.store(HOME) as unit:
            return len(await unit.events.about("harbour", ref))


type Open = Callable[..., Awaitable[Office]]


async def furnish(slack: Slack) -> Office:
    """The partnership: its plan, its people and who of them has which account."""
    slack.app.adopt(manifest("https://planbot.example"))
    store = keep_in_memory()
    await settle(store, HOME)
    team = slack.team("Harbour")
    token = slack.install(team)
    people = {
        id: slack.person(team, name, email=f"{id}@harbour.example") for id, name in NAMES.items()
    }
    board = slack.channel(team, "harbour-board", *people.values())
    async with store(HOME) as unit:
        for account in await unit.people.linked("console", HOME):
            await unit.people.unlink(account)  # here they have Slack only
        for id, person in people.items():
            await unit.people.link(Account(platform="slack", workspace=team.id, user=person.id), id)
        await unit.commit()
    return Office(slack, store, team, token, board, people)


@pytest.fixture
async def office(slack: Slack) -> AsyncIterator[Office]:
    """Connected over HTTP, at no pace: what is to be sent is sent at once."""
    slack.pacing.on = False
    office = await furnish(slack)
    settings = settings_for(
        slack, office.token, PLANBOT_ADMINISTRATORS="ada@harbour.example, @nobody"
    )
    async with running(slack, office.store, settings) as (desk, platform):
        office.desk, office.platform = desk, platform
        yield office


def words(message: Message) -> str:
    return words_in(message)


def fields(view: View) -> list[Element]:
    """What can be pressed or filled in there, in order."""
    blocks = view.body["blocks"]
    assert isinstance(blocks, list)
    return [*elements(blocks)]
