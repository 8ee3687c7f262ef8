"""One day in the place of another: each way to tell it has its rule, and the first counts."""

import pytest

from language.claims.passage import Passage
from language.promises import cues
from language.promises.dating import Dating
from language.promises.new_day import (
    amended,
    corrected,
    in_place,
    likelier,
    named,
    proposed,
    replaced,
)
from tests.language.drafts import drafts

# In the order in which they are tried, and what a day is then promised by.
WAYS = {
    "corrected": (corrected.is_corrected, "forecast.restated"),
    "replaced": (replaced.is_replaced, "forecast.restated"),
    "amended": (amended.is_amended, "forecast.restated"),
    "proposed": (proposed.proposes, "forecast.made"),
    "named": (lambda dating: named.names_a_new_day(dating.before), "forecast.new"),
    "likelier": (likelier.is_likelier, "forecast.instead"),
    "in_place": (in_place.takes_its_place, "forecast.in-place"),
}
# What is said, and in which ways it may be taken: the first counts.
SAID = (
    ("2.1 should now read 14 May", "corrected"),
    ("2.1 this ought to read end of May, not April", "corrected in_place"),
    ("2.1 please amend the end date to 14 May", "amended"),
    ("2.1 replace 31 March with 29 May", "replaced amended"),
    ("2.1 so shall we say 3 May", "proposed"),
    ("2.1 revised target 3 May", "named"),
    ("2.1 will not make March, we are now looking at end of May", "likelier"),
    ("2.1 final adoption will be 16 June instead", "in_place"),
)


def datings(text: str) -> list[Dating]:
    """The days in a message that still hold."""
    passages: list[Passage] = [each.passage for each in drafts(text)]
    return [
        Dating(passage, clause, dated)
        for passage in passages
        for clause in passage.clauses
        for dated in passage.dates_of(clause)
        if dated.first not in passage.former
    ]


@pytest.mark.parametrize(("text", "ways"), SAID, ids=[each[0] for each in SAID])
def test_the_first_way_to_tell_a_new_day_counts(text: str, ways: str):
    dating = datings(text)[-1]
    assert " ".join(name for name, (told, _) in WAYS.items() if told(dating)) == ways
    assert cues.cue_of(dating) == WAYS[ways.split()[0]][1]
