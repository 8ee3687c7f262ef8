"""Which messages may be answered now."""

from datetime import timedelta

import pytest

from domain.people import Account
from domain.waiting import PASSED_AFTER, Waiting, due
from tests.builders import NOW, a_request

SOON = NOW + timedelta(minutes=1)
SAM = Account(platform="console", workspace="home", user="u2")
FIRST, SECOND = a_request(id="first"), a_request(id="second")
THIRD = a_request(id="third")
SAMS = a_request(id="sams", account=SAM)


def failed(attempts: int) -> Waiting:
    return Waiting(request=FIRST, attempts=attempts, next_try=SOON)


@pytest.mark.parametrize(
    ("waiting", "expected"),
    [
        ([], []),
        ([Waiting(request=FIRST), Waiting(request=SECOND)], ["first"]),
        ([Waiting(request=FIRST), Waiting(request=SAMS)], ["first", "sams"]),
        ([Waiting(request=SAMS), Waiting(request=FIRST)], ["sams", "first"]),
        ([failed(1), Waiting(request=SECOND)], []),
        ([failed(1), Waiting(request=SECOND), Waiting(request=SAMS)], ["sams"]),
        ([failed(PASSED_AFTER), Waiting(request=SECOND)], ["second"]),
        ([failed(PASSED_AFTER), Waiting(request=SECOND), Waiting(request=THIRD)], ["second"]),
        ([Waiting(request=FIRST, attempts=2, next_try=NOW)], ["first"]),
    ],
)
def test_the_oldest_comes_first_and_each_person_is_heard_in_order(
    waiting: list[Waiting], expected: list[str]
) -> None:
    assert [each.request.id for each in due(waiting, NOW)] == expected
