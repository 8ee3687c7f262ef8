"""Who an account might be, by what the platform's directory says of it. A guess, for people."""

from collections.abc import Sequence

from domain.names import folded
from domain.people import Directory, Person

MOST = 4


def owner_of(email: str, directory: Directory) -> Person | None:
    """The one person of this e-mail address; None where there is none, or more."""
    wanted = email.casefold()
    found = [each for each in directory.people if (each.email or "").casefold() == wanted]
    return found[0] if len(found) == 1 else None


def likely(name: str, email: str | None, directory: Directory, claim: str = "") -> Sequence[Person]:
    """The people it may be, the likeliest first: by e-mail, by name, by family name."""
    by_email = owner_of(email, directory) if email else None
    named = [each for each in directory.people if _same(each, name)]
    claimed = [each for each in directory.people if claim and _names(each, claim)]
    family = [each for each in directory.people if name and _family(each) == _last(name)]
    found = [*([by_email] if by_email else []), *named, *claimed, *family]
    return list(dict.fromkeys(found))[:MOST]


def _same(person: Person, name: str) -> bool:
    return bool(name) and folded(name) in map(folded, (person.name, *person.other_names))


def _names(person: Person, claim: str) -> bool:
    return folded(person.name) in folded(claim)


def _family(person: Person) -> str:
    return _last(person.name)


def _last(name: str) -> str:
    words = name.split()
    return folded(words[-1]) if words else ""
