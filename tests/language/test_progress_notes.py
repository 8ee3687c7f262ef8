"""Progress notes of one to three sentences: what stands on paper, and what is yet to come."""

from pathlib import Path

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = tuple(rows(Path(__file__).with_name("progress_notes.txt").read_text(encoding="utf-8")))
PLAN = known()


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_a_progress_note_is_read_as_a_colleague_reads_it(row: Row):
    assert problem(row, PLAN) == ""
