"""A day that is likelier than another: "won't make March, more like September"."""

from language.dates.finding import Dated
from language.lexicon.text import Words

LIKELIER = (["more", "like"], ["more", "likely"], ["much", "likelier"], ["now", "likelier"])
LIKELIER_THEN = (["more", "likely"], ["rather", "than"], ["instead", "of"])
GUESSED = ([",", "probably"], [",", "possibly"], ["but", "probably"])  # "not March, probably May"
LEADING = frozenset(
    ["the", "be", "to", "it's", "it", "is", "will", "it'll", "by", "in", "say", "about", "around",
     "now", "of", "a", "sometime", "at"]
)  # fmt: skip
FAR = 4  # words between


def outweighs(words: Words, dated: Dated) -> bool:
    """Whether a day is told for sure, because it is likelier than what was said before."""
    at = dated.first
    while at > dated.first - FAR and words.norm(at - 1) in LEADING:
        at -= 1
    guessed = words.norms(at - 2, at) in GUESSED and "not" in words.said
    after = words.norms(dated.beyond, dated.beyond + 2)
    return guessed or words.norms(at - 2, at) in LIKELIER or after in LIKELIER_THEN
