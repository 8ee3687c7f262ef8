"""Report columns of one to three sentences: what of the whole they tell, and what of its parts."""

from pathlib import Path

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("report_columns.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_a_report_column_tells_no_more_of_the_action_than_it_says(row: Row):
    assert problem(row, PLAN) == ""
