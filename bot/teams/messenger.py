"""Sends what is in the outbox to Teams, which cannot be asked afterwards what it has got."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.teams.cards import CONTENT_TYPE, TeamsMessage, to_messages
from bot.teams.inbound import PERSONAL, THREAD
from bot.teams.refusals import Barred
from bot.teams.whereabouts import Atlas, Whereabouts
from domain.conversation import Outgoing
from domain.pacing import Limit, Pacing
from domain.places import Address
from domain.sending import CannotTell, Receipt, Refused, Unknown, Unreachable

if TYPE_CHECKING:
    from bot.teams.connector import Connector

PACING = Pacing(
    in_conversation=(
        Limit(messages=7, per=timedelta(seconds=1), at_once=4),
        Limit(messages=60, per=timedelta(seconds=30), at_once=20),
        Limit(messages=1800, per=timedelta(hours=1), at_once=60),
    ),
    in_workspace=(Limit(messages=25, per=timedelta(seconds=1), at_once=5),),
)
"""Per bot and conversation, and per app and tenant (learn.microsoft.com, rate limits for bots)."""


@dataclass(frozen=True, slots=True)
class TeamsMessenger:
    connector: "Connector"
    atlas: Atlas
    pacing: Pacing = PACING

    async def send(self, outgoing: Outgoing) -> Receipt:
        address, there = await self._where(outgoing.address)
        messages = to_messages(outgoing.reply, outgoing.key)
        first = ""
        for place, message in enumerate(messages):
            try:
                mark = await self._say(address, there, message)
            except Barred:
                await self.atlas.forget(address)
                raise
            except (Refused, Unreachable) as outcome:
                if place:
                    raise Unknown("only the first part was taken") from outcome
                raise
            first = first or mark
        return _receipt(address, there, first)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        raise CannotTell

    async def _where(self, address: Address) -> tuple[Address, Whereabouts]:
        """What only one person is to see is said to them alone, where it is not so already."""
        there = await self.atlas.find(address)
        if address.only_for and not (there and there.kind == PERSONAL) and not address.reply_to:
            address = address.model_copy(update={"conversation": address.only_for, "thread": None})
            there = await self.atlas.find(address)
        return address, there or await self._open(address)

    async def _open(self, address: Address) -> Whereabouts:
        """A conversation with somebody who has not written yet, as far as Teams lets us."""
        service = await self.atlas.service(address.workspace)
        conversation = await self.connector.open(address.conversation, address.workspace, service)
        return Whereabouts(conversation=conversation, service=service)

    async def _say(self, address: Address, there: Whereabouts, message: TeamsMessage) -> str:
        thread = f"{THREAD}{address.thread}" if address.thread else ""
        return await self.connector.post(
            there.conversation + thread,
            message.summary,
            {"contentType": CONTENT_TYPE, "content": message.card},
            there.service,
            only_for=address.reply_to,
        )


def _receipt(address: Address, there: Whereabouts, mark: str) -> Receipt:
    """In a channel, what is said under our message comes back with its mark as the thread."""
    personal = there.kind == PERSONAL
    return Receipt(
        message=f"{there.conversation}:{mark}",
        thread=None if personal else address.thread or mark,
        conversation=there.conversation if personal else None,
    )
