"""The days that are said in the corpus and in our tables, each with whether it is the promise."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path

from language.hearing.heard import Heard, heard
from language.leaning.weighing import PROMISED
from language.lexicon.text import words_of
from language.message import Message
from language.news.day_features import candidates_in
from language.news.told import outcomes_in
from tests.language.plan import NOW, known, speaker
from tests.language.table import Row, rows
from tests.leaning.corpus import corpus, heard_of
from tests.leaning.learner import Example

TABLES = Path(__file__).parents[1] / "language"
OTHER = "other"  # a day that is no promise
NO_TABLES = ("fellgate_plan.txt", "not_of_the_end.txt", "board_news.txt")


def days_learnt_from() -> Iterator[Example]:
    for said in corpus():
        if said.with_an_action and not said.held_back:
            days = {said.day} if said.day else set()
            yield from _days(heard_of(said), "7.3", days, said.arguable)
    yield from _of_the_tables()


def table_rows() -> Iterator[Row]:
    """The rows of every table of what may be said of our plan."""
    for file in sorted(TABLES.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        if text.count("|") > 3 and file.name not in NO_TABLES:
            yield from rows(text)


def _of_the_tables() -> Iterator[Example]:
    plan = known()
    for row in table_rows():
        message = Message(text=row.text, now=NOW, about=row.about)
        scene = heard(message, plan, speaker(row.who), words_of(row.text))
        for ref in {*map(_ref, row.readings[0])} & plan.standings.keys():
            of_it = [each for reading in row.readings for each in reading if _ref(each) == ref]
            days = {date.fromisoformat(each.split(">")[1][:10]) for each in of_it if ">" in each}
            yield from _days(scene, ref, days, arguable=False)


def _ref(told: str) -> str:
    """Of which action an update of a table tells: "2.1" of "2.1=delayed>2027-03-01"."""
    return re.split("[=>%]", told, maxsplit=1)[0]


def _days(scene: Heard, ref: str, promised: Collection[date], arguable: bool) -> Iterator[Example]:
    for outcome in outcomes_in(scene):
        if outcome.updates and outcome.topic.refs == (ref,):
            for each in candidates_in(outcome, scene):
                fair = (PROMISED, OTHER) if arguable else (PROMISED,)
                labels = fair if each.day in promised else (OTHER,)
                yield Example.of(each.words, each.findings, *labels)
