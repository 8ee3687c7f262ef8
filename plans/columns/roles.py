"""What each column of a plan's table holds."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    REF = "ref"
    SECTION = "section"
    GROUP = "group"
    ACTION = "action"
    STEPS = "steps"  # the parts of an action that is named in another column
    DUE = "due"
    START = "start"
    REVISED = "revised"  # the date that has taken the place of the one in another column
    FINISHED = "finished"  # the day on which it was done
    OWNER = "owner"
    SUPPORT = "support"
    BODY = "body"  # the partnership group that answers for it
    STATUS = "status"
    PROGRESS = "progress"  # what was said about it, beside a status of its own
    SUCCESS = "success"
    TARGET = "target"  # success with dates in it
    RESOURCE = "resource"
    NOTES = "notes"
    PERSON = "person"  # these three are of a directory of people
    JOB = "job"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of each column, None where it has none."""

    roles: tuple[Role | None, ...]

    def __contains__(self, role: Role) -> bool:
        return role in self.roles

    def at(self, role: Role) -> int | None:
        return self.roles.index(role) if role in self.roles else None

    @property
    def of_actions(self) -> bool:
        return Role.ACTION in self.roles

    @property
    def of_people(self) -> bool:
        return Role.PERSON in self.roles


def without(columns: Columns, places: Collection[int]) -> Columns:
    """The columns, those at some places without a role."""
    kept = (None if at in places else role for at, role in enumerate(columns.roles))
    return Columns(tuple(kept))
