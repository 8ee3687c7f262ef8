"""Two days of which either may be the one: "to 28 February or 31 March"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from language.claims.passage import inside
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.news.updates import Outcome

EITHER_DAY = "forecast.either"
LIGHT = frozenset(
    ["by", "on", "even", "maybe", "possibly", "perhaps", "the", "until", "latest", ","]
)


def of_either_day(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but to be confirmed where another day stands beside the one that was read."""
    if "or" not in scene.words.said or not any(each.forecast for each in outcome.updates):
        return outcome
    for clause in outcome.topic.clauses:
        dates = inside(scene.marked.dates, clause)
        either = any(_is_either(scene, *both) for both in pairwise(dates))
        if either or any(_is_either_month(scene, each) for each in dates):
            return replace(outcome, doubts=(*outcome.doubts, EITHER_DAY))
    return outcome


def _is_either_month(scene: Heard, dated: Dated) -> bool:
    """Read "Jan or Feb" as the later of the two, if so confirmed."""
    months = dated.said.rule == "date.months"
    return months and "or" in scene.words.norms(dated.first, dated.beyond)


def _is_either(scene: Heard, one: Dated, other: Dated) -> bool:
    between: Sequence[str] = scene.words.norms(one.beyond, other.first)
    plain = one.day is not None and other.day is not None and one.day != other.day
    return plain and [each for each in between if each not in LIGHT] == ["or"]
