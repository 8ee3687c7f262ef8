"""What is weighed about a day that is said: the words around it, and what the rules made of it.

A word of the action's title is the same whatever it is, and so is the title's verb: "the report
goes to Cabinet on the 7th" finishes "Present the report to Cabinet".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.text import ENDS
from language.news.findings import MARK
from language.news.updates import Outcome
from language.references.known import Standing
from language.references.titles import Heading, heading, stem

DAY, TITLE, DEED = "@day", "@title", "@deed"
BEFORE, PLACES, AFTER = 3, 4, 2  # words in a row before it, places before it, words after it
# How many days it may at most be after the day that is due, to be called so.
DISTANCES = (
    (-61, "long before"),
    (-9, "before"),
    (-1, "just before"),
    (0, "as due"),
    (7, "just after"),
    (99, "after"),
    (299, "long after"),
    (date.max.toordinal(), "very long after"),
)
MOST_COUNTED = 4
MOST_DAYS = 12  # in a message; what has more is no promise but a calendar
WITHIN = 60  # words of its sentence on either side of a day


class Candidate(NamedTuple):
    """A day that is said, with the features of the words and of what the rules made of it."""

    day: date
    dated: Dated
    words: set[str]
    findings: set[str]


def candidates_in(outcome: Outcome, scene: Heard) -> list[Candidate]:
    """Every day that is said of the one action of an outcome, in order."""
    if not 0 < len(scene.marked.dates) <= MOST_DAYS or len(outcome.topic.refs) != 1:
        return []
    dated = [
        _Day(day, each, clause)
        for clause in outcome.topic.clauses
        for each in scene.marked.dates
        if clause.holds(each.first) and (day := each.day or _counted(each, outcome))
    ]
    around = _Around(outcome, scene, scene.plan.standings[outcome.topic.refs[0]])
    return [
        Candidate(each.day, each.dated, set(around.words(each)), set(around.findings(at, dated)))
        for at, each in enumerate(dated)
    ]


def _counted(dated: Dated, outcome: Outcome) -> date | None:
    """The day that a rule has counted from a length of time, as in "two weeks late"."""
    counted = outcome.promise is not None and dated.first in outcome.promise.dates
    return outcome.updates[0].forecast if counted else None


class _Day(NamedTuple):
    day: date
    dated: Dated
    clause: Clause


@dataclass(slots=True)
class _Around:
    """An outcome and where it was said."""

    outcome: Outcome
    scene: Heard
    standing: Standing

    def words(self, day: _Day) -> Iterator[str]:
        dated, clause = day.dated, day.clause
        first, beyond = self._sentence(dated)
        before = ["^", *_once_each(self._named(first, dated.first))]
        after = [*self._named(dated.beyond, beyond), "$"]
        said = self.scene.words.norms(dated.first, dated.beyond)
        for length in range(1, BEFORE + 1):
            yield f"l{length}:" + " ".join(before[-length:])
        for place in range(2, PLACES + 1):
            yield f"p{place}:" + "".join(before[-place : len(before) - place + 1])
        for length in range(1, AFTER + 1):
            yield f"r{length}:" + " ".join(after[:length])
        yield from (f"d:{each}" for each in said)
        yield f"ld:{before[-1]} {said[0]}"
        here = self._named(max(first, clause.first), min(clause.beyond, beyond))
        yield from (f"c:{each}" for each in here)
        yield from (f"s:{each}" for each in before)
        yield from (f"sr:{each}" for each in after)
        yield from (f"s2:{one} {two}" for one, two in pairwise(before))

    def findings(self, at: int, days: Sequence[_Day]) -> Iterator[str]:
        return (MARK + each for each in self._findings(at, days))

    def _findings(self, at: int, days: Sequence[_Day]) -> Iterator[str]:
        day, dated, _ = days[at]
        today, update = self.scene.today, self.outcome.updates[0]
        when = _when(day, today, self.standing.held_to)
        first, beyond = self._sentence(dated)
        status = update.status.value if update.status else "-"
        yield f"when:{when}"
        yield f"when:{when}:{self._name(dated.first - 1) if dated.first > first else '^'}"
        yield f"days:{min(len(days), MOST_COUNTED)}"
        yield f"ahead:{sum(each.day >= today for each in days)}"
        yield f"place:{_place(at, len(days))}"
        yield f"last:{beyond >= len(self.scene.words.tokens) - 1}"
        yield f"period:{dated.said.first != dated.said.last}"
        yield f"length:{dated.said.length is not None}"
        yield f"st:{status}"
        yield f"st:{status}:{when}"
        if verb := self._heading.deed:
            yield f"deed:{verb}"
        yield from self._read(day, when)

    def _read(self, day: date, when: str) -> Iterator[str]:
        """What the rules made of the day."""
        promise, doubts = self.outcome.promise, self.outcome.doubts
        read = self.outcome.updates[0].forecast
        this = read == day
        yield "rule:" + ("this" if this else "other" if read else "none")
        if this and promise:
            yield f"by:{promise.rule}"
            yield f"this:{'doubt' if doubts else 'plain'}"
            yield f"this:{when}"
        for doubt in doubts:
            if doubt.startswith(("forecast", "left")):
                yield f"d:{doubt}{':this' if this else ''}"

    @property
    def _heading(self) -> Heading:
        return heading(self.standing.title)

    def _sentence(self, dated: Dated) -> tuple[int, int]:
        """Where the sentence begins that a day stands in, and where the next does."""
        listed = self.scene.words.listed
        first, beyond = dated.first, dated.beyond
        while first and listed[first - 1] not in ENDS and dated.first - first < WITHIN:
            first -= 1
        most = min(len(listed), beyond + WITHIN)
        while beyond < most and listed[beyond] not in ENDS:
            beyond += 1
        return first, beyond

    def _named(self, first: int, beyond: int) -> list[str]:
        return [self._name(at) for at in range(first, beyond)]

    def _name(self, at: int) -> str:
        spoken, token = self.scene.spoken, self.scene.words.tokens[at]
        if at in spoken.dated:
            return DAY
        if token.kind == "number":
            return "#"
        own = self._heading
        if spoken.stems[at] == stem(own.deed):
            return DEED
        return TITLE if spoken.stems[at] in own.stems else token.norm


def _once_each(names: Sequence[str]) -> Iterator[str]:
    """A title of three words, or a day of two, is one."""
    for at, name in enumerate(names):
        if not (at and names[at - 1] == name and name in (DAY, TITLE)):
            yield name


def _place(at: int, many: int) -> str:
    if many == 1:
        return "only"
    return "first" if at == 0 else "last" if at == many - 1 else "between"


def _when(day: date, today: date, held_to: date | None) -> str:
    """Where a day stands to today and to the one that is due."""
    if day <= today:
        return "today" if day == today else "past"
    if held_to is None:
        return "ahead"
    overdue = "overdue " if held_to < today else ""
    return overdue + next(name for most, name in DISTANCES if (day - held_to).days <= most)
