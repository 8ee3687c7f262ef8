"""The database counts exactly as the domain does."""

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.events import ActionState
from domain.ports import OpenUnit
from domain.summary import Moment, Scope, summarise
from domain.work import Action, Period, Status
from tests.builders import NOW, TODAY, a_plan, an_action
from tests.store.strategies import days, groups, plans_of_actions, sections, states

MOMENT = Moment(now=NOW, today=TODAY)
_times = count()

random_plans = plans_of_actions().flatmap(
    lambda actions: st.tuples(
        st.just(actions), st.lists(states, min_size=len(actions), max_size=len(actions))
    )
)
periods = st.none() | days.map(lambda day: Period(start=day, end=day))
scopes = st.builds(Scope, plan=st.just("harbour"), section=sections, group=groups)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=random_plans, scope=scopes, period=periods, read=st.booleans())
async def test_a_summary_is_what_the_domain_says(
    open_unit: OpenUnit,
    home: str,
    drawn: tuple[list[Action], list[ActionState]],
    scope: Scope,
    period: Period | None,
    read: bool,
) -> None:
    plan = a_plan(period=period, read_at=NOW.replace(month=1) if read else None)
    async with open_unit(f"{home} {next(_times)}") as unit:
        await unit.plans.put(plan)
        await unit.actions.put("harbour", drawn[0])
        for action, state in zip(*drawn, strict=True):
            await unit.actions.settle("harbour", action.ref, state)
        tracked = await unit.actions.within(scope)
        assert await unit.actions.summary(scope, MOMENT) == summarise(
            tracked, MOMENT, plan.period, plan.read_at
        )
        if scope.section is scope.group is None:
            assert [each.state for each in tracked] == drawn[1]


async def test_more_are_counted_than_are_named(open_unit: OpenUnit, home: str) -> None:
    many = [an_action(ref=f"{n}", status=Status.AT_RISK) for n in range(30)]
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", many)
        summary = await unit.actions.summary(Scope(plan="harbour"), MOMENT)
    assert summary.at_risk.count == 30
    assert [each.action.ref for each in summary.at_risk.first] == ["0", "1", "2", "3", "4"]
