"""What no database keeps is refused by every store, and said clearly."""

import random
from collections.abc import Awaitable, Callable
from datetime import datetime

import pytest

from domain.events import ActionState
from domain.people import Holding, PartnershipGroup
from domain.ports import OpenUnit, UnitOfWork
from domain.problems import Unreadable
from domain.sending import Leased
from domain.summary import Moment, Scope
from domain.work import Section
from tests.builders import (
    NIA,
    NOW,
    TODAY,
    a_plan,
    a_question,
    a_request,
    an_action,
    an_event,
    an_outgoing,
)
from tests.claiming import claim

LATER = NOW.replace(year=2099)
HELD = Leased.model_validate(dict(an_outgoing()) | {"until": LATER, "first_try": NOW})
type Put = Callable[[UnitOfWork], Awaitable[object]]
NAIVE = datetime(2031, 5, 14, 9, 30)  # noqa: DTZ001 - what is refused

UNKEEPABLE: dict[str, Put] = {
    "plan": lambda unit: unit.plans.put(a_plan(title="A\0B")),
    "action": lambda unit: unit.actions.put("harbour", [an_action(ref="1", success=("\0",))]),
    "state": lambda unit: unit.actions.settle("harbour", "1.1", ActionState(words="\0")),
    "event": lambda unit: unit.events.append(an_event(words="\0")),
    "half a pair": lambda unit: unit.events.append(an_event(words="\ud83d")),
    "person": lambda unit: unit.people.put(NIA.model_copy(update={"name": "N\0"})),
    "post": lambda unit: unit.people.add_post("\0"),
    "key": lambda unit: claim(unit, "\0"),
    "question": lambda unit: unit.questions.ask(a_question(words="\0")),
    "outgoing": lambda unit: unit.outbox.put(an_outgoing(key="\0")),
}
NAIVELY: dict[str, Put] = {
    "plan": lambda unit: unit.plans.put(a_plan(read_at=NAIVE)),
    "state": lambda unit: unit.actions.settle("harbour", "1.1", ActionState(at=NAIVE)),
    "event": lambda unit: unit.events.append(an_event(at=NAIVE)),
    "between": lambda unit: unit.events.between("harbour", NAIVE, None),
    "question": lambda unit: unit.questions.ask(a_question(asked_at=NAIVE)),
    "received": lambda unit: unit.inbox.receive(a_request(), NAIVE),
    "answered": lambda unit: unit.inbox.answered("r", NAIVE),
    "outgoing": lambda unit: unit.outbox.put(an_outgoing(not_before=NAIVE)),
    "outgoing to the end": lambda unit: unit.outbox.put(an_outgoing(not_after=NAIVE)),
    "leased": lambda unit: unit.outbox.lease("console", NAIVE, NOW, 1),
    "sent": lambda unit: unit.outbox.sent("k", NAIVE),
    "retried": lambda unit: unit.outbox.retry(HELD, NAIVE),
}


@pytest.mark.parametrize("put", UNKEEPABLE.values(), ids=UNKEEPABLE)
async def test_text_that_no_database_takes_is_refused(
    open_unit: OpenUnit, home: str, put: Put
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        with pytest.raises(ValueError, match=r"NUL|surrogate"):
            await put(unit)


@pytest.mark.parametrize("put", NAIVELY.values(), ids=NAIVELY)
async def test_a_moment_without_a_time_zone_is_refused(
    open_unit: OpenUnit, home: str, put: Put
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action()])
        with pytest.raises(ValueError, match="time zone"):
            await put(unit)


async def test_what_only_looks_like_a_nul_is_kept(open_unit: OpenUnit, home: str) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        await unit.actions.put("harbour", [an_action(text="\\u0000 and \\\\u0000")])
        kept = await unit.actions.get("harbour", "1.1")
    assert kept.action.text == "\\u0000 and \\\\u0000"


LONG = "Paragraph that stands where a reference should be. " * 200
UNFINDABLE: dict[str, Put] = {
    "plan": lambda unit: unit.plans.put(a_plan(key=LONG)),
    "action": lambda unit: unit.actions.put("harbour", [an_action(ref=LONG)]),
    "person": lambda unit: unit.people.put(NIA.model_copy(update={"id": LONG})),
    "claim": lambda unit: claim(unit, LONG),
    "delivery": lambda unit: unit.inbox.receive(a_request(id=LONG), NOW),
    "message": lambda unit: unit.outbox.put(an_outgoing(key=LONG)),
    "body": lambda unit: unit.people.put_group(PartnershipGroup(name="Tide", slug=LONG)),
}


@pytest.mark.parametrize("put", UNFINDABLE.values(), ids=UNFINDABLE)
async def test_what_is_too_long_to_be_found_by_is_explained(
    open_unit: OpenUnit, home: str, put: Put
) -> None:
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan())
        with pytest.raises(Unreadable, match=r"“Paragraph that stands .* is too long"):
            await put(unit)


async def test_what_a_document_prints_may_be_of_any_length(open_unit: OpenUnit, home: str) -> None:
    long = random.Random(7).randbytes(20_000).hex()  # not to be squeezed into less
    section = Section(name=long, slug="long")
    action = an_action(section=long, group=long, text=long, owners=(long,), due_text=long)
    scope = Scope(plan="harbour", section=long, group=long)
    async with open_unit(home) as unit:
        await unit.plans.put(a_plan(title=long, sections=(section,)))
        await unit.actions.put("harbour", [action, an_action(ref="2", group=f"{long}!")])
        await unit.people.add_post(long)
        await unit.people.put(NIA)
        await unit.people.hold(Holding(post=long, person="nia"))
        await unit.events.append(an_event(words=long))
        await unit.commit()

    async with open_unit(home) as unit:
        assert [each.action for each in await unit.actions.within(scope)] == [action]
        assert (await unit.actions.summary(scope, Moment(now=NOW, today=TODAY))).total == 1
        assert (await unit.people.directory()).holdings[0].post == long
        assert (await unit.events.about("harbour", "1.1"))[0].words == long
