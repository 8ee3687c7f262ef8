"""Everything a person can want, one small class each, and what a message was read as."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from domain.instructions import CallIt
from domain.registry import Registered
from domain.settings import AnyRoundWish as AnyRoundWish
from domain.settings import AnySetting as AnySetting
from domain.settings import AskOtherwise as AskOtherwise
from domain.settings import BackAtWork as BackAtWork
from domain.settings import CancelLeave as CancelLeave
from domain.settings import CloseOffices as CloseOffices
from domain.settings import EndRound as EndRound
from domain.settings import MyHour as MyHour
from domain.settings import MyWeek as MyWeek
from domain.settings import OpenRound as OpenRound
from domain.settings import PausePlan as PausePlan
from domain.settings import RestrictPlan as RestrictPlan
from domain.settings import ResumePlan as ResumePlan
from domain.settings import RoundWish as RoundWish
from domain.settings import Setting as Setting
from domain.settings import ShowList as ShowList
from domain.settings import ShowPolicy as ShowPolicy
from domain.settings import ShowRound as ShowRound
from domain.settings import Why as Why
from domain.value import Value
from domain.work import Status


class Update(Value):
    """What somebody says about one action. ``note`` is their own words for this action.

    ``milestone`` is a stage that was reached. Where a stage is ``slipping``, status and forecast
    are of that, and not of the action.
    """

    kind: Literal["update"] = "update"
    ref: str
    status: Status | None = None
    forecast: date | None = None
    percent: int | None = None
    note: str = ""
    reason: str = ""
    evidence: tuple[str, ...] = ()
    milestone: str | None = None
    slipping: str | None = None


class Asked(StrEnum):
    """What a question is about."""

    STATUS = "status"
    MINE = "mine"
    OVERDUE = "overdue"
    SILENT = "silent"
    DUE = "due"
    OWNER = "owner"
    ACTION = "action"
    HISTORY = "history"
    CHANGES = "changes"
    HELP = "help"
    WORDS = "words"


class Query(Value):
    """A question. ``section`` is a slug; ``start`` and ``end`` are days, both included.

    ``as_at`` asks for the state at the end of a past day.
    """

    kind: Literal["query"] = "query"
    what: Asked
    ref: str | None = None
    section: str | None = None
    group: str | None = None
    plan: str | None = None
    owner: str | None = None
    start: date | None = None
    end: date | None = None
    as_at: date | None = None


class Snooze(Value):
    kind: Literal["snooze"] = "snooze"
    ref: str
    until: date | None = None


class Reassign(Value):
    kind: Literal["reassign"] = "reassign"
    ref: str
    to: str | None = None


class Disown(Value):
    kind: Literal["disown"] = "disown"
    ref: str


class AcceptDate(Value):
    """Hold an action to a new date, ``day``, or else to the one its owner expects.

    ``unclear`` is what was said for the day, where it is none that can be told.
    """

    kind: Literal["accept_date"] = "accept_date"
    ref: str
    day: date | None = None
    reason: str = ""
    unclear: str = ""


class PassOn(Value):
    """Tell somebody what was said about actions that are theirs; ``to`` is their Person.id."""

    kind: Literal["pass_on"] = "pass_on"
    refs: tuple[str, ...]
    to: str


class Away(Value):
    kind: Literal["away"] = "away"
    until: date
    start: date | None = None
    cover: str | None = None


class Undo(Value):
    """Take back: what is named by number, or all that this person's last message changed."""

    kind: Literal["undo"] = "undo"
    events: tuple[int, ...] = ()
    orders: tuple[int, ...] = ()  # Instruction.id


class Choose(Value):
    """Answer a question that was asked: one of its options, counted from 1, or none of them.

    ``question`` is its number; None is the last one this person was asked. ``ref`` is the action
    that was meant instead: "no, 8.2".
    """

    kind: Literal["choose"] = "choose"
    question: int | None = None
    option: int | None = None
    ref: str | None = None


type Intent = (
    Update
    | Query
    | Snooze
    | Reassign
    | Disown
    | AcceptDate
    | PassOn
    | Away
    | Undo
    | Choose
    | CallIt
    | AnySetting
    | Registered
)


class Decision(StrEnum):
    """What is to be done with a reading. A wrong record is worse than a question."""

    APPLY = "apply"
    CONFIRM = "confirm"
    ASK = "ask"
    REFUSE = "refuse"
    ANSWER = "answer"
    NONE = "none"


class Option(Value):
    """One likely answer to a question, and what is wanted if it is chosen.

    ``words`` are those to be recorded with it; None: the message as said. ``plan`` is the key of
    the plan it is about, where that is not the question's own. ``undated`` options are what was
    told so far, where the question is by when.
    """

    label: str
    intents: tuple[Intent, ...]
    words: str | None = None
    plan: str | None = None
    undated: bool = False


class Found(Value):
    """Something recognised in the text: where, by which rule, and as what."""

    rule: str
    start: int
    end: int
    text: str
    value: str


class Reading(Value):
    """How a message was understood.

    ``question`` and ``options`` are for ``ask``; with ``none`` a question is what to say of one
    that has no answer, with ``confirm`` what is asked instead of whether it was read right.
    ``why`` says in words what decided. ``refused`` lists the refs that were spoken of but are not
    this person's to change, ``missing`` those that the plan does not have; ``private`` is what
    should not be kept without a word with them first.
    One that ``answers`` could be read only as the answer to the question that waits for one.
    """

    decision: Decision
    intents: tuple[Intent, ...] = ()
    question: str = ""
    options: tuple[Option, ...] = ()
    refused: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    why: str = ""
    found: tuple[Found, ...] = ()
    private: tuple[Found, ...] = ()
    answers: bool = False


class Question(Value):
    """What the bot asked a person, kept until it is answered; ``id`` is given by the store.

    ``message`` is the request that led to it, and ``words`` what that said, whole: they are
    forgotten once it is answered, or too old to be.
    """

    id: int | None = None
    person: str  # Person.id
    plan: str
    asked_at: datetime
    message: str = ""
    words: str
    options: tuple[Option, ...]
    answered: bool = False
