"""What concerns a person on a day, whoever found it: all of it is joined into one message."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from domain.conversation import Kind, Part
from domain.events import Tracked
from domain.named import in_full
from domain.people import Person
from domain.points import Point, Sort
from domain.value import Value

TOLD_AGAIN = 91  # days, after which what still stands is told again


class Concern(Value):
    """One thing a person is asked or told in their next message; a source may name it each day.

    ``once`` names it: it is left out where a message of the last TOLD_AGAIN days has said it to
    this person. ``asked`` are the actions a word is wanted on: they join the numbered lines, each
    action once. ``opening`` is a sentence before those lines, ``parts`` come after them, and
    ``about`` are the refs that the parts show. Only what is ``urgent`` comes when the person has
    had as many messages this week as anybody may get; nothing comes twice a day. What is asked
    by a ``whole`` one is never left for another day, however much it is. What is an ``aside`` comes
    with the next message and is no reason for one.
    """

    person: str  # Person.id
    kind: Kind
    once: str
    plan: str | None = None
    opening: str = ""
    asked: tuple[Tracked, ...] = ()
    parts: tuple[Part, ...] = ()
    about: tuple[str, ...] = ()
    urgent: bool = False
    whole: bool = False
    aside: bool = False


class Ask(NamedTuple):
    """An action a word is wanted on, and why: ``point`` is None where only a concern wants it.

    ``covers`` is who is away meanwhile, where the person asked answers for them.
    """

    plan: str
    tracked: Tracked
    point: Point | None = None
    covers: Person | None = None

    @property
    def ref(self) -> str:
        return self.tracked.action.ref

    @property
    def urgency(self) -> tuple[int, date]:
        """What must be finished first; then what was to start, and what only something else asks.

        Of each, what is due longest comes first.
        """
        if self.point is None:
            return 2, date.max
        return int(self.point.sort in (Sort.START, Sort.CHECK)), self.point.day


@dataclass(frozen=True)
class Joined:
    """All that one person is asked and told on a day, most urgent first.

    ``now`` is the moment on their clock; ``titles`` are those of the workspace's plans by key;
    ``more`` counts what is left for another day.
    """

    person: Person
    titles: Mapping[str, str]
    now: datetime
    asks: tuple[Ask, ...] = ()
    concerns: tuple[Concern, ...] = ()
    more: int = 0

    @cached_property
    def day(self) -> date:
        return self.now.date()

    @property
    def plan(self) -> str | None:
        """The plan of what is most urgent."""
        if self.asks:
            return self.asks[0].plan
        return next((each.plan for each in self.concerns if each.plan), None)

    @cached_property
    def plans(self) -> tuple[str, ...]:
        """The plans of the actions it shows."""
        return tuple(dict.fromkeys(plan for plan, _ in self._shown))

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The actions it shows, in the order in which it shows them.

        They are named in full where the workspace has several plans.
        """
        several = len(self.titles) > 1
        return tuple(in_full(plan, ref) if several else ref for plan, ref in self._shown)

    @cached_property
    def _shown(self) -> tuple[tuple[str, str], ...]:
        told = [(each.plan, ref) for each in self.concerns if each.plan for ref in each.about]
        return tuple(dict.fromkeys([*((ask.plan, ask.ref) for ask in self.asks), *told]))

    @property
    def by_number(self) -> bool:
        """Whether numbers are names already, so that its lines are not counted as well: "7"."""
        return any(each.ref.isdigit() for each in self.asks)

    @cached_property
    def says(self) -> tuple[str, ...]:
        asked = [asked_about(ask.plan, ask.ref) for ask in self.asks]
        return tuple(dict.fromkeys([*asked, *(each.once for each in self.concerns)]))

    @property
    def kind(self) -> Kind:
        """What the most urgent of it is."""
        point = self.asks[0].point if self.asks else None
        if point:
            return Kind.OVERDUE if point.day < self.day else Kind.REMINDER
        return self.concerns[0].kind if self.concerns else Kind.REMINDER


def asked_about(plan: str, ref: str) -> str:
    """How a message names that it asks about an action."""
    return f"asked {plan} {ref}"


def said_about(plan: str, ref: str, event: int | None) -> str:
    """How a message names that it tells what somebody else has said about an action."""
    return f"said {plan} {ref} {event}"


def only_told(plan: str, ref: str, says: Iterable[str]) -> bool:
    """Whether of an action a message tells what was said, and wants nothing."""
    named = (each.partition(" ") for each in says)
    verbs = {verb for verb, _, what in named if f"{what} ".startswith(f"{plan} {ref} ")}
    return verbs == {"said"}
