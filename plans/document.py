"""A plan as read from a file: what was understood, and the receipt of what was not."""

from domain.value import Value
from domain.work import Action, Period, Section, Source


class DirectoryEntry(Value):
    """Somebody in the plan's own list of people."""

    name: str
    job_title: str = ""
    organisation: str = ""


class Note(Value):
    """One line of the receipt: what was left out, not understood, missing or healed, and why.

    ``message`` is for an officer to read; ``code`` is for programs.
    """

    code: str
    ref: str | None = None
    source: Source = Source()
    message: str


class PlanDocument(Value):
    """What one file says. Actions stand in document order."""

    title: str = ""
    period: Period | None = None
    sections: tuple[Section, ...] = ()
    actions: tuple[Action, ...] = ()
    people: tuple[DirectoryEntry, ...] = ()
    notes: tuple[Note, ...] = ()
