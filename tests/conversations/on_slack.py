"""The partnership on Slack: the same things are said there, and what comes back is read there."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from html import unescape

from bot.desk import Desk
from domain.conversation import Address, Kind, Outgoing, Reply
from domain.pacing import Pacing
from domain.people import Account
from domain.ports import Store
from domain.problems import StoreUnavailable
from tests.bot.slack.at_work import running, settings_for
from tests.conversations.conftest import Harbour, Heard, settle
from tests.conversations.through import Through
from tests.standins.slack import Delivery, Message, Person, Slack, Team
from tests.standins.slack.reading import elements


@dataclass
class OnSlack(Harbour):
    """Everybody has an account on Slack and writes to the bot in direct messages."""

    slack: Slack | None = None
    team: Team | None = None
    desk: Desk | None = None
    _people: dict[str, Person] = field(default_factory=dict)
    _said: dict[str, list[Delivery]] = field(default_factory=dict)
    _last: list[Message] = field(default_factory=list)

    async def ask(
        self, text: str, who: str = "nia", about: Sequence[str] = (), id: str | None = None
    ) -> Heard | None:
        person = await self._person(who)
        if id in self._said:
            for delivery in self._said[id]:
                await self.slack.deliveries.repeat(delivery)
            return await self._heard(person)
        under = await self._written(person, about) if about else None
        await person.says(text, thread=under)
        if id is not None:
            self._said[id] = person.did
        if any(each.attempts[0].status == 500 for each in person.did):
            raise StoreUnavailable("It was not taken, and came again.")
        return await self._heard(person)

    async def press(self, number: int, who: str = "nia") -> str:
        person = await self._person(who)
        shown = [(each, on) for on in self._last for each in elements(on.blocks)]
        pressed, on = shown[number - 1]
        await person.presses(pressed.action_id, on)
        answer = await self._heard(person)
        assert answer is not None
        return answer.text

    async def conversation(self, who: str = "nia") -> str:
        return (await self._person(who)).direct.id

    async def _heard(self, person: Person) -> Heard | None:
        """All that came back, once the bot has nothing more to do; None where nothing did."""
        await self.desk.idle()
        messages = person.unread()
        if not messages:
            return None
        self._last = messages
        text = unescape("\n".join(each.text for each in messages))
        buttons = [each.element for on in messages for each in elements(on.blocks)]
        self.shown = tuple(str(each.get("value")) for each in buttons)
        private = all(self._is_private(each) for each in messages)
        return Heard(text, text.splitlines()[0], private)

    def _is_private(self, message: Message) -> bool:
        direct = self.slack.world.channels[message.channel].kind == "im"
        return direct or message.only_for is not None

    async def _person(self, who: str) -> Person:
        """Somebody with an account, which the bot knows for theirs if it knows them at all."""
        if who not in self._people:
            async with self.open_unit(self.workspace) as unit:
                known = {each.id: each.name for each in (await unit.people.directory()).people}
                person = self.slack.person(self.team, known.get(who, f"{who} Stranger"))
                if who in known:
                    await unit.people.link(
                        Account(platform="slack", workspace=self.team.id, user=person.id), who
                    )
                await unit.commit()
            self._people[who] = person
        return self._people[who]

    async def _written(self, person: Person, about: Sequence[str]) -> Message:
        """A message of the bot about these actions, for something to be said under."""
        async with self.open_unit(self.workspace) as unit:
            await unit.outbox.put(
                Outgoing(
                    key=f"reminder {next(self._ids)}",
                    kind=Kind.REMINDER,
                    address=Address(
                        platform="slack", workspace=self.team.id, conversation=person.id
                    ),
                    to=person.id,
                    reply=Reply(summary=f"How is {' and '.join(about)} going?"),
                    plan="harbour",
                    about=tuple(about),
                    day=self.clock.now().date(),
                    not_before=self.clock.now(),
                )
            )
            await unit.commit()
        self.desk.poke(self.workspace)
        await self.desk.idle()
        return person.unread()[0]


@asynccontextmanager
async def on_slack(slack: Slack, store: Store, workspace: str) -> AsyncIterator[OnSlack]:
    """The partnership with the bot at work on a Slack of its own, which sets it no pace."""
    await settle(store, workspace)
    slack.pacing.on = False
    team = slack.team("Harbour")
    token = slack.install(team)
    harbour = OnSlack(store, slack.clock, workspace, slack=slack, team=team)
    settings = settings_for(slack, token, PLANBOT_WORKSPACE=workspace)
    async with running(slack, Through(harbour, store), settings) as (desk, platform):
        platform.messenger.pacing = Pacing()  # type: ignore[misc]  # as if Slack had no limits
        harbour.desk = desk
        yield harbour
