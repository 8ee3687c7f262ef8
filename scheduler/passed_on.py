"""What somebody asked to have passed on is in the next message of who answers for the action."""

from collections.abc import Sequence
from datetime import timedelta

from domain.concerns import Concern
from domain.conversation import Item, Items, Kind
from domain.events import Tracked
from domain.instructions import Instruction, PassedOn, passed_on
from domain.ports import UnitOfWork
from domain.reach import Asked
from handlers.days import local_day, short_day
from handlers.passing_on import named
from scheduler.office import Office

TOLD_WITHIN = timedelta(days=28)  # so that it also reaches somebody who was away for a while
HEADING = "Passed on to you"


async def words_passed_on(unit: UnitOfWork, office: Office) -> Sequence[Concern]:
    """A concern for each time that words were passed on lately; the same again until it is said."""
    found: list[Concern] = []
    for told in passed_on(await unit.instructions.all(), office.now - TOLD_WITHIN):
        if isinstance(told.order, PassedOn) and told.plan and told.plan in office.plans:
            about = await unit.actions.of(told.plan, told.order.refs)
            found += _concern(told, told.order, about, office)
    return found


def _concern(
    told: Instruction, order: PassedOn, about: Sequence[Tracked], office: Office
) -> Sequence[Concern]:
    reader = office.reach.person(order.to)
    if reader is None or not about:
        return []
    items = [Item(ref=each.action.ref, title=each.action.text) for each in about]
    said = f"{told.by_name}, {short_day(local_day(told.at, reader), office.today_of(reader))}"
    items[-1] = items[-1].model_copy(update={"quote": told.words.strip(), "said": said})
    return [
        Concern(
            person=order.to,
            kind=Kind.NOTICE,
            once=named(told),
            plan=told.plan,
            opening=f"{told.by_name} asked me to pass something on to you.",
            asked=tuple(each for each in about if _wants_a_word(each, told, order, office)),
            parts=(Items(heading=HEADING, items=tuple(items)),),
            about=order.refs,
        )
    ]


def _wants_a_word(tracked: Tracked, told: Instruction, order: PassedOn, office: Office) -> bool:
    """Whether the reader is who is asked about it, and has not spoken of it since."""
    state, asked = tracked.state, office.reach.asked(tracked, office.today)
    if state.finished or office.arrangements.is_paused(str(told.plan), office.today):
        return False
    if state.at is not None and state.at > told.at:
        return False
    return isinstance(asked, Asked) and asked.person.id == order.to
