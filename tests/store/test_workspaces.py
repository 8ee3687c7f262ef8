"""Nothing that is asked in one workspace ever tells of another."""

from collections.abc import Awaitable, Callable

import pytest

from domain.events import ActionState
from domain.hours import NEVER
from domain.pacing import EVERYWHERE, Flow
from domain.people import (
    Appointment,
    Directory,
    Holding,
    Leave,
    Office,
    PartnershipGroup,
)
from domain.ports import KeptDocument, OpenUnit, UnitOfWork
from domain.problems import NoPlan, UnknownAction, UnknownPerson, UnknownPlan
from domain.sending import Leased
from domain.summary import Moment, Scope
from domain.work import Status
from tests.builders import (
    NIA,
    NIAS_ACCOUNT,
    NOW,
    TODAY,
    a_plan,
    a_question,
    a_request,
    an_action,
    an_event,
    an_instruction,
    an_outgoing,
)
from tests.claiming import claim

WHOLE = Scope(plan="harbour")
LATER = NOW.replace(year=2099)
HELD = Leased.model_validate(dict(an_outgoing(key="k")) | {"until": LATER, "first_try": NOW})
MOMENT = Moment(now=NOW, today=TODAY)


async def fill(unit: UnitOfWork) -> None:
    """Put something of every kind into a workspace."""
    await unit.plans.put(a_plan())
    await unit.plans.keep_document(
        "harbour", KeptDocument(name="a", digest="d", read_at=NOW, actions=(an_action(),))
    )
    await unit.actions.put("harbour", [an_action()])
    await unit.actions.settle("harbour", "1.1", ActionState(status=Status.ON_TRACK))
    await unit.events.append(an_event(message="m"))
    await unit.people.put(NIA)
    await unit.people.link(NIAS_ACCOUNT, "nia")
    await unit.people.hold(Holding(post="Warden", person="nia"))
    await unit.people.leave(Leave(person="nia", start=TODAY, end=TODAY))
    await unit.people.appoint(Appointment(person="nia", office=Office.CHAIR))
    await unit.people.put_group(PartnershipGroup(name="Tide", slug="tide"))
    await unit.questions.ask(a_question(message="m"))
    await unit.instructions.append(an_instruction())
    await claim(unit, "key")
    await unit.inbox.receive(a_request(id="r"), NOW)
    await unit.outbox.put(an_outgoing(key="k", to="nia"))


async def hold(unit: UnitOfWork) -> None:
    await unit.traffic.flows("console")
    await unit.traffic.keep("console", {EVERYWHERE: Flow(held_until=LATER)})


type Ask = Callable[[UnitOfWork], Awaitable[object]]

