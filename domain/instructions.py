"""What people have told the bot to do from now on: who, when, in which words; never erased.

The present settings follow from the instructions, as an action's state follows from its events.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Annotated, Literal

from pydantic import Field, field_validator

from domain.people import Leave
from domain.policy import Policies, SetPolicy
from domain.registry import (
    GivePost,
    LinkAccount,
    NameAdministrator,
    NameChair,
    RefuseAccount,
    Registration,
    UseChannel,
)
from domain.timetable import RoundEnded, RoundOpened
from domain.value import Value
from domain.work import Status

NINE_FIFTEEN = time(9, 15)


class Pause(Value):
    """Ask nobody about a plan, until a day or until it is resumed."""

    kind: Literal["pause"] = "pause"
    until: date | None = None


class Resume(Value):
    kind: Literal["resume"] = "resume"


class Restrict(Value):
    """Only a plan's own people may ask about it; or everybody again, where it is not ``on``."""

    kind: Literal["restrict"] = "restrict"
    on: bool = True


class KeepHour(Value):
    """When a person wants their one message of a day, on their own clock."""

    kind: Literal["keep_hour"] = "keep_hour"
    person: str  # Person.id
    hour: time


class KeepWeek(Value):
    """On which days of the week a person works, Monday as 0."""

    kind: Literal["keep_week"] = "keep_week"
    person: str  # Person.id
    days: frozenset[Annotated[int, Field(ge=0, le=6)]] = Field(min_length=1)


class Close(Value):
    """The council is closed, both days included."""

    kind: Literal["close"] = "close"
    start: date
    end: date


class CallIt(Value):
    """What this workspace means by a phrase: a status; None is nothing in particular any more."""

    kind: Literal["call_it"] = "call_it"
    phrase: str = Field(min_length=2, max_length=60)
    status: Status | None = None

    @field_validator("phrase")
    @classmethod
    def _folded(cls, phrase: str) -> str:
        return " ".join(phrase.lower().split())


class PassedOn(Value):
    """Tell a person the words that this came with, which are about these actions of theirs."""

    kind: Literal["passed_on"] = "passed_on"
    refs: tuple[str, ...]
    to: str  # Person.id


class KeepLeave(Value):
    """When a person is away, which the directory keeps; ``before`` is what it had of that leave."""

    kind: Literal["keep_leave"] = "keep_leave"
    leave: Leave
    before: Leave | None = None


class TakenBack(Value):
    """What was told with this number no longer counts."""

    kind: Literal["taken_back"] = "taken_back"
    instruction: int  # Instruction.id


type Order = Annotated[
    SetPolicy
    | Pause
    | Resume
    | Restrict
    | KeepHour
    | KeepWeek
    | Close
    | CallIt
    | PassedOn
    | KeepLeave
    | TakenBack
    | RoundOpened
    | RoundEnded
    | LinkAccount
    | RefuseAccount
    | GivePost
    | NameChair
    | NameAdministrator
    | UseChannel,
    Field(discriminator="kind"),
]


class Instruction(Value):
    """One order, and who gave it. ``id`` is given by the store and grows; ``at`` is in UTC.

    ``plan`` is the plan it is about, if it is about one; ``message`` the request it came with;
    ``event`` the newest event by then, None where that was not kept yet.
    """

    id: int | None = None
    at: datetime
    by: str  # Person.id
    by_name: str
    where: str
    message: str
    words: str
    plan: str | None = None
    event: int | None = None
    order: Order


class Arrangements(Value):
    """What stands of all that was told: the newest word on each thing."""

    policies: Policies = Policies()
    paused: dict[str, Instruction] = Field(default_factory=dict)  # by plan
    restricted: frozenset[str] = frozenset()  # plans
    hours: dict[str, time] = Field(default_factory=dict)  # by person
    weeks: dict[str, frozenset[int]] = Field(default_factory=dict)  # by person
    closures: tuple[Close, ...] = ()
    words: dict[str, Status] = Field(default_factory=dict)  # by phrase, folded

    def hour(self, person: str) -> time:
        return self.hours.get(person, NINE_FIFTEEN)

    def is_paused(self, plan: str, day: date) -> bool:
        """Whether nobody is to be asked about a plan; the day named as the end is asked again."""
        told = self.paused.get(plan)
        if told is None or not isinstance(told.order, Pause):
            return False
        return told.order.until is None or day < told.order.until


def arranged(instructions: Iterable[Instruction]) -> Arrangements:
    """Fold what was told, in order, into what stands."""
    stands = Arrangements()
    for instruction in in_force(instructions):
        stands = _after(stands, instruction)
    return stands


def in_force(instructions: Iterable[Instruction]) -> list[Instruction]:
    """What was told and not taken back, in order."""
    told = list(instructions)
    gone = {each.order.instruction for each in told if isinstance(each.order, TakenBack)}
    return [each for each in told if each.id not in gone and not isinstance(each.order, TakenBack)]


def passed_on(instructions: Iterable[Instruction], since: datetime) -> list[Instruction]:
    """What people have asked, since a moment, to have passed on to others, and not taken back."""
    lately = (each for each in in_force(instructions) if each.at >= since)
    return [each for each in lately if isinstance(each.order, PassedOn)]


def _after(stands: Arrangements, told: Instruction) -> Arrangements:
    match told.order:
        case SetPolicy() as order:
            return stands.model_copy(update={"policies": stands.policies.after(order)})
        case Pause() | Resume() | Restrict():
            return stands.model_copy(update=_of_plan(stands, told))
        case KeepHour(person=person, hour=hour):
            return stands.model_copy(update={"hours": {**stands.hours, person: hour}})
        case KeepWeek(person=person, days=days):
            return stands.model_copy(update={"weeks": {**stands.weeks, person: days}})
        case Close() as order:
            return stands.model_copy(update={"closures": (*stands.closures, order)})
        case CallIt() as order:
            return stands.model_copy(update={"words": _words_after(stands.words, order)})
        case RoundOpened() | RoundEnded() | PassedOn():
            return stands  # domain.rounds folds rounds; words are passed on once
        case Registration() | KeepLeave():
            return stands  # who is who, and who is away, is kept in the directory itself
        case TakenBack():
            return stands  # in_force has seen to it


def _of_plan(stands: Arrangements, told: Instruction) -> dict[str, object]:
    """What is told of a whole plan: it is paused, resumed, restricted or opened."""
    plan = str(told.plan)
    if isinstance(told.order, Restrict):
        others = stands.restricted - {plan}
        return {"restricted": others | {plan} if told.order.on else others}
    paused = {key: each for key, each in stands.paused.items() if key != plan}
    return {"paused": {**paused, plan: told} if isinstance(told.order, Pause) else paused}


def _words_after(words: dict[str, Status], order: CallIt) -> dict[str, Status]:
    others = {phrase: status for phrase, status in words.items() if phrase != order.phrase}
    return others if order.status is None else {**others, order.phrase: order.status}
