"""Working days: weekends, closures and a person's own week."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.calendar import Calendar

FRIDAY = date(2031, 5, 16)
MONDAY, TUESDAY = FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=4)
BANK_HOLIDAY = Calendar(closed=frozenset({MONDAY}))
MIDWEEK = Calendar().but(week=frozenset({1, 2, 3}))

days = some.dates(date(2030, 1, 1), date(2032, 12, 31))
calendars = some.builds(
    Calendar,
    closed=some.frozensets(days, max_size=30),
    week=some.frozensets(some.integers(0, 6), min_size=1),
)


@pytest.mark.parametrize(
    ("calendar", "day", "before", "after"),
    [
        (Calendar(), FRIDAY, FRIDAY, FRIDAY),
        (Calendar(), FRIDAY + timedelta(days=1), FRIDAY, MONDAY),
        (BANK_HOLIDAY, MONDAY, FRIDAY, TUESDAY),
        (MIDWEEK, FRIDAY, FRIDAY - timedelta(days=1), TUESDAY),
    ],
)
def test_a_day_not_worked_has_a_working_day_on_either_side(calendar, day, before, after):
    assert (calendar.on_or_before(day), calendar.on_or_after(day)) == (before, after)


@pytest.mark.parametrize(
    ("calendar", "count", "ahead", "back"),
    [
        (Calendar(), 0, FRIDAY, FRIDAY),
        (Calendar(), 1, MONDAY, FRIDAY - timedelta(days=1)),
        (BANK_HOLIDAY, 1, TUESDAY, FRIDAY - timedelta(days=1)),
        (Calendar(), 10, FRIDAY + timedelta(days=14), FRIDAY - timedelta(days=14)),
    ],
)
def test_days_are_counted_in_working_days(calendar, count, ahead, back):
    assert (calendar.ahead(FRIDAY, count), calendar.back(FRIDAY, count)) == (ahead, back)


@given(calendars, days, some.integers(1, 20))
def test_as_many_working_days_there_as_back_again(calendar, day, count):
    day = calendar.on_or_after(day)

    assert calendar.back(calendar.ahead(day, count), count) == day


def test_a_calendar_without_any_working_day_does_not_search_for_ever():
    never = Calendar(week=frozenset())

    assert never.on_or_after(FRIDAY) == FRIDAY


def test_time_off_is_added_to_what_is_closed_already():
    assert not BANK_HOLIDAY.but(closed=[TUESDAY]).works(MONDAY)
    assert not BANK_HOLIDAY.but(closed=[TUESDAY]).works(TUESDAY)
