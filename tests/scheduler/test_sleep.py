"""An action sleeps when all whom it concerns were told, and no longer than any of it allows."""

from datetime import timedelta

from scheduler.sleep import Key, Sleep
from tests.builders import NOW

SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=9)
FIRST, SECOND, NOBODYS = ("harbour", "1"), ("canal", "1"), ("canal", "2")


def a_sleep() -> Sleep:
    """The first is Nia's, the second hers and Rhona's."""
    sleep = Sleep(NOW, dict.fromkeys((FIRST, SECOND, NOBODYS), LATER))
    sleep.wait_for("nia", {FIRST, SECOND, ("elsewhere", "1")})
    sleep.wait_for("rhona", {SECOND})
    return sleep


def ready(sleep: Sleep, *people: str, count: int = 1) -> list[Key]:
    for each in people:
        sleep.told(each)
    return sleep.ready(count)


def test_an_action_sleeps_when_the_last_of_them_was_told() -> None:
    sleep = a_sleep()
    assert ready(sleep) == []
    assert ready(sleep, "nia") == [FIRST]
    assert ready(sleep, "nia", "nobody") == []
    assert ready(sleep, "rhona") == [SECOND]


def test_a_few_wait_for_more() -> None:
    sleep = a_sleep()
    assert ready(sleep, "nia", count=2) == []
    assert set(ready(sleep, "rhona", count=2)) == {FIRST, SECOND}


def test_more_wait_for_the_next_time() -> None:
    sleep = a_sleep()
    assert ready(sleep, "nia", "rhona") == [FIRST]
    assert ready(sleep) == [SECOND]
    assert ready(sleep) == []


def test_what_must_not_sleep_does_not() -> None:
    sleep = a_sleep()
    sleep.no_longer_than(NOW, FIRST)
    assert ready(sleep, "nia") == []
    assert set(sleep.rest()) == {SECOND, NOBODYS}


def test_all_else_sleeps_at_the_end_and_what_is_to_wake_earlier_once_more() -> None:
    sleep = a_sleep()
    assert sleep.begin([FIRST, SECOND]) == {"harbour": {"1": LATER}, "canal": {"1": LATER}}
    assert sleep.rest() == [NOBODYS]
    sleep.no_longer_than(SOON, FIRST)
    assert sleep.rest() == [FIRST, NOBODYS]
    assert sleep.begin(sleep.rest()) == {"harbour": {"1": SOON}, "canal": {"2": LATER}}
    assert sleep.rest() == []
