"""The day on which it was due anyway, told beside how late it is: "due 3 May but running late".

That day is no new one.
"""

from collections.abc import Sequence
from datetime import date

from domain.work import Status
from language.claims.passage import Passage
from language.dates.finding import Dated

LATE = (Status.DELAYED, Status.AT_RISK)
LEADING = frozenset(["on", "by", "for", "in", "at", "the", "date", "is", "of"])
NEAR = 4  # tokens from the day to "but"


def due_anyway(passage: Passage, expected: date | None) -> frozenset[int]:
    """Where the days stand that were due, where what comes after them tells that it is late."""
    if "due" not in passage.words.said:
        return frozenset()
    return frozenset(
        each.first
        for each in passage.dates
        if each.day and _is_due(passage, each) and _is_late_after(passage, each, expected)
    )


def _is_due(passage: Passage, dated: Dated) -> bool:
    at = dated.first - 1
    while passage.words.norm(at) in LEADING:
        at -= 1
    return passage.words.norm(at) == "due" and passage.words.norm(at - 1) != "now"


def _is_late_after(passage: Passage, dated: Dated, expected: date | None) -> bool:
    turned = "but" in passage.words.norms(dated.beyond, dated.beyond + NEAR)
    if not (turned or dated.day == expected):
        return False
    told = (each.status in LATE for each in passage.claims if each.hit.first >= dated.beyond)
    return any(told) or _is_overrun(passage.dates, dated)


def _is_overrun(dates: Sequence[Dated], dated: Dated) -> bool:
    """So much longer is told after it."""
    return any(each.first >= dated.beyond and each.said.rule == "date.length" for each in dates)
