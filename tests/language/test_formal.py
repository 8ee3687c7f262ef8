"""Careful full sentences, of e-mails and monitoring reports, with the readings that are right."""

import pytest

from language.references.known import KnownPlan
from tests.language.commentary import table, weirside
from tests.language.table import Row, problem

TABLE = table("formal.txt")


@pytest.fixture(scope="module")
def plan() -> KnownPlan:
    return weirside()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_a_careful_sentence_is_read_as_a_colleague_would_read_it(row: Row, plan: KnownPlan):
    assert problem(row, plan) == ""
