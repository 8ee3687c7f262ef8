"""The administrator's list: what nobody else can put right."""

from domain.conversation import Items
from domain.findings import findings
from domain.instructions import arranged
from domain.reach import Reach
from domain.summary import Scope
from handlers.escalating import LIST, to_put_right
from handlers.outcome import Outcome
from handlers.scene import Scene

SHOWN = 20


async def administrators_list(scene: Scene) -> Outcome:
    """All that lacks an owner who can be asked, or a date, as it is at this moment."""
    reach = Reach(
        scene.directory,
        await scene.unit.people.reachable(),
        arranged(await scene.unit.instructions.all()),
    )
    found = [
        to_put_right(finding, scene.person, scene.today)
        for tracked in await scene.unit.actions.within(Scope(plan=scene.plan.key))
        for finding in findings(tracked, reach.asked(tracked, scene.today))
    ]
    if not found:
        return Outcome(summary="Nothing is on the administrator’s list.")
    items = Items(heading=LIST, items=tuple(found[:SHOWN]), more=max(len(found) - SHOWN, 0))
    number = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    return Outcome(summary=f"{number} on the administrator’s list.", parts=(items,))
