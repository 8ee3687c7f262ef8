"""Days, shares and states that are told of something else, or of another time, than the end."""

from pathlib import Path

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("wrong_days.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_nothing_is_recorded_that_is_not_said_of_the_action(row: Row):
    assert problem(row, PLAN) == ""
