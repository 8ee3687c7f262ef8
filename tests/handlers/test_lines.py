"""How an action stands, in a sentence."""

from datetime import date

import pytest

from domain.events import ActionState, Tracked
from handlers.lines import dates, stands
from tests.builders import an_action

SEPTEMBER, OCTOBER, DECEMBER = date(2031, 9, 30), date(2031, 10, 31), date(2031, 12, 31)


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        ("on track", "7.3 is on track"),
        ("late, declared on track", "7.3 is late, declared on track"),
        ("will be late", "7.3 will be late"),
        ("will be late, 60 %", "7.3 will be late, 60 %"),
        ("in progress, 40 %", "7.3 is in progress, 40 %"),
        ("no word yet", "There is no word about 7.3 yet"),
        ("dropped from the plan", "7.3 is dropped from the plan"),
    ],
)
def test_the_standing_makes_a_sentence(standing, told):
    assert stands("7.3", standing) == told


@pytest.mark.parametrize(
    ("first", "accepted", "forecast", "told"),
    [
        (SEPTEMBER, SEPTEMBER, None, "was due Tue 30 September, 5 days late"),
        (SEPTEMBER, DECEMBER, None, "due Wed 31 December · first date Tue 30 September"),
        (
            SEPTEMBER,
            DECEMBER,
            OCTOBER,
            "was 30 September, accepted for 31 December, now Fri 31 October (+31 days, moved once)",
        ),
        (
            SEPTEMBER,
            SEPTEMBER,
            OCTOBER,
            "was 30 September, now Fri 31 October (+31 days, moved once)",
        ),
        (SEPTEMBER, None, OCTOBER, "expected Fri 31 October · first date Tue 30 September"),
        (SEPTEMBER, None, None, "no date · first date Tue 30 September"),
        (None, DECEMBER, None, "due Wed 31 December"),
        (None, None, OCTOBER, "expected Fri 31 October"),
    ],
)
def test_it_is_due_on_the_day_that_is_accepted_now(first, accepted, forecast, told):
    state = ActionState(first=first, accepted=accepted, forecast=forecast, moves=1)
    tracked = Tracked(action=an_action(due_text=""), state=state)

    assert " · ".join(dates(tracked, date(2031, 10, 5))) == told
