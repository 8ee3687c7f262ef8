"""Telling the app what happened: signed, over HTTP, again where it was not acknowledged."""

import asyncio
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode

import aiohttp

from domain.ports import Clock
from tests.standins.slack.app import App
from tests.standins.slack.socket_mode import Sockets
from tests.standins.slack.world import Json

EVENTS, COMMANDS, PRESSES = "events_api", "slash_commands", "interactive"
LATER = (timedelta(minutes=1), timedelta(minutes=5))  # after the one that follows at once


@dataclass(frozen=True)
class Attempt:
    """One try. ``status`` is None where nothing came back; ``problem`` is Slack's word for it."""

    at: datetime
    status: int | None
    body: str = ""
    problem: str | None = None
    no_retry: bool = False


@dataclass
class Delivery:
    """Something the app was told, and what came of each attempt."""

    kind: str
    payload: Json
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def acknowledged(self) -> bool:
        return bool(self.attempts) and self.attempts[-1].problem is None

    @property
    def answer(self) -> Json:
        """What came with the acknowledgement; its plain text as ``text``."""
        body = self.attempts[-1].body.strip() if self.acknowledged else ""
        try:
            read = json.loads(body or "{}")
        except ValueError:
            return {"text": body}
        return read if isinstance(read, dict) else {"text": str(read)}


@dataclass
class Deliveries:
    """``clock`` decides when something is tried again, ``stamps`` what time the signature bears.

    ``patience`` is how long an acknowledgement may take, in real seconds: Slack's is three.
    """

    app: App
    sockets: Sockets
    clock: Clock
    stamps: Clock
    patience: float = 3.0
    made: list[Delivery] = field(default_factory=list)
    waiting: list[tuple[datetime, int, Delivery]] = field(default_factory=list)
    session: aiohttp.ClientSession | None = None

    async def deliver(self, kind: str, payload: Json) -> Delivery:
        """Tell the app once; where that fails and it is an event, at once again, then later."""
        delivery = Delivery(kind, payload)
        self.made.append(delivery)
        await self._attempt(delivery, 0)
        if self._goes_on(delivery):
            await self._attempt(delivery, 1)
        if self._goes_on(delivery):
            now = self.clock.now()
            self.waiting += [(now + after, n, delivery) for n, after in enumerate(LATER, 2)]
        return delivery

    async def again(self) -> None:
        """Try again what is due."""
        due = [each for each in self.waiting if each[0] <= self.clock.now()]
        self.waiting = [each for each in self.waiting if each not in due]
        for _, number, delivery in due:
            if not delivery.acknowledged:
                await self._attempt(delivery, number)

    async def repeat(self, delivery: Delivery) -> None:
        """Deliver what has been delivered once more, as when its acknowledgement was lost."""
        await self._attempt(delivery, 1, "http_timeout")

    async def post(self, body: bytes, headers: dict[str, str]) -> Attempt:
        """Send these bytes with these headers to the app, whatever they are."""
        assert self.session is not None, "this Slack has not been started"
        try:
            async with (
                asyncio.timeout(self.patience),
                self.session.post(self.app.url, data=body, headers=headers) as answered,
            ):
                text = await answered.text()
                no_retry = answered.headers.get("X-Slack-No-Retry") == "1"
                problem = None if answered.ok else "http_error"
                return Attempt(self.clock.now(), answered.status, text, problem, no_retry)
        except TimeoutError:
            return Attempt(self.clock.now(), None, problem="http_timeout")
        except aiohttp.ClientError:
            return Attempt(self.clock.now(), None, problem="connection_failed")

    def signed(self, body: bytes, at: datetime | None = None) -> dict[str, str]:
        """The headers that show the body to come from Slack, at this moment."""
        stamp = str(int((at or self.stamps.now()).timestamp()))
        base = b"v0:" + stamp.encode() + b":" + body
        digest = hmac.new(self.app.signing_secret.encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}

    def _goes_on(self, delivery: Delivery) -> bool:
        last = delivery.attempts[-1]
        return delivery.kind == EVENTS and last.problem is not None and not last.no_retry

    async def _attempt(self, delivery: Delivery, number: int, why: str | None = None) -> None:
        reason = why or (delivery.attempts[-1].problem if delivery.attempts else None)
        if self.app.url:
            body, kind = written(delivery)
            headers = {"Content-Type": kind, "User-Agent": "Slackbot 1.0"} | self.signed(body)
            if number:
                headers |= {"X-Slack-Retry-Num": str(number)}
                headers |= {"X-Slack-Retry-Reason": str(reason)}
            attempt = await self.post(body, headers)
        else:
            attempt = await self._through_a_socket(delivery, number)
        delivery.attempts.append(attempt)

    async def _through_a_socket(self, delivery: Delivery, number: int) -> Attempt:
        answer = await self.sockets.tell(delivery.kind, delivery.payload, number, self.patience)
        if answer is None:
            return Attempt(self.clock.now(), None, problem="timeout")
        return Attempt(self.clock.now(), 200, json.dumps(answer))


def written(delivery: Delivery) -> tuple[bytes, str]:
    """The body as Slack posts it, and its content type."""
    match delivery.kind:
        case "events_api":
            return json.dumps(delivery.payload).encode(), "application/json"
        case "slash_commands":
            fields: Json = delivery.payload
        case _:
            fields = {"payload": json.dumps(delivery.payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"
