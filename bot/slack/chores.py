"""What is done beside listening: reading what was missed while away, and who has come and gone."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from pydantic import ValidationError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.platform import House
from bot.slack.calls import Answer, look_up
from bot.slack.hearing import Hearing
from bot.slack.inbound import PLATFORM, Ear, is_direct
from bot.slack.roll import SlackRoll
from bot.slack.shapes import Message
from bot.slack.teams import NotConnected, Teams, ear_of
from domain.connections import Connection
from domain.newcomers import Profile
from domain.places import Address
from domain.sending import NotSent, Refused
from domain.talks import Talk
from handlers.departures import compare

log = logging.getLogger(__name__)

LIVELY = timedelta(days=14)  # a talk that has been quiet for longer is not read again
BETWEEN = 1.2  # seconds from one call to the next: fifty a minute are allowed
AT_ONCE = 20  # calls before that
DAILY = 86_400.0  # seconds
LATER = 300.0  # seconds, until the store is asked again
EDITED_WITHIN = DAILY  # what was said earlier than this before the last word is not looked at again
PAGE = 100


@dataclass(frozen=True, slots=True)
class Chores:
    teams: Teams
    house: House
    hearing: Hearing

    async def run(self) -> None:
        """Catch up once, and look every day who has come and gone.

        A round that the store does not let begin is logged, and begun again a little later.
        """
        await self._of_each(self.catch_up)
        while True:
            await self._of_each(self.call_the_roll)
            await asyncio.sleep(DAILY)

    async def _of_each(self, chore: Callable[[Connection], Awaitable[None]]) -> None:
        """Do it for each team that has let us in, as soon as it is known which have."""
        while (connections := await self._connections()) is None:  # noqa: ASYNC110 - no bell
            await asyncio.sleep(LATER)
        for connection in connections:
            await self._watched(chore(connection))

    async def _connections(self) -> list[Connection] | None:
        """The teams that have let us in; None where that cannot be told now."""
        try:
            return await self.teams.all()
        except Exception:  # whoever began us does not wait for us: we would end unheard
            log.exception("chores_put_off")
            return None

    async def catch_up(self, connection: Connection) -> None:
        """Hear what was said in our talks and has not come; what has come does nothing twice."""
        ear = ear_of(connection, connection.team, among_us=True)
        client = await self.teams.client(connection.team)
        async with self.house.store(connection.workspace) as unit:
            talks = await unit.talks.all(PLATFORM, connection.team)
        for place, talk in enumerate(filter(self._is_lively, talks)):
            await self._read_again(talk, ear, client)
            await asyncio.sleep(BETWEEN if place > AT_ONCE else 0)

    async def call_the_roll(self, connection: Connection) -> None:
        """Notice accounts that are no more, and those that may be somebody's."""
        profiles: list[Profile] = []
        async for profile in SlackRoll(self.teams).everybody(connection):
            profiles.append(profile)
        async with self.house.store(connection.workspace) as unit:
            await compare(profiles, unit, self.house.clock.now())
            await unit.commit()
        self.house.poke(connection.workspace)

    def _is_lively(self, talk: Talk) -> bool:
        since = (self.house.clock.now() - LIVELY).timestamp()
        shown = talk.shown_at.timestamp() if talk.shown_at else 0.0
        return max(shown, float(talk.seen or 0)) > since

    async def _read_again(self, talk: Talk, ear: Ear, client: AsyncWebClient) -> None:
        place = talk.place
        if place.thread is None and not is_direct(place.conversation):
            return
        shown = f"{talk.shown_at.timestamp():.6f}" if talk.shown_at else "0"
        last = talk.seen or shown
        kind = "im" if is_direct(place.conversation) else "channel"
        where = {"channel": place.conversation, "channel_type": kind}
        for message in await self._missed(talk, float(last) - EDITED_WITHIN, client):
            if str(message.get("ts")) > last:
                await self._hear({**message, **where}, ear)
            elif _edited_at(message) > last:
                before = {**message, "text": ""}
                change = {"subtype": "message_changed", "message": message} | where
                await self._hear({**change, "previous_message": before}, ear)

    async def _hear(self, message: Mapping[str, object], ear: Ear) -> None:
        try:
            said = Message.model_validate(message)
        except ValidationError:
            return
        await self.hearing.message(said, ear)

    async def _missed(self, talk: Talk, since: float, client: AsyncWebClient) -> list[Answer]:
        """All that was said in a talk after a moment, oldest first."""
        found: list[Answer] = []
        oldest, cursor = f"{max(since, 0):.6f}", ""
        while True:
            try:
                answer = await look_up(_page(client, talk.place, oldest, cursor or None))
            except Refused as refusal:
                await asyncio.sleep(refusal.retry_after.total_seconds())
                continue
            found += answer.get("messages", ())
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return sorted(found, key=lambda each: str(each.get("ts")))

    async def _watched(self, chore: Awaitable[None]) -> None:
        try:
            await chore
        except (NotSent, NotConnected) as trouble:
            log.warning("chore_not_done", extra={"trouble": str(trouble)})
        except Exception:
            log.exception("chore_failed")


def _page(
    client: AsyncWebClient, place: Address, oldest: str, cursor: str | None
) -> Awaitable[AsyncSlackResponse]:
    """A page of a thread, or of a conversation."""
    channel = place.conversation
    if place.thread:
        return client.conversations_replies(
            channel=channel, ts=place.thread, oldest=oldest, limit=PAGE, cursor=cursor
        )
    return client.conversations_history(channel=channel, oldest=oldest, limit=PAGE, cursor=cursor)


def _edited_at(message: Mapping[str, object]) -> str:
    """The mark of the moment at which a message was edited last; "" for one that was not."""
    edited = message.get("edited")
    return str(edited.get("ts", "")) if isinstance(edited, Mapping) else ""
