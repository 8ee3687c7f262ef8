"""Everyday messages: the last of many, a day for several, a target hit, what is looked back on."""

from pathlib import Path

import pytest

from language.understand import Message, understand
from tests.language.plan import LINES, NOW, SHARES, known, speaker
from tests.language.table import WHO, Row, problem_in, rows

TABLE = tuple(rows(Path(__file__).with_name("everyday.txt").read_text(encoding="utf-8")))
PLANS = {lines: known(lines) for lines in (LINES, SHARES)}


@pytest.mark.parametrize("row", TABLE, ids=[row.text[:60] for row in TABLE])
def test_everyday_messages_are_read_as_a_careful_colleague_would(row: Row):
    lines = SHARES if row.text.startswith("SV") else LINES
    message = Message(text=row.text, now=NOW, about=row.about)
    reading = understand(message, PLANS[lines], speaker(WHO.get(row.who, row.who), lines))
    assert problem_in(row, reading) == ""
