"""What is told of one action and not of another: "2.1 is the one that is done, not 2.9"."""

from language.hearing.heard import Heard
from language.lexicon.text import ENDS
from language.references.finding import Mention, Unknown

NOT = frozenset(["not"])


def told_of_unknown(scene: Heard) -> Unknown | None:
    """Where what is told is of an action that the plan does not have, and denied of the other.

    Read "1.9 is the finished one, not 1.2" in a plan without 1.9 as no news of 1.2.
    """
    mentions = scene.marked.mentions
    if len(mentions) != 1 or not scene.shaped or not _is_denied(scene, mentions[0]):
        return None
    first = scene.words.listed[: mentions[0].first - 1]
    opening = max((at for at, norm in enumerate(first) if norm in ENDS), default=-1)
    named = (each for each in scene.shaped if opening < each.first < mentions[0].first)
    unknown = next(named, None)
    if unknown is None:
        return None
    between = range(unknown.beyond, mentions[0].first)
    told = any(each.first in between and each.term.status for each in scene.marked.hits)
    return unknown if told else None


def _is_denied(scene: Heard, mention: Mention) -> bool:
    """ "..., not 1.2", and nothing after it."""
    after = scene.words.norm(mention.beyond)
    return scene.words.norm(mention.first - 1) in NOT and (after in ENDS or not after)
