"""When what comes round is said: in its hour, on a day that is worked, and once."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from domain.calendar import Calendar
from domain.occasions import Monthly, Weekly, next_occasion, occasion_due
from domain.people import LONDON

MONDAYS = Weekly()
BANK_HOLIDAY = Calendar(closed=frozenset({date(2031, 5, 5)}))  # a Monday
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def at(text: str, zone: ZoneInfo = LONDON) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2031-05-12T09:29", None),
        ("2031-05-12T09:30", "2031-W20"),
        ("2031-05-12T17:24", "2031-W20"),
        ("2031-05-12T17:25", None),  # it has still to be sent, and the evening is theirs
        ("2031-05-13T08:00", None),  # missed: it waits for its hour
        ("2031-05-13T09:30", "2031-W20"),
        ("2031-05-16T17:00", "2031-W20"),
        ("2031-05-17T10:00", None),  # a Saturday
        ("2031-05-05T10:00", None),  # a bank holiday
        ("2031-05-06T09:29", None),
        ("2031-05-06T09:30", "2031-W19"),
        ("2031-05-19T09:29", None),
        ("2031-05-19T09:30", "2031-W21"),  # of two that were missed, the last
    ],
)
def test_an_occasion_is_due_in_working_hours(now: str, expected: str | None) -> None:
    found = occasion_due(MONDAYS, at(now), LONDON, BANK_HOLIDAY, NEVER)
    assert (found.name if found else None) == expected


def test_what_has_been_said_is_not_due_again_and_the_next_is() -> None:
    said = at("2031-05-12T09:30:20")
    assert occasion_due(MONDAYS, at("2031-05-14T10:00"), LONDON, Calendar(), said) is None
    due = occasion_due(MONDAYS, at("2031-05-19T09:30"), LONDON, Calendar(), said)
    assert due is not None and due.name == "2031-W21"


def test_a_group_chooses_its_day_and_hour() -> None:
    thursdays = Weekly(day=3, at=time(14))
    assert next_occasion(thursdays, at("2031-05-12T10:00"), LONDON, Calendar()).at == at(
        "2031-05-15T14:00"
    )
    for impossible in ({"day": 7}, {"at": time(3)}, {"at": time(22)}):
        with pytest.raises(ValidationError):
            Weekly.model_validate(impossible)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2031-05-05T10:00", None),  # the first Monday is a bank holiday
        ("2031-05-06T10:00", "2031-05"),
        ("2031-06-02T09:30", "2031-06"),
        ("2031-06-30T10:00", "2031-06"),
        ("2031-12-31T10:00", "2031-12"),
        ("2032-01-02T10:00", "2031-12"),
    ],
)
def test_once_a_month_is_on_its_first_monday(now: str, expected: str | None) -> None:
    april = at("2031-04-07T09:30")
    found = occasion_due(Monthly(), at(now), LONDON, BANK_HOLIDAY, april)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Pacific/Apia"])
def test_every_week_of_forty_years_has_one_whatever_the_clocks_do(zone: str) -> None:
    here = ZoneInfo(zone)
    now, last, names = datetime(2000, 1, 1, tzinfo=UTC), NEVER, []
    while now.year < 2038:
        due = occasion_due(MONDAYS, now, here, Calendar(), last)
        if due:
            names.append(due.name)
            last = now
            now += 20 * HOUR
        now += HOUR
    weeks = [date(2000, 1, 3) + n * timedelta(days=7) for n in range(len(names))]
    assert names == [f"{week:%G-W%V}" for week in weeks]
    assert len(names) > 1980
