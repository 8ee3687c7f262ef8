"""What was written down by mistake tells nothing of how it stands."""

from collections.abc import Sequence

from language.lexicon.patterns import pattern
from language.lexicon.text import Words
from language.lexicon.vocabulary import Hit

MISTAKEN = pattern("clauses.misrecorded")
ON_PAPER = pattern("clauses.on_paper")
ORDERED = pattern("clauses.ordered")


def without_mistakes(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """Read "recorded as complete in error; amend to in progress" as under way."""
    spans = [each.span() for each in MISTAKEN.all_in(words.low, words.signs)]
    spans += on_paper(words)
    if not spans:
        return list(hits)
    return [each for each in hits if each.term.status is None or not _inside(words, each, spans)]


def on_paper(words: Words) -> list[tuple[int, int]]:
    """Read "down as complete but the nurse has left" as what stands on paper, and is not so."""
    found = ON_PAPER.all_in(words.low, words.signs)
    return [each.span("as") for each in found if not ORDERED.search(each["whose"])]


def _inside(words: Words, hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    start = words.tokens[hit.first].start
    return any(first <= start < beyond for first, beyond in spans)
