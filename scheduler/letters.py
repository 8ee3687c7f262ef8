"""Putting a person's message into words. What of it cannot be is left out, and the rest is said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from domain.concerns import Ask, Concern, Joined
from domain.conversation import Outgoing
from domain.faults import Subject, What
from scheduler.faults import ours
from scheduler.joining import message
from scheduler.office import Office


class Letter(NamedTuple):
    """What is said, and its words."""

    said: Joined
    message: Outgoing


def letter(said: Joined, office: Office) -> Letter | None:
    """None where nothing of it can be put into words."""
    try:
        return Letter(said, message(said, office))
    except Exception as error:
        if not ours(error):
            raise
    with office.faults.spared(What.PERSON, said.person.id):
        message(replace(said, asks=(), concerns=(), more=0), office)  # it may be the person
        sound = _sound(said, office)
        if sound.asks or sound.concerns:
            return Letter(sound, message(sound, office))
    return None


def _sound(said: Joined, office: Office) -> Joined:
    """What of it can be put into words alone; the rest is kept as faults."""
    asks = tuple(_can_be_asked(said, office))
    return replace(said, asks=asks, concerns=tuple(_can_be_told(said, office)))


def _can_be_asked(said: Joined, office: Office) -> Iterator[Ask]:
    for ask in said.asks:
        with office.faults.spared(What.ACTION, ask.ref, ask.plan):
            message(replace(said, asks=(ask,), concerns=(), more=0), office)
            yield ask


def _can_be_told(said: Joined, office: Office) -> Iterator[Concern]:
    for concern in said.concerns:
        with office.faults.spared(*_named(concern)):
            message(replace(said, asks=(), concerns=(concern,), more=0), office)
            yield concern


def _named(concern: Concern) -> Subject:
    """What a concern is about: one action, or else a kind of message."""
    if concern.plan and len(concern.about) == 1:
        return Subject(What.ACTION, concern.about[0], concern.plan)
    return Subject(What.TASK, concern.kind, concern.plan)
