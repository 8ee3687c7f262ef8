"""What starts and what comes round in the days ahead."""

from datetime import date, timedelta

import pytest

from domain.ahead import ahead, behind, open_occurrences
from domain.events import ActionState, Tracked, at_first
from domain.points import Sort
from domain.work import Due, DueKind, Every, Milestone, Period, Status
from tests.builders import an_action

PERIOD = Period(start=date(2031, 4, 1), end=date(2034, 3, 31))
FORTNIGHT = timedelta(days=14)


def tracked(due: Due, ref: str = "1.1", **state: object) -> Tracked:
    action = an_action(ref=ref, due=due)
    return Tracked(action=action, state=at_first(action).model_copy(update=state))


def recurring(every: Every, **but: object) -> Due:
    return Due(kind=DueKind.RECURRING, every=every).model_copy(update=but)


def told(due: Due, today: date, **state: object) -> list[tuple[Sort, date, str]]:
    found = ahead([tracked(due, **state)], PERIOD, today, today + FORTNIGHT)
    return [(each.point.sort, each.point.day, each.point.label) for each in found]


QUARTER = (Sort.OCCURRENCE, date(2031, 6, 30), "April to June 2031")
JUNE = (Sort.OCCURRENCE, date(2031, 6, 30), "June 2031")


@pytest.mark.parametrize(
    ("every", "today", "expected"),
    [
        (Every.QUARTERLY, date(2031, 6, 15), []),  # a day too early
        (Every.QUARTERLY, date(2031, 6, 16), [QUARTER]),
        (Every.QUARTERLY, date(2031, 6, 30), [QUARTER]),
        (Every.QUARTERLY, date(2031, 7, 1), []),
        (Every.MONTHLY, date(2031, 6, 20), [JUNE]),
        (
            Every.ANNUALLY,
            date(2032, 3, 20),
            [(Sort.OCCURRENCE, date(2032, 3, 31), "the year to 31 March 2032")],
        ),
        (
            Every.WEEKLY,
            date(2031, 6, 18),
            [(Sort.OCCURRENCE, date(2031, 6, 22), "week to 22 June 2031")],
        ),
        (Every.QUARTERLY, date(2034, 4, 1), []),  # the plan is over
    ],
)
def test_work_that_comes_round_has_the_end_of_its_occurrence(
    every: Every, today: date, expected: list[tuple[Sort, date, str]]
) -> None:
    assert told(recurring(every), today) == expected


def test_of_an_occurrence_that_was_answered_the_next_comes() -> None:
    done = frozenset({"week to 22 June 2031"})
    assert told(recurring(Every.WEEKLY), date(2031, 6, 18), done=done) == [
        (Sort.OCCURRENCE, date(2031, 6, 29), "week to 29 June 2031")
    ]
    done = frozenset({"April to June 2031"})
    assert told(recurring(Every.QUARTERLY), date(2031, 6, 18), done=done) == []


START = date(2031, 6, 20)


@pytest.mark.parametrize("kind", [DueKind.FROM, DueKind.WINDOW])
@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({}, True),
        ({"status": Status.NOT_STARTED}, True),
        ({"status": Status.IN_PROGRESS}, False),
        ({"status": Status.COMPLETE}, False),
        ({"forecast": date(2031, 9, 1)}, False),  # somebody speaks of its end already
    ],
)
def test_what_is_to_start_is_ahead_until_it_has(
    kind: DueKind, state: dict[str, object], expected: bool
) -> None:
    due = Due(kind=kind, start=START, end=date(2031, 12, 1) if kind is DueKind.WINDOW else None)
    found = told(due, date(2031, 6, 16), **state)
    assert found == ([(Sort.START, START, "")] if expected else [])


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (START - FORTNIGHT - timedelta(days=1), False),
        (START - FORTNIGHT, True),
        (START, True),
        (START + timedelta(days=1), False),
    ],
)
def test_it_is_so_for_a_fortnight(today: date, expected: bool) -> None:
    assert bool(told(Due(kind=DueKind.FROM, start=START), today)) is expected


def test_the_soonest_comes_first() -> None:
    late, soon = (Due(kind=DueKind.FROM, start=START + timedelta(days=n)) for n in (3, 0))
    found = ahead([tracked(late, "1"), tracked(soon, "2")], PERIOD, START, START + FORTNIGHT)
    assert [each.tracked.action.ref for each in found] == ["2", "1"]


def test_what_is_finished_has_nothing_ahead() -> None:
    action = an_action(due=recurring(Every.WEEKLY))
    done = Tracked(action=action, state=ActionState(status=Status.CANCELLED))
    assert ahead([done], PERIOD, START, START + FORTNIGHT) == ()


READ, JULY_7 = date(2031, 4, 2), date(2031, 7, 7)
QUARTERLY = recurring(Every.QUARTERLY)
FROM = Due(kind=DueKind.FROM, start=START)
STAGED = Due(kind=DueKind.BY, end=date(2031, 9, 1), milestones=(Milestone(label="a", end=START),))


@pytest.mark.parametrize(
    ("due", "state", "expected"),
    [
        (QUARTERLY, {}, [QUARTER]),
        (QUARTERLY, {"done": frozenset({"April to June 2031"})}, []),
        (QUARTERLY, {"status": Status.COMPLETE}, []),
        (FROM, {}, [(Sort.START, START, "")]),
        (FROM, {"status": Status.IN_PROGRESS}, []),
        (Due(kind=DueKind.FROM, start=JULY_7), {}, []),  # today
        (STAGED, {}, [(Sort.STAGE, START, "a")]),
        (STAGED, {"done": frozenset({"a"})}, []),
        (STAGED, {"accepted": START}, []),  # it is late as a whole
        (Due(kind=DueKind.ONGOING), {}, []),
    ],
)
def test_what_had_its_day_is_behind_until_somebody_says_that_it_was_met(
    due: Due, state: dict[str, object], expected: list[tuple[Sort, date, str]]
) -> None:
    found = behind([tracked(due, **state)], PERIOD, READ, JULY_7)
    assert [(each.point.sort, each.point.day, each.point.label) for each in found] == expected


def test_what_was_over_when_the_plan_was_read_is_not_expected() -> None:
    assert behind([tracked(QUARTERLY)], PERIOD, date(2031, 7, 1), JULY_7) == ()


@pytest.mark.parametrize(
    ("due", "state", "expected"),
    [
        (QUARTERLY, {}, ["April to June 2031", "July to September 2031"]),
        (QUARTERLY, {"done": frozenset({"July to September 2031"})}, ["April to June 2031"]),
        (QUARTERLY, {"status": Status.COMPLETE}, []),
        (recurring(Every.MONTHLY, start=date(2031, 9, 1)), {}, ["September 2031"]),
        (recurring(Every.MONTHLY, end=date(2031, 5, 31)), {}, ["April 2031", "May 2031"]),
        (recurring(Every.ANNUALLY), {}, []),
        (STAGED, {}, []),
    ],
)
def test_each_occurrence_waits_for_its_own_answer(
    due: Due, state: dict[str, object], expected: list[str]
) -> None:
    found = open_occurrences(tracked(due, **state), PERIOD, READ, date(2031, 10, 30))
    assert [each.label for each in found] == expected
