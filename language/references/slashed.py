"""References that name their group once: "26.1/2/3", "26.1/26.2/3"."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from domain.names import folded_ref
from language.lexicon.patterns import Wording
from language.lexicon.text import Words
from language.references.finding import How, Mention
from language.references.known import KnownPlan

SLASHED = Wording.of(
    r"(?<![\w./])(?P<group>[a-z]{0,5}\d{1,3}\.)(?P<first>\d{1,3})(?P<more>(?:/(?:(?P=group))?\d{1,3}){1,8})(?![\w/%]|\.\d)"
    r"(?! ?(?:%|days?|weeks?|months?|years?|hours?|complete|of)\b)"
)


def slashed(words: Words, plan: KnownPlan) -> Iterator[Mention]:
    """Each such list whose references the plan has, all of them."""
    if "/" not in words.said:
        return
    for match in SLASHED.all_in(words.low, words.signs):
        more = match["more"].strip("/").split("/")
        numbers = [match["first"], *(each.removeprefix(match["group"]) for each in more)]
        if not any(each.isdigit() for each in more):
            continue  # "26.1/26.2", each in full
        refs = [plan.refs.get(folded_ref(match["group"] + each)) for each in numbers]
        first = bisect_left(words.tokens, match.start(), key=attrgetter("start"))
        beyond = bisect_left(words.tokens, match.end(), key=attrgetter("end")) + 1
        known = tuple(ref for ref in refs if ref)
        if len(known) == len(refs):
            yield Mention(first, beyond, known, How.MENDED)
