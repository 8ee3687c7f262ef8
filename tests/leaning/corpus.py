"""What was said of one action, and the statuses that it may fairly be read as.

Each line of the texts beside this module is "status | what was said", or "status/status | ..."
where two are as good, the better first; "nothing" where nobody could say. A line of those in the
folder ``actions`` has the action too: "status>day | due | title | what was said", the day where
one is promised, with "?" where it is as fair to read none; the first line says when it is said.
One line in ten is held back: it is never learnt from, and what was learnt is held to it.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from language.hearing.heard import Heard, heard
from language.lexicon.text import Token, words_of
from language.message import Message, Speaker
from language.news.findings import findings_of
from language.news.leaned import said_of
from language.news.promising import promising
from language.news.told import outcomes_in
from language.references.known import KnownPlan
from tests.language.plan import LONDON, NOW, known, speaker

HERE = Path(__file__).parent
ACTIONS = HERE / "actions"
TITLE, DUE = "Carry out what was agreed", "2027-03-31"  # a title that says nothing
OWNER = "Owen Trask"
REF = re.compile(
    r"\A(?:action )?\(?(?:[a-z]{1,5}\d{1,2}(?:\.\d{1,2})?[a-z]?|\d{1,2}\.\d{1,2})\b\)?", re.I
)
HELD_BACK = 10  # one in so many


class Said(NamedTuple):
    """Words, the labels that they may be read as, the best first, and a day that is promised."""

    text: str
    labels: tuple[str, ...]
    title: str = TITLE
    due: str = DUE
    now: datetime = NOW
    day: date | None = None
    arguable: bool = False  # it is as fair to read no day

    @property
    def with_an_action(self) -> bool:
        return self.title != TITLE

    @property
    def held_back(self) -> bool:
        return int(sha256(self.text.encode()).hexdigest(), 16) % HELD_BACK == 0


def corpus() -> Iterator[Said]:
    """All that is labelled, by file and line."""
    for file in sorted(HERE.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            labels, _, text = line.partition(" | ")
            yield Said(text.replace("\\n", "\n"), tuple(labels.split("/")))
    for file in sorted(ACTIONS.glob("*.txt")):
        said_at, *lines = file.read_text(encoding="utf-8").splitlines()
        now = datetime.fromisoformat(said_at).replace(tzinfo=LONDON)
        yield from (_of_an_action(line, now) for line in lines)


def _of_an_action(line: str, now: datetime) -> Said:
    told, due, title, text = line.split(" | ")
    labels, _, day = told.partition(">")
    return Said(
        text.replace("\\n", "\n"),
        tuple(labels.split("/")),
        title,
        due,
        now,
        date.fromisoformat(day.removesuffix("?")) if day else None,
        day.endswith("?"),
    )


def digest() -> str:
    """What the corpus is, in few letters."""
    whole = "\n".join(file.read_text(encoding="utf-8") for file in sorted(HERE.rglob("*.txt")))
    return sha256(whole.encode()).hexdigest()[:16]


@lru_cache(64)
def _plan(title: str, due: str) -> tuple[KnownPlan, Speaker]:
    """A plan of one action, and its owner."""
    line = f"7.3 | Work | 7. Work | {title} | {OWNER} | {due}"
    return known(line), speaker(OWNER, line)


def message_of(said: Said) -> Message:
    """As it is said under a reminder of the action, whatever reference it was given."""
    return Message(text=REF.sub("7.3", said.text), now=said.now, about=("7.3",))


def addressed(said: Said) -> tuple[Message, KnownPlan, Speaker]:
    """The message, the plan of its action, and the officer who owns it."""
    return message_of(said), *_plan(said.title, said.due)


def heard_of(said: Said) -> Heard:
    message, plan, officer = addressed(said)
    return heard(message, plan, officer, words_of(message.text))


def weighed(said: Said) -> tuple[list[Token], set[str]]:
    """The words that the reader weighs, and what the rules make of them."""
    scene = heard_of(said)
    told = [each for each in outcomes_in(scene) if each.topic.clauses and each.updates]
    if not told:
        return said_of(scene, scene.clauses), set()
    outcome = promising(max(told, key=lambda each: len(each.topic.clauses)), scene)
    return said_of(scene, outcome.topic.clauses), findings_of(outcome)
