"""Gathering a plan with its present state, to be handed over as a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.events import Tracked
from domain.ports import UnitOfWork
from domain.summary import Scope
from domain.work import Plan


@dataclass(frozen=True, slots=True)
class Handover:
    """A plan, and what is in it: not what was dropped from it."""

    plan: Plan
    tracked: Sequence[Tracked]


async def gather(unit: UnitOfWork, key: str | None = None) -> Handover:
    """The plan of this key, or the one that nobody has to name, as its last document orders it.

    Raise UnknownPlan or NoPlan.
    """
    plan = await (unit.plans.get(key) if key else unit.plans.default())
    last = await unit.plans.last_document(plan.key)
    order = {action.ref: at for at, action in enumerate(last.actions)} if last else {}
    tracked = [
        each for each in await unit.actions.within(Scope(plan=plan.key)) if not each.state.dropped
    ]
    return Handover(plan, sorted(tracked, key=lambda each: order.get(each.action.ref, len(order))))
