"""Saying where a partnership group talks, and when it is told how its actions stand."""

from domain.intents import UseChannel
from domain.names import folded, slug
from domain.occasions import EARLIEST, LATEST, Weekly, next_occasion
from domain.people import LONDON, PartnershipGroup
from domain.problems import NotAllowed, UnknownPart, Unreadable
from handlers.days import day, weekdays
from handlers.outcome import Outcome
from handlers.scene import Scene


async def use_channel(wish: UseChannel, scene: Scene) -> Outcome:
    """Send a group's digest to where this is said, from the next time on.

    Raise NotAllowed for who is neither its chair nor an administrator.
    """
    group = _group(wish, scene)
    chairs = scene.standing.administrator or scene.standing.chairs_of(group.name)
    if not chairs:
        raise NotAllowed(f"say where {group.name} is told")
    if scene.said.address is None:
        raise Unreadable("I cannot tell which channel this is.", "Say it in the channel itself.")
    kept = group.model_copy(
        update={
            "channel": group.channel or scene.said.address.conversation,
            "address": scene.said.address.model_copy(update={"thread": None, "only_for": None}),
            "digest": _weekly(wish, group.digest),
            "board": group.board or wish.board,
        }
    )
    await scene.unit.people.put_group(kept)
    first = next_occasion(kept.digest, scene.now, LONDON, scene.calendar)
    every = weekdays(frozenset({kept.digest.day}))
    return Outcome(
        summary=(
            f"{kept.name} gets its digest here, {every} at {kept.digest.at:%H:%M}. "
            f"The next comes on {day(first.at.date(), scene.today)}."
        )
    )


def _weekly(wish: UseChannel, before: Weekly) -> Weekly:
    at = wish.at or before.at
    if not EARLIEST <= at <= LATEST:
        hours = f"{EARLIEST:%H:%M} and {LATEST:%H:%M}"
        raise Unreadable("A digest comes when people work.", f"Choose an hour between {hours}.")
    return Weekly(day=before.day if wish.day is None else wish.day, at=at)


def _group(wish: UseChannel, scene: Scene) -> PartnershipGroup:
    """The group that is named; for a chair who names none, their own."""
    groups = scene.directory.partnership_groups
    if wish.group:
        meant = [e for e in groups if slug(wish.group) in (slug(e.name), e.slug)]
    elif wish.board:
        meant = [each for each in groups if each.board]
    else:
        meant = [each for each in groups if folded(each.name) in scene.standing.chairs]
    if len(meant) != 1:
        raise UnknownPart(wish.group or "group", [each.slug for each in groups])
    return meant[0]
