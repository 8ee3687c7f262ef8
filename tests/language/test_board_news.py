"""Commentary for a board, each said under a reminder for an action whose title bears on it."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.language.plan import known
from tests.language.table import Row, problem, rows

TABLE = Path(__file__).with_name("board_news.txt").read_text(encoding="utf-8")


class Told(NamedTuple):
    """What was said, and the line of the plan for the action that it was said of."""

    row: Row
    action: str


def told() -> list[Told]:
    """A line is: title @ due date | message | decisions | readings."""
    found: list[Told] = []
    for line in TABLE.splitlines():
        if line.strip() and not line.startswith("#"):
            heading, _, rest = line.partition("|")
            title, _, due = heading.partition("@")
            (row,) = rows(f"O | 4.1 | {rest}")
            action = f"4.1 | Services | 4. All | {title.strip()} | Owen Trask | {due.strip()}"
            found.append(Told(row._replace(who="chair"), action))
    return found


@pytest.mark.parametrize("each", told(), ids=lambda each: each.row.text[:60])
def test_commentary_is_read_beside_its_title(each: Told):
    assert problem(each.row, known(each.action)) == ""
