"""Which plans somebody may ask about: all of them, but for the restricted ones of others."""

from domain.instructions import Arrangements
from domain.people import Standing
from domain.ports import UnitOfWork
from domain.problems import NoPlan, NoPlanForYou
from domain.rights import may_ask
from domain.work import Plan
from handlers.known_plans import KnownPlans
from handlers.whose import names


async def visible_plans(
    standing: Standing, stands: Arrangements, unit: UnitOfWork, known: KnownPlans
) -> tuple[Plan, ...]:
    """The plans that a person may ask about, the one that nobody has to name first.

    Raise NoPlan where there is none at all, NoPlanForYou where none of them is theirs.
    """
    everything = await unit.plans.all()
    if not everything:
        raise NoPlan
    found = [plan for plan in everything if await _may_see(plan, standing, stands, unit, known)]
    if not found:
        raise NoPlanForYou
    default = await unit.plans.default()
    return tuple(sorted(found, key=lambda each: each.key != default.key))


async def _may_see(
    plan: Plan, standing: Standing, stands: Arrangements, unit: UnitOfWork, known: KnownPlans
) -> bool:
    if plan.key not in stands.restricted:
        return True
    whose = (await known.of(plan.key, names(await unit.people.directory()), unit)).whose
    return may_ask(standing, whose.owned, whose.answering)
