"""An action sleeps no longer than anything about it allows."""

from datetime import timedelta

from scheduler.sleep import Sleep
from tests.builders import NOW

SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=9)
FIRST, SECOND, THIRD = ("harbour", "1"), ("canal", "1"), ("canal", "2")


def a_sleep() -> Sleep:
    return Sleep(NOW, dict.fromkeys((FIRST, SECOND, THIRD), LATER))


def test_what_may_sleep_does_so_by_plan_until_its_moment() -> None:
    sleep = a_sleep()
    sleep.no_longer_than(SOON, SECOND)
    assert sleep.sleepers() == [FIRST, SECOND, THIRD]
    moments = sleep.moments(sleep.sleepers())
    assert moments == {"harbour": {"1": LATER}, "canal": {"1": SOON, "2": LATER}}


def test_the_earliest_moment_counts() -> None:
    sleep = a_sleep()
    sleep.no_longer_than(SOON, FIRST)
    sleep.no_longer_than(LATER, FIRST)
    assert sleep.moments([FIRST]) == {"harbour": {"1": SOON}}


def test_what_must_be_looked_at_at_once_does_not_sleep() -> None:
    sleep = a_sleep()
    sleep.no_longer_than(NOW, FIRST)
    assert sleep.sleepers() == [SECOND, THIRD]


def test_what_was_not_looked_at_is_left_as_it_is() -> None:
    sleep = a_sleep()
    sleep.no_longer_than(SOON, ("elsewhere", "1"))
    assert sleep.sleepers() == [FIRST, SECOND, THIRD]
