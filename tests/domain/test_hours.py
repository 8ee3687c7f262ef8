"""One message a day means one: on every day, at any hour, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

import pytest

from domain.hours import closes, day_to_speak, opens

LONDON = ZoneInfo("Europe/London")
FIRST, LAST = date(2000, 1, 1), date(2037, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
HOURS = [time(0, 30), time(1, 30), time(2, 30), time(9, 15)]
ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"]


@pytest.mark.parametrize("hour", HOURS, ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_the_hour_strikes_once_on_every_day_of_38_years(hour: time, zone: str) -> None:
    moments = [opens(day, hour, ZoneInfo(zone)) for day in EVERY_DAY]

    assert all(before < after for before, after in pairwise(moments))
    assert [day_to_speak(each, hour, ZoneInfo(zone)) for each in moments] == EVERY_DAY


@pytest.mark.parametrize("hour", HOURS, ids=str)
def test_a_beat_every_half_hour_finds_every_day_once_and_in_order(hour: time) -> None:
    beat, found = opens(date(2026, 1, 1), time(0), LONDON), []
    while beat.year == 2026:
        found.append(day_to_speak(beat, hour, LONDON))
        beat += timedelta(minutes=30)

    days = [day for day, _ in groupby(filter(None, found))]
    assert days == [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2026, 3, 29), time(1, 30), "01:30"),  # 01:30 is skipped: 02:30 by the wall
        (date(2026, 3, 29), time(9, 15), "08:15"),
        (date(2026, 10, 25), time(1, 30), "00:30"),  # 01:30 comes twice: the first
        (date(2026, 10, 25), time(9, 15), "09:15"),
        (date(2026, 7, 1), time(9, 15), "08:15"),
    ],
)
def test_the_clocks_go_forward_and_back(day: date, hour: time, utc: str) -> None:
    assert f"{opens(day, hour, LONDON):%H:%M}" == utc


@pytest.mark.parametrize("hour", [time(0, 30), time(9, 15), time(17), time(23)], ids=str)
def test_working_hours_end_on_the_day_on_which_they_began(hour: time) -> None:
    for day in EVERY_DAY[::13]:
        assert opens(day, hour, LONDON) < closes(day, hour, LONDON)
        assert closes(day, hour, LONDON).astimezone(LONDON).date() == day


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-07-01T08:14", None),
        ("2026-07-01T08:15", date(2026, 7, 1)),
        ("2026-07-01T16:25", date(2026, 7, 1)),
        ("2026-07-01T16:26", None),  # it has still to be sent by half past five
    ],
)
def test_nothing_is_said_outside_working_hours(at: str, day: date | None) -> None:
    now = datetime.fromisoformat(at).replace(tzinfo=UTC)

    assert day_to_speak(now, time(9, 15), LONDON) == day
