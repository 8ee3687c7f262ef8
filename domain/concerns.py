"""What concerns a person on a day, whoever found it: all of it is joined into one message."""

from datetime import date, datetime

from domain.conversation import Kind, Part
from domain.events import Tracked
from domain.people import Person
from domain.points import Point
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


class Ask(Value):
    """An action a word is wanted on, and why: ``point`` is None where only a concern wants it.

    ``covers`` is who is away meanwhile, where the person asked answers for them.
    """

    tracked: Tracked
    point: Point | None = None
    covers: Person | None = None

    @property
    def ref(self) -> str:
        return self.tracked.action.ref

    @property
    def urgency(self) -> tuple[int, date]:
        """What is due longest comes first, what only another concern asks for last."""
        return (0, self.point.day) if self.point else (1, date.max)


class Joined(Value):
    """All that one person is asked and told on a day, most urgent first.

    ``now`` is the moment on their clock; ``more`` counts what is left for another day.
    """

    person: Person
    plan: str
    now: datetime
    asks: tuple[Ask, ...] = ()
    concerns: tuple[Concern, ...] = ()
    more: int = 0

    @property
    def day(self) -> date:
        return self.now.date()

    @property
    def about(self) -> tuple[str, ...]:
        """The actions it shows, in the order in which it shows them."""
        shown = [ref for each in self.concerns if each.plan == self.plan for ref in each.about]
        return tuple(dict.fromkeys([*(ask.ref for ask in self.asks), *shown]))

    @property
    def says(self) -> tuple[str, ...]:
        asked = [asked_about(self.plan, ask.ref) for ask in self.asks]
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
