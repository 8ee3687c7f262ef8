"""References that are whole numbers, as an action log counts its lines: "7 slipping to May"."""

from language.lexicon.text import Words
from language.lexicon.words import word_set

OPENING = word_set("references.opening") | {"", "\n"}
TOLD_BY = word_set("bare_numbers.told_by") | word_set("topics.suits") - {
    "at", "on", "by", "end", "in", "for", "all", "which", "one", ".", ")", "-", ":", "=",
}  # fmt: skip
STANDING = {"on": ["track", "target", "schedule", "hold", "time"], "no": ["change", "progress"]}
STANDINGS = frozenset(
    [("at", "risk"), ("to", "close"), ("under", "way"), ("in", "progress"), ("in", "hand")]
) | {("end", "of"), *((first, then) for first, others in STANDING.items() for then in others)}
PAIRED = frozenset(first for first, _ in STANDINGS)
MEASURES = word_set("references.measures")
LINKS = frozenset(["and", "&", ",", "+", "/", "-", "to", "plus"])
CLOSING = frozenset(["", "?", ".", "!", "\n", "please", "pls", "now", "yet"])
ASKING = word_set("bare_numbers.asking")
ASKED = frozenset(["owns", "own", "of", "about", "has", "is", "are", "was", "did", "on", "with"])
PUTTING_OFF = frozenset(["ask", "remind", "chase", "snooze", "nudge"])
WHAT_OF = frozenset(["about", "of", "for", "on"]) | PUTTING_OFF
LEFT_OVER = frozenset(["left", "remaining", "more", "outstanding"])


def is_bare_ref(words: Words, first: int, beyond: int) -> bool:
    """Whether a whole number that the plan has as a reference is used as one.

    News follows it, or the list that it is in, which opens a clause; or it is asked about.
    """
    start, end = _list_around(words, first, beyond)
    if words.norm(start - 1) in OPENING:
        return _told(words, end) and not _counts(words)
    if words.norm(0) in PUTTING_OFF and words.norm(start - 1) in WHAT_OF:
        return words.norm(end) not in MEASURES  # "ask me about 2 tomorrow"
    asked = words.norm(0) in ASKING and words.norm(start - 1) in (ASKED | ASKING)
    return asked and (words.norm(end) in CLOSING or _told(words, end))


def _list_around(words: Words, first: int, beyond: int) -> tuple[int, int]:
    """Where the list of numbers begins and ends that one is in: "3, 4 and 6"."""
    while words.norm(first - 1) in LINKS and words.norm(first - 2).isdigit():
        first -= 2
    while words.norm(beyond) in LINKS and words.norm(beyond + 1).isdigit():
        beyond += 2
    return first, beyond


def _told(words: Words, at: int) -> bool:
    norm, after = words.norm(at), words.norm(at + 1)
    if norm in PAIRED:
        return (norm, after) in STANDINGS
    return norm in TOLD_BY


def _counts(words: Words) -> bool:
    """Read "7 done, 3 to go" as how many."""
    left = not LEFT_OVER.isdisjoint(words.said)
    return left or ("to" in words.said and "go" in words.said)
