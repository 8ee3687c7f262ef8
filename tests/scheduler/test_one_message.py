"""Whom the bot writes to on which day: joined, in budget, to whoever can answer."""

from datetime import date, time, timedelta

import pytest

from domain.calendar import Calendar
from domain.concerns import Concern
from domain.conversation import Kind, Paragraph
from domain.hours import opens
from domain.instructions import Close, KeepHour, KeepWeek, Pause, Resume
from domain.people import LONDON, Account, Appointment, Holding, Office, Person
from domain.policy import PolicyChange, SetPolicy
from domain.summary import Scope
from domain.work import Due, DueKind, Status
from scheduler.postman import Sending
from scheduler.sender import send_due
from tests.fakes import FakeMessenger
from tests.scheduler.quay import MONDAY, PLAN, WORKSPACE, Quay, an_open_action, in_days

WEEKS = range(28)
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


async def test_nothing_on_weekends_bank_holidays_and_closures():
    holiday = Calendar(closed=frozenset({in_days(7)}))
    quay = await Quay.with_actions(
        an_open_action("1.1", 7), an_open_action("1.2", 12), calendar=holiday
    )
    await quay.order(Close(start=in_days(10), end=in_days(11)), None)
    await quay.play(range(7, 13))
    assert list(await quay.days()) == [8, 9]  # closed when it is due: said the day before

    again = await Quay.with_actions(an_open_action("1.1", 7), calendar=holiday)
    await again.play(range(3, 8))
    assert list(await again.days()) == [3, 4]  # due on the holiday: said on the Friday


async def test_a_part_timer_is_asked_on_the_days_they_work():
    quay = await Quay.with_actions(an_open_action("1.1", 32))
    await quay.order(KeepWeek(person="nia", days=frozenset({0, 1})), None)
    await quay.play(range(33))

    # due on a Friday: each turn comes on the Tuesday before, the last two together
    assert list(await quay.days()) == [1, 15, 22, 29]


async def test_a_person_names_their_own_hour():
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.order(KeepHour(person="nia", hour=time(14)), None)
    await quay.play([0], time(9, 15), time(13, 59))
    assert await quay.days() == {}

    await quay.play([0], time(14))
    assert list(await quay.days()) == [0]


@pytest.mark.parametrize("down", [timedelta(minutes=1), timedelta(hours=5), timedelta(days=7)])
async def test_what_was_missed_comes_once_in_the_next_working_hour(down: timedelta):
    quay = await Quay.with_actions(an_open_action("1.1", 0), an_open_action("1.2", 2))
    quay.clock.moment += timedelta(hours=9, minutes=14) + down
    for _ in range(3):
        await quay.play(
            [(quay.clock.now().date() - MONDAY).days], quay.clock.now().time(), time(16)
        )

    assert [set(about) for about in (await quay.days()).values()] == [{"1.1", "1.2"}]


@pytest.mark.parametrize(("hour", "day"), [(time(17), 0), (time(18), 1), (time(23), 1)])
async def test_nobody_is_written_to_in_the_evening(hour: time, day: int):
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.play([0], hour)
    await quay.play([1], time(8), time(9, 15))

    assert list(await quay.days()) == [day]


async def test_the_greeting_goes_by_the_clock():
    quay = await Quay.with_actions(an_open_action("1.1", 0))
    await quay.play([0], time(13))

    assert "Good afternoon, Nia." in await quay.text()


@pytest.mark.parametrize(
    "state",
    [
        {"status": Status.COMPLETE},
        {"status": Status.CANCELLED},
        {"snoozed_until": in_days(30)},
        {"disowned": True, "handed_to": "Sam Tarn"},
        {"disowned": True},
        {"status": Status.ON_TRACK},  # said the day before
    ],
)
async def test_nobody_is_asked_about_what_is_finished_put_off_handed_on_or_fresh(state):
    quay = await Quay.with_actions(an_open_action("1.1", 2))
    await quay.say("1.1", -1, **state)
    await quay.play(range(3))

    assert await quay.days() == {}


async def test_what_was_to_start_is_asked_about_until_a_date_is_given():
    from_today = Due(kind=DueKind.FROM, start=in_days(0))
    quay = await Quay.with_actions(an_open_action("1.1", from_today))
    await quay.play(range(8))
    assert list(await quay.days()) == [0, 7]
    assert "has it started?" in await quay.text()

    await quay.say("1.1", 7, forecast=in_days(60), moves=1)
    await quay.play(range(8, 61))
    assert list(await quay.days()) == [0, 7, 32, 46, 53, 58, 60]
    assert "expected today" in await quay.text()


async def test_what_must_be_finished_comes_before_what_was_to_start():
    from_then = Due(kind=DueKind.FROM, start=in_days(-20))
    quay = await Quay.with_actions(an_open_action("1.1", from_then), an_open_action("1.2", -1))
    await quay.play([0])

    assert await quay.days() == {0: ("1.2", "1.1")}


async def test_the_chair_is_told_what_it_is_that_has_passed():
    from_then = Due(kind=DueKind.FROM, start=in_days(0))
    quay = await Quay.with_actions(an_open_action("1.1", from_then))
    await quay.play(range(15))

    told = await quay.text("bo")
    assert "Good morning, Bo. For you as chair: what is past its date in your group." in told
    assert "was to start on 12 May, 14 days ago, and nobody has said whether it has" in told


async def test_an_update_ends_the_asking_until_the_next_turn():
    quay = await Quay.with_actions(an_open_action("1.1", 14))
    await quay.play([0])
    await quay.say("1.1", 1, status=Status.ON_TRACK)
    await quay.play(range(1, 15))

    assert list(await quay.days()) == [0, 7, 11, 14]


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


async def test_what_one_answer_held_back_asks_about_the_rest_the_same_day():
    quay = await Quay.with_actions(an_open_action("1.1", 0), an_open_action("1.2", 0))
    await quay.play([0], time(9, 15))
    await quay.say("1.1", 0, status=Status.ON_TRACK)  # at ten, before it could be delivered
    quay.clock.moment = opens(in_days(0), time(11), LONDON)
    messenger = FakeMessenger()
    sending = Sending(quay.open_unit, {"fake": messenger}, quay.clock, lambda: 0.5)
    await send_due(sending, WORKSPACE)
    assert messenger.sent == []

    await quay.play([0], time(11, 1))
    await send_due(sending, WORKSPACE)
    assert len(messenger.sent) == 1
    assert await quay.days() == {0: ("1.2",)}


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


class TestPaused:
    async def test_nobody_is_asked_about_a_paused_plan_until_it_is_resumed(self):
        quay = await Quay.with_actions(an_open_action("1.1", 3))
        await quay.order(Pause())
        await quay.play(range(5))
        assert await quay.days() == {}

        await quay.order(Resume())
        await quay.play(range(7, 9))
        assert list(await quay.days()) == [7]

    async def test_a_pause_ends_on_its_day(self):
        quay = await Quay.with_actions(an_open_action("1.1", 3))
        await quay.order(Pause(until=in_days(2)))
        await quay.play(range(5))

        assert list(await quay.days()) == [2, 3]


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


async def test_an_action_that_nothing_is_wanted_of_is_not_looked_at_again():
    quay = await Quay.with_actions(an_open_action("1.1", 200))
    await quay.beat(0)
    async with quay.open_unit(WORKSPACE) as unit:
        assert await unit.actions.awake(in_days(80), 10) == []
        assert await unit.actions.awake(date(2032, 1, 1), 10) != []
