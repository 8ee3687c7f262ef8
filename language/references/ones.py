"""An action called by a word of its title beside typed ones: "7.3 done, the fair one late"."""

from collections.abc import Iterator, Sequence, Set

from language.lexicon.text import Words, tokens_of
from language.references.finding import How, Mention
from language.references.titles import TitleIndex

ONE = frozenset(["one", "one's"])
OPENING = frozenset(["", "\n", ".", ",", ";", "and", "&", "but", "-"])
OF_PLACE = frozenset(
    ["first", "second", "third", "fourth", "last", "final", "middle", "other", "next", "same",
     "new", "old", "big", "only", "former", "latter", "top", "bottom"]
)  # fmt: skip
PARTING = frozenset(["of", "in", "for", "at", "who", "which", "that"])
LONGEST = 4  # words between "the" and "one"


def called_ones(
    words: Words, titles: TitleIndex, mentions: Sequence[Mention], own: Set[str]
) -> Iterator[Mention]:
    """Read "7.3 ok and the jobs fair one carries on" as of two, the second to be confirmed."""
    if ONE.isdisjoint(words.said) or "the" not in words.said:
        return
    taken = tokens_of(mentions)
    named = {ref for each in mentions for ref in each.refs}
    for at, norm in enumerate(words.listed):
        first = _opening(words, at) if norm in ONE else None
        if first is None or not taken.isdisjoint(range(first, at)):
            continue
        refs = titles.alone(words.norms(first + 1, at), own)
        if len(refs) == 1 and refs.isdisjoint(named):
            yield Mention(first, at + (norm == "one"), tuple(refs), How.TITLE)


def _opening(words: Words, at: int) -> int | None:
    """Where "the ... one" opens a clause."""
    if words.norm(at + 1) in PARTING:
        return None
    back = range(at - 2, at - 2 - LONGEST, -1)
    first = next((each for each in back if words.norm(each) == "the"), None)
    if first is None or words.norm(first - 1) not in OPENING:
        return None
    return first if OF_PLACE.isdisjoint(words.norms(first + 1, at)) else None
