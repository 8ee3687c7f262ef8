"""What stands beside the deed: that it goes on, what is still done to it, regret and triumph."""

from pathlib import Path

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("last_words.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_stands_beside_the_deed_is_weighed(row: Row):
    assert problem(row, PLAN) == ""
