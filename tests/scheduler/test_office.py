"""Who may be written to at a moment: in their hours, on a day on which they are there."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.people import Leave, Person
from domain.reach import Asked
from scheduler.office import open_office
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action, in_days

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


async def test_who_covers_is_asked_from_the_first_day_of_the_leave_where_the_owner_is():
    action = an_open_action("1.1", 2)
    quay = await Quay.with_actions(action)
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put(Person(id="nia", name="Nia Quill", timezone=AUCKLAND))
        await unit.people.leave(
            Leave(person="nia", start=in_days(2), end=in_days(2), delegate="sam")
        )
        tracked = await unit.actions.get(PLAN.key, "1.1")
        evening = datetime(2031, 5, 13, 22, tzinfo=UTC)  # the 14th there, the 13th in London
        office = await open_office(unit, evening, Calendar())

    asked = office.reach.asked(tracked, office.today)
    assert isinstance(asked, Asked) and asked.person.id == "sam"
