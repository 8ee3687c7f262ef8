"""Why it is so, in the officer's own words; and what only sounds like a reason."""

import pytest

from language.news.noted import reason_of


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        ("7.3 late as the tutor has left", "the tutor has left"),
        ("late as we have nobody", "we have nobody"),
        ("late since two mentors are ill", "two mentors are ill"),
        ("late because the room flooded. Thanks", "the room flooded"),
        ("slipping, waiting on Legal", "Legal"),
        ("7.3 late since July", ""),
        ("it was approved as planned and well attended", ""),
        ("since its launch in May it has served forty", ""),
        ("training as part of the induction is done", ""),
        ("fine as it stands", ""),
        ("as I said, done", ""),
    ],
)
def test_a_reason_is_what_somebody_does_or_is(note, reason):
    assert reason_of(note) == reason
