"""What is said to the bot and what it says back, on any platform.

A reply says what is meant, not how it looks: an Item has a status and a quotation, and each
platform's folder decides about bold type, bullets and buttons.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import Discriminator, SerializeAsAny, Tag

from domain.documents import Attached
from domain.intents import Intent
from domain.named import by_plan
from domain.people import Account
from domain.places import Address as Address  # people's groups have one as well
from domain.text import Words
from domain.value import Value

LONGEST_MESSAGE = 10_000  # characters; nobody reports on an action in more


class Request(Value):
    """One thing somebody said, or one button they pressed.

    ``id`` names the act on the platform, so that a redelivered message is recognised.
    ``workspace`` is ours, which several teams and tenants may share. ``about`` are the refs of the
    message replied to, in the order in which it showed them; ``corrects`` is the id of an earlier
    request that its author has edited into this one. ``form`` is what was filled in where a
    platform has forms: it is carried out as it stands, and ``text`` is then the author's own note.
    ``plan`` is the plan that it is about, where what was pressed or filled in belongs to one.
    """

    id: str
    workspace: str
    account: Account
    address: Address
    text: Words
    about: tuple[str, ...] = ()
    corrects: str | None = None
    form: tuple[Intent, ...] = ()
    plan: str | None = None
    documents: tuple[Attached, ...] = ()


class Mark(StrEnum):
    """How an action stands, for the eye; always shown with its word."""

    DONE = "done"
    GOOD = "good"
    RISK = "risk"
    LATE = "late"
    SILENT = "silent"
    STOPPED = "stopped"


class Paragraph(Value):
    text: str


class Item(Value):
    """A line about one action. ``standing`` is its status in words, ``detail`` what explains it.

    ``quote`` is what was said, whole; ``said`` by whom and when ("Jo, 23 March").
    """

    ref: str
    title: str
    mark: Mark | None = None
    standing: str = ""
    detail: str = ""
    quote: str = ""
    said: str = ""


class Items(Value):
    """Lines under a heading, numbered from ``first`` on where they are.

    ``more`` counts those that are not shown.
    """

    heading: str = ""
    items: tuple[Item, ...]
    more: int = 0
    numbered: bool = False
    first: int = 1


class Tally(Value):
    """How many actions stand how, in this order: the bar of a status or a digest."""

    counts: tuple[tuple[Mark, str, int], ...]  # mark, word, how many


class Facts(Value):
    """Short labelled values, shown side by side where the platform can."""

    pairs: tuple[tuple[str, str], ...]


class Choice(Value):
    """A button. Pressing it is the same as saying ``says``.

    Where a platform has forms it opens one about the actions of ``form`` instead; one that says
    nothing is only shown there. ``aside`` is where the message is still wanted afterwards, so that
    the answer must not take its place. ``about`` names what it is about to who hears it read out
    and does not see what stands above it; ``plan`` is the plan of its actions.
    """

    label: str
    says: str = ""
    form: tuple[str, ...] = ()
    aside: bool = False
    about: str = ""
    plan: str | None = None


class Choices(Value):
    options: tuple[Choice, ...]

    @property
    def said(self) -> tuple[Choice, ...]:
        """Those that can be pressed where there are no forms."""
        return tuple(each for each in self.options if each.says)


def _kind_of(part: object) -> str | None:
    """Which part it is, or was before it was kept: so that they are not tried one by one."""
    if isinstance(part, dict):
        return next((kind for field, kind in KINDS.items() if field in part), None)
    return type(part).__name__


KINDS = {  # by a field that no other has
    "text": "Paragraph",
    "items": "Items",
    "counts": "Tally",
    "pairs": "Facts",
    "options": "Choices",
}
type Part = Annotated[
    Annotated[Paragraph, Tag("Paragraph")]
    | Annotated[Items, Tag("Items")]
    | Annotated[Tally, Tag("Tally")]
    | Annotated[Facts, Tag("Facts")]
    | Annotated[Choices, Tag("Choices")],
    Discriminator(_kind_of),
    SerializeAsAny(),  # each as what it is, which then need not be found out
]


class Reply(Value):
    """An answer, free of any platform's markup.

    ``summary`` comes first everywhere and is all that a notification shows; ``parts`` follow it.
    """

    summary: str
    parts: tuple[Part, ...] = ()
    private: bool = False


class Kind(StrEnum):
    """What a message is: the answer to somebody, or one that nobody asked for."""

    ANSWER = "answer"
    REMINDER = "reminder"  # a date is ahead
    OVERDUE = "overdue"  # a date has passed
    ESCALATION = "escalation"  # what is late is shown to a chair or an administrator
    DIGEST = "digest"
    ROLL_UP = "roll_up"
    ROUND = "round"
    HANDOVER = "handover"  # a round's summary
    FINDING = "finding"  # what an administrator has to put right
    NOTICE = "notice"  # what somebody else did that concerns one


COMES_ROUND = frozenset({Kind.DIGEST, Kind.ROLL_UP})  # to a channel, each occasion once


class Outgoing(Value):
    """A message the bot sends, once for its ``key``.

    ``to`` is the Person.id it is for, None for a channel and for an answer; ``plan`` has the
    actions it is ``about``, but for those that are named in full; ``says`` names what is in it, so
    that it can be seen what somebody was told already. One that is ``under`` another is sent after
    the message of that key, into its thread. After ``not_after`` it is sent no more, and its
    actions are looked at again: what is still due then is said anew.
    """

    key: str
    kind: Kind
    address: Address
    to: str | None = None
    reply: Reply
    plan: str | None = None
    about: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    under: str | None = None
    day: date
    not_before: datetime
    not_after: datetime | None = None

    @property
    def actions(self) -> Mapping[str, tuple[str, ...]]:
        """The refs it is about, by plan; those of which nobody knows the plan are left out."""
        found = by_plan(self.about, self.plan or "")
        return {plan: refs for plan, refs in found.items() if plan}


class Telling(NamedTuple):
    """On which day a person was written to, and what that named as being in it."""

    day: date
    says: tuple[str, ...]
