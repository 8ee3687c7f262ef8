"""The speaker's own actions but for some: "all but 1.2 done", "apart from 1.2, all is on track"."""

from collections.abc import Sequence, Set

from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set
from language.message import Speaker
from language.references.excepting import ALL, exception_at, with_exceptions
from language.references.finding import How, Mention
from language.references.known import KnownPlan

OPENING = ENDS | {"", ",", "-", ")"}
WHOLES = ALL | {f"{each}'s" for each in ALL}
SUITS = word_set("topics.suits") | {"are"}
AFTERWARDS = frozenset(["excepted", "excluded", "aside"])  # "all green, 1.4 excepted"


def all_but(
    words: Words, mentions: Sequence[Mention], plan: KnownPlan, speaker: Speaker
) -> list[Mention]:
    """The mentions with those others of the speaker that are told of; [] where none are."""
    if WHOLES.isdisjoint(words.said):
        return []
    named = frozenset([each.beyond for each in mentions])
    places = [at for at in range(len(words.tokens)) if _opens_all(words, at, named)]
    own = plan.still_open(sorted(speaker.own & plan.order.keys(), key=plan.order.__getitem__))
    left = {ref for each in mentions for ref in each.refs}
    if len(places) != 1 or not left < {*own}:
        return []
    (at,) = places
    whole = Mention(at, at + 1, tuple(own), How.MINE)
    if at < mentions[0].first:
        return with_exceptions(words, whole, mentions) if _excepts(words, mentions[0]) else []
    if not _leads(words, mentions[0]) or mentions[-1].first > at:
        return []
    refs = tuple([ref for ref in own if ref not in left])
    return [*mentions, whole._replace(refs=refs)]


def _opens_all(words: Words, at: int, named: Set[int]) -> bool:
    """ "Everything" opens what is said, or goes on at once from the name of what is excepted."""
    norm = words.norm(at)
    if norm not in WHOLES:
        return False
    tells = norm.endswith("'s") or words.norm(at + 1) in SUITS
    return words.norm(at - 1) in OPENING or (at in named and tells)


def _excepts(words: Words, mention: Mention) -> bool:
    after = words.norm(mention.beyond) in AFTERWARDS
    return after or exception_at(words, mention.first) is not None


def _leads(words: Words, mention: Mention) -> bool:
    """Read "with the exception of 1.2, ..." as what opens what is said."""
    first = exception_at(words, mention.first)
    while first is not None and words.norm(first - 1) in ("with", "the"):
        first -= 1
    return first is not None and words.norm(first - 1) in OPENING
