"""The database counts exactly as the domain does."""

from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.events import ActionState
from domain.ports import OpenUnit
from domain.summary import DUE_SOON, QUIET_AFTER, SHOWN, Moment, Scope, summarise
from domain.work import Action, Due, DueKind, Every, Milestone, Period, Status
from tests.builders import NOW, TODAY, a_plan, an_action
from tests.store.strategies import days, groups, plans_of_actions, sections, states

DAY = timedelta(days=1)
MOMENT = Moment(now=NOW, today=TODAY)
_times = count()

random_plans = plans_of_actions().flatmap(
    lambda actions: st.tuples(
        st.just(actions), st.lists(states, min_size=len(actions), max_size=len(actions))
    )
)
SHOWINGS = st.sampled_from([1, SHOWN, 40])
periods = st.none() | days.map(lambda day: Period(start=day, end=day))
scopes = st.builds(
    Scope,
    plan=st.just("harbour"),
    section=sections,
    group=groups,
    partnership_group=st.sampled_from([None, None, "Quay Board", "Reef Group"]),
    its_sections=st.sampled_from([(), ("Feeling Safe",), ("Feeling Safe", "Doing Well")]),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=random_plans, scope=scopes, period=periods, read=st.booleans(), shown=SHOWINGS)
async def test_a_summary_is_what_the_domain_says(
    open_unit: OpenUnit,
    home: str,
    drawn: tuple[list[Action], list[ActionState]],
    scope: Scope,
    period: Period | None,
    read: bool,
    shown: int,
) -> None:
    plan = a_plan(period=period, read_at=NOW.replace(month=1) if read else None)
    async with open_unit(f"{home} {next(_times)}") as unit:
        await unit.plans.put(plan)
        await unit.actions.put("harbour", drawn[0])
        for action, state in zip(*drawn, strict=True):
            await unit.actions.settle("harbour", action.ref, state)
        tracked = [
            each for each in await unit.actions.within(Scope(plan="harbour")) if scope.holds(each)
        ]
        assert await unit.actions.within(scope) == tracked
        assert await unit.actions.summary(scope, MOMENT, shown) == summarise(
            tracked, MOMENT, plan.period, plan.read_at, shown
        )
        if scope == Scope(plan="harbour", its_sections=scope.its_sections):
            assert [each.state for each in tracked] == drawn[1]


EDGES = [
    ActionState(status=status, accepted=accepted, forecast=forecast, at=at)
    for status in (None, Status.AT_RISK, Status.DELAYED, Status.ON_TRACK, Status.COMPLETE)
    for accepted in (None, TODAY - DAY, TODAY, TODAY + DUE_SOON)
    for forecast in (None, TODAY + DUE_SOON + DAY)
    for at in (None, NOW - QUIET_AFTER)
]


@pytest.mark.parametrize("first", range(0, len(EDGES), 4))
async def test_the_edges_of_every_heading_are_the_domains(
    open_unit: OpenUnit, home: str, first: int
) -> None:
    # One that is only said to be late, and four others: each heading has room for them all.
    few = [ActionState(status=Status.DELAYED), *EDGES[first : first + 4]]
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan(period=Period(start=TODAY, end=TODAY + DUE_SOON)))
        await unit.actions.put("harbour", [an_action(ref=f"{n}") for n in range(len(few))])
        for n, state in enumerate(few):
            await unit.actions.settle("harbour", f"{n}", state)
        plan = await unit.plans.get("harbour")
        tracked = await unit.actions.within(Scope(plan="harbour"))
        assert await unit.actions.summary(Scope(plan="harbour"), MOMENT) == summarise(
            tracked, MOMENT, plan.period, plan.read_at
        )


async def test_the_overdue_come_before_those_only_said_to_be_late(
    open_unit: OpenUnit, home: str
) -> None:
    said = [ActionState(status=Status.DELAYED) for _ in range(6)]
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref=f"{n}") for n in range(8)])
        for n, state in enumerate([*said, *[ActionState(accepted=TODAY - DAY)] * 2]):
            await unit.actions.settle("harbour", f"{n}", state)
        late = (await unit.actions.summary(Scope(plan="harbour"), MOMENT)).late
    assert [each.action.ref for each in late.first] == ["6", "7", "0", "1", "2"]
    assert late.count == 8


@pytest.mark.parametrize(
    ("done", "again", "expected"),
    [
        (frozenset(), False, 1),
        (frozenset({"draft"}), False, 0),
        (frozenset({"draft"}), True, 0),  # the plan is read again
        (frozenset({"launch"}), False, 1),
    ],
)
async def test_a_stage_that_was_reached_contradicts_nothing(
    open_unit: OpenUnit, home: str, done: frozenset[str], again: bool, expected: int
) -> None:
    stages = (Milestone(label="draft", end=TODAY - DAY), Milestone(label="launch", end=TODAY))
    staged = an_action(due=Due(kind=DueKind.BY, end=TODAY + DAY, milestones=stages))
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [staged])
        state = ActionState(status=Status.ON_TRACK, done=done)
        await unit.actions.settle("harbour", "1.1", state)
        if again:
            await unit.actions.put("harbour", [staged.model_copy(update={"text": "Reworded"})])
        summary = await unit.actions.summary(Scope(plan="harbour"), MOMENT)
    assert summary.contradicted.count == expected


