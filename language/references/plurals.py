"""A part of the plan by its number alone: "the 7s", "all my SH1s", "7.x"."""

from collections.abc import Iterator, Sequence

from language.lexicon.text import Words
from language.references.finding import How, Mention
from language.references.known import KnownPlan
from language.references.parts import FOLLOWED
from language.references.usage import OPENING

LEADING = frozenset(
    ["the", "all", "my", "our", "of", "rest", "other", "others", "these", "those", "remaining"]
)
ONES = frozenset(["ones", "actions", "lot", "group", "set"])
ANY = frozenset(["x", "*", "xx"])
AFTER = FOLLOWED | frozenset(
    [":", "-", ",", "", "are", "have", "were", "still", "remain", "should", "need", "as", "aren't"]
)


def plurals(words: Words, plan: KnownPlan, about: Sequence[str]) -> list[Mention]:
    """Where a part is spoken of so; under a reminder of its actions these alone are meant.

    "The under 7s" and "class 7s" are people: before the number stands only what counts actions.
    """
    if words.said.isdisjoint(plan.part_openings):
        return []
    return list(_plurals(words, plan, frozenset(about)))


def _plurals(words: Words, plan: KnownPlan, about: frozenset[str]) -> Iterator[Mention]:
    for at in words.figures:
        beyond = _beyond(words, at)
        if beyond is None:
            continue
        first = at - (words.glued(at) and words.norm(at - 1).isalpha())
        refs = plan.parts.get("".join(words.norms(first, at + 1)), ())
        start = _start(words, first)
        if not refs or words.norm(start - 1) not in OPENING:
            continue
        beyond += words.norm(beyond) in ONES
        if words.norm(beyond) in AFTER:
            here = tuple(ref for ref in refs if ref in about)
            yield Mention(start, beyond, here or refs, How.PART)


def _beyond(words: Words, at: int) -> int | None:
    """Where "7s", "7.x" or "7.xs" ends; None where the number stands for itself."""
    beyond = at + 1
    if words.norm(beyond) == "." and words.glued(beyond) and words.norm(beyond + 1) in ANY:
        beyond += 2
    if words.norm(beyond) == "s" and words.glued(beyond):
        beyond += 1
    return beyond if beyond > at + 1 and words.norm(at).isdigit() else None


def _start(words: Words, first: int) -> int:
    while words.norm(first - 1) in LEADING:
        first -= 1
    return first
