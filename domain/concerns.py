"""What concerns a person on a day, whoever found it: all of it is joined into one message."""

from domain.conversation import Kind, Part
from domain.events import Tracked
from domain.value import Value

TOLD_AGAIN = 91  # days, after which what still stands is told again


class Concern(Value):
    """One thing a person is asked or told in their next message; a source may name it each day.

    ``once`` names it: it is left out where a message of the last TOLD_AGAIN days has said it to
    this person. ``asked`` are the actions a word is wanted on: they join the numbered lines, each
    action once. ``opening`` is a sentence before those lines, ``parts`` come after them, and
    ``about`` are the refs that the parts show. Only what is ``urgent`` comes when the person has
    had as many messages this week as anybody may get; nothing comes twice a day.
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
