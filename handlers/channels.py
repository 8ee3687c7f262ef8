"""Saying where a partnership group talks, and when it is told how its actions stand."""

from domain.names import folded, slug
from domain.occasions import EARLIEST, LATEST, Weekly, next_occasion
from domain.people import LONDON, PartnershipGroup
from domain.problems import UnknownName, Unreadable
from domain.registry import UseChannel
from domain.rights import may_use_channel
from handlers.allowing import OWN_CHAIR, require
from handlers.days import day, weekdays
from handlers.orders import keep
from handlers.outcome import Outcome
from handlers.scene import Scene

NAMED = 4  # groups in the sentence that asks for a name


async def use_channel(wish: UseChannel, scene: Scene) -> Outcome:
    """Send a group's digest to where this is said, from the next time on.

    Raise NotAllowed for who is neither its chair nor an administrator.
    """
    group = _group(wish, scene)
    allowed = may_use_channel(scene.standing, group.name)
    require(allowed, f"say where {group.name} is told", scene, OWN_CHAIR)
    if scene.said.address is None:
        raise Unreadable("I cannot tell which channel this is.", "Say it in the channel itself.")
    place = scene.said.address.model_copy(
        update={"thread": None, "only_for": None, "reply_to": None}
    )
    kept = group.model_copy(
        update={
            "channel": place.conversation,
            "address": place,
            "digest": _weekly(wish, group.digest),
            "board": group.board or wish.board,
        }
    )
    await scene.unit.people.put_group(kept)
    told = {"partnership_group": group.name, "address": place}
    await keep(wish.model_copy(update=told), scene, None)
    first = next_occasion(kept.digest, scene.now, LONDON, scene.calendar)
    every = weekdays(frozenset({kept.digest.day}))
    return Outcome(
        summary=(
            f"{kept.name} gets its digest here, {every} at {kept.digest.at:%H:%M}. "
            f"The next comes on {day(first.at.date(), scene.today)}."
        )
    )


def group_named(name: str, scene: Scene) -> PartnershipGroup:
    """The group of this name. Raise UnknownName, with those there are."""
    groups = scene.directory.partnership_groups
    meant = (slug(name), folded(name))
    found = [each for each in groups if each.slug == meant[0] or folded(each.name) == meant[1]]
    if not found:
        raise UnknownName(name, "partnership group", [each.name for each in groups])
    return found[0]


def _weekly(wish: UseChannel, before: Weekly) -> Weekly:
    at = wish.at or before.at
    if not EARLIEST <= at <= LATEST:
        hours = f"{EARLIEST:%H:%M} and {LATEST:%H:%M}"
        raise Unreadable("Digests come in working hours.", f"Choose an hour between {hours}.")
    return Weekly(day=before.day if wish.day is None else wish.day, at=at)


def _group(wish: UseChannel, scene: Scene) -> PartnershipGroup:
    """The group that is named; for a chair who names none, their own."""
    groups = scene.directory.partnership_groups
    if wish.partnership_group:
        return group_named(wish.partnership_group, scene)
    if wish.board:
        meant = [each for each in groups if each.board]
    else:
        meant = [each for each in groups if folded(each.name) in scene.standing.chairs]
    if len(meant) != 1:
        named = " or ".join(f"“group {each.slug} here”" for each in groups[:NAMED])
        raise Unreadable("I cannot tell which partnership group you mean.", f"Say {named}.")
    return meant[0]
