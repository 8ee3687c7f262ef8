"""What is plainly told of an action, and less sure for what stands beside it."""

from pathlib import Path

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("second_thoughts.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_stands_beside_a_plain_status_is_heard(row: Row):
    assert problem(row, PLAN) == ""
