"""Whatever concerns a person comes in one message a day, two a week, whoever finds it."""

from domain.concerns import Concern
from domain.conversation import Kind, Paragraph
from domain.people import Account, Person
from domain.summary import Scope
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action

WHOLE = Scope(plan=PLAN.key)


async def test_ahead_of_a_date_on_it_and_weekly_after_it():
    quay = await Quay.with_actions(an_open_action("1.1", 28))
    await quay.play(range(60))

    # 28, 14, 7 and 2 days ahead, the last on the Friday before; due on a Monday; then weekly
    assert list(await quay.days()) == [0, 14, 21, 25, 28, 35, 42, 49, 56]


async def test_all_that_concerns_a_person_comes_together_most_urgent_first():
    quay = await Quay.with_actions(
        an_open_action("1.1", 14), an_open_action("1.2", -3), an_open_action("1.3", 2)
    )
    await quay.play([0])

    assert await quay.days() == {0: ("1.2", "1.3", "1.1")}
    assert "Three things on the plan need a word from you. 1." in await quay.text()


async def test_never_more_than_two_a_week_unless_something_is_due_that_day():
    actions = [an_open_action(f"1.{n}", 28 + n) for n in range(20)]
    quay = await Quay.with_actions(*actions)
    await quay.play(range(27))

    days = list(await quay.days())
    assert days == sorted(set(days))
    assert all(sum(day <= each < day + 7 for each in days) <= 2 for day in days)


async def test_what_is_due_today_comes_whatever_the_week_has_brought():
    quay = await Quay.with_actions(*(an_open_action(f"1.{n}", n) for n in range(5)))
    await quay.play(range(5))

    assert list(await quay.days()) == [0, 1, 2, 3, 4]
    assert all(f"1.{day}" in about for day, about in (await quay.days()).items())


async def test_what_was_held_back_comes_later_and_is_not_lost():
    quay = await Quay.with_actions(
        an_open_action("1.1", 29), an_open_action("1.2", 30), an_open_action("1.3", 31)
    )
    await quay.play(range(9))

    assert await quay.days() == {1: ("1.1",), 2: ("1.2",), 8: ("1.3",)}


async def test_many_actions_are_asked_about_in_several_messages():
    quay = await Quay.with_actions(*(an_open_action(f"1.{n}", -1 - n) for n in range(11)))
    await quay.play([0])

    assert len((await quay.days())[0]) == 8
    assert "And 3 more, which can wait" in await quay.text()
    await quay.play([1])
    assert (await quay.days())[1] == ("1.2", "1.1", "1.0")


async def test_what_is_due_today_is_never_left_for_tomorrow_however_much_is_late():
    late = [an_open_action(f"1.{n}", -1 - n) for n in range(11)]
    today = [an_open_action(f"2.{n}", 0) for n in range(3)]
    quay = await Quay.with_actions(*late, *today)
    await quay.play([0])

    about = (await quay.days())[0]
    assert len(about) == 8 + 3
    assert {"2.0", "2.1", "2.2"} < set(about)
    assert "And 3 more, which can wait" in await quay.text()


async def test_what_falls_into_leave_is_never_left_for_the_first_day_of_it():
    late = [an_open_action(f"1.{n}", -1 - n) for n in range(8)]
    quay = await Quay.with_actions(*late, an_open_action("2.1", 3))
    await quay.away("nia", 1, 5)
    await quay.play([0])

    assert "2.1" in (await quay.days())[0]


class TestSources:
    async def test_what_others_find_comes_in_the_same_message_once(self):
        async def a_round(unit, office):
            tracked = await unit.actions.within(WHOLE)
            return [
                Concern(
                    person="nia",
                    kind=Kind.ROUND,
                    once="round spring",
                    plan=PLAN.key,
                    opening="The spring round is open until Friday.",
                    asked=tuple(tracked),
                    parts=(Paragraph(text="Thank you."),),
                )
            ]

        quay = await Quay.with_actions(
            an_open_action("1.1", 2), an_open_action("1.2", 90), sources=(a_round,)
        )
        await quay.play(range(2))

        assert await quay.days() == {0: ("1.1", "1.2")}
        text = await quay.text()
        assert text.count("1.1 Light the harbour path") == 1
        assert "The spring round is open until Friday. 1." in text


async def test_two_processes_write_one_message():
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    other = Quay(open_unit=quay.open_unit, clock=quay.clock)
    await quay.beat(0)
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.actions.rouse(WHOLE)
        await unit.commit()
    await other.beat(0)

    assert len(await quay.written()) == 1


async def test_an_account_that_came_late_is_written_to_from_then_on():
    quay = await Quay.with_actions(an_open_action("1.1", 0, "Ivo Reed"))
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.put(Person(id="ivo", name="Ivo Reed"))
        await unit.commit()
    await quay.play(range(3))
    async with quay.open_unit(WORKSPACE) as unit:
        await unit.people.link(Account(platform="fake", workspace=WORKSPACE, user="i"), "ivo")
        await unit.actions.rouse(WHOLE)
        await unit.commit()
    await quay.play(range(3, 8))

    assert list(await quay.days("ivo")) == [3]
