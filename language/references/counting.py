"""Under a reminder for several: "1. signed 2. not begun", "all three of these"."""

import re
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
DENYING = word_set("leaning.denying")
GETTING = frozenset(["get", "getting", "promise", "of", "see", "finish", "finishing", "make"])
LAST = re.compile(r"(?P<head>.*[^\d])(?P<last>\d+)")
LETTERS = frozenset("garb")
TWO = 2
NEARLY = frozenset(["done", "finished", "complete", "completed", "there", "ready", "over"])
BEGUN = NEARLY | {"started", "begun", "late", "delayed", "have", "are", "yet"}
EXCEPTING = word_set("shared.excepting")
FEW = frozenset(["one", "two", "1", "2"])
OTHERS = word_set("shared.the_rest")
LOTS = frozenset(["lot", "pair", "bunch"])
RATING = frozenset(["started", "begun", "late", "done", "finished", "complete", "completed"]) | {
    "delayed", "behind", "red", "amber", "green", "outstanding", "slipping", "overdue",
}  # fmt: skip
RATED = frozenset([("at", "risk"), ("on", "track"), ("under", "way"), ("on", "target")])
CLOSING = frozenset(["", ".", ",", "!", ";", "-", "\n", ")", ":"])


def numbered(words: Words, about: Sequence[str]) -> list[Mention]:
    """Read "1 signed by all, 2 still no desk, 3 not begun" as of each, where all are counted."""
    if len(about) < TWO:
        return []
    placed = [str(number) for number in range(1, len(about) + 1)]
    return _each(words, about, placed, How.ORDINAL) or _each(
        words, about, _lasts(about), How.MENDED
    )


def _lasts(about: Sequence[str]) -> list[str]:
    """Read "8 and 9 complete, 10 amber" under a reminder for BH2.8 to BH2.10."""
    found = [LAST.fullmatch(ref) for ref in about]
    heads = {each["head"] if each else "" for each in found}
    return [each["last"] for each in found if each] if len(heads) == 1 and "" not in heads else []


def _each(words: Words, about: Sequence[str], wanted: Sequence[str], how: How) -> list[Mention]:
    """What opens with each of these numbers, where all of them are there in their order."""
    places = [
        at
        for at, token in enumerate(words.tokens)
        if token.kind == "number" and token.norm in wanted and _counts_off(words, at)
    ]
    if not wanted or [words.norm(at) for at in places] != list(wanted):
        return []
    pairs = zip(places, about, strict=True)
    return [Mention(at, _after_number(words, at), (ref,), how) for at, ref in pairs]


def _after_number(words: Words, at: int) -> int:
    """Past the mark of a list: "1. offer made", "2) submitted"."""
    mark, after = words.norm(at + 1), words.norm(at + 2)
    dotted = is_item(words, at) and (after[:1].isalpha() or itemised(words))
    return at + 1 + (dotted or mark == ")")


def is_item(words: Words, at: int) -> bool:
    """Read "1." as the mark of an item."""
    dotted = words.norm(at + 1) == "." and words.glued(at + 1) and not words.glued(at + 2)
    return dotted and words.norm(at).isdecimal()


def itemised(words: Words) -> bool:
    """Read "1. 31 January 2. 30 April" as two items."""
    items = [int(words.norm(at)) for at in words.figures if is_item(words, at)]
    return len(items) > 1 and items == [*range(1, len(items) + 1)]


def _counts_off(words: Words, at: int) -> bool:
    """It opens what is said, and counts nothing that comes after it."""
    after = words.norm(at + 1)
    glued = words.glued(at + 1) and after in ("/", "%", ":")
    glued = glued or (after in RATIOS and words.norm(at + 2)[:1].isdigit())  # "1 in 3"
    opens = words.norm(at - 1) in COUNTING_OFF
    opens = opens or (words.norm(at) != "1" and (after in TOLD_BY or _is_lettered(words, at)))
    listed = after == ")" and words.norm(at - 1) != "("
    counts = after in COUNTED and not _leads_to_next(words, at)
    return (opens or listed) and not counts and not glued


def _is_lettered(words: Words, at: int) -> bool:
    """Read "1 g 2 g 3 a" as a letter for each."""
    after = words.norm(at + 2)
    return words.norm(at + 1) in LETTERS and (not after or after.isdecimal() or after in CLOSING)


