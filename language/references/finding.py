"""References: only those that the plan has and that the sentence uses as one."""

import re
from collections.abc import Iterator, Sequence, Set
from enum import StrEnum
from typing import NamedTuple

from domain.names import folded_ref
from language.lexicon.text import Token, Words, tokens_of
from language.lexicon.words import word_set
from language.references.known import KnownPlan, shape
from language.references.numerals import (
    SAID_NUMBERS,
    TENS,
    after_the_point,
    in_figures,
    number_at,
)
from language.references.usage import (
    MEASURES,
    NAMED,
    OPENING,
    opens,
    stands_alone,
    used_as_ref,
)

LITTLE = word_set("references.little")
LINKS = word_set("references.links")
INTRODUCING = OPENING | NAMED


ASKEW = re.compile(
    r"(?:action )?(?P<first>\d{1,3})(?: ?[,.]{1,2} ?| )(?P<last>\d{1,3})(?= )(?! ?(?:%|[ap]m\b))"
)


class How(StrEnum):
    """How it is known which actions are meant, surest first."""

    TYPED = "ref.typed"
    RANGE = "ref.range"
    WITHIN = "ref.within"
    WHOLE = "ref.whole"
    REPLIED = "ref.replied"
    ORDINAL = "ref.ordinal"
    PART = "ref.part"
    MINE = "ref.mine"
    SPOKEN = "ref.spoken"
    MENDED = "ref.mended"
    ENDING = "ref.ending"
    PLACED = "ref.placed"
    EITHER = "ref.either"
    QUOTED = "ref.quoted"
    TITLE = "ref.title"


SURE = frozenset({How.TYPED, How.RANGE, How.WITHIN, How.WHOLE, How.REPLIED, How.ORDINAL})


class Mention(NamedTuple):
    """Where some actions are spoken of together."""

    first: int
    beyond: int
    refs: tuple[str, ...]
    how: How


class Unknown(NamedTuple):
    """What looks and is used like a reference of this plan, but is none."""

    first: int
    beyond: int
    typed: str


def single_mentions(words: Words, plan: KnownPlan) -> list[Mention]:
    """Each reference that is typed in full, in order."""
    found: list[Mention] = []
    pointed = "point" in words.said
    if plan.beginnings.isdisjoint(words.said) and not pointed:
        return found
    beyond = 0
    for at, norm in enumerate(words.listed):
        begins = norm in plan.beginnings or norm in SAID_NUMBERS
        if at < beyond or not (begins or (pointed and in_figures(norm))):
            continue
        mention = _spelt_at(words, at, plan) or _spoken_at(words, at, plan)
        if mention and used_as_ref(words, mention.first, mention.beyond):
            found.append(mention)
            beyond = mention.beyond
    return found


def endings_in(
    words: Words, plan: KnownPlan, taken: Sequence[Mention], own: Set[str]
) -> list[Mention]:
    """What only one reference of the plan ends in, or one of those of ``own``: "8.1"."""
    if plan.beginnings.isdisjoint(words.said):
        return []
    inside = tokens_of(taken)
    free = (at for at in words.figures if at not in inside and _may_end_a_ref(words, at))
    found = (_ending_at(words, at, plan, own) for at in free)
    return [each for each in found if each and used_as_ref(words, each.first, each.beyond)]


def _may_end_a_ref(words: Words, at: int) -> bool:
    """A number with a point; or one that opens a clause with a letter at it: "4a done"."""
    letter = words.norm(at + 1)
    lettered = words.glued(at + 1) and len(letter) == 1 and letter.isalpha()
    return "." in words.norm(at) or (lettered and opens(words, at))


def _ending_at(words: Words, at: int, plan: KnownPlan, own: Set[str]) -> Mention | None:
    """Read "8.1" as AEWB8.1 where no other action ends so, or no other of the speaker's."""
    norm, letter = words.norm(at), words.norm(at + 1)
    lettered = words.glued(at + 1) and len(letter) == 1 and f"{norm}{letter}" in plan.endings
    ending, beyond = (f"{norm}{letter}", at + 2) if lettered else (norm, at + 1)
    refs = plan.endings.get(ending, ())
    refs = refs if len(refs) < 2 else tuple(each for each in refs if each in own)
    if len(refs) == 1 and norm not in plan.spelt and stands_alone(words, at, beyond):
        return Mention(at, beyond, refs, How.ENDING)
    return None


