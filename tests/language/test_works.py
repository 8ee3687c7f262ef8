"""What officers write of the works that public bodies do, stage by stage."""

from pathlib import Path

import pytest

from language.understand import Message, understand
from tests.language.plan import NOW, known, speaker
from tests.language.table import WHO, Row, problem_in, rows
from tests.language.works import WORKS

TABLE = tuple(rows(Path(__file__).with_name("works.txt").read_text(encoding="utf-8")))
PLAN = known(WORKS)


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_news_of_works_is_read_as_a_careful_colleague_would(row: Row):
    message = Message(text=row.text, now=NOW, about=row.about)
    reading = understand(message, PLAN, speaker(WHO.get(row.who, row.who), WORKS))
    assert problem_in(row, reading) == ""