QUERIES: dict[str, tuple[Ask, object]] = {
    "plans.get": (lambda unit: unit.plans.get("harbour"), UnknownPlan),
    "plans.default": (lambda unit: unit.plans.default(), NoPlan),
    "plans.all": (lambda unit: unit.plans.all(), []),
    "plans.last_document": (lambda unit: unit.plans.last_document("harbour"), None),
    "actions.get": (lambda unit: unit.actions.get("harbour", "1.1"), UnknownAction),
    "actions.within": (lambda unit: unit.actions.within(WHOLE), []),
    "actions.summary": (lambda unit: unit.actions.summary(WHOLE, MOMENT), UnknownPlan),
    "actions.states": (lambda unit: unit.actions.states("harbour", ["1.1"]), {}),
    "actions.awake": (lambda unit: unit.actions.awake(NOW, 10), []),
    "events.get": (lambda unit: unit.events.get(1), None),
    "events.about": (lambda unit: unit.events.about("harbour", "1.1"), []),
    "events.between": (lambda unit: unit.events.between("harbour", None, None), []),
    "events.last_message": (lambda unit: unit.events.last_message("nia"), []),
    "people.directory": (lambda unit: unit.people.directory(), Directory()),
    "people.behind": (lambda unit: unit.people.behind(NIAS_ACCOUNT), UnknownPerson),
    "people.accounts": (lambda unit: unit.people.accounts("nia"), []),
    "people.reachable": (lambda unit: unit.people.reachable(), {}),
    "questions.get": (lambda unit: unit.questions.get(1), None),
    "questions.asked_with": (lambda unit: unit.questions.asked_with("m", "nia"), []),
    "questions.last": (lambda unit: unit.questions.last("nia"), None),
    "instructions.all": (lambda unit: unit.instructions.all(), []),
    "inbox.waiting": (lambda unit: unit.inbox.waiting(10), []),
    "inbox.due": (lambda unit: unit.inbox.due(LATER), []),
    "inbox.hold": (lambda unit: unit.inbox.hold("r"), None),
    "outbox.told": (lambda unit: unit.outbox.told(["nia"], TODAY), {}),
    "outbox.written": (lambda unit: unit.outbox.written("nia", TODAY), []),
    "outbox.next_due": (lambda unit: unit.outbox.next_due("console"), None),
    "outbox.lease": (lambda unit: unit.outbox.lease("console", NOW, LATER, 10), []),
}
CHANGES: dict[str, Ask] = {
    "actions.settle": lambda unit: unit.actions.settle("harbour", "1.1", ActionState()),
    "actions.put": lambda unit: unit.actions.put("harbour", [an_action(text="theirs")]),
    "actions.wake": lambda unit: unit.actions.wake("harbour", {"1.1": NEVER}),
    "actions.wake_all": lambda unit: unit.actions.wake_all({"harbour": {"1.1": NEVER}}),
    "actions.rouse": lambda unit: unit.actions.rouse(WHOLE),
    "plans.put": lambda unit: unit.plans.put(a_plan(title="theirs", sections=())),
    "events.append": lambda unit: unit.events.append(an_event()),
    "people.put": lambda unit: unit.people.put(NIA.model_copy(update={"other_names": ()})),
    "people.link": lambda unit: unit.people.link(NIAS_ACCOUNT, "nia"),
    "people.put_group": lambda unit: unit.people.put_group(
        PartnershipGroup(name="theirs", slug="tide")
    ),
    "instructions.append": lambda unit: unit.instructions.append(an_instruction()),
    "questions.close": lambda unit: unit.questions.close(1),
    "questions.expire": lambda unit: unit.questions.expire(LATER),
    "inbox.answered": lambda unit: unit.inbox.answered("r", NOW),
    "outbox.sent": lambda unit: unit.outbox.sent("k", NOW),
    "outbox.defer": lambda unit: unit.outbox.defer(HELD, LATER),
    "outbox.retry": lambda unit: unit.outbox.retry(HELD, LATER),
    "outbox.doubt": lambda unit: unit.outbox.doubt(HELD, NOW),
    "outbox.give_up": lambda unit: unit.outbox.give_up(HELD, NOW, "gone"),
    "outbox.withdraw": lambda unit: unit.outbox.withdraw(HELD),
    "traffic.keep": lambda unit: hold(unit),
}


async def answer_of(ask: Ask, unit: UnitOfWork) -> object:
    """What comes of asking: the answer, or the kind of problem."""
    try:
        return await ask(unit)
    except (NoPlan, UnknownPlan, UnknownAction, UnknownPerson) as problem:
        return type(problem)


@pytest.mark.parametrize("query", QUERIES)
async def test_another_workspace_is_empty(open_unit: OpenUnit, home: str, query: str) -> None:
    ask, nothing = QUERIES[query]
    async with open_unit(home) as unit:
        await fill(unit)
        await unit.commit()

    async with open_unit(f"{home} next door") as unit:
        assert await answer_of(ask, unit) == nothing
    async with open_unit(home) as unit:
        assert await answer_of(ask, unit) != nothing


@pytest.mark.parametrize("change", CHANGES)
async def test_another_workspace_changes_nothing_here(
    open_unit: OpenUnit, home: str, change: str
) -> None:
    async with open_unit(home) as unit:
        await fill(unit)
        await unit.commit()
        before = [await answer_of(ask, unit) for ask, _ in QUERIES.values()]

    async with open_unit(f"{home} next door") as unit:
        await answer_of(CHANGES[change], unit)
        await unit.commit()

    async with open_unit(home) as unit:
        assert [await answer_of(ask, unit) for ask, _ in QUERIES.values()] == before


async def test_the_same_is_kept_in_two_workspaces_side_by_side(
    open_unit: OpenUnit, home: str
) -> None:
    for workspace in (home, f"{home} next door"):
        async with open_unit(workspace) as unit:
            await fill(unit)
            assert not await claim(unit, "key")
            await unit.commit()
            assert unit.workspace == workspace
