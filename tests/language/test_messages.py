"""Messages of officers, and their terse lists and short answers, with the right readings."""

from pathlib import Path

import pytest

from language.references.known import KnownPlan
from tests.language.plan import known
from tests.language.table import Row, problem, rows

HERE = Path(__file__).parent
TABLE, TERSE = (
    tuple(rows((HERE / name).read_text(encoding="utf-8"))) for name in ("messages.txt", "terse.txt")
)


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return known()


@pytest.mark.parametrize("row", (*TABLE, *TERSE), ids=lambda row: row.text[:50])
def test_is_read_as_a_colleague_would_read_it(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
