"""A plan as read from a file: what was understood, and the receipt of what was not."""

from collections.abc import Iterable

from domain.names import slug
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


def sections_of(actions: Iterable[Action]) -> tuple[Section, ...]:
    """The sections the actions stand under, in order, with the groups that answer for them."""
    found: dict[str, dict[str, None]] = {}
    for action in actions:
        if action.section:
            bodies = found.setdefault(action.section, {})
            bodies |= dict.fromkeys(action.partnership_groups)
    return tuple(
        Section(name=name, slug=slug(name), partnership_groups=tuple(bodies))
        for name, bodies in found.items()
    )
