"""A day that is likelier than another: "won't make March, more like September"."""

from language.dates.finding import Dated
from language.lexicon.text import Words

LIKELIER = (["more", "like"], ["more", "likely"], ["much", "likelier"], ["now", "likelier"])
LEADING = frozenset(
    ["the", "be", "to", "it's", "it", "is", "will", "it'll", "by", "in", "say", "about", "around",
     "now", "of", "a", "sometime", "at"]
)  # fmt: skip
FAR = 4  # words between


def is_likelier(words: Words, dated: Dated) -> bool:
    """Whether a day is to come for sure, because it is likelier than what was said before."""
    at = dated.first
    while at > dated.first - FAR and words.norm(at - 1) in LEADING:
        at -= 1
    return words.norms(at - 2, at) in LIKELIER
