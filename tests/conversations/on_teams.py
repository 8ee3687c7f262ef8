"""The partnership on Teams: the same things are said there, and what comes back is read there."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.desk import Desk
from bot.teams.cards import CONTENT_TYPE
from domain.conversation import Address, Kind, Outgoing, Reply
from domain.pacing import Pacing
from domain.people import Account
from domain.ports import Store
from domain.problems import StoreUnavailable
from tests.bot.teams.at_work import running
from tests.conversations.conftest import START, Harbour, Heard, settle
from tests.conversations.through import Through
from tests.standins.teams.connector import TENANT, Member, Posted, Teams, a_teams
from tests.standins.teams.keys import KeyServer
from tests.standins.teams.ours import OURS


@dataclass
class OnTeams(Harbour):
    """Everybody has an account on Teams and writes to the bot in a chat of their own."""

    teams: Teams | None = None
    desk: Desk | None = None
    _people: dict[str, Member] = field(default_factory=dict)
    _read: dict[str, int] = field(default_factory=dict)
    _last: list[Posted] = field(default_factory=list)

    async def ask(
        self, text: str, who: str = "nia", about: Sequence[str] = (), id: str | None = None
    ) -> Heard | None:
        member = await self._member(who)
        if about:
            await self._written(member, about)
        if await member.says(text, id) == 500:
            await member.says(text, id)
            raise StoreUnavailable("It was not taken, and came again.")
        return await self._heard(member)

    async def press(self, number: int, who: str = "nia") -> str:
        member = await self._member(who)
        shown = [(label, on) for on in self._last for label in on.buttons()]
        label, on = shown[number - 1]
        answer = await member.presses(on, label)
        if unread := await self._unread(member):
            return self._seen(unread).text
        if answer["type"] != CONTENT_TYPE:
            told: str = answer["value"]
            return told
        return self._seen([_replaced(on, answer["value"])]).text

    async def conversation(self, who: str = "nia") -> str:
        return (await self._member(who)).chat

    async def _heard(self, member: Member) -> Heard | None:
        """All that came back, once the bot has nothing more to do; None where nothing did."""
        unread = await self._unread(member)
        return self._seen(unread) if unread else None

    async def _unread(self, member: Member) -> list[Posted]:
        await self.desk.idle()
        chat, read = self.teams.chat(member), self._read.get(member.id, 0)
        self._read[member.id] = len(chat)
        return chat[read:]

    def _seen(self, messages: list[Posted]) -> Heard:
        self._last = messages
        self.shown = tuple(data["says"] for on in messages for data in on.buttons().values())
        text = "\n".join(each.text for each in messages)
        return Heard(text, text.splitlines()[0], private=True)

    async def _member(self, who: str) -> Member:
        """Somebody with an account, which the bot knows for theirs if it knows them at all."""
        if who not in self._people:
            async with self.open_unit(self.workspace) as unit:
                known = {each.id: each.name for each in (await unit.people.directory()).people}
                member = self.teams.person(known.get(who, f"{who} Stranger"))
                if who in known:
                    account = Account(platform="teams", workspace=TENANT, user=member.entra)
                    await unit.people.link(account, who)
                await unit.commit()
            self._people[who] = member
        return self._people[who]

    async def _written(self, member: Member, about: Sequence[str]) -> None:
        """A message of the bot about these actions; what is said next in the chat is about them."""
        async with self.open_unit(self.workspace) as unit:
            await unit.outbox.put(_reminder(f"reminder {next(self._ids)}", member, about, self))
            await unit.commit()
        self.desk.poke(self.workspace)
        await self._unread(member)


def _reminder(key: str, member: Member, about: Sequence[str], harbour: Harbour) -> Outgoing:
    now = harbour.clock.now()
    return Outgoing(
        key=key,
        kind=Kind.REMINDER,
        address=Address(platform="teams", workspace=TENANT, conversation=member.entra),
        to=member.entra,
        reply=Reply(summary=f"How is {' and '.join(about)} going?"),
        plan="harbour",
        about=tuple(about),
        day=now.date(),
        not_before=now,
    )


def _replaced(posted: Posted, card: dict[str, Any]) -> Posted:
    return Posted(posted.id, {"attachments": [{"contentType": CONTENT_TYPE, "content": card}]})


@asynccontextmanager
async def on_teams(keys: KeyServer, store: Store, workspace: str) -> AsyncIterator[OnTeams]:
    """The partnership with the bot at work on a Teams of its own, which sets it no pace."""
    await settle(store, workspace)
    async with a_teams(OURS, START) as there:
        harbour = OnTeams(store, there.clock, workspace, teams=there)
        through = Through(harbour, store)
        async with running(there, through, keys, workspace, Pacing()) as (desk, _):
            harbour.desk = desk
            yield harbour
