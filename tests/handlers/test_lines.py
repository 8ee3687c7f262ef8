"""How an action stands, in a sentence."""

import pytest

from handlers.lines import stands


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
