"""Figures that look like a day and are a count: "5/6 sessions run", at the head of what is told."""

from itertools import takewhile

from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set

LEADING = frozenset(["all", "now", "only", "just", "about", "some", "currently", "so", "far", "is"])
LEADING |= frozenset(["at", "with", "got", "have", "we", "we've", "done", "-", ":", ","])
DONE = word_set("counts.done")
PARTED = ["/"]


def is_count(words: Words, first: int, beyond: int) -> bool:
    """Whether "5/6" stands before what has been done to so many of so many."""
    if beyond - first != 3 or words.norms(first + 1, beyond - 1) != PARTED:
        return False
    done, whole = words.norm(first), words.norm(first + 2)
    if not (done.isdigit() and whole.isdigit() and int(done) <= int(whole)):
        return False
    before = takewhile(lambda at: words.norm(at) not in ENDS, range(first - 1, -1, -1))
    if any(words.norm(at) not in LEADING and not _is_ref(words.norm(at)) for at in before):
        return False
    return _is_done(words, beyond) or (_is_plural(words, beyond) and _is_done(words, beyond + 1))


def _is_ref(norm: str) -> bool:
    return norm[:1].isdigit() and "." in norm


def _is_plural(words: Words, at: int) -> bool:
    return words.norm(at).endswith("s") and words.norm(at).isalpha()


def _is_done(words: Words, at: int) -> bool:
    return words.norm(at) in DONE
