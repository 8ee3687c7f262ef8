"""In which order everybody is listed, whatever the store."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    PartnershipGroup,
    Person,
)

NEVER = datetime.min.replace(tzinfo=UTC)


def listed(
    people: Iterable[Person],
    posts: Iterable[str],
    holdings: Sequence[Holding],
    leave: Sequence[Leave],
    appointments: Sequence[Appointment],
    partnership_groups: Iterable[PartnershipGroup],
) -> Directory:
    """People, posts and groups by name; what was said of them in the order in which it was said."""
    return Directory(
        people=tuple(sorted(people, key=lambda each: (each.name, each.id))),
        posts=tuple(sorted(posts)),
        holdings=tuple(holdings),
        leave=tuple(leave),
        appointments=tuple(appointments),
        partnership_groups=tuple(sorted(partnership_groups, key=lambda each: each.slug)),
    )


class Login(NamedTuple):
    """An account as kept: whose it is, and when it was last used."""

    platform: str
    workspace: str
    user: str
    person: str
    used_at: datetime | None

    @property
    def account(self) -> Account:
        return Account(platform=self.platform, workspace=self.workspace, user=self.user)


def last_used_first(logins: Iterable[Login]) -> list[Login]:
    """By when they were used; those that never were come last, by their names."""
    return sorted(sorted(logins), key=lambda each: each.used_at or NEVER, reverse=True)
