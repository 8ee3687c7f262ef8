"""Several actions and as many days: "3.3 and 3.4 delayed to 30 April and 28 May"."""

from collections.abc import Sequence
from itertools import pairwise

from language.claims.passage import Passage
from language.promises.promise import Promise

BETWEEN = frozenset(["and", "&", ",", "/", "+", "then", "\n"])


def days_in_turn(found: Sequence[Promise | None], passage: Passage) -> list[Promise | None]:
    """The promises of some actions, each with the day that stands in its place of the list."""
    dates = [each for clause in passage.clauses for each in passage.dates_of(clause)]
    days = [each.day for each in dates if each.day and each.day > passage.today]
    if len(found) < 2 or not len(found) == len(days) == len(dates):
        return list(found)
    between = [passage.words.norms(one.beyond, other.first) for one, other in pairwise(dates)]
    if not all(each and BETWEEN.issuperset(each) for each in between):
        return list(found)
    here = frozenset(each.first for each in dates)
    return [
        each._replace(day=day, dates=here, rival=False) if each else None
        for each, day in zip(found, days, strict=True)
    ]
