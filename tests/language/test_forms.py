"""The form of messages: who is meant by a list, a whole part, a letter or an ending."""

from pathlib import Path

import pytest

from language.understand import Message, understand
from tests.language.plan import LINES, MIXED, NOW, SHARES, known, speaker
from tests.language.table import Row, problem_in, rows

TABLE = tuple(rows(Path(__file__).with_name("forms.txt").read_text(encoding="utf-8")))
PLANS = {lines: known(lines) for lines in (LINES, MIXED, SHARES)}
WHERE = {"X": MIXED, "Q": MIXED, "T": MIXED, "S": SHARES}
WHO = {"X": "chair", "Q": "Mara Quill", "T": "Owen Trask", "S": "Owen Trask"}


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_is_read_as_a_colleague_would_read_it(row: Row):
    lines = WHERE.get(row.who, LINES)
    who = speaker(WHO.get(row.who, row.who), lines)
    reading = understand(Message(text=row.text, now=NOW, about=row.about), PLANS[lines], who)
    assert problem_in(row, reading) == ""