async def test_more_are_counted_than_are_named(open_unit: OpenUnit, home: str) -> None:
    many = [an_action(ref=f"{n}", status=Status.AT_RISK) for n in range(30)]
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", many)
        summary = await unit.actions.summary(Scope(plan="harbour"), MOMENT)
    assert summary.at_risk.count == 30
    assert [each.action.ref for each in summary.at_risk.first] == ["0", "1", "2", "3", "4"]


async def test_what_has_passed_in_a_time_is_open_and_within_the_scope(
    open_unit: OpenUnit, home: str
) -> None:
    ours = Scope(plan="harbour", partnership_group="Reef Group")
    states = {
        "before": ActionState(accepted=TODAY - 8 * DAY),
        "first": ActionState(accepted=TODAY - 7 * DAY),
        "last": ActionState(accepted=TODAY - DAY),
        "today": ActionState(accepted=TODAY),
        "done": ActionState(accepted=TODAY - DAY, status=Status.COMPLETE),
        "theirs": ActionState(accepted=TODAY - DAY),
        "undated": ActionState(),
    }
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        bodies = {ref: ("Board",) if ref == "theirs" else ("Reef Group",) for ref in states}
        actions = [an_action(ref=ref, partnership_groups=bodies[ref]) for ref in states]
        await unit.actions.put("harbour", actions)
        await unit.actions.settle_all("harbour", states)
        passed = await unit.actions.passed(ours, TODAY - 7 * DAY, TODAY)
        assert [each.action.ref for each in passed] == ["first", "last"]


async def test_what_has_a_stage_in_a_time_is_open_and_the_stage_is_its_next(
    open_unit: OpenUnit, home: str
) -> None:
    ours = Scope(plan="harbour", partnership_group="Reef Group")
    stages = tuple(
        Milestone(label=label, end=TODAY + n * DAY) for label, n in (("one", 3), ("two", 9))
    )
    states = {
        "open": ActionState(),
        "at two": ActionState(done=frozenset({"one"})),
        "past both": ActionState(done=frozenset({"one", "two"})),
        "done": ActionState(status=Status.COMPLETE),
        "theirs": ActionState(),
    }
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        bodies = {ref: ("Board",) if ref == "theirs" else ("Reef Group",) for ref in states}
        due = Due(kind=DueKind.BY, end=TODAY + 90 * DAY, milestones=stages)
        actions = [an_action(ref=ref, due=due, partnership_groups=bodies[ref]) for ref in states]
        await unit.actions.put("harbour", actions)
        await unit.actions.settle_all("harbour", states)
        for first, last, found in ((0, 3, []), (3, 4, ["open"]), (0, 10, ["open", "at two"])):
            start, end = TODAY + first * DAY, TODAY + last * DAY
            staged = await unit.actions.staged(ours, start, end)
            assert [each.action.ref for each in staged] == found


async def test_what_is_to_begin_in_a_time_or_comes_round_is_open_and_within_the_scope(
    open_unit: OpenUnit, home: str
) -> None:
    ours = Scope(plan="harbour", partnership_group="Reef Group")
    dues = {
        "from": Due(kind=DueKind.FROM, start=TODAY),
        "window": Due(kind=DueKind.WINDOW, start=TODAY + 9 * DAY, end=TODAY + 90 * DAY),
        "too late": Due(kind=DueKind.FROM, start=TODAY + 10 * DAY),
        "begun": Due(kind=DueKind.FROM, start=TODAY - DAY),
        "round": Due(kind=DueKind.RECURRING, every=Every.ANNUALLY),
        "over": Due(kind=DueKind.RECURRING, every=Every.ANNUALLY),
        "theirs": Due(kind=DueKind.RECURRING, every=Every.ANNUALLY),
        "by": Due(kind=DueKind.BY, start=TODAY, end=TODAY + DAY),
    }
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        bodies = {ref: ("Board",) if ref == "theirs" else ("Reef Group",) for ref in dues}
        actions = [
            an_action(ref=ref, due=due, partnership_groups=bodies[ref]) for ref, due in dues.items()
        ]
        await unit.actions.put("harbour", actions)
        await unit.actions.settle("harbour", "over", ActionState(status=Status.COMPLETE))
        turning = await unit.actions.turning(ours, TODAY, TODAY + 10 * DAY)
        assert [each.action.ref for each in turning] == ["from", "window", "round"]


async def test_actions_are_found_by_their_refs_in_document_order(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref=ref) for ref in ("2", "1", "3")])
        found = await unit.actions.of("harbour", {"1", "2", "unheard of"})
        assert [each.action.ref for each in found] == ["2", "1"]
        assert await unit.actions.of("harbour", ()) == []
