"""What a plan promises is kept as printed, and its present state beside it."""

from datetime import date

import pytest

from domain.events import ActionState, Tracked, at_first
from domain.ports import KeptDocument, OpenUnit
from domain.problems import NoPlan, UnknownAction, UnknownPlan
from domain.summary import Moment, Scope, summarise
from domain.work import Due, DueKind, Milestone, Source, Status
from tests.builders import NOW, a_plan, an_action

WHOLE = an_action(
    ref="2.10",
    due_text="draft by June, then yearly",
    due=Due(
        kind=DueKind.BY,
        end=date(2032, 3, 31),
        milestones=(Milestone(label="draft", end=date(2031, 6, 30)),),
    ),
    owners=("Nia Quill", "Head of Piers"),
    support=("Órla & Sons",),
    partnership_groups=("Tide Board",),
    status=Status.AT_RISK,
    status_text="Amber",
    resource="£5k",
    success=("more lamps lit",),
    source=Source(page=4, row=3),
)


async def test_an_action_comes_back_as_it_was_printed(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [WHOLE])
        await unit.commit()

    async with open_unit(home) as unit:
        assert await unit.actions.get("harbour", "2.10") == Tracked(
            action=WHOLE, state=at_first(WHOLE)
        )


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(plan="harbour"), ["3", "1", "2"]),
        (Scope(plan="harbour", section="Feeling Safe"), ["3", "2"]),
        (Scope(plan="harbour", group="2. Boats"), ["1", "2"]),
        (Scope(plan="harbour", section="Feeling Safe", group="2. Boats"), ["2"]),
        (Scope(plan="harbour", section="Nowhere"), []),
        (Scope(plan="other"), []),
    ],
)
async def test_a_part_of_a_plan_is_given_in_document_order(
    open_unit: OpenUnit, home: str, scope: Scope, expected: list[str]
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put(
            "harbour",
            [
                an_action(ref="3", group=None),
                an_action(ref="1", section=None, group="2. Boats"),
                an_action(ref="2", group="2. Boats"),
            ],
        )
        assert [each.action.ref for each in await unit.actions.within(scope)] == expected


async def test_new_actions_come_last_and_known_ones_keep_place_and_state(
    open_unit: OpenUnit, home: str
) -> None:
    state = ActionState(status=Status.COMPLETE, words="lit", by="Nia Quill", at=NOW)
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref="1"), an_action(ref="2")])
        await unit.actions.settle("harbour", "1", state)
        await unit.actions.put("harbour", [an_action(ref="3"), an_action(ref="1", text="Reworded")])
        kept = await unit.actions.within(Scope(plan="harbour"))

    assert [each.action.ref for each in kept] == ["1", "2", "3"]
    assert kept[0] == Tracked(action=an_action(ref="1", text="Reworded"), state=state)


async def test_of_two_actions_with_one_ref_the_later_is_kept(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(), an_action(text="Again")])
        kept = await unit.actions.within(Scope(plan="harbour"))
    assert [each.action.text for each in kept] == ["Again"]


async def test_an_action_nobody_knows_is_a_problem(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        with pytest.raises(UnknownAction):
            await unit.actions.get("harbour", "9.9")
        with pytest.raises(UnknownAction):
            await unit.actions.settle("harbour", "9.9", ActionState())


async def test_refs_differ_by_every_character(open_unit: OpenUnit, home: str) -> None:
    refs = ["2.1", "2.10", "2.1 ", "a", "A", "é", "e"]
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(ref=ref) for ref in refs])
        kept = await unit.actions.within(Scope(plan="harbour"))
    assert [each.action.ref for each in kept] == refs


async def test_the_first_plan_is_the_default_even_when_it_is_put_again(
    open_unit: OpenUnit, home: str
) -> None:
    async with open_unit(home) as unit:
        with pytest.raises(NoPlan):
            await unit.plans.default()
        await unit.plans.put(a_plan(key="zebra"))
        await unit.plans.put(a_plan(key="antelope", period=None, read_at=None, sections=()))
        await unit.plans.put(a_plan(key="zebra", title="Renamed"))

        assert await unit.plans.default() == a_plan(key="zebra", title="Renamed")
        assert [each.key for each in await unit.plans.all()] == ["zebra", "antelope"]


async def test_an_unknown_plan_names_those_there_are(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        with pytest.raises(UnknownPlan) as raised:
            await unit.plans.get("habrour")
        assert raised.value.known == ("harbour",)
        with pytest.raises(UnknownPlan):
            await unit.actions.put("habrour", [an_action()])


async def test_the_document_last_read_is_kept(open_unit: OpenUnit, home: str) -> None:
    first = KeptDocument(name="a.txt", digest="aa", read_at=NOW, actions=(WHOLE,))
    second = KeptDocument(name="b.txt", digest="bb", read_at=NOW, actions=())
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        assert await unit.plans.last_document("harbour") is None
        await unit.plans.keep_document("harbour", first)
        assert await unit.plans.last_document("harbour") == first
        await unit.plans.keep_document("harbour", second)
        assert await unit.plans.last_document("harbour") == second


async def test_a_document_that_is_withdrawn_leaves_the_one_before(
    open_unit: OpenUnit, home: str
) -> None:
    first = KeptDocument(name="a", digest="aa", read_at=NOW, plan=a_plan(), actions=(WHOLE,))
    second = KeptDocument(name="b", digest="bb", read_at=NOW, actions=())
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        for each in (first, second):
            await unit.plans.keep_document("harbour", each)
        await unit.plans.withdraw_document("harbour")
        assert await unit.plans.last_document("harbour") == first
        await unit.plans.withdraw_document("harbour")
        await unit.plans.withdraw_document("harbour")
        assert await unit.plans.last_document("harbour") is None
        await unit.plans.keep_document("harbour", second)
        assert await unit.plans.last_document("harbour") == second


async def test_more_actions_are_put_than_one_statement_takes(
    open_unit: OpenUnit, home: str
) -> None:
    many = [an_action(ref=f"{n}") for n in range(2_500)]
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", many)
        assert [each.action for each in await unit.actions.within(Scope(plan="harbour"))] == many


async def test_many_states_are_settled_at_once_as_one_by_one(
    open_unit: OpenUnit, home: str
) -> None:
    states = {
        f"{n}": ActionState(status=Status.AT_RISK, at=NOW, done=frozenset({"draft"}))
        for n in range(0, 1_500, 2)
    }
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        actions = [WHOLE.model_copy(update={"ref": f"{n}"}) for n in range(1_500)]
        await unit.actions.put("harbour", actions)
        await unit.actions.settle_all("harbour", states)
        tracked = await unit.actions.within(Scope(plan="harbour"))
        assert [each.action for each in tracked] == actions
        assert {each.action.ref: each.state for each in tracked[::2]} == states
        assert {each.state for each in tracked[1::2]} == {at_first(WHOLE)}
        moment = Moment(now=NOW, today=date(2031, 7, 1))
        summary = await unit.actions.summary(Scope(plan="harbour"), moment)
        assert summary == summarise(tracked, moment, a_plan().period, a_plan().read_at)


async def test_a_state_of_nothing_is_not_settled(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        with pytest.raises(UnknownAction):
            await unit.actions.settle_all("harbour", {"1.1": ActionState(), "9.9": ActionState()})
