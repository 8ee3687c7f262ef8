"""Where what is told stands before the name: "green 1.1 amber 1.2", "15 May for 1.1 and 3 June for
1.2", and where an item begins: "a) 1.1 done b) 1.2 late"."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import pairwise

from language.lexicon.text import ENDS, Words
from language.lexicon.vocabulary import Hit
from language.lexicon.words import word_set

LED = frozenset(["for", "on", "with", "to", "is"])
SKIPPED = frozenset(["the", "action"])
BETWEEN = frozenset([":", "/", "-", "=", "|", ",", ";", "and", "&", "for", ">", "are", "(", ")"])
AND = word_set("clauses.and")
RATINGS = ("label", "mark", "said")


def headings(words: Words, starts: Mapping[int, int], hits: Sequence[Hit]) -> Sequence[int]:
    """Where each status begins under which actions are listed; () where anything else is said.

    Read "Green: 1.1, 1.2 / amber: 1.3" and "Done" with one action a line below it.
    """
    told = [each for each in hits if each.term.status]
    listed = len(told) > 1 or (told and "\n" in words.said)
    if not listed or len(starts) < len(told) or min(starts) < told[0].first:
        return ()
    if any(each.term.strength not in RATINGS for each in told):
        return ()
    spans = sorted([(each.first, each.beyond, True) for each in told])
    spans = sorted([*spans, *((first, beyond, False) for first, beyond in starts.items())])
    spans = [(0, 0, False), *spans, (len(words.tokens), 0, True)]
    if spans[1][0] or not _head_each(spans):
        return ()
    between = [words.norms(first[1], then[0]) for first, then in pairwise(spans)]
    plain = all(each in BETWEEN or each in ENDS for norms in between for each in norms)
    return [each.first for each in told] if plain else ()


def numbered_items(words: Words, starts: Mapping[int, int]) -> Set[int]:
    """Read "2. delayed - end Feb 3. complete" as of two: an item begins where its number stands."""
    marked = (at for at, beyond in starts.items() if words.norm(beyond - 1) in (".", ")"))
    return frozenset([at for at in marked if words.norm(at).isdecimal()])


def _head_each(spans: Sequence[tuple[int, int, bool]]) -> bool:
    """No status follows another, and none ends it: an action follows each."""
    return not any(first[2] and then[2] for first, then in pairwise(spans))


def told_apart(words: Words, starts: Mapping[int, int], telling: Collection[int]) -> Set[int]:
    """Where an "and" parts what is told of two, and where the marks of items stand."""
    if len(starts) < 2:
        return frozenset()
    joints = (at for at in starts.values() if words.norm(at) in AND)
    dealt = (at for at in joints if _deals_on(words, at, starts, telling))
    return frozenset([*dealt, *_items(words, starts)])


def _deals_on(words: Words, at: int, starts: Mapping[int, int], telling: Collection[int]) -> bool:
    """Read "15 May for 1.1 and 3 June for 1.2" as of two, parted by the "and"."""
    first = next((each for each, beyond in starts.items() if beyond == at), None)
    if first is None:
        return False
    led = first - 1
    while words.norm(led) in SKIPPED:
        led -= 1
    share = words.norm(at + 1).isdigit() and words.norm(at + 2) == "%"
    return words.norm(led) in LED and (share or at + 1 in telling)


def _items(words: Words, starts: Mapping[int, int]) -> Iterable[int]:
    """Where the letters or numbers of items stand: "a) 1.1 complete b) 1.2 amber"."""
    if ")" not in words.said:
        return ()
    marks = (at - 2 for at in starts if words.norm(at - 1) == ")" and words.glued(at - 1))
    single = (at for at in marks if at > 0 and len(words.norm(at)) == 1)
    return [at for at in single if words.norm(at - 1) != "("]
