"""Somebody new, who is nobody that is known already, whatever they call themselves.

Whose an action is goes by the name: a display name, which anybody may choose, never gives one.
"""

from collections.abc import Iterator

from domain.conversation import Choice
from domain.names import folded, slug
from domain.people import Account, Directory, Person
from handlers.outcome import Outcome


def somebody_new(name: str, email: str | None, account: Account, directory: Directory) -> Person:
    """A person under an id and a name that nobody has.

    Where the name is somebody's already, or a post's, what tells them apart stands behind it.
    """
    base = slug(name) or folded(name) or "somebody"
    ids = {each.id for each in directory.people}
    names = (each for each in _names(name or base, email, account) if not known(each, directory))
    return Person(id=next(each for each in _ids(base) if each not in ids), name=next(names))


def linked(person: Person, called: str | None, account: str, directory: Directory) -> Outcome:
    """Whose an account is; of somebody new, who is ``called`` so, whether it is another's name."""
    told = f"That account is {person.name}’s from now on."
    other = known(called, directory) if called else None
    if other is None:
        return Outcome(summary=told)
    told += f" {other} is in the plan already: what is theirs stays theirs alone."
    choices = [
        Choice(label=f"It is {each.name}", says=f"link {account} to {each.id}")
        for each in directory.people
        if each.name == other
    ]
    return Outcome(summary=told, choices=tuple(choices))


def known(name: str, directory: Directory) -> str | None:
    """The person or the post of this name, as the plan has it; None where there is none."""
    wanted = folded(name)
    people = ((each.name, *each.other_names) for each in directory.people)
    posts = ((each,) for each in directory.posts)
    found = (own for own in (*people, *posts) if wanted in map(folded, own))
    return next((first for first, *_ in found), None)


def _ids(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _names(name: str, email: str | None, account: Account) -> Iterator[str]:
    yield name
    if email:
        yield f"{name} ({email})"
    yield from (f"{name} ({each})" for each in _ids(account.user))
