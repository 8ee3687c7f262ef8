"""Who is meant by "/as ...": a person, the holder of a post, a chair or an administrator. Pure."""

import re
from collections.abc import Sequence
from datetime import date

from domain.names import folded
from domain.people import Directory, PartnershipGroup, Person

CHAIR_OF = re.compile(r"(?:the )?chair(?: of)?(?: the)?\s*(.*)", re.IGNORECASE)


class Nobody(Exception):
    """Nobody, or more than one, is meant; the message says what can be said instead."""


def meant(name: str, directory: Directory, day: date) -> Person:
    """Find the person. Raise Nobody, in words."""
    wanted = name.strip().strip('"“”')
    if not wanted:
        raise Nobody("Say who you are: /as NAME, /as POST or /as chair of GROUP. /who lists them.")
    if folded(wanted) in ("admin", "administrator", "theadministrator"):
        return _first(directory.administrators(), "There is no administrator.")
    person = directory.named(wanted)
    if person:
        return person
    if any(folded(post) == folded(wanted) for post in directory.posts):
        vacant = f"Nobody holds the post of {wanted} at present, which is a finding in itself."
        return _first(directory.holders(wanted, day), vacant)
    chair = CHAIR_OF.fullmatch(wanted)
    return _chair(chair[1], directory) if chair else _like(wanted, directory, day)


def _chair(of: str, directory: Directory) -> Person:
    groups = [group for group in directory.partnership_groups if _is_like(of, group)]
    people = {person.id: person for group in groups for person in directory.chairs(group.name)[:1]}
    if len(people) == 1:
        return next(iter(people.values()))
    names = [f"/as chair of {group.slug}" for group in groups or directory.partnership_groups]
    if not names:
        raise Nobody("This plan names no partnership group, so it has no chair.")
    raise Nobody(f"Which chair? {', '.join(names[:8])}")


def _is_like(of: str, group: PartnershipGroup) -> bool:
    return folded(of) in folded(group.name) or folded(of) in folded(group.slug)


def _like(wanted: str, directory: Directory, day: date) -> Person:
    """The only person or post with this in its name."""
    people = [each.name for each in directory.people if folded(wanted) in folded(each.name)]
    posts = [post for post in directory.posts if folded(wanted) in folded(post)]
    found = list(dict.fromkeys([*people, *posts]))
    if len(found) == 1 and found[0] != wanted:
        return meant(found[0], directory, day)
    if not found:
        raise Nobody(f"Nobody is called “{wanted}”. /who lists them.")
    raise Nobody(f"“{wanted}” could be {', '.join(found[:6])}.")


def _first(people: Sequence[Person], otherwise: str) -> Person:
    if not people:
        raise Nobody(otherwise)
    return people[0]
