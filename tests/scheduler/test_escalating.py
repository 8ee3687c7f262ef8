"""Who else is told: of what is late, of who is away, of what an administrator must put right."""

from datetime import time

import pytest

from domain.conversation import Kind
from domain.people import Appointment, Holding, Office, Person
from domain.policy import PolicyChange, SetPolicy
from domain.summary import Scope
from domain.work import Due, DueKind, Status
from tests.builders import an_outgoing
from tests.scheduler.quay import PLAN, WORKSPACE, Quay, an_open_action, in_days

WHOLE = Scope(plan=PLAN.key)


async def test_the_chair_is_told_what_it_is_that_has_passed():
    from_then = Due(kind=DueKind.FROM, start=in_days(0))
    quay = await Quay.with_actions(an_open_action("1.1", from_then))
    await quay.play(range(15))

    told = await quay.text("bo")
    assert "Good morning, Bo. For you as chair: what is past its date in your group." in told
    assert "was to start on 12 May, 14 days ago, and nobody has said whether it has" in told


class TestAway:
    async def test_the_delegate_is_asked_and_told_for_whom(self):
        quay = await Quay.with_actions(an_open_action("1.1", 2))
        await quay.away("nia", 0, 10, delegate="sam")
        await quay.play(range(3))

        assert await quay.days() == {}
        assert list(await quay.days("sam")) == [0, 2]
        assert "for Nia Quill, who is away" in await quay.text("sam")

    async def test_without_a_delegate_what_falls_into_the_leave_comes_before_it(self):
        quay = await Quay.with_actions(an_open_action("1.1", 32))
        await quay.away("nia", 28, 41)
        await quay.play(range(42))

        assert list(await quay.days()) == [4, 18, 25]

    async def test_who_is_away_already_is_left_in_peace_and_the_chair_sees_it(self):
        quay = await Quay.with_actions(an_open_action("1.1", 2))
        await quay.away("nia", -3, 4)
        await quay.play(range(5))

        assert await quay.days() == {}
        assert await quay.days("bo") == {0: ("1.1",)}
        assert "Nia Quill is away until Fri 16 May; due Wed 14 May" in await quay.text("bo")

    async def test_the_chair_sees_it_on_the_day_it_is_due_whatever_the_week_has_brought(self):
        quay = await Quay.with_actions(an_open_action("1.1", 1))
        await quay.away("nia", -3, 4)
        async with quay.open_unit(WORKSPACE) as unit:
            for day in (-4, -3):
                await unit.outbox.put(an_outgoing(to="bo", day=in_days(day)))
            await unit.commit()
        await quay.play([0, 1])

        days = await quay.days("bo")
        assert {day: about for day, about in days.items() if day >= 0} == {1: ("1.1",)}

    async def test_a_second_owner_is_asked_while_the_first_is_away(self):
        quay = await Quay.with_actions(an_open_action("1.1", 2, "Nia Quill", "Harbour Master"))
        await quay.away("nia", -3, 4)
        await quay.play([0])

        assert list(await quay.days("sam")) == [0]
        assert await quay.days("bo") == {}

    async def test_who_comes_back_is_asked_what_is_still_open(self):
        quay = await Quay.with_actions(an_open_action("1.1", 2))
        await quay.away("nia", -3, 4)
        await quay.play(range(9))

        assert list(await quay.days()) == [7]


