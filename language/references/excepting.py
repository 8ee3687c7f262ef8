"""Exceptions: "all on track bar the last" tells of the others, and "bar the last" of them alone."""

from collections.abc import Iterator, Sequence
from itertools import chain

from language.lexicon.text import Words, tokens_of
from language.lexicon.words import word_set
from language.references.finding import How, Mention
from language.references.titles import TitleIndex

EXCEPTING = word_set("excepting.excepting")
SKIPPED = word_set("excepting.skipped")
BUT = frozenset([("other", "than"), ("but", "not"), ("but", "for"), ("just", "not")])
OPENING = EXCEPTING.union(first for first, _ in BUT) | {"but"}
ALL = frozenset(["all", "everything", "anything"])  # "all but the last done"
ORDINALS = frozenset(["first", "second", "third", "fourth", "fifth", "last", "middle"])
ENDING = word_set("excepting.ending") | {""}
LONGEST = 5  # words by which an excepted action is titled
NEAR = 6  # words after a whole part of the plan in which its exception is named


def exception_at(words: Words, first: int) -> int | None:
    """Where the words stand that except what comes after: "bar the last", "other than 1.2"."""
    if OPENING.isdisjoint(words.said):
        return None
    at = first - 1
    while words.norm(at) in SKIPPED:
        at -= 1
    for start in (at - 1, at):
        if (words.norm(start), words.norm(start + 1)) in BUT:
            return start
    if not _excepts(words, at):
        return None
    return at - 1 if words.norm(at - 1) == "with" else at


def _excepts(words: Words, at: int) -> bool:
    if words.norm(at) == "but":
        return words.norm(at - 1) in ALL or _ends_with_one(words, at)
    return words.norm(at) in EXCEPTING


def _ends_with_one(words: Words, at: int) -> bool:
    """Read "all green but the first" as "all but the first": nothing is told of it."""
    place = at + 1 + (words.norm(at + 1) == "the")
    beyond = place + 1 + (words.norm(place + 1) == "one")
    named = words.norm(place) in ORDINALS or words.norm(place)[:1].isdigit()
    return named and not ALL.isdisjoint(words.norms(0, at)) and not words.norm(beyond)


def less_exceptions(
    words: Words, mentions: Sequence[Mention], about: Sequence[str] = ()
) -> list[Mention]:
    """The same, with each exception taken from what it is excepted from.

    Read "on track bar the last" under a reminder as said of the others, though nothing names them.
    """
    found = list(mentions)
    if OPENING.isdisjoint(words.said):
        return sorted(found)
    for each in mentions:
        at = exception_at(words, each.first)
        if at is None:
            continue
        whole = _excepted_from(each, found)
        if whole is not None:
            how = How.TITLE if each.how is How.TITLE else whole.how
            found[found.index(whole)] = whole._replace(refs=_less(whole.refs, each), how=how)
        elif each == mentions[0] and set(each.refs) < set(about):
            how = How.TITLE if each.how is How.TITLE else How.ORDINAL
            found.append(Mention(at, at + 1, _less(about, each), how))
    return sorted(found)


def titled_exceptions(words: Words, titles: TitleIndex, about: Sequence[str]) -> Iterator[Mention]:
    """Read "all fine apart from the guide" by the words that only one title has."""
    for at in range(len(words.tokens)):
        if not _excepts(words, at):
            continue
        first = at + 1
        while words.norm(first) in SKIPPED:
            first += 1
        last = first
        while last < first + LONGEST and words.norm(last) not in ENDING:
            last += 1
        refs = titles.alone(words.norms(first, last), about)
        if len(refs) == 1:
            yield Mention(first, last, tuple(refs), How.TITLE)


def titled_in(
    words: Words, titles: TitleIndex, wholes: Sequence[Mention], named: Sequence[Mention]
) -> list[Mention]:
    """Read "everything in 2 ticks over bar the sweepers" by the title that speaks of them."""
    refs = list(dict.fromkeys(ref for each in wholes for ref in each.refs))
    taken = tokens_of(named)
    found = titled_exceptions(words, titles, refs) if refs else ()
    return [each for each in found if each.first not in taken]


def with_exceptions(words: Words, group: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """The actions of a group but for those excepted, which stay only with news of their own."""
    excepted = _excepted(words, group, mentions)
    kept = tuple(ref for ref in group.refs if ref not in excepted)
    others = (each for each in mentions if not _inside(each, group))
    own = [each for each in others if not set(each.refs) <= excepted or _has_own_words(words, each)]
    return sorted([*own, group._replace(refs=kept)])


def _excepted_from(mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The last of the larger ones before it, else the first after it."""
    refs = set(mention.refs)
    larger = [each for each in mentions if len(each.refs) > len(refs) and refs < set(each.refs)]
    before = [each for each in larger if each.first < mention.first]
    return next(chain(reversed(before), larger), None)


def _less(refs: Sequence[str], excepted: Mention) -> tuple[str, ...]:
    return tuple(ref for ref in refs if ref not in excepted.refs)


def _excepted(words: Words, group: Mention, mentions: Sequence[Mention]) -> set[str]:
    after = [
        each
        for each in mentions
        if each.first >= group.beyond and set(each.refs) <= set(group.refs)
    ]
    found: set[str] = set()
    for each in after:
        leading = [words.norm(at) for at in range(max(group.beyond, each.first - NEAR), each.first)]
        if (
            any(norm in EXCEPTING for norm in leading)
            or tuple(leading[-2:]) in BUT
            or _has_own_words(words, each)
        ):
            found |= set(each.refs)
    return found


def _has_own_words(words: Words, mention: Mention) -> bool:
    after = words.norm(mention.beyond)
    return after not in ("", ".", "\n", ",", "!", "and", ";", "is", "are") or (
        words.norm(mention.beyond + 1) not in ("",) and after in ("is", "(", ",")
    )


def _inside(mention: Mention, group: Mention) -> bool:
    return group.first <= mention.first < group.beyond
