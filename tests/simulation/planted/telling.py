"""Faults in what comes round: digests, roll-ups and reporting rounds."""

from tests.simulation.planted.mutant import Mutant

TELLING = (
    Mutant(
        "lets a digest come at any hour",
        "scheduler/publishing.py",
        "        not_after=last_moment(day, morning.zone),\n",
        "",
    ),
    Mutant(
        "loses a digest that was too late",
        "scheduler/postman.py",
        "await unit.editions.recall(*named_in(message.key))",
        "pass",
    ),
    Mutant(
        "writes a digest twice that was sent",
        "scheduler/postman.py",
        "            await unit.outbox.sent(message.key, now, receipt)\n",
        "            await unit.outbox.sent(message.key, now, receipt)\n"
        '            await unit.editions.recall(*message.key.rsplit(":", 1))\n',
        seed=5,
    ),
    Mutant(
        "tells a group of nothing that was said",
        "domain/digests.py",
        "    def turned(self, *turns: Turn) -> tuple[Change, ...]:\n",
        "    def turned(self, *turns: Turn) -> tuple[Change, ...]:\n        return ()\n",
    ),
    Mutant(
        "brings out no roll-up",
        "scheduler/digests.py",
        "if group.board:",
        "if False:",
    ),
    Mutant(
        "opens no round",
        "scheduler/rounds.py",
        "return held.stage(today, zone) is Stage.OPEN",
        "return False",
        seed=10,
    ),
    Mutant(
        "asks in a round for what was answered",
        "scheduler/rounds.py",
        "_by_person(returns.unanswered, office)",
        "_by_person(returns.all, office)",
        seed=24,
    ),
    Mutant(
        "sends a round's question that was answered meanwhile",
        "domain/stale.py",
        ", Kind.ROUND})",
        "})",
        seed=157,
    ),
    Mutant(
        "hands no round over",
        "scheduler/rounds.py",
        "return closed and ",
        "return False and ",
        seed=6,
    ),
    Mutant(
        "forgets how far back a first digest looked that was recalled",
        "scheduler/publishing.py",
        "            await unit.editions.add(due.series.name, news.last)\n",
        "            pass\n",
        seed=222647,
    ),
)