def _leads_to_next(words: Words, at: int) -> bool:
    """Read "1 and 2 complete, 3 only half done" as of each."""
    return words.norm(at + 1) in ("and", "&") and words.norm(at + 2) == str(int(words.norm(at)) + 1)


def all_of(words: Words, at: int, about: Sequence[str]) -> Mention | None:
    """Read "both", "all 3" and "all three of these" as of all of the reminder."""
    norm, many = words.norm(at).removesuffix("'s"), len(about)
    count = (COUNTS.get(many), str(many))
    if many < TWO:
        return None
    if beyond := _not_one(words, at) or _nor_any(words, at, many) or _the_lot(words, at, many):
        return Mention(at, beyond, tuple(about), How.ORDINAL)
    if norm in count and words.norm(at + 1) == "of" and words.norm(at + 2) in THEM:
        return Mention(at, at + 3, tuple(about), How.ORDINAL)
    if norm not in BOTH or (norm == "both" and many != TWO):
        return None
    after = words.norm(at + 1)
    if norm == "none" and after in BEGUN and words.norm(at - 1) in OPENING_ALL:
        return Mention(at, at + 1, tuple(about), How.ORDINAL)
    if norm == "all" and after.isdigit() and after != str(many):
        return None  # "done, all 12 flats"
    if after == "else" or _of_the_others(words, at):
        return None  # "everything else", "none of the others"
    if after in EXCEPTING and words.norm(at + 2) in FEW:
        return None  # "all but one done"
    if norm == "all" and after == "but" and words.norm(at + 2) in NEARLY:
        return None
    whole = norm in WHOLE or after in ("of", *count, "are", "these")
    whole = whole or (norm == "all" and words.norm(at - 1) in OPENING_ALL)
    whole = whole or (
        norm == "none" and words.norm(at - 1) in ("", "\n", ".") and _rates(words, at + 1)
    )
    how = How.PLACED if _counts_things(words, count) else How.ORDINAL
    return Mention(at, _after_all(words, at, count), tuple(about), how) if whole else None


def _rates(words: Words, at: int) -> bool:
    """Read "none started" and "none are late" as of all of them, but not "none recruited"."""
    while words.norm(at) in ("have", "has", "are", "is", "yet", "been"):
        at += 1
    return words.norm(at) in RATING or tuple(words.norms(at, at + 2)) in RATED


def _the_lot(words: Words, at: int, many: int) -> int:
    """Past "the pair of them" and "the whole lot", by itself or with what is told of it.

    But "visited the lot" and "the pair of wardens" are of what an action counts.
    """
    if words.norm(at) != "the":
        return 0
    beyond = at + 1 + (words.norm(at + 1) == "whole")
    if words.norm(beyond) not in LOTS or (words.norm(beyond) == "pair" and many != TWO):
        return 0
    beyond += 1
    whose = words.norm(beyond) == "of" and words.norm(beyond + 1) in THEM
    if whose:
        return beyond + 2 if _suits(words, beyond + 2) else 0
    alone = words.norm(at - 1) in COUNTING_OFF and words.norm(beyond) in CLOSING
    return beyond if alone else 0


def _of_the_others(words: Words, at: int) -> bool:
    of, the, others = words.norm(at + 1), words.norm(at + 2), words.norm(at + 3)
    return of == "of" and (the in OTHERS or (the == "the" and others in OTHERS))


def _not_one(words: Words, at: int) -> int:
    """Past "not one of them"; 0 where none are so denied."""
    denied = words.norm(at) == "not" and words.norm(at + 1) == "one"
    return at + 4 if denied and words.norm(at + 2) == "of" and words.norm(at + 3) in THEM else 0


def _nor_any(words: Words, at: int, many: int) -> int:
    """Past "either" and "any of these" of what is denied: "won't be there for May, either of them".

    But "not done either" is of another thing that is not done.
    """
    if words.norm(at) != "any" and (words.norm(at) != "either" or many != TWO):
        return 0
    if DENYING.isdisjoint(words.norms(0, at)):
        return 0
    if words.norm(at + 1) == "of" and words.norm(at + 2) in THEM:
        return at + 3
    return at + 1 if words.norm(at) == "either" and words.norm(at - 1) in GETTING else 0


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
