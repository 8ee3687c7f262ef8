"""A Slack whose people ask so many times a second, and how long each of them waits.

It is a process of its own beside the one that is measured, which so has its time for itself.
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from socket import socket
from time import perf_counter
from typing import NamedTuple
from urllib.parse import urlencode

from benchmarks.figures import NotMeasured
from tests.standins.slack import Message, Person, Slack
from tests.tree import ROOT

PATIENCE = 600  # seconds, of which a busy machine may need many to look at every action
READY_WITHIN = 600
RESTS, BUSY = 35, 0.2  # seconds in a row, in each of which it works no longer than that
TRIES = 3_000
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}
TICKS = os.sysconf("SC_CLK_TCK")


class Took(NamedTuple):
    """Seconds until it was acknowledged, and until it was answered."""

    acknowledged: float
    answered: float


class Watched(Slack):
    """Notes when an answer comes in, and spends no time on looking at it."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: dict[str, asyncio.Future[float]] = {}
        self.echoes = self.pacing.on = False

    def respond(self, key: str, answer: dict[str, object]) -> None:
        self._note(key)

    def stir(self) -> None:
        if self.calls and self.calls[-1].method == "chat.postMessage":
            self._note(str(self.calls[-1].arguments["channel"]))

    def expect(self, key: str) -> asyncio.Future[float]:
        self.answered[key] = asyncio.get_running_loop().create_future()
        return self.answered[key]

    def _note(self, key: str) -> None:
        waiting = self.answered.get(key)
        if waiting is not None and not waiting.done():
            waiting.set_result(perf_counter())


class Asked(NamedTuple):
    """People at a Slack; what they type goes to ``url``."""

    slack: Watched
    url: str
    people: Sequence[Person]

    async def command(self, number: int, text: str, bare: bool = False) -> Took:
        """Type ``/plan``. A bare listener says nothing beyond its acknowledgement."""
        slack, person = self.slack, self.people[number % len(self.people)]
        fields = slack.teller.command(person.user, person.direct, "/plan", text)
        url = slack.response_url(person.user, person.direct)
        key = url.rpartition("/")[2]
        later = slack.expect(key)
        body = urlencode(fields | {"response_url": url, "trigger_id": key}).encode()
        return await self._told(body, FORM, later, bare)

    async def says(self, number: int, text: str) -> Took:
        """Write a direct message, which is answered by another."""
        slack, person = self.slack, self.people[number % len(self.people)]
        message = Message(slack.world.ts(), person.direct.id, person.id, person.user.team, text)
        slack.world.post(message)
        token = next(iter(slack.world.tokens.values()))
        event = slack.teller.callback(slack.teller.said(message), person.user.team, token)
        later = slack.expect(person.direct.id)
        return await self._told(json.dumps(event).encode(), JSON, later, bare=False)

    async def _told(
        self, body: bytes, kind: Mapping[str, str], later: asyncio.Future[float], bare: bool
    ) -> Took:
        deliveries = self.slack.deliveries
        headers = {**kind, **deliveries.signed(body)}
        self.slack.app.url = self.url
        start = perf_counter()
        deliveries.patience = PATIENCE  # a late acknowledgement is a figure as well
        attempt = await deliveries.post(body, headers)
        acknowledged = perf_counter() - start
        if attempt.status != 200:
            raise NotMeasured(f"not acknowledged: {attempt}")
        if bare or attempt.body:
            return Took(acknowledged, acknowledged)
        async with asyncio.timeout(PATIENCE):
            return Took(acknowledged, await later - start)


async def paced(
    ask: Callable[[int], Awaitable[Took]], a_second: float, seconds: float
) -> list[Took]:
    """Ask so many times a second, whether or not the one before has been answered."""
    start, asked = perf_counter(), []
    for number in range(int(a_second * seconds)):
        await asyncio.sleep(max(start + number / a_second - perf_counter(), 0))
        asked.append(asyncio.ensure_future(ask(number)))
    return await asyncio.gather(*asked)


class Process(NamedTuple):
    """One that listens at ``url``."""

    url: str
    number: int
    began: float

    @property
    def cpu(self) -> float:
        """Seconds that it has worked, on all processors together."""
        try:
            fields = Path(f"/proc/{self.number}/stat").read_text(encoding="ascii")
        except OSError:
            raise NotMeasured("this system does not say how long another process works") from None
        user, system = fields.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / TICKS


@asynccontextmanager
async def process(*arguments: str, **settings: str) -> AsyncIterator[Process]:
    """Run a module of Python that listens on the port it is given, until the end."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    given = [each.replace("PORT", port) for each in arguments]
    environment = {name: value.replace("PORT", port) for name, value in settings.items()}
    quiet = asyncio.subprocess.DEVNULL
    began = perf_counter()
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *given, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet
    )
    try:
        yield Process(f"http://127.0.0.1:{port}/slack/events", running.pid, began)
    finally:
        running.terminate()
        await running.wait()


async def until_it_rests(asked: Asked, process: Process, text: str) -> tuple[list[float], int]:
    """Wait until a process does nothing of its own: at first it looks at every action.

    How long a question takes to be acknowledged meanwhile, asked by one after the other, and how
    many were not: Slack would say so to whoever asked.
    """
    quiet, end = 0, perf_counter() + READY_WITHIN
    taken: list[float] = []
    refused = 0
    while quiet < RESTS and perf_counter() < end:
        before = process.cpu
        try:
            taken.append((await asked.command(len(taken), text, bare=True)).acknowledged)
        except NotMeasured:
            refused += 1
        await asyncio.sleep(1)
        quiet = quiet + 1 if process.cpu - before < BUSY else 0
    return taken, refused


async def until_acknowledged(asked: Asked, began: float) -> float:
    """Seconds from the beginning of a process to the first command that it acknowledges."""
    for _ in range(TRIES):
        try:
            await asked.command(0, "help", bare=True)
        except NotMeasured:
            await asyncio.sleep(0.02)
        else:
            return perf_counter() - began
    raise NotMeasured("nothing has been acknowledged")