class TestLate:
    async def test_the_owner_is_asked_first_then_the_chair_is_told_then_the_administrator(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        await quay.play(range(35))

        assert list(await quay.days()) == [0, 7, 14, 21, 28]
        assert await quay.days("bo") == {14: ("1.1",)}
        assert await quay.days("kit") == {28: ("1.1",)}
        told = await quay.text("bo")
        assert "14 days past its date of 12 May Nia Quill" in told
        assert (await quay.written("bo"))[0].kind is Kind.ESCALATION

    async def test_nobody_is_told_of_what_its_owner_was_not_asked_about(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        await quay.play(range(30, 40))

        assert list(await quay.days()) == [30, 37]
        assert list(await quay.days("bo")) == [37]

    async def test_news_keeps_it_between_the_owner_and_the_bot_for_a_while(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        await quay.play(range(14))
        await quay.say("1.1", 13, status=Status.DELAYED)
        await quay.play(range(14, 22))

        assert list(await quay.days("bo")) == [18]

    async def test_a_new_date_ends_the_chasing_but_late_is_late_whatever_is_forecast(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        await quay.play(range(14))
        await quay.say("1.1", 13, forecast=in_days(60), moves=1)
        await quay.play(range(14, 60))

        assert await quay.days("bo") == {18: ("1.1",)}
        assert "18 days past its date of 12 May, now expected 11 July (moved once)" in (
            await quay.text("bo")
        )
        assert await quay.days("kit") == {}

    async def test_a_forecast_that_is_moved_again_and_again_does_not_hide_it_from_the_chair(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        for n, day in enumerate(range(-2, 70, 9)):
            await quay.play(range(max(day - 8, 0), day + 1))
            await quay.say("1.1", day, forecast=in_days(day + 20), moves=n + 1)

        assert list(await quay.days("bo")) == [14]

    async def test_a_date_that_the_group_has_accepted_is_what_counts(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        await quay.say("1.1", -2, accepted=in_days(80), forecast=in_days(85), moves=1)
        await quay.play(range(60))

        assert await quay.days("bo") == {}

    async def test_the_vice_chair_stands_in_and_without_either_the_administrator(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        await quay.away("bo", 10, 30)
        async with quay.open_unit(WORKSPACE) as unit:
            vice = Appointment(person="sam", office=Office.VICE, partnership_group="Board")
            await unit.people.appoint(vice)
            await unit.commit()
        await quay.play(range(15))

        assert list(await quay.days("sam")) == [14]

    async def test_a_policy_says_after_how_many_working_days(self):
        quay = await Quay.with_actions(an_open_action("1.1", 0))
        soon = PolicyChange(to_chair=2, to_administrator=1)
        await quay.order(SetPolicy(scope=WHOLE, change=soon))
        await quay.play(range(16))

        # but not before the owner, first asked when a week late, had a week to answer
        assert (list(await quay.days("bo")), list(await quay.days("kit"))) == ([14], [14])


class TestLists:
    @pytest.mark.parametrize(
        ("action", "lack"),
        [
            (an_open_action("1.1", 60, "Pool Keeper"), "nobody holds the post of Pool Keeper"),
            (an_open_action("1.1", 60, "Ezra Finch"), "no person and no post called Ezra Finch"),
            (an_open_action("1.1", Due(kind=DueKind.NONE)), "it has no date that I can read"),
            (
                an_open_action("1.1", 60).model_copy(update={"owners": ()}),
                "nobody owns it in the plan",
            ),
        ],
    )
    async def test_what_an_administrator_must_put_right_is_told_once(self, action, lack):
        quay = await Quay.with_actions(action)
        await quay.play(range(30))

        assert await quay.days("kit") == {0: ("1.1",)}
        assert lack in await quay.text("kit")
        assert (await quay.written("kit"))[0].kind is Kind.FINDING

    async def test_an_owner_without_an_account_is_on_the_list(self):
        quay = await Quay.with_actions(an_open_action("1.1", 2, "Ivo Reed"))
        async with quay.open_unit(WORKSPACE) as unit:
            await unit.people.put(Person(id="ivo", name="Ivo Reed"))
            await unit.commit()
        await quay.play([0])

        assert "Ivo Reed has no account here" in await quay.text("kit")

    async def test_each_is_told_within_a_working_day_whatever_the_week_has_brought(self):
        """One on each of four days, the last of them a Friday after the day's message."""
        quay = await Quay.with_actions()
        for day in range(5):
            await quay.play([day])
            if day == 3:
                continue  # nothing turns up
            async with quay.open_unit(WORKSPACE) as unit:
                nobodys = an_open_action(f"2.{day}", 60).model_copy(update={"owners": ()})
                await unit.actions.put(PLAN.key, [nobodys])
                await unit.commit()
            await quay.beat(day, time(18))
        await quay.play(range(5, 8))

        told = {1: ("2.0",), 2: ("2.1",), 3: ("2.2",), 7: ("2.4",)}
        assert await quay.days("kit") == told

    async def test_what_turns_up_twice_on_a_day_is_one_message_a_day(self):
        quay = await Quay.with_actions()
        for hour in (time(10), time(11)):
            async with quay.open_unit(WORKSPACE) as unit:
                nobodys = an_open_action(f"2.{hour.hour}", 60).model_copy(update={"owners": ()})
                await unit.actions.put(PLAN.key, [nobodys])
                await unit.commit()
            await quay.beat(0, hour)
        await quay.play([1])

        assert await quay.days("kit") == {0: ("2.10",), 1: ("2.11",)}

    async def test_who_is_found_for_a_vacant_post_is_asked(self):
        quay = await Quay.with_actions(an_open_action("1.1", 21, "Pool Keeper"))
        await quay.play(range(3))
        async with quay.open_unit(WORKSPACE) as unit:
            await unit.people.hold(Holding(post="Pool Keeper", person="sam"))
            await unit.commit()
        await quay.play(range(3, 22))

        assert list(await quay.days("sam")) == [7, 14, 18, 21]

    async def test_who_leaves_a_post_is_missed_the_next_working_day(self):
        quay = await Quay.with_actions(an_open_action("1.1", 200, "Harbour Master"))
        await quay.play([0])
        async with quay.open_unit(WORKSPACE) as unit:
            await unit.people.hold(Holding(post="Harbour Master", person="sam", end=in_days(4)))
            await unit.actions.rouse(WHOLE)
            await unit.commit()
        await quay.play(range(1, 10))

        assert await quay.days("kit") == {7: ("1.1",)}  # Friday was the last day
        assert "nobody holds the post of Harbour Master" in await quay.text("kit")

    async def test_what_is_not_theirs_by_their_own_word_is_on_the_list(self):
        quay = await Quay.with_actions(an_open_action("1.1", 40))
        await quay.say("1.1", -1, disowned=True)
        await quay.play([0])

        assert "its owner says that it is not theirs" in await quay.text("kit")
