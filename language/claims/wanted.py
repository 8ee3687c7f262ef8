"""What the title of an action asks for: a verb, the head of its object, and how many of it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from language.lexicon.patterns import Wording, pattern, sign_of_any, things_of, verbs_of
from language.lexicon.signs import Signs
from language.lexicon.words import word_set
from language.references.titles import stem

ANY = pattern("deliverable.any")
OWN = pattern("deliverable.own")
RULES = verbs_of("deliverable")
WORDINGS = {name: pattern(name) for names in RULES.values() for name in names}
WORD = re.compile(r"[a-z']+(?:-[a-z']+)*|\d+|[(,;:]|%")
COUNTED = pattern("deliverable.counted")
PREPOSITIONS = word_set("deliverable.prepositions") | frozenset("(,;:")
COUNTS = word_set("deliverable.counts")
EVERY = word_set("deliverable.every")
REACHED = Wording.of(
    r"\b(?:opened|reached|passed|signed) (?:its|our|the) (?P<n>\d+) ?(?:th|st|nd|rd)\b"
)
SETTLING = frozenset(["restructure", "reorganise", "merge", "integrate", "transfer", "secure"])


class Title(NamedTuple):
    """What a title asks for: the wordings of its verb, and the head of its object, in stems.

    ``several``: more than one thing is asked for; ``counts``: how many of it. ``things``: what else
    may be said to be done in its stead, such as the contract of what is commissioned. ``kin``: the
    stems of the verbs that say as much. ``deed``: the stem of its verb.
    """

    wordings: tuple[Wording, ...]
    heads: frozenset[str]
    several: bool
    counts: frozenset[str]
    plural: bool
    things: frozenset[str]
    share: bool
    kin: frozenset[str]
    sign: Signs
    deed: str

    def fitting(self, signs: Signs) -> list[Wording]:
        """By which of them it may be said to be done in what bears these signs."""
        return [each for each in (*self.wordings, ANY, OWN) if each.sign & signs]


@lru_cache(maxsize=4096)
def title_of(title: str) -> Title:
    """What the title of an action asks for."""
    said = WORD.findall(title.lower())
    verbs = list(takewhile(lambda each: each in RULES or each in ("and", "to", "continue"), said))
    after = said[len(verbs) :]
    verbs = [each for each in verbs if each in RULES]
    wordings = tuple(WORDINGS[name] for each in verbs[-1:] for name in RULES[each])
    noun = list(takewhile(lambda each: each not in PREPOSITIONS, after))
    heads = {stem(each.split("-")[-1]) for each in noun[-1:]} | {stem(each) for each in verbs}
    heads |= {stem(each.removeprefix("re")) for each in verbs if each.startswith("re")}
    heads |= {stem(each) for verb in verbs for each in _named_after(verb)}
    plural = bool(noun) and noun[-1].endswith("s") and not noun[-1].endswith(("ss", "us", "is"))
    rules = frozenset(name for each in verbs for name in RULES[each])
    return Title(
        wordings=wordings,
        heads=frozenset(heads),
        several=_asks_for_more(after, noun) or (plural and SETTLING.isdisjoint(verbs)),
        counts=frozenset(each for each in said if each.isdigit() or each in COUNTS),
        plural=plural,
        things=frozenset(thing for each in verbs[-1:] for thing in things_of("deliverable", each)),
        share="%" in said,
        kin=frozenset(stem(each) for each in RULES if not rules.isdisjoint(RULES[each])),
        sign=sign_of_any(*wordings, ANY, OWN, REACHED, COUNTED),
        deed=stem(said[0]) if said else "",
    )


def _named_after(verb: str) -> list[str]:
    """What the doing of it is called: "evaluation", "introduction", "publication"."""
    if verb.endswith("te"):
        return [f"{verb[:-1]}ion"]
    if verb.endswith("ce"):
        return [f"{verb[:-1]}tion"]
    return [f"{verb[:-2]}cation"] if verb.endswith("sh") else [f"{verb}ion"]


def may_be_done(title: str, signs: Signs) -> bool:
    """Whether anything is said by which the deliverable can be done."""
    wanted = title_of(title)
    return not wanted.share and bool(wanted.sign & signs)


def _asks_for_more(said: Sequence[str], noun: Sequence[str]) -> bool:
    """Read "Migrate the records and train the staff" as two things."""
    after = (then for before, then in pairwise(said) if before == "and")
    return ";" in said or not EVERY.isdisjoint(noun) or any(each in RULES for each in after)
