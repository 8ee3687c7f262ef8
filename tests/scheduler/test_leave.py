"""Who is asked while people come and go: each change of hands is noticed on its own day."""

from collections.abc import Iterable
from datetime import time
from zoneinfo import ZoneInfo

from domain.people import Holding, Person
from domain.summary import Scope
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action, in_days

AUCKLAND, LOS_ANGELES = ZoneInfo("Pacific/Auckland"), ZoneInfo("America/Los_Angeles")
EVENING = time(20)
HOURS = (time(9, 15), time(18), time(22, 15))  # in London; the last is 09:15 in Auckland


async def elsewhere(quay: Quay, zone: ZoneInfo, *people: tuple[str, str]) -> None:
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put(*(Person(id=id, name=name, timezone=zone) for id, name in people))
        await unit.commit()


async def play(quay: Quay, days: Iterable[int]) -> None:
    await quay.play(days, *HOURS)


async def test_who_is_back_is_asked_at_their_own_hour_on_their_own_day():
    quay = await Quay.with_actions(an_open_action("1.1", 4))
    await elsewhere(quay, AUCKLAND, ("nia", "Nia Quill"))
    await quay.away("nia", 1, 3, delegate="sam")
    await quay.away("sam", 2, 4, delegate="nia")
    await play(quay, range(3))
    await quay.beat(3, time(21))
    await quay.beat(3, time(22, 15))

    assert max(await quay.days()) == 4


async def test_who_is_back_is_asked_by_their_own_calendar_not_that_of_who_covered():
    quay = await Quay.with_actions(an_open_action("1.1", 13))  # a Sunday
    await quay.away("nia", 0, 6, delegate="sam")
    await quay.away("sam", 7, 20)
    await play(quay, range(12))

    assert await quay.days("sam") == {0: ("1.1",), 4: ("1.1",)}  # the last day on which they work
    assert max(await quay.days()) == 11


async def test_a_second_owner_who_is_back_sooner_is_asked():
    quay = await Quay.with_actions(an_open_action("1.1", 0, "Nia Quill", "Harbour Master"))
    await quay.away("nia", -3, 20)
    await quay.away("sam", -3, 1)
    await play(quay, range(3))

    assert list(await quay.days("sam")) == [2]


async def test_who_covers_is_asked_as_soon_as_they_are_back_themselves():
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.away("nia", -3, 20, delegate="sam")
    await quay.away("sam", -3, 1)
    await play(quay, range(3))

    assert list(await quay.days("sam")) == [2]


async def test_what_waits_for_the_hour_of_one_who_leaves_is_asked_of_the_next():
    quay = await Quay.with_actions(an_open_action("1.1", 0, "Nia Quill", "Harbour Master"))
    await quay.away("nia", 1, 20)
    await quay.beat(0, EVENING)
    await play(quay, [1])

    assert list(await quay.days("sam")) == [1]


async def test_who_covers_is_asked_on_the_day_that_the_owner_leaves_wherever_either_is():
    quay = await Quay.with_actions(an_open_action("1.1", 3))
    await elsewhere(quay, LOS_ANGELES, ("nia", "Nia Quill"))
    await elsewhere(quay, AUCKLAND, ("sam", "Sam Tarn"))
    await quay.away("nia", 2, 5, delegate="sam")
    await play(quay, range(4))

    assert list(await quay.days()) == [0]
    assert list(await quay.days("sam")) == [3]


async def test_a_post_is_handed_over_on_the_days_of_those_who_hold_it():
    quay = await Quay.with_actions(an_open_action("1.1", -3, "Pool Keeper"))
    await elsewhere(quay, AUCKLAND, ("nia", "Nia Quill"), ("bo", "Bo Lark"))
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.hold(Holding(post="Pool Keeper", person="nia", end=in_days(1)))
        await unit.people.hold(Holding(post="Pool Keeper", person="bo", start=in_days(2)))
        await unit.actions.rouse(Scope(plan=PLAN.key))
        await unit.commit()
    await quay.beat(0, EVENING)
    await quay.beat(1, time(22, 15))

    assert await quay.days() == {}
    assert list(await quay.days("bo")) == [2]
