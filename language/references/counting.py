"""Under a reminder for several: "1. signed 2. not begun", "all three of these"."""

from collections.abc import Sequence

from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set
from language.references.finding import How, Mention

COUNTED = word_set("replied.counted")
SUITS = word_set("topics.suits") | {"are", "have", "both", "were", "of", "these"}
TOLD_BY = word_set("topics.suits") - {"in", "at", "on", "by", "end", "for", "all"}
COUNTING_OFF = frozenset(["", ",", ".", ";", "\n", "and", "&", "!", "(", "-", "no", "#"])
RATIOS = frozenset(["in", "out"])
COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}
THEM = frozenset(["these", "them", "those", "mine", "ours", "my"])
WHOLE = frozenset(["both", "everything", "neither"])
OPENING_ALL = frozenset(["", ",", ".", ";", "\n", "are", "is"])
BOTH = word_set("topics.both")


def numbered(words: Words, about: Sequence[str]) -> list[Mention]:
    """Read "1 signed by all, 2 still no desk, 3 not begun" as of each, where all are counted."""
    wanted = [str(number) for number in range(1, len(about) + 1)]
    places = [
        at
        for at, token in enumerate(words.tokens)
        if token.kind == "number" and token.norm in wanted and _counts_off(words, at)
    ]
    if len(about) < 2 or [words.norm(at) for at in places] != wanted:
        return []
    pairs = zip(places, about, strict=True)
    return [Mention(at, _after_number(words, at), (ref,), How.ORDINAL) for at, ref in pairs]


def _after_number(words: Words, at: int) -> int:
    """Past the mark of a list: "1. offer made", "2) submitted"."""
    mark, after = words.norm(at + 1), words.norm(at + 2)
    dotted = mark == "." and words.glued(at + 1) and after[:1].isalpha()
    return at + 1 + (dotted or mark == ")")


def _counts_off(words: Words, at: int) -> bool:
    """It opens what is said, and counts nothing that comes after it."""
    after = words.norm(at + 1)
    glued = words.glued(at + 1) and after in ("/", "%", ":")
    glued = glued or (after in RATIOS and words.norm(at + 2)[:1].isdigit())  # "1 in 3"
    opens = words.norm(at - 1) in COUNTING_OFF
    opens = opens or (words.norm(at) != "1" and after in TOLD_BY)
    listed = after == ")" and words.norm(at - 1) != "("
    return (opens or listed) and after not in COUNTED and not glued


def all_of(words: Words, at: int, about: Sequence[str]) -> Mention | None:
    """Read "both", "all 3" and "all three of these" as of all of the reminder."""
    norm, count = words.norm(at), (COUNTS.get(len(about)), str(len(about)))
    if len(about) < 2:
        return None
    if norm in count and words.norm(at + 1) == "of" and words.norm(at + 2) in THEM:
        return Mention(at, at + 3, tuple(about), How.ORDINAL)
    if norm not in BOTH or (norm == "both" and len(about) != 2):
        return None
    after = words.norm(at + 1)
    whole = norm in WHOLE or after in ("of", *count, "are", "these")
    whole = whole or (norm == "all" and words.norm(at - 1) in OPENING_ALL)
    how = How.PLACED if _counts_things(words, count) else How.ORDINAL
    return Mention(at, _after_all(words, at, count), tuple(about), how) if whole else None


def _counts_things(words: Words, count: Sequence[str | None]) -> bool:
    """Read "all 3 sites visited, all 3 finished" as of the sites, perhaps."""
    alls = (at for at, norm in enumerate(words.listed) if norm == "all")
    return any(words.norm(at + 1) in count and not _suits(words, at + 2) for at in alls)


def _suits(words: Words, at: int) -> bool:
    """Whether a word goes on to tell, and is no thing that is counted."""
    after = words.norm(at)
    return after in SUITS or after.endswith(("ed", "ing")) or not after.isalpha()


def _after_all(words: Words, at: int, count: Sequence[str | None]) -> int:
    """Past how many they are, and whose: "all three of mine", but not "all 3 sites"."""
    beyond = at + 1 + (words.norm(at + 1) in count)
    if words.norm(beyond) == "of" and words.norm(beyond + 1) in THEM:
        beyond += 2
    return beyond if _suits(words, beyond) else at + 1


def all_its_things(words: Words, one: Mention, whole: Mention) -> bool:
    """Read "first one done, all 12 flats. Ask me about the other" as of the flats of the first."""
    if len(one.refs) > 1 or words.norm(whole.first) != "all":
        return False
    if not ENDS.isdisjoint(words.norms(one.beyond, whole.first)):
        return False
    after = words.norm(whole.beyond)
    counted = whole.beyond - whole.first == 1 and after.isdigit()
    return counted or not _suits(words, whole.beyond)
