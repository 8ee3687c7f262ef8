"""When a word is wanted: ahead of a date, on it, weekly after it, and otherwise not."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.calendar import Calendar
from domain.events import Tracked, at_first
from domain.points import Context, Sort, points
from domain.policy import Policy
from domain.reminders import due_on, next_look, wanted
from domain.work import Due, DueKind, Every, Milestone, Period, Status
from tests.builders import a_plan, an_action, by

WEDNESDAY = date(2031, 5, 14)
FRIDAY = date(2031, 5, 16)
EVERY_DAY = Calendar(week=frozenset(range(7)))
WEEKDAYS = Calendar()
LONG_AGO = datetime(2029, 1, 1, tzinfo=UTC)
PLAN = a_plan(period=Period(start=date(2030, 4, 1), end=date(2032, 3, 31)), read_at=LONG_AGO)


def away(days: int) -> date:
    return WEDNESDAY + timedelta(days=days)


def moment(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def tracked(due: Due | date, **state: object) -> Tracked:
    action = an_action(due=by(due) if isinstance(due, date) else due)
    return Tracked(action=action, state=at_first(action).model_copy(update=state))


def context(**but: object) -> Context:
    return Context(plan=PLAN)._replace(**but)


def sort_wanted(
    each: Tracked,
    today: date = WEDNESDAY,
    calendar: Calendar = EVERY_DAY,
    asked: date | None = None,
) -> Sort | None:
    point = wanted(each, context(), today, calendar, asked)
    return point.sort if point else None


@pytest.mark.parametrize(
    ("ahead", "asked", "again"),
    [
        (29, None, False),
        (28, None, True),
        (28, -3, True),
        (27, -1, False),
        (14, -14, True),
        (13, -1, False),
        (7, -7, True),
        (2, -5, True),
        (2, -1, False),  # asked late: not again the day after
        (0, -2, True),
        (0, 0, False),
        (1, -1, False),
    ],
)
def test_a_word_is_asked_for_once_at_each_lead_time(ahead, asked, again):
    last = None if asked is None else away(asked)

    assert bool(sort_wanted(tracked(away(ahead)), asked=last)) is again


@pytest.mark.parametrize(
    ("late", "asked", "again"),
    [
        (1, None, True),
        (5, None, True),
        (1, -1, False),
        (7, -7, True),
        (8, -7, True),
        (9, -6, False),
    ],
)
def test_what_is_late_is_chased_weekly(late, asked, again):
    last = None if asked is None else away(asked)

    assert bool(sort_wanted(tracked(away(-late)), asked=last)) is again


def test_what_falls_on_a_day_not_worked_comes_on_the_working_day_before():
    saturday, monday, wednesday = (FRIDAY + timedelta(days=n) for n in (1, 3, 5))
    bank_holiday = Calendar(closed=frozenset({monday}))
    asked_before = FRIDAY - timedelta(days=1)

    assert sort_wanted(tracked(saturday), FRIDAY, WEEKDAYS, asked_before)
    assert not sort_wanted(tracked(wednesday), FRIDAY, WEEKDAYS, asked_before)
    assert sort_wanted(tracked(monday), FRIDAY, bank_holiday, asked_before)


def test_what_is_late_before_a_long_closure_is_chased_after_it():
    """A week on is in the middle of it, and the working day before that is today."""
    christmas = Calendar(closed=frozenset(away(n) for n in range(1, 13)))
    late = tracked(away(-10))

    assert next_look(late, context(), WEDNESDAY, christmas, WEDNESDAY) <= away(13)
    assert not sort_wanted(late, away(-2), christmas, away(-3))
    assert sort_wanted(late, away(13), christmas, WEDNESDAY)


def test_what_was_missed_is_asked_when_the_bot_is_back():
    due_in_ten_days = tracked(away(10))

    assert sort_wanted(due_in_ten_days, asked=away(-20))
    assert not sort_wanted(due_in_ten_days, asked=away(-4))


def test_a_turn_before_the_plan_was_read_is_nobodys_to_answer():
    fresh = context(plan=PLAN.model_copy(update={"read_at": moment(WEDNESDAY)}))

    assert wanted(tracked(away(10)), fresh, WEDNESDAY, EVERY_DAY) is None
    assert wanted(tracked(away(-10)), fresh, WEDNESDAY, EVERY_DAY) is not None


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.COMPLETE},
        {"dropped": True},
        {"status": Status.CANCELLED},
        {"snoozed_until": away(1)},
        {"at": moment(away(-4))},
    ],
)
def test_nothing_is_asked_about_what_is_finished_snoozed_or_fresh(state):
    assert sort_wanted(tracked(WEDNESDAY, **state)) is None
    assert sort_wanted(tracked(away(-20), **state)) is None


def test_a_word_shortly_before_a_turn_answers_it():
    week_ahead = tracked(away(7), at=moment(away(-3)))

    assert sort_wanted(week_ahead) is None
    assert sort_wanted(week_ahead, away(3)) is None
    assert sort_wanted(week_ahead, away(5)) is Sort.END


def test_the_peace_after_a_word_is_counted_by_the_days_of_who_is_asked():
    before_midnight = datetime.combine(away(-5), time(23, 30), UTC)  # already their next day
    late = tracked(away(-10), at=before_midnight)
    in_summer_time = context(zone=ZoneInfo("Europe/London"))
    assert wanted(late, in_summer_time, WEDNESDAY, EVERY_DAY) is None
    assert wanted(late, in_summer_time, away(1), EVERY_DAY)
    assert next_look(late, in_summer_time, WEDNESDAY, EVERY_DAY) == away(1)
    assert wanted(late, context(zone=UTC), WEDNESDAY, EVERY_DAY)


def test_who_asks_to_be_asked_on_a_day_is_asked_on_it_and_once():
    snoozed = tracked(away(40), snoozed_until=WEDNESDAY, at=moment(away(-1)))

    assert sort_wanted(snoozed, away(-1)) is None
    assert sort_wanted(snoozed) is Sort.END
    assert sort_wanted(snoozed, away(1), asked=WEDNESDAY) is None


def test_a_snooze_that_ends_on_a_weekend_lasts_until_monday():
    snoozed = tracked(FRIDAY, snoozed_until=FRIDAY + timedelta(days=1))

    assert sort_wanted(snoozed, FRIDAY, WEEKDAYS) is None
    assert sort_wanted(snoozed, FRIDAY + timedelta(days=3), WEEKDAYS) is Sort.END


def test_the_forecast_is_what_is_asked_about():
    moved = tracked(WEDNESDAY, forecast=away(10))

    assert sort_wanted(moved, asked=away(-2)) is None
    assert sort_wanted(moved, away(8), asked=away(3)) is Sort.FORECAST


STAGES = Due(
    kind=DueKind.BY,
    end=away(90),
    milestones=(Milestone(label="Survey", end=away(7)), Milestone(label="Launch", end=away(90))),
)
MONTHLY = Due(kind=DueKind.RECURRING, every=Every.MONTHLY)
QUARTERLY = Due(kind=DueKind.RECURRING, every=Every.QUARTERLY)
ANNUAL = Due(kind=DueKind.RECURRING, every=Every.ANNUALLY)
STARTS = Due(kind=DueKind.FROM, start=WEDNESDAY)
WINDOW = Due(kind=DueKind.WINDOW, start=WEDNESDAY, end=away(60))
ONGOING, NONE = Due(kind=DueKind.ONGOING), Due(kind=DueKind.NONE)
SEE = Due(kind=DueKind.SEE, see=("13",))
END_OF_MAY, END_OF_JUNE = date(2031, 5, 31), date(2031, 6, 30)


@pytest.mark.parametrize(
    ("due", "day", "state", "sort"),
    [
        (STAGES, away(7), {}, Sort.STAGE),
        (STAGES, away(20), {}, Sort.STAGE),
        (STAGES, away(7), {"done": frozenset({"Survey"})}, None),
        (STAGES, away(90), {"done": frozenset({"Survey"})}, Sort.END),
        (MONTHLY, date(2031, 5, 12), {"done": {"April 2031"}}, None),
        (MONTHLY, END_OF_MAY, {"done": {"April 2031"}}, Sort.OCCURRENCE),
        (MONTHLY, END_OF_MAY, {"done": {"April 2031", "May 2031"}}, None),
        (MONTHLY, date(2031, 6, 4), {"done": {"April 2031"}}, Sort.OCCURRENCE),
        (QUARTERLY, END_OF_JUNE, {"done": {"January to March 2031"}}, Sort.OCCURRENCE),
        (QUARTERLY, END_OF_MAY, {"done": {"January to March 2031"}}, None),
        (ANNUAL, date(2032, 3, 31), {"done": {"the year to 31 March 2031"}}, Sort.OCCURRENCE),
        (STARTS, away(-1), {}, None),
        (STARTS, WEDNESDAY, {}, Sort.START),
        (STARTS, away(9), {"status": Status.NOT_STARTED}, Sort.START),
        (STARTS, WEDNESDAY, {"status": Status.IN_PROGRESS, "at": moment(away(-10))}, None),
        (WINDOW, WEDNESDAY, {}, Sort.START),
        (WINDOW, away(58), {"status": Status.IN_PROGRESS}, Sort.END),
        (ONGOING, WEDNESDAY, {"at": moment(away(-90))}, None),
        (ONGOING, WEDNESDAY, {"at": moment(away(-91))}, Sort.CHECK),
        (ONGOING, WEDNESDAY, {}, Sort.CHECK),
        (NONE, WEDNESDAY, {}, Sort.CHECK),
    ],
)
def test_each_kind_of_date_is_asked_about_in_its_own_way(due, day, state, sort):
    assert sort_wanted(tracked(due, **state), day) is sort


def test_ongoing_work_is_checked_once_a_quarter():
    quiet = tracked(ONGOING, at=moment(away(-200)))

    assert sort_wanted(quiet, asked=away(-90)) is None
    assert sort_wanted(quiet, asked=away(-91)) is Sort.CHECK


@pytest.mark.parametrize(
    ("followed", "day", "sort"),
    [
        ([away(7), away(-30)], WEDNESDAY, Sort.FOLLOWS),
        ([away(9)], away(9), Sort.FOLLOWS),
        ([], WEDNESDAY, Sort.CHECK),
    ],
)
def test_what_refers_to_another_follows_its_date(followed, day, sort):
    others = tuple(tracked(each) for each in followed)
    point = wanted(tracked(SEE), context(followed=others), day, EVERY_DAY)

    assert point is not None
    assert point.sort is sort
    assert not followed or point.day == max(followed)


def test_a_policy_says_how_often():
    rare = context(policy=Policy(leads=frozenset({3}), chase=28, peace=20))

    assert wanted(tracked(away(3)), rare, WEDNESDAY, EVERY_DAY)
    assert not wanted(tracked(away(4)), rare, WEDNESDAY, EVERY_DAY)
    assert not wanted(tracked(away(-40)), rare, WEDNESDAY, EVERY_DAY, asked=away(-27))
    assert not wanted(tracked(away(-40), at=moment(away(-19))), rare, WEDNESDAY, EVERY_DAY)


def test_what_is_due_today_is_due_on_the_last_working_day_that_is_left():
    point = wanted(tracked(FRIDAY + timedelta(days=1)), context(), FRIDAY, WEEKDAYS)

    assert point is not None
    assert due_on(point, FRIDAY, WEEKDAYS)
    assert not due_on(point, FRIDAY, EVERY_DAY)


calendars = some.builds(
    Calendar,
    closed=some.one_of(
        some.frozensets(some.integers(-20, 150).map(away), max_size=12),
        some.integers(1, 25).map(lambda n: frozenset(away(day) for day in range(1, n))),
    ),
    week=some.frozensets(some.integers(0, 6), min_size=2),
)
dues = some.one_of(
    some.sampled_from([MONTHLY, QUARTERLY, ANNUAL, STARTS, WINDOW, ONGOING, NONE, STAGES]),
    some.integers(-60, 90).map(lambda n: by(away(n))),
)
days_back = some.none() | some.just(WEDNESDAY) | some.integers(-40, 0).map(away)


@given(
    due=dues,
    calendar=calendars,
    asked=days_back,
    heard=days_back,
    until=some.none() | some.integers(-10, 20).map(away),
    policy=some.builds(
        Policy,
        leads=some.frozensets(some.integers(0, 60), min_size=1, max_size=5),
        peace=some.integers(1, 20),
        chase=some.integers(5, 30),
    ),
)
def test_nothing_is_slept_through(due, calendar, asked, heard, until, policy):
    """What an action sleeps past is what nobody would have been asked."""
    each = tracked(due, at=moment(heard) if heard else None, snoozed_until=until)
    known = context(policy=policy)
    look = next_look(each, known, WEDNESDAY, calendar, asked)
    asked_today = asked == WEDNESDAY  # nobody is asked twice on a day
    open_today = None if asked_today else wanted(each, known, WEDNESDAY, calendar, asked)
    slept = [away(n) for n in range(1, (min(look, away(150)) - WEDNESDAY).days)]
    worked = [day for day in slept if calendar.works(day)]

    assert look > WEDNESDAY
    if open_today is None:
        assert [day for day in worked if wanted(each, known, day, calendar, asked)] == []


def test_an_action_that_is_finished_sleeps_for_good():
    done = tracked(WEDNESDAY, status=Status.COMPLETE)

    assert next_look(done, context(), WEDNESDAY, EVERY_DAY) == date.max


def test_a_stage_that_was_put_off_is_asked_about_on_its_new_day():
    stage = Milestone(label="Survey", end=away(7))
    due = Due(kind=DueKind.BY, end=away(90), milestones=(stage,))
    each = tracked(due, put_off=(Milestone(label="Survey", end=away(30)),))
    found = points(each, context(), WEDNESDAY)

    assert [(one.sort, one.day) for one in found] == [(Sort.STAGE, away(30)), (Sort.END, away(90))]
