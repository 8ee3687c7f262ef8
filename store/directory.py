"""In which order everybody is listed, whatever the store."""

from collections.abc import Iterable, Sequence

from domain.people import (
    Account,
    Appointment,
    Directory,
    Holding,
    Leave,
    PartnershipGroup,
    Person,
)


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


def in_order(accounts: Iterable[Account]) -> list[Account]:
    return sorted(accounts, key=lambda each: (each.platform, each.workspace, each.user))
