"""What is plainly told of an action, and less sure for what stands beside it."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from language.hearing.heard import heard
from language.lexicon.text import words_of
from language.message import Message
from language.news.second_thoughts import SIGN, THOUGHTS, Thought, thoughts_on
from language.news.told import outcomes_in
from tests.language.plan import NOW, known, speaker
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("second_thoughts.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_stands_beside_a_plain_status_is_heard(row: Row):
    assert problem(row, PLAN) == ""


# Where two rows meet in the messages of this folder: the first counts.
MEETING = {
    ("revived", "of-others"),
    ("sought", "by-them"),
    ("day-off", "one-is-off"),
    ("narrowed", "as-first-meant"),
    ("one-is-off", "to-go-to"),
}
# What no message of this folder needs: others make it unsure before. No new row may join them.
UNNEEDED = {
    "did-late", "not-half", "ends-then", "comes-in-later", "but-not-out", "now-analysing",
    "down-as", "report-only", "rated-then", "put-off-by", "some-rearranged", "caught-up-by",
    "refused",
    "another-comes", "until-then", "red-for-now", "amber-for-now", "did-then", "but-for-a-while",
    "to-answer-by", "other-in-post", "it-depends", "closed-after", "nothing-else",
    "to-be-done-then", "likelier", "but-the-rest",
}  # fmt: skip


def told_here() -> Iterator[Row]:
    """The messages of this folder that are read of its plan and have words of any row."""
    for table in sorted(Path(__file__).parent.glob("*.txt")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#") and line.count("|") == 4:
                yield from (row for row in rows(line) if words_of(row.text).signs & SIGN)


@cache
def thoughts_here() -> Counter[tuple[Thought, ...]]:
    """How often which rows apply together."""
    found: Counter[tuple[Thought, ...]] = Counter()
    for row in told_here():
        message = Message(text=row.text, now=NOW, about=row.about)
        scene = heard(message, PLAN, speaker(row.who), words_of(row.text))
        found.update(tuple(thoughts_on(each, scene)) for each in outcomes_in(scene))
    return found


def taken(thought: Thought) -> tuple[bool, bool]:
    """Whether it takes the status that was told, and whether it takes the day."""
    return bool(thought.instead or not thought.keeps), not thought.dated


def test_two_rows_meet_only_where_it_is_known_which_counts():
    assert {tuple(each.name for each in met) for met in thoughts_here() if len(met) > 1} == MEETING


@pytest.mark.parametrize(("first", "then"), sorted(MEETING))
def test_of_two_that_meet_the_one_counts_that_takes_more(first: str, then: str):
    row = {each.name: each for each in THOUGHTS}
    assert taken(row[first]) >= taken(row[then])
    assert row[first].of & row[then].of


def test_every_row_is_needed_by_a_message():
    counted = {met[0].name for met in thoughts_here() if met}
    assert {each.name for each in THOUGHTS} - counted <= UNNEEDED
