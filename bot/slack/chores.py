"""What is done beside listening: reading what was missed while away, and who has come and gone."""

import asyncio
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from pydantic import ValidationError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platform import House
from bot.slack.calls import Answer, look_up
from bot.slack.hearing import Hearing
from bot.slack.inbound import PLATFORM, Ear, is_direct
from bot.slack.roll import SlackRoll
from bot.slack.shapes import Message
from bot.slack.teams import NotConnected, Teams, ear_of
from domain.connections import Connection
from domain.newcomers import Profile
from domain.sending import NotSent, Refused
from domain.talks import Talk
from handlers.departures import compare

log = logging.getLogger(__name__)

LIVELY = timedelta(days=14)  # a talk that has been quiet for longer is not read again
BETWEEN = 1.2  # seconds from one call to the next: fifty a minute are allowed
AT_ONCE = 20  # calls before that
DAILY = 86_400.0  # seconds
PAGE = 100


@dataclass(frozen=True, slots=True)
class Chores:
    teams: Teams
    house: House
    hearing: Hearing

    async def run(self) -> None:
        """Catch up once, and look every day who has come and gone."""
        for connection in await self.teams.all():
            await self._watched(self.catch_up(connection))
        while True:
            for connection in await self.teams.all():
                await self._watched(self.call_the_roll(connection))
            await asyncio.sleep(DAILY)

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
        oldest = talk.seen or shown
        answer = await self._patiently(client, talk, oldest)
        found = sorted(answer.get("messages", ()), key=lambda each: str(each.get("ts")))
        for message in found:
            if str(message.get("ts")) > oldest:
                await self._hear(message, place.conversation, ear)

    async def _hear(self, message: Mapping[str, object], channel: str, ear: Ear) -> None:
        kind = "im" if is_direct(channel) else "channel"
        try:
            said = Message.model_validate({**message, "channel": channel, "channel_type": kind})
        except ValidationError:
            return
        await self.hearing.message(said, ear)

    async def _patiently(self, client: AsyncWebClient, talk: Talk, oldest: str) -> Answer:
        place = talk.place
        while True:
            try:
                if place.thread:
                    return await look_up(
                        client.conversations_replies(
                            channel=place.conversation, ts=place.thread, oldest=oldest, limit=PAGE
                        )
                    )
                return await look_up(
                    client.conversations_history(
                        channel=place.conversation, oldest=oldest, limit=PAGE
                    )
                )
            except Refused as refusal:
                await asyncio.sleep(refusal.retry_after.total_seconds())

    async def _watched(self, chore: Awaitable[None]) -> None:
        try:
            await chore
        except (NotSent, NotConnected) as trouble:
            log.warning("chore_not_done", extra={"trouble": str(trouble)})
        except Exception:
            log.exception("chore_failed")
