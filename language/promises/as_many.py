"""So many of what was counted just before: "3.1 slips a week, 3.2 slips four"."""

from collections.abc import Container, Sequence

from language.dates.calendar import Length
from language.dates.finding import Dated
from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.numerals import DIGITS

PUT_BACK = word_set("as_many.put_back")
AFTER = frozenset(["", ",", ".", ";", "\n", ")", "!", "and", "&", "but", "too", "as", "now"])
UNITS = ("day", "week", "month", "year")
FAR = 4  # words between an action and how many


def as_many(words: Words, dates: Sequence[Dated], named: Container[int]) -> list[Dated]:
    """The same dates, with "slips four" as four weeks where the action before slips one."""
    counted = [each for each in dates if _unit(words, each)]
    if not counted or PUT_BACK.isdisjoint(words.said):
        return list(dates)
    taken = {at for each in dates for at in range(each.first, each.beyond)}
    places = range(counted[0].beyond, len(words.tokens))
    more = (at for at in places if at not in taken and _is_so_many(words, at, named))
    found = [*dates, *(_counted(words, at, counted) for at in more)]
    return sorted(found, key=lambda each: each.first)


def _unit(words: Words, dated: Dated) -> str:
    """What is counted in; "" where it is not said in so many words."""
    length, said = dated.said.length, words.norm(dated.beyond - 1).removesuffix("s")
    return said if length and length.unit == said and said in UNITS else ""


def _is_so_many(words: Words, at: int, named: Container[int]) -> bool:
    """A number that ends what is said of an action: it is put back, and by nothing else."""
    if not _number(words, at) or words.norm(at + 1) not in AFTER:
        return False
    start = at - 1
    while start > at - FAR and words.norm(start) in PUT_BACK:
        start -= 1
    return start in named and start < at - 1


def _number(words: Words, at: int) -> int:
    norm = words.norm(at)
    said = DIGITS.get(norm, norm)
    return int(said) if said.isdecimal() and len(said) < len("100") else 0


def _counted(words: Words, at: int, counted: Sequence[Dated]) -> Dated:
    last = [each for each in counted if each.beyond <= at][-1]
    length = Length(_number(words, at), _unit(words, last))
    end = words.tokens[at].end
    return Dated(at, at + 1, last.said._replace(end=end, length=length))
