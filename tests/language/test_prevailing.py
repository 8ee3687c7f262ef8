"""Words that say how an action stands, or by when, whatever is guessed beside them."""

from pathlib import Path

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("prevailing.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_what_is_said_outright_is_what_is_read(row: Row):
    assert problem(row, PLAN) == ""
