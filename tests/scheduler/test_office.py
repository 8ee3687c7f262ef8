"""Who may be written to at a moment: in their hours, on a day on which they are there."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.people import Leave, Person
from scheduler.office import open_office
from tests.scheduler.quay import WORKSPACE, Quay, in_days

AUCKLAND = ZoneInfo("Pacific/Auckland")


@pytest.mark.parametrize("delegate", [None, "sam"])
@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2031-05-12T22:00", True),  # the 13th where they are
        ("2031-05-13T22:00", False),  # the first day of their leave, the 13th in London
        ("2031-05-14T22:00", True),
    ],
)
async def test_nobody_is_written_to_while_they_are_away_where_they_are(at, expected, delegate):
    quay = await Quay.with_actions()
    nia = Person(id="nia", name="Nia Quill", timezone=AUCKLAND)
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put(nia)
        leave = Leave(person="nia", start=in_days(2), end=in_days(2), delegate=delegate)
        await unit.people.leave(leave)
        office = await open_office(unit, datetime.fromisoformat(at).replace(tzinfo=UTC), Calendar())

    assert office.can_write_to(nia) is expected
