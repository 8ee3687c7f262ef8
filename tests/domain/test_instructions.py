"""What people told the bot is never erased; what stands follows from it, newest word last."""

from datetime import date, time, timedelta

import pytest

from domain.events import Tracked, at_first
from domain.instructions import (
    Close,
    KeepHour,
    KeepWeek,
    Pause,
    Resume,
    TakenBack,
    arranged,
    in_force,
)
from domain.policy import Policy, PolicyChange, SetPolicy
from domain.summary import Scope
from tests.builders import TODAY, an_action, an_instruction

WHOLE = Scope(plan="harbour")
SECTION = Scope(plan="harbour", section="Feeling Safe")
GROUP = Scope(plan="harbour", group="1. Lanterns")
LATER = TODAY + timedelta(days=7)


def told(*orders: object, plan: str = "harbour"):
    return arranged(an_instruction(order=order, plan=plan) for order in orders)


def peace(scope: Scope, days: int, ref: str | None = None, anew: bool = False) -> SetPolicy:
    return SetPolicy(scope=scope, ref=ref, change=PolicyChange(peace=days), anew=anew)


def policy(*orders: SetPolicy, plan: str = "harbour", **action: object) -> Policy:
    printed = an_action(**action)
    each = Tracked(action=printed, state=at_first(printed))
    return told(*orders).policies.of(plan, each)


@pytest.mark.parametrize(
    ("orders", "days"),
    [
        ((), Policy().peace),
        ((peace(WHOLE, 6),), 6),
        ((peace(SECTION, 7), peace(WHOLE, 6)), 7),
        ((peace(GROUP, 8), peace(SECTION, 7)), 8),
        ((peace(WHOLE, 9, ref="1.1"), peace(GROUP, 8)), 9),
        ((peace(WHOLE, 9, ref="1.2"), peace(GROUP, 8)), 8),
        ((peace(SECTION, 7), peace(SECTION, 3)), 3),
        ((peace(Scope(plan="other"), 6),), Policy().peace),
        ((peace(SECTION, 7), SetPolicy(scope=SECTION, anew=True)), Policy().peace),
    ],
)
def test_what_is_set_nearest_to_an_action_holds_for_it(orders, days):
    assert policy(*orders).peace == days


def test_what_is_set_changes_nothing_else():
    assert policy(peace(WHOLE, 9)) == Policy(peace=9)


@pytest.mark.parametrize(
    "change",
    [
        {"chase": 1},
        {"peace": 0},
        {"leads": set(range(9))},
        {"leads": {-1}},
        {"to_chair": 0},
        {"check": 1},
    ],
)
def test_no_setting_makes_the_bot_a_nuisance(change):
    with pytest.raises(ValueError):
        PolicyChange.model_validate(change)


@pytest.mark.parametrize(
    ("orders", "day", "paused"),
    [
        ((), TODAY, False),
        ((Pause(),), LATER, True),
        ((Pause(until=LATER),), TODAY, True),
        ((Pause(until=LATER),), LATER, False),
        ((Pause(), Resume()), TODAY, False),
        ((Resume(), Pause()), TODAY, True),
    ],
)
def test_a_plan_is_paused_until_a_day_or_until_it_is_resumed(orders, day, paused):
    assert told(*orders).is_paused("harbour", day) is paused
    assert not told(*orders).is_paused("another", day)


def test_a_persons_hour_and_week_are_the_last_they_named():
    early, late = (KeepHour(person="nia", hour=time(each)) for each in (8, 16))
    week = KeepWeek(person="nia", days=frozenset({0, 1}))
    stands = told(early, late, week)

    assert (stands.hour("nia"), stands.hour("sam")) == (time(16), time(9, 15))
    assert stands.weeks == {"nia": {0, 1}}


def test_closures_add_up():
    christmas = Close(start=date(2031, 12, 24), end=date(2031, 12, 31))

    assert told(christmas, christmas).closures == (christmas, christmas)


def test_what_was_taken_back_stands_no_more_and_what_was_before_it_does():
    hours = [KeepHour(person="nia", hour=time(each)) for each in (8, 16)]
    orders = (*hours, TakenBack(instruction=2))
    instructions = [an_instruction(id=at, order=each) for at, each in enumerate(orders, 1)]

    assert [each.order for each in in_force(instructions)] == hours[:1]
    assert arranged(instructions).hour("nia") == time(8)