def mended_mention(words: Words, plan: KnownPlan) -> Mention | None:
    """A reference typed askew at the very start: "7,3", "7..3", "7 3"."""
    match = ASKEW.match(words.low)
    ref = plan.refs.get(f"{match['first']}.{match['last']}") if match else None
    if match is None or ref is None or match.group() == ref:
        return None  # typed as it is, and no reference here: "1.2 hours in the car"
    beyond = next(
        (at for at, token in enumerate(words.tokens) if token.start >= match.end()),
        len(words.tokens),
    )
    return Mention(0, beyond, (ref,), How.MENDED)


def is_introduced(words: Words, unknown: Unknown) -> bool:
    """Whether it stands where a reference stands."""
    return words.norm(unknown.first - 1) in INTRODUCING


def shaped_refs(words: Words, plan: KnownPlan, taken: Sequence[Mention]) -> Iterator[Unknown]:
    """Numbers shaped like this plan's references, wherever they stand."""
    opening: Sequence[int] = words.figures
    if not words.said.isdisjoint(plan.shapes):  # of references that open with a word
        worded = (at for at, norm in enumerate(words.listed) if norm in plan.shapes)
        opening = sorted({*opening, *worded})
    inside = tokens_of(taken) if opening else frozenset[int]()
    for at in opening:
        if at in inside and not _listed_among(words, at, plan, taken):
            continue
        shapes = _shapes_from(words.norm(at), plan)
        if not shapes:
            continue
        for length in sorted(set(map(len, shapes)), reverse=True):
            unknown = _unknown_at(words, at, at + length, shapes)
            if unknown:
                yield unknown
                break


def _listed_among(words: Words, at: int, plan: KnownPlan, taken: Sequence[Mention]) -> bool:
    """Read "7.1, 9.9 and 7.2 done" as a list with one that the plan does not have."""
    lists = [each for each in taken if each.how is How.TYPED]
    return plan.lacks(words.norm(at)) and at in tokens_of(lists)


def _spelt_at(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    norm = words.tokens[at].norm
    for spelling, ref in plan.spelt.get(norm, ()):
        beyond = at + len(spelling)
        if _spells(words, at, spelling) and stands_alone(words, at, beyond):
            return Mention(at, beyond, (ref,), How.TYPED)
    return None


def _spells(words: Words, at: int, spelling: tuple[str, ...]) -> bool:
    """Whether the words go on like a spelling that begins with the one at this place."""
    if len(spelling) == 1:
        return True  # by which it was looked up
    if tuple(words.listed[at : at + len(spelling)]) != spelling:
        return False
    tokens = words.tokens[at : at + len(spelling)]
    loose = any(not token.glued for token in tokens[1:])
    begun = len(tokens) > 2 and tokens[1].glued  # "P2 A7"
    return begun or not (loose and (tokens[0].norm in LITTLE or len(tokens[0].norm) < 2))


def _spoken_at(words: Words, at: int, plan: KnownPlan) -> Mention | None:
    """Read "one point oh four", "22 point 2" and "EHC two", as a phone writes it down."""
    code = words.norm(at) if words.norm(at + 1) in SAID_NUMBERS else ""
    coded = len(code) > 1 and code in plan.beginnings and code not in LITTLE
    said, beyond = number_at(words, at + coded)
    if not said:
        return None
    if words.norm(beyond) == "point":
        said, beyond = said + ".", beyond + 1
        last, beyond = after_the_point(words, beyond)
        said += last
    elif not coded:
        return None
    if words.norm(at - 1) in TENS or words.norm(beyond) in MEASURES | {"per"}:
        return None  # "twenty one point three percent"
    ref = plan.refs.get(folded_ref((code if coded else "") + said))
    return Mention(at, beyond, (ref,), How.SPOKEN) if ref else None


def _shapes_from(norm: str, plan: KnownPlan) -> frozenset[tuple[str, ...]]:
    """The shapes of this plan's references that begin like a word, and a number with one more."""
    (first,) = shape((norm,))
    found = plan.shapes.get(first, frozenset())
    ending = {(first,)} if norm in plan.endings else set[tuple[str, ...]]()
    one_more = first == "9.9.9" and ("9.9",) in plan.shapes.get("9.9", ())
    return found | {(first,)} if one_more else found | ending


def _unknown_at(
    words: Words, at: int, beyond: int, shapes: frozenset[tuple[str, ...]]
) -> Unknown | None:
    tokens: tuple[Token, ...] = words.tokens[at:beyond]
    norms = tuple(token.norm for token in tokens)
    if shape(norms) not in shapes or any(not token.glued for token in tokens[1:]):
        return None
    if len(norms) == 1 and "." not in norms[0]:
        return None
    mention = Mention(at, beyond, (), How.TYPED)
    if not stands_alone(words, at, beyond) or not used_as_ref(words, mention.first, mention.beyond):
        return None
    return Unknown(at, beyond, words.quote(at, beyond))
