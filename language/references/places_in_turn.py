"""A list of actions, each told of by its place in it: "1.1-1.3: first is done, other two not"."""

from collections.abc import Callable, Iterator, Sequence

from language.lexicon.text import Words
from language.references.finding import How, Mention

JOINING = frozenset([":", "-", ",", ".", "the", "–", "—", ";", "of", "these", "\n", "and"])
NEAR = 4  # words between the list and the first that is told of

type ByPlace = Callable[[Words, Sequence[str]], Sequence[Mention]]


def told_in_turn(words: Words, mentions: Sequence[Mention], by_place: ByPlace) -> list[Mention]:
    """The same, with a list taken together with the first of it that is told of.

    Only where each of the list is told of by its place, or as one of the rest; which is which is
    to be confirmed.
    """
    lists = [each for each in mentions if len(each.refs) > 1 and each.how is not How.PLACED]
    if len(lists) != 1 or len(mentions) != 1:
        return list(mentions)
    placed = sorted(_after(lists[0], by_place(words, lists[0].refs)))
    told = [ref for each in placed for ref in each.refs]
    if len(placed) < 2 or sorted(told) != sorted(lists[0].refs):
        return list(mentions)
    between = words.norms(lists[0].beyond, placed[0].first)
    if len(between) > NEAR or not JOINING.issuperset(between):
        return list(mentions)
    opening = placed[0]._replace(first=lists[0].first)
    return [each._replace(how=How.PLACED) for each in (opening, *placed[1:])]


def _after(whole: Mention, placed: Sequence[Mention]) -> Iterator[Mention]:
    return (each for each in placed if each.first >= whole.beyond)
