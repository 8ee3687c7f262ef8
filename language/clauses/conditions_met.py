"""A condition that has been met since: "approved subject to two changes, which have been made"."""

from collections.abc import Sequence

from language.lexicon.patterns import pattern
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit

MET = pattern("clauses.conditions_met")


def without_met(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """The same without what a condition says of itself, where it has been met."""
    met = MET.search(words.low, words.signs)
    if met is None:
        return list(hits)
    return [each for each in hits if not met.start() <= words.tokens[each.first].start < met.end()]
