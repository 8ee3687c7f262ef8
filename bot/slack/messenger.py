"""Sends what is in the outbox to Slack, and looks whether something has arrived."""

import logging
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.calls import call, look_up
from bot.slack.inbound import is_direct, is_person
from bot.slack.refusals import Absent
from bot.slack.render import SlackMessage, to_messages
from bot.slack.replying import USES, is_hook, reply_once
from bot.slack.teams import NotConnected, Teams
from domain.conversation import Address, Outgoing
from domain.pacing import Limit, Pacing
from domain.sending import CannotTell, Leased, Receipt, Rejected, Unreachable

log = logging.getLogger(__name__)

EVENT = "planbot_message"
PAGES = 5  # of a hundred messages, looked through for one of ours
EARLIER = timedelta(minutes=1)  # clocks differ

SECOND = timedelta(seconds=1)
PACING = Pacing(
    in_conversation=(Limit(messages=1, per=SECOND),),
    in_workspace=(Limit(messages=300, per=timedelta(minutes=1), at_once=100),),
)
"""One a second in a channel, "several hundred" a minute in all (docs.slack.dev, rate limits)."""


@dataclass
class SlackMessenger:
    teams: Teams
    pacing: Pacing = PACING
    _opened: dict[tuple[str, str], str] = field(default_factory=dict)

    async def send(self, outgoing: Outgoing) -> Receipt:
        messages = to_messages(outgoing.reply)
        address = outgoing.address
        if await self._replied(address.reply_to, messages):
            return Receipt(message="")
        client = await self._client(address)
        if address.only_for and not is_direct(address.conversation):
            if await _whisper(client, address, messages):
                return Receipt(message="")
            address = address.model_copy(update={"conversation": address.only_for, "thread": None})
        channel = await self._channel(client, address)
        posted = await self._posted(outgoing, channel, client)
        return await self._post(client, channel, outgoing, messages, posted, address.thread)

    async def was_it_delivered(self, outgoing: Outgoing) -> Receipt | None:
        if outgoing.address.only_for and not is_direct(outgoing.address.conversation):
            raise CannotTell  # what only one person sees is in no history
        client = await self._client(outgoing.address)
        channel = await self._channel(client, outgoing.address)
        found = await _found(client, channel, outgoing)
        whole = len(found) == len(to_messages(outgoing.reply))
        return _receipt(channel, outgoing.address.thread, found[0]) if whole else None

    async def _replied(self, url: str | None, messages: Sequence[SlackMessage]) -> bool:
        usable = url is not None and len(messages) <= USES and is_hook(url, self.teams.api)
        return usable and await reply_once(self.teams.session, str(url), messages)

    async def _client(self, address: Address) -> AsyncWebClient:
        try:
            return await self.teams.client(address.workspace)
        except NotConnected:
            if not self.teams.introduced:
                raise Unreachable("Slack has not been reached yet") from None
            raise Rejected("Planbot is not connected to that Slack workspace any more.") from None

    async def _channel(self, client: AsyncWebClient, address: Address) -> str:
        """Where to post: a person is spoken to in the conversation with them alone."""
        if not is_person(address.conversation):
            return address.conversation
        key = (address.workspace, address.conversation)
        if key not in self._opened:
            answer = await look_up(client.conversations_open(users=address.conversation))
            self._opened[key] = str(answer["channel"]["id"])
        return self._opened[key]

    async def _posted(
        self, outgoing: Outgoing, channel: str, client: AsyncWebClient
    ) -> Sequence[str]:
        """The parts that an earlier attempt has delivered."""
        if isinstance(outgoing, Leased) and outgoing.in_doubt:
            return await _found(client, channel, outgoing)
        return ()

    async def _post(
        self,
        client: AsyncWebClient,
        channel: str,
        outgoing: Outgoing,
        messages: Sequence[SlackMessage],
        posted: Sequence[str],
        thread: str | None,
    ) -> Receipt:
        """Post what is not there yet; the parts after the first go under it."""
        marks = list(posted)
        for part, message in enumerate(messages[len(marks) :], len(marks)):
            answer = await call(
                client.chat_postMessage(
                    channel=channel,
                    thread_ts=thread or (marks[0] if marks else None),
                    text=message.text,
                    blocks=list(message.blocks),
                    metadata=_metadata(outgoing.key, part),
                    unfurl_links=False,
                    unfurl_media=False,
                ),
                part_of_many=bool(marks),
            )
            marks.append(str(answer["ts"]))
        return _receipt(channel, thread, marks[0])


def _receipt(channel: str, thread: str | None, mark: str) -> Receipt:
    return Receipt(
        message=f"{channel}:{mark}",
        thread=thread or mark,
        conversation=channel if is_direct(channel) else None,
    )


def _metadata(key: str, part: int) -> dict[str, object]:
    return {"event_type": EVENT, "event_payload": {"key": key, "part": part}}


async def _whisper(
    client: AsyncWebClient, address: Address, messages: Sequence[SlackMessage]
) -> bool:
    """Show something to one person in a channel; False where that cannot be done there."""
    try:
        for message in messages:
            await call(
                client.chat_postEphemeral(
                    channel=address.conversation,
                    user=address.only_for or "",
                    thread_ts=address.thread,
                    text=message.text,
                    blocks=list(message.blocks),
                )
            )
    except Absent:
        return False
    return True


async def _found(client: AsyncWebClient, channel: str, outgoing: Outgoing) -> list[str]:
    """The marks of our message's parts that are in the conversation, in their order."""
    since = outgoing.first_try if isinstance(outgoing, Leased) else outgoing.not_before
    thread = outgoing.address.thread
    parts = await _parts(client, channel, thread, outgoing.key, since)
    if not thread and 0 in parts:
        parts |= await _parts(client, channel, parts[0], outgoing.key, since)
    found: list[str] = []
    while len(found) in parts:
        found.append(parts[len(found)])
    return found


async def _parts(
    client: AsyncWebClient, channel: str, thread: str | None, key: str, since: datetime
) -> dict[int, str]:
    found: dict[int, str] = {}
    async for message in _messages(client, channel, thread, since - EARLIER):
        metadata = message.get("metadata")
        payload = metadata.get("event_payload") if isinstance(metadata, dict) else None
        if isinstance(payload, dict) and payload.get("key") == key:
            found[int(payload.get("part", 0))] = str(message["ts"])
    return found


async def _messages(
    client: AsyncWebClient, channel: str, thread: str | None, since: datetime
) -> AsyncIterator[dict[str, object]]:
    """The messages of a conversation or thread from a moment on, with their metadata."""
    cursor, oldest = "", f"{since.timestamp():.6f}"
    for _ in range(PAGES):
        answer = await look_up(
            client.conversations_replies(
                channel=channel,
                ts=thread,
                oldest=oldest,
                limit=100,
                include_all_metadata=True,
                cursor=cursor or None,
            )
            if thread
            else client.conversations_history(
                channel=channel,
                oldest=oldest,
                limit=100,
                include_all_metadata=True,
                cursor=cursor or None,
            )
        )
        for message in answer.get("messages", ()):
            yield message
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return
