"""A signed `/plan status` over HTTP, to its acknowledgement and its answer, beside bare Bolt."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from socket import socket
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import urlencode

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from benchmarks.figures import Figure, NotMeasured, milliseconds, p50, times
from benchmarks.status import ACTIONS, CHAIR, SECTIONS, fill
from bot.assembly import store_at
from domain.pacing import Pacing
from domain.people import Account
from tests.bot.slack.at_work import running, settings_for
from tests.standins.slack import Person, Slack, Token
from tests.tree import ROOT

SECOND = 1.0
A_SECOND = 20
SECONDS = 15
AT_ONCE = 50
PATIENCE = 300  # seconds
TRIES = 3_000
HOME = "harbour"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Watched(Slack):
    """Notes when an answer comes in, and spends no time on looking at it."""

    def __init__(self) -> None:
        super().__init__()
        self.answered: dict[str, asyncio.Future[float]] = {}

    def respond(self, key: str, answer: dict[str, object]) -> None:
        waiting = self.answered.get(key)
        if waiting is not None and not waiting.done():
            waiting.set_result(perf_counter())


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        yield from asyncio.run(_figures(Path(folder)))


async def _figures(folder: Path) -> list[Figure]:
    async with Watched() as slack, store_at(f"sqlite:///{folder}/slack.db") as store:
        slack.echoes = slack.pacing.on = False
        team = slack.team("Harbour")
        token = slack.install(team)
        chair = slack.person(team, CHAIR.name)
        await fill(store, HOME, ACTIONS)
        async with store(HOME) as unit:
            account = Account(platform="slack", workspace=team.id, user=chair.id)
            await unit.people.link(account, CHAIR.id)
            await unit.commit()
        bare = await _bare(slack, chair)
        async with running(slack, store, settings_for(slack, token)) as (_, platform):
            platform.messenger.pacing = Pacing()  # type: ignore[misc]  # measured without Slack's
            await _asked(slack, chair)
            alone = [await _asked(slack, chair) for _ in range(A_SECOND)]
            calm = await _paced(lambda: _asked(slack, chair))
            crowd = await asyncio.gather(*(_asked(slack, chair) for _ in range(AT_ONCE)))
        start = await _started(slack, token, chair, folder)
    first = Figure("planbot run, to its first acknowledgement", f"{start:.2f} s")
    return [*_shown(bare, alone, calm, list(crowd)), first]


def _shown(
    bare: list[tuple[float, float]],
    alone: list[tuple[float, float]],
    calm: list[tuple[float, float]],
    crowd: list[tuple[float, float]],
) -> list[Figure]:
    bolt = [taken for taken, _ in bare]
    taken, answered = [each[0] for each in calm], [each[1] for each in calm]
    many = [each[1] for each in crowd]
    return [
        Figure("bare Bolt, signed command, acknowledged: p50, p99", _both(bolt)),
        Figure("ours, one after the other, acknowledged", _both([each[0] for each in alone])),
        Figure("the same until its answer has arrived", _both([each[1] for each in alone])),
        Figure(
            f"ours, {ACTIONS:,} actions, {A_SECOND} a second, acknowledged",
            _both(taken),
            f"{times(p50(taken), p50(bolt))} the bare one",
        ),
        Figure(
            "the same until its answer has arrived",
            _both(answered),
            f"{times(p50(answered), p50(bolt))} the bare one",
        ),
        Figure(f"{AT_ONCE} chairs at once, until each has the answer", _both(many)),
    ]


def _both(took: list[float]) -> str:
    return f"{milliseconds(p50(took))}, {milliseconds(quantiles(took, n=100)[-1])}"


async def _paced(
    ask: Callable[[], Awaitable[tuple[float, float]]],
) -> list[tuple[float, float]]:
    """Ask so many times a second, whether or not the one before has been answered."""
    asked = []
    for _ in range(A_SECOND * SECONDS):
        asked.append(asyncio.ensure_future(ask()))
        await asyncio.sleep(SECOND / A_SECOND)
    return await asyncio.gather(*asked)


async def _asked(slack: Watched, chair: Person, answers: bool = True) -> tuple[float, float]:
    """How long one command took to be acknowledged, and to be answered."""
    text = f"status {SECTIONS[0].slug}"
    fields = slack.teller.command(chair.user, chair.direct, "/plan", text)
    url = slack.response_url(chair.user, chair.direct)
    key = url.rpartition("/")[2]
    slack.answered[key] = asyncio.get_running_loop().create_future()
    fields |= {"response_url": url, "trigger_id": key}
    body = urlencode(fields).encode()
    headers = FORM | slack.deliveries.signed(body)
    start = perf_counter()
    attempt = await slack.deliveries.post(body, headers)
    taken = perf_counter() - start
    assert attempt.status == 200, attempt
    if not answers or attempt.body:  # with the acknowledgement
        return taken, taken
    async with asyncio.timeout(PATIENCE):
        return taken, await slack.answered[key] - start


async def _started(slack: Watched, token: Token, chair: Person, folder: Path) -> float:
    """Seconds from nothing to the first command that the real process acknowledges."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "PLANBOT_DATABASE_URL": f"sqlite:///{folder}/started.db",
        "PLANBOT_HOST": "127.0.0.1",
        "PLANBOT_PORT": str(port),
        "PLANBOT_SLACK_API_URL": slack.api_url,
        "PLANBOT_SLACK_SIGNING_SECRET": slack.app.signing_secret,
        "PLANBOT_SLACK_BOT_TOKEN": token.value,
    }
    slack.app.url = f"http://127.0.0.1:{port}/slack/events"
    quiet = asyncio.subprocess.DEVNULL
    start = perf_counter()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=ROOT, env=settings, stdout=quiet, stderr=quiet
    )
    try:
        for _ in range(TRIES):
            if await _acknowledged(slack, chair):
                return perf_counter() - start
            await asyncio.sleep(0.02)
        raise NotMeasured("planbot run has acknowledged nothing")
    finally:
        process.terminate()
        await process.wait()


async def _acknowledged(slack: Watched, chair: Person) -> bool:
    fields = slack.teller.command(chair.user, chair.direct, "/plan", "help")
    body = urlencode(fields | {"trigger_id": "1.1"}).encode()
    attempt = await slack.deliveries.post(body, FORM | slack.deliveries.signed(body))
    return attempt.status == 200


async def _bare(slack: Watched, chair: Person) -> list[tuple[float, float]]:
    """Bolt with one listener that does nothing, asked in the same way."""
    app = AsyncApp(
        signing_secret=slack.app.signing_secret,
        authorize=_anybody,
        process_before_response=True,
    )

    @app.command("/plan")
    async def listener(ack: Callable[[], Awaitable[object]]) -> None:
        await ack()

    async def handle(request: web.Request) -> web.Response:
        answer = await app.async_dispatch(await to_bolt_request(request))
        return await to_aiohttp_response(answer)

    server = web.Application()
    server.router.add_post("/slack/events", handle)
    runner = web.AppRunner(server, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.app.url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
    try:
        await _asked(slack, chair, answers=False)
        return await _paced(lambda: _asked(slack, chair, answers=False))
    finally:
        await runner.cleanup()


async def _anybody(**_: object) -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id=None, bot_token="xoxb-none")
