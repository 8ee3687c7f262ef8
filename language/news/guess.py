"""The action without its number: found by its title, and never taken for certain."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from language.clauses.splitting import Clause
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.known import KnownPlan
from language.references.titles import COMMON, Match, stem

CLEAR_LEAD = 1.15  # how much likelier the first must be than the second to be the one
FEW = 3
ENOUGH = 2.2  # the least weight of words that speak for an action at all
LONGEST = 8  # words by which an action is named at the opening of a message
HEADED = word_set("guess.headed") | {"", "\n"}
SETTING_OFF = frozenset(["-", ":"])


class Guess(NamedTuple):
    """The actions that words may mean, likeliest first; ``clear`` where the first stands out.

    ``close``: how many are about as likely as the first, itself among them.
    """

    refs: tuple[str, ...]
    clear: bool
    hits: int = 0
    close: int = 0


def guess(
    words: Words,
    clauses: Sequence[Clause],
    taken: Collection[int],
    plan: KnownPlan,
    own: Collection[str],
    may: Collection[str] | None,
) -> Guess:
    """Search the speaker's own actions first, then all."""
    said = _telling(words, clauses, taken)
    opening, set_off = _opening(words, clauses, taken)
    for within in (own, may):
        if within is not None and not within:
            continue
        found = _strong(plan.titles.search(said, within))
        if found:
            judged = _judged(found)
            spare = 0 if judged.clear else 1
            headed = _headed(opening, plan, within, spare) if set_off or spare else None
            return headed or judged
    return Guess((), False)


def _opening(
    words: Words, clauses: Sequence[Clause], taken: Collection[int]
) -> tuple[list[str], bool]:
    """The telling words by which a message opens, up to its first verb, mark or news.

    And whether they are set off from what comes after: "the cycling strategy - it is drafted".
    """
    first = clauses[0].first if clauses else 0
    at = first
    while at < first + LONGEST and at not in taken and words.norm(at) not in HEADED:
        at += 1
    norms = (words.norm(each).removesuffix("'s") for each in range(first, at))
    said = [stem(each) for each in norms if each not in COMMON and len(each) > 1]
    return said, words.norm(at) in SETTING_OFF


def _headed(
    opening: Sequence[str], plan: KnownPlan, within: Collection[str] | None, spare: int
) -> Guess | None:
    """Read "SEN review. The strategy is out" as of the review: a title's words head the message.

    All of them but a ``spare`` one are in the one title, and in no other as many.
    """
    titled = plan.titles.titled
    said = set(opening)
    refs = within if within is not None else titled
    shared = sorted(((len(said & titled[ref]), ref) for ref in refs if ref in titled), reverse=True)
    if not shared or len(said) < 2:
        return None
    (most, ref), *others = shared
    alone = not others or others[0][0] < most
    if most < 2 or most < len(said) - spare or not alone:
        return None
    return Guess((ref,), True, most, 1)


def _telling(words: Words, clauses: Sequence[Clause], taken: Collection[int]) -> list[str]:
    return [
        stem(words.norm(at))
        for clause in clauses
        for at in range(clause.first, clause.beyond)
        if at not in taken
        and words.tokens[at].kind == "word"
        and words.norm(at) not in COMMON
        and len(words.norm(at)) > 1
    ]


def _strong(found: Sequence[Match]) -> list[Match]:
    return [
        each for each in found if each.score >= ENOUGH and (each.hits >= 2 or each.score >= 2.8)
    ]


def _judged(found: Sequence[Match]) -> Guess:
    first = found[0]
    second = found[1].score if len(found) > 1 else 0.0
    clear = first.score >= CLEAR_LEAD * second and (first.hits >= 2 or not second)
    close = sum(CLEAR_LEAD * each.score >= first.score for each in found)
    return Guess(tuple(each.ref for each in found[:FEW]), clear, first.hits, close)
