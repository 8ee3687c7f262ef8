"""From one rating to another: of "amber to green" and "R -> A" the later one counts."""

from collections.abc import Sequence

from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit

RATINGS = ("label", "mark")
ONTO = (["to"], ["->"], ["-", ">"], ["→"], ["=", ">"], [">"], ["now"])


def without_former(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """The phrases, where a rating takes in the one that it has at once taken the place of."""
    found: list[Hit] = []
    for each in hits:
        if found and _moves(words, found[-1], each):
            each = each._replace(first=found.pop().first)
        found.append(each)
    return found


def _moves(words: Words, hit: Hit, other: Hit) -> bool:
    if not (_is_rating(hit) and _is_rating(other)) or words.norm(hit.first - 1) == "from":
        return False
    return words.norms(hit.beyond, other.first) in ONTO


def _is_rating(hit: Hit) -> bool:
    return hit.term.strength in RATINGS and hit.term.status is not None
