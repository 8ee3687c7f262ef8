"""A reporting round: its days counted back from the papers', and what has come in."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WEEKDAYS, Calendar
from domain.events import ActionState, Event, EventKind, Tracked
from domain.instructions import Instruction
from domain.people import LONDON
from domain.rounds import Return, Returns, Round, Stage, returns_of, rounds_in
from domain.summary import Scope
from domain.timetable import (
    Cadence,
    RoundEnded,
    RoundOpened,
    Timetable,
    earliest_papers,
    timetable,
)
from domain.work import Status
from tests.builders import an_action, an_event

PAPERS = date(2031, 6, 12)  # a Thursday
TODAY = date(2031, 5, 14)
BANK_HOLIDAY = Calendar(closed=frozenset({date(2031, 5, 26)}))
DAY = timedelta(days=1)
DAYS = Timetable(
    papers=PAPERS,
    opens=date(2031, 5, 21),
    chases=(date(2031, 5, 28), date(2031, 6, 3), date(2031, 6, 6)),
    closes=date(2031, 6, 9),
)


@pytest.mark.parametrize(
    ("papers", "today", "calendar", "expected"),
    [
        (
            PAPERS,
            TODAY,
            WEEKDAYS,
            ("2031-05-22", "2031-06-09", ["2031-05-29", "2031-06-03", "2031-06-06"]),
        ),
        (  # a day less is worked, so that it opens a day earlier
            PAPERS,
            TODAY,
            BANK_HOLIDAY,
            ("2031-05-21", "2031-06-09", ["2031-05-29", "2031-06-03", "2031-06-06"]),
        ),
        (  # papers due on a Sunday are due on the Friday
            date(2031, 6, 15),
            TODAY,
            WEEKDAYS,
            ("2031-05-23", "2031-06-10", ["2031-05-30", "2031-06-04", "2031-06-09"]),
        ),
        (  # asked for late, on a Saturday: it opens on the Monday
            PAPERS,
            date(2031, 5, 31),
            WEEKDAYS,
            ("2031-06-02", "2031-06-09", ["2031-06-09"]),
        ),
        (PAPERS, date(2031, 6, 5), WEEKDAYS, ("2031-06-05", "2031-06-09", ["2031-06-09"])),
        (PAPERS, date(2031, 6, 6), WEEKDAYS, None),
        (PAPERS, date(2031, 6, 20), WEEKDAYS, None),
    ],
)
def test_the_days_are_counted_back_from_the_papers(
    papers: date, today: date, calendar: Calendar, expected: tuple[str, str, list[str]] | None
) -> None:
    days = timetable(papers, today, calendar)
    found = days and (
        str(days.opens),
        str(days.closes),
        [str(each) for each in days.chases],
    )
    assert found == expected


off = st.sets(st.integers(0, 120), max_size=40)


@given(
    wait=st.integers(-5, 90),
    off=off,
    cadence=st.builds(Cadence, opens=st.integers(6, 30), closes=st.integers(1, 5)),
)
def test_every_day_of_a_round_is_worked_and_they_follow_one_another(
    wait: int, off: set[int], cadence: Cadence
) -> None:
    calendar = Calendar(closed=frozenset(TODAY + n * DAY for n in off))
    days = timetable(TODAY + wait * DAY, TODAY, calendar, cadence)
    if days is None:
        return
    order = [TODAY, days.opens, *days.chases, days.closes, days.papers]
    assert order == sorted(order)
    assert all(map(calendar.works, order[1:]))
    assert len(set(days.chases)) == len(days.chases) >= 1
    assert calendar.ahead(days.closes, cadence.closes) == days.papers


@given(off=off)
def test_the_earliest_day_is_the_first_there_is_time_for(off: set[int]) -> None:
    calendar = Calendar(closed=frozenset(TODAY + n * DAY for n in off))
    first = earliest_papers(TODAY, calendar)
    assert timetable(first, TODAY, calendar) is not None
    assert timetable(calendar.back(first, 1), TODAY, calendar) is None


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def told(id: int, order: RoundOpened | RoundEnded, when: str) -> Instruction:
    return Instruction(
        id=id,
        at=at(when),
        by="bo",
        by_name="Bo Lark",
        where="console",
        message=f"m{id}",
        words="as was said",
        plan="harbour",
        order=order,
    )


OPENED = told(3, RoundOpened(scope=Scope(plan="harbour"), days=DAYS), "2031-05-14T10:00")
[HELD] = rounds_in([OPENED])


def ended(when: str, called_off: bool = False) -> Round:
    [held] = rounds_in([OPENED, told(9, RoundEnded(round=3, called_off=called_off), when)])
    return held


@pytest.mark.parametrize(
    ("held", "day", "expected"),
    [
        (HELD, "2031-05-20", Stage.COMING),
        (HELD, "2031-05-21", Stage.OPEN),
        (HELD, "2031-06-09", Stage.OPEN),  # a day lasts to its end
        (HELD, "2031-06-10", Stage.CLOSED),
        (ended("2031-05-28T12:00"), "2031-05-28", Stage.CLOSED),
        (ended("2031-05-28T12:00", called_off=True), "2031-05-29", Stage.CALLED_OFF),
    ],
)
def test_how_a_round_stands_follows_from_its_days(held: Round, day: str, expected: Stage) -> None:
    assert held.stage(date.fromisoformat(day), LONDON) is expected


def test_only_the_first_ending_counts_and_only_of_a_round_there_is() -> None:
    again = told(11, RoundEnded(round=3, called_off=True), "2031-06-01T10:00")
    other = told(12, RoundEnded(round=99), "2031-06-01T10:00")
    closed = told(9, RoundEnded(round=3), "2031-05-28T12:00")
    [held] = rounds_in([OPENED, closed, again, other])
    assert (held.called_off, held.ended) == (False, closed)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-05-27", None),
        ("2031-05-28", "2031-05-28"),
        ("2031-06-02", "2031-05-28"),
        ("2031-06-09", "2031-06-06"),  # of three that were missed, the last
    ],
)
def test_the_chaser_that_is_due_is_the_last_one(day: str, expected: str | None) -> None:
    found = HELD.step(date.fromisoformat(day))
    assert found == (date.fromisoformat(expected) if expected else None)


OPEN = ActionState(status=Status.IN_PROGRESS, accepted=date(2031, 6, 30))
DONE = OPEN.model_copy(update={"status": Status.COMPLETE})


def returned(*events: Event, state: ActionState = OPEN, held: Round = HELD) -> Returns:
    numbered = [
        each.model_copy(update={"id": n, "before": each.before or OPEN})
        for n, each in enumerate(events, 1)
    ]
    return returns_of(held, [Tracked(action=an_action(), state=state)], numbered, LONDON)


def said(when: str, **but: object) -> Event:
    return an_event(at=at(when), **but)


@pytest.mark.parametrize(
    ("events", "answered", "late"),
    [
        ([], False, False),
        ([said("2031-05-20T23:59")], False, False),  # before it opened
        ([said("2031-05-21T00:00")], True, False),
        ([said("2031-06-09T23:59")], True, False),
        ([said("2031-06-10T00:00")], True, True),
        ([said("2031-05-22T10:00"), said("2031-06-20T10:00")], True, False),
        ([said("2031-05-22T10:00", kind=EventKind.SNOOZED)], False, False),
        ([said("2031-05-22T10:00", kind=EventKind.REPRINTED)], False, False),
        (
            [
                said("2031-05-22T10:00"),
                said("2031-05-22T10:01", kind=EventKind.UNDONE, undoes=1),
            ],
            False,
            False,
        ),
        (  # answered in time, taken back and answered again too late
            [
                said("2031-05-22T10:00"),
                said("2031-06-12T10:00", kind=EventKind.UNDONE, undoes=1),
                said("2031-06-12T10:01"),
            ],
            True,
            True,
        ),
    ],
)
def test_what_was_said_while_it_was_open_is_an_answer(
    events: list[Event], answered: bool, late: bool
) -> None:
    returns = returned(*events)
    assert (len(returns.answered), len(returns.late)) == (int(answered), int(late))
    assert len(returns.all) == 1


def test_after_it_was_closed_early_an_answer_is_late() -> None:
    held = ended("2031-05-28T12:00")
    assert returned(said("2031-05-28T11:59"), held=held).late == ()
    assert len(returned(said("2031-05-28T12:01"), held=held).late) == 1


def test_what_was_finished_before_is_not_asked_about() -> None:
    assert returned(state=DONE).all == ()
    finished_in_it = returned(said("2031-05-22T10:00"), state=DONE)
    assert len(finished_in_it.answered) == 1
    corrected = returned(said("2031-05-22T10:00", before=DONE), state=OPEN)
    assert corrected.all == ()


def test_a_date_that_changed_in_the_round_is_seen() -> None:
    moved = OPEN.model_copy(update={"forecast": date(2031, 7, 31)})
    [one] = returned(said("2031-05-22T10:00"), state=moved).all
    assert one.moved
    assert not Return(tracked=one.tracked, before=moved).moved
