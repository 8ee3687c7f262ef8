"""Plans and the actions in them, as the signed document has them."""

from datetime import date, datetime
from enum import StrEnum

from domain.value import Value


class Status(StrEnum):
    """What an owner declares about an action."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    DELAYED = "delayed"
    COMPLETE = "complete"
    ONGOING = "ongoing"
    CANCELLED = "cancelled"

    @property
    def finished(self) -> bool:
        """Nothing more is expected of the action."""
        return self in (Status.COMPLETE, Status.CANCELLED)

    @property
    def words(self) -> str:
        """The status as it is said: "on track"."""
        return self.value.replace("_", " ")


class DueKind(StrEnum):
    BY = "by"  # finish by a date
    FROM = "from"  # starts, has no end
    WINDOW = "window"  # a start and an end
    ONGOING = "ongoing"
    RECURRING = "recurring"
    SEE = "see"  # as another action
    NONE = "none"  # blank, to be determined, or not readable as a date


class Every(StrEnum):
    """How often recurring work comes round."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUALLY = "annually"


class Milestone(Value):
    """A dated stage inside an action."""

    label: str
    end: date


class Due(Value):
    """What the document promises. ``start`` is a first day, ``end`` a last one."""

    kind: DueKind = DueKind.NONE
    start: date | None = None
    end: date | None = None
    every: Every | None = None
    see: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def deadline(self) -> date | None:
        """The day the work must be finished by, which lasts to its end; None if there is none."""
        return self.end if self.kind in (DueKind.BY, DueKind.WINDOW) else None


class Source(Value):
    """Where in the document something stands. Pages, lines and rows count from 1."""

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    line: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        """As an officer would look it up: "page 4, row 3"."""
        named = self.model_dump(exclude_none=True)
        return ", ".join(f"{name} {value}" for name, value in named.items())


class Action(Value):
    """The smallest thing that somebody answers for, as the plan prints it.

    ``ref`` is a string of the plan: "2.1" and "2.10" differ. ``section`` and ``group`` are names
    as printed; ``owners`` are people and posts, the first of whom leads.
    """

    ref: str
    section: str | None = None
    group: str | None = None
    text: str
    due_text: str = ""
    due: Due = Due()
    owners: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    partnership_groups: tuple[str, ...] = ()
    status: Status | None = None
    status_text: str = ""
    resource: str = ""
    success: tuple[str, ...] = ()
    source: Source = Source()


class Section(Value):
    """An outcome area or theme. Answers to its name, its slug and unambiguous beginnings."""

    name: str
    slug: str
    partnership_groups: tuple[str, ...] = ()


class Period(Value):
    """The days a plan covers, first and last."""

    start: date
    end: date


class Plan(Value):
    """A signed document, under a key that people can type ("cyp-2009").

    ``read_at`` is the moment it was first read in: before that, only the document spoke.
    """

    key: str
    title: str
    period: Period | None = None
    sections: tuple[Section, ...] = ()
    read_at: datetime | None = None

    @property
    def known_since(self) -> date:
        """The day from which on the bot has known it: nothing was asked for before."""
        return self.read_at.date() if self.read_at else date.min

    def section(self, name: str | None) -> Section | None:
        return next((each for each in self.sections if each.name == name), None)
