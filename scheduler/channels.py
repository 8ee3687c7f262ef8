"""Groups that cannot be told how their actions stand are on the administrator's list."""

from collections.abc import Sequence

from domain.concerns import Concern
from domain.conversation import Item, Items, Kind
from domain.ports import UnitOfWork
from handlers.escalating import LIST, LIST_OPENING
from scheduler.office import Office

MISSING = "it has no channel, so that its digest goes nowhere"


async def channels(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
    """A concern of each administrator for each partnership group without a channel."""
    if not office.plans:
        return []
    return [
        Concern(
            person=person.id,
            kind=Kind.FINDING,
            once=f"finding channel {group.slug}",
            plan=next(iter(office.plans)),
            opening=LIST_OPENING,
            parts=(Items(heading=LIST, items=(Item(ref="", title=group.name, standing=MISSING),)),),
        )
        for group in office.reach.directory.partnership_groups
        if group.address is None
        for person in office.administrators
    ]
