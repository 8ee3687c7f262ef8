"""Which message is answered next."""

from datetime import timedelta

import pytest

from domain.people import Account
from domain.waiting import PASSED_AFTER, Waiting, first_due
from tests.builders import NOW, a_request

SOON = NOW + timedelta(minutes=1)
SAM = Account(platform="console", workspace="home", user="u2")
FIRST, SECOND = a_request(id="first"), a_request(id="second")
SAMS = a_request(id="sams", account=SAM)


def failed(attempts: int) -> Waiting:
    return Waiting(request=FIRST, attempts=attempts, next_try=SOON)


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        ([], None),
        ([Waiting(request=FIRST), Waiting(request=SECOND)], "first"),
        ([failed(1), Waiting(request=SECOND)], None),
        ([failed(1), Waiting(request=SECOND), Waiting(request=SAMS)], "sams"),
        ([failed(PASSED_AFTER), Waiting(request=SECOND)], "second"),
        ([Waiting(request=FIRST, attempts=2, next_try=NOW)], "first"),
    ],
)
def test_the_oldest_comes_first_and_a_person_is_heard_in_order(
    waiting: list[Waiting], expected: str | None
) -> None:
    found = first_due(waiting, NOW)
    assert (found.request.id if found else None) == expected
