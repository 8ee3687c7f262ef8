"""References that a clause leans on, without telling anything of their actions."""

from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set
from language.references.finding import Mention

LEANING = word_set("borrowed.leaning")
KINDRED = word_set("borrowed.kindred")
JOINING = frozenset(["of", "with", "to", "on", "in", "into", "by", "as", "from", "under", "for"])
PLACING = frozenset(["at", "of", "in", "under", "from"])
UNTIL = frozenset(["until", "till", "til", "pending", "awaiting", "once", "after"])
EDGES = frozenset(["end", "start", "beginning", "middle", "close", "first", "week"])  # of a time
FAR = 9  # words
SKIPPED = frozenset(["that", "action", "actions", "the", "ref", "both", "item"])
LIKEWISE = frozenset(["also", "same", "likewise", "ditto"])
CONTRASTING = frozenset(["while", "whilst"])  # "while 7.3 is done, 7.4 is late" tells of both
AS = frozenset(["same", "long"])
BEING = frozenset(["is", "has", "was", "remains"])
BORROWING = LEANING | KINDRED | {"same", "not", "long"}  # without one of these nothing is


def is_borrowed(words: Words, mention: Mention) -> bool:
    """Read "until 7.3 is done", "a duplicate of 7.3", "waiting on 7.3": of another action."""
    if BORROWING.isdisjoint(words.said):
        return False
    at = mention.first - 1
    while words.norm(at) in SKIPPED:
        at -= 1
    before = words.norm(at)
    if before == "not" and words.norm(at - 1)[-1:].isdigit():
        return True  # "7.10 not 7.1"
    if _is_told_of(words, at, mention):
        return False
    if before in LEANING:
        return (words.norm(at - 1), before) != ("other", "than")
    if before == "as" and not AS.isdisjoint(words.norms(at - 3, at)):
        return True  # "the same problem as 7.4", "on track as long as 7.4 is"
    if before in JOINING and words.norm(at - 1) in KINDRED:
        return True
    return before in PLACING and _is_waited_for(words, at)


def _is_told_of(words: Words, at: int, mention: Mention) -> bool:
    """What is told of it follows, though it is set beside another: "done, same for 7.4"."""
    before, earlier = words.norm(at), words.norm(at - 1)
    after = words.norms(mention.beyond, mention.beyond + 4)
    if before == "see":
        return not LIKEWISE.isdisjoint(after)  # "1.1 amber (see 1.2, also amber)"
    if before in CONTRASTING and (not earlier or earlier in ENDS):
        return not BEING.isdisjoint(after[:1])
    return earlier == "same" and before in ("for", "with", "on")


def _is_waited_for(words: Words, at: int) -> bool:
    """Read "until the outcome of the review at 7.3 is known" as of what 7.3 brings."""
    span = words.norms(at - FAR, at)
    while span and not UNTIL.isdisjoint(span[1:]):
        span = span[1:]
    plain = all(each.isalpha() for each in span)
    return len(span) > 2 and plain and span[0] in UNTIL and not EDGES.issuperset(span[2:3])
