"""What was said of one action, and the statuses that it may fairly be read as.

Each line of the texts beside this module is "status | what was said", or "status/status | ..."
where two are as good, the better first; "nothing" where nobody could say. One line in ten is held
back: it is never learnt from, and what was learnt is held to it.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from language.hearing.heard import heard
from language.leaning.features import features
from language.lexicon.text import Token, words_of
from language.message import Message
from language.news.leaned import said_of
from language.references.known import KnownPlan
from tests.language.plan import NOW, known, speaker

HERE = Path(__file__).parent
PLAN = "7.3 | Work | 7. Work | Carry out what was agreed | Owen Trask | 2027-03-31"
REF = re.compile(
    r"\A(?:action )?\(?(?:[a-z]{1,5}\d{1,2}(?:\.\d{1,2})?[a-z]?|\d{1,2}\.\d{1,2})\b\)?", re.I
)
HELD_BACK = 10  # one in so many


class Said(NamedTuple):
    """Words, and the labels that they may be read as, the best first."""

    text: str
    labels: tuple[str, ...]

    @property
    def held_back(self) -> bool:
        return int(sha256(self.text.encode()).hexdigest(), 16) % HELD_BACK == 0


def corpus() -> Iterator[Said]:
    """All that is labelled, by file and line."""
    for file in sorted(HERE.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            labels, _, text = line.partition(" | ")
            yield Said(text.replace("\\n", "\n"), tuple(labels.split("/")))


def digest() -> str:
    """What the corpus is, in few letters."""
    whole = "\n".join(file.read_text(encoding="utf-8") for file in sorted(HERE.glob("*.txt")))
    return sha256(whole.encode()).hexdigest()[:16]


def plan() -> KnownPlan:
    """A plan of one action whose title says nothing."""
    return known(PLAN)


def weighed(text: str, plan: KnownPlan) -> set[str]:
    """The features of what is said, as the reader weighs them."""
    return features(said_in(text, plan))


def said_in(text: str, plan: KnownPlan) -> list[Token]:
    """What is said under a reminder of the one action, whatever reference it is given."""
    said = REF.sub("7.3", text)
    message = Message(text=said, now=NOW, about=("7.3",))
    scene = heard(message, plan, speaker("Owen Trask", PLAN), words_of(said))
    return said_of(scene, scene.clauses)
