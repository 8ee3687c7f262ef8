"""Leave that is called off; and news that only looks like it."""

from datetime import date

import pytest

from domain.intents import CancelLeave
from language.orders.no_leave import no_leave

TODAY = date(2031, 5, 14)
JUNE = CancelLeave(start=date(2031, 6, 1), end=date(2031, 6, 30))
WEEK = CancelLeave(start=date(2031, 6, 2), end=date(2031, 6, 6))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cancel my leave", CancelLeave()),
        ("please cancel my leave", CancelLeave()),
        ("cancel all my leave", CancelLeave(all=True)),
        ("delete my holiday please", CancelLeave()),
        ("my leave has been cancelled.", CancelLeave()),
        ("i'm not away after all", CancelLeave()),
        ("cancel my leave in june", JUNE),
        ("my annual leave in june is cancelled", JUNE),
        ("cancel my leave from 2 to 6 june", WEEK),
        ("i'm not on leave from 2 to 6 june after all", WEEK),
        ("cancel my leave on 2 june 2031", WEEK.model_copy(update={"end": date(2031, 6, 2)})),
        ("cancel my leave in the usual way", None),
        ("cancel the leave policy review", None),
        ("i'm not away, 7.3 is on track", None),
        ("my leave cover is cancelled", None),
    ],
)
def test_only_leave_of_ones_own_is_called_off(text: str, expected: CancelLeave | None) -> None:
    assert no_leave(text, TODAY) == expected
