"""One look at all that is due: what concerns a person goes into the outbox, joined, once a day."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from itertools import batched
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.concerns import Concern, Joined
from domain.faults import What
from domain.people import LONDON, Person
from domain.ports import Clock, OpenUnit, UnitOfWork
from scheduler.diary import Silence
from scheduler.faults import Faults
from scheduler.left_out import left_out
from scheduler.office import Office, open_office
from scheduler.seen import A_BREATH, Beat, Grounds
from scheduler.sleep import Key, Sleep
from scheduler.slices import write_in_slices

log = logging.getLogger(__name__)

PEOPLE = 1_000  # who are written to in one transaction
ACTIONS = 2_500  # that are put to sleep in one
AT_ONCE = 20_000  # actions looked at in one beat; the rest are looked at in the next

type Source = Callable[[UnitOfWork, Office], Awaitable[Sequence[Concern]]]
"""Finds what else concerns people today, for their one message."""

type Finder = Callable[[UnitOfWork], Awaitable[Sequence[Source]]]
"""Finds the sources that may have something to say today."""


async def remind(
    open_unit: OpenUnit,
    workspace: str,
    clock: Clock,
    calendar: Calendar,
    sources: Sequence[Source] | Finder = (),
    zone: ZoneInfo = LONDON,
    asides: Sequence[Source] = (),
    silence: Silence | None = None,
    faults: Faults | None = None,
) -> int:
    """Write what is due now and was not written before. Return how many messages that is.

    Where a ``silence`` is kept from beat to beat, the ``sources`` are asked only when something
    is due or they may have something new to say. What the ``asides`` find comes with what there is
    otherwise: they are asked where that is.
    Each person's message is written under a key that names the day, so that a second process, a
    restart or a late beat adds nothing. What cannot be looked after is left out for a while and
    kept in the ``faults``.
    """
    now = clock.now()
    faults = (faults or Faults(workspace)).begin(now)
    async with open_unit(workspace) as unit:
        grounds = Grounds(await unit.known(), await unit.events.newest())
        speaking = await sources(unit) if callable(sources) else sources
        mark = grounds, await unit.outbox.last_given_up() if speaking else None, faults.mark
        seen = await unit.actions.awake(now, AT_ONCE)
        faults.unread(unit.unread)
        quiet = not (speaking or faults.standing) or (silence and silence.lasts(mark, now))
        if not seen and quiet:
            return 0
        office = await open_office(unit, now, calendar, seen, zone, faults)
        faults.unread(unit.unread)
        beat = Beat(office, grounds, Sleep(now))
        for some in batched(seen, A_BREATH):
            beat.look(some)
            await asyncio.sleep(0)  # there may be very many, and people want to be answered
        await beat.escalate(unit)
        faults.unread(unit.unread)
    beat.add(await _found(speaking, open_unit, workspace, office))
    beat.add(left_out(office))
    if asides and await _speaks(beat, open_unit, workspace):
        beat.aside = _by_person(await _found(asides, open_unit, workspace, office))
    written, finished = await _all_said(beat, open_unit, workspace)
    if silence and finished:
        silence.begin(mark, beat.news_at())
    faults.settle(beat.tried())
    log.info("reminded", extra={"workspace": workspace, "messages": written})
    return written


async def _found(
    sources: Sequence[Source], open_unit: OpenUnit, workspace: str, office: Office
) -> list[Concern]:
    """What the sources have to say, each asked in a unit of its own: one that fails ends no other.

    One that has failed rests.
    """
    found: list[Concern] = []
    for source in sources:
        name = getattr(source, "__name__", type(source).__name__)
        if office.faults.rests_until(What.TASK, name):
            continue
        with office.faults.spared(What.TASK, name):
            async with open_unit(workspace) as unit:
                found += await source(unit, office)
                office.faults.unread(unit.unread)
    return found


def _by_person(concerns: Iterable[Concern]) -> Mapping[str, Sequence[Concern]]:
    found: dict[str, list[Concern]] = defaultdict(list)
    for each in concerns:
        found[each.person].append(each)
    return found


async def _speaks(beat: Beat, open_unit: OpenUnit, workspace: str) -> bool:
    """Whether anybody is written to, so that it is worth looking what else there is to tell."""
    async with open_unit(workspace) as unit:
        for some in batched(beat.people(), PEOPLE):
            if await beat.speaks(unit, some):
                return True
    return False


async def _all_said(beat: Beat, open_unit: OpenUnit, workspace: str) -> tuple[int, bool]:
    """Return how many messages were written, and whether all were.

    Where it changes meanwhile who is who or what was agreed, the rest is looked at anew by the next
    beat. First everybody is written to; then what they were told is put to sleep.
    """
    told: list[tuple[Sequence[Person], list[Joined]]] = []

    async def speak(people: Sequence[Person]) -> bool:
        async with open_unit(workspace) as unit:
            letters = await beat.speak(unit, people)
            if holds := await beat.holds(unit):
                await unit.commit()
                told.append((people, [each.said for each in letters]))
        return holds

    finished = await write_in_slices(beat.people(), PEOPLE, speak, beat.spare_person)
    for people, said in told:
        beat.told(people, said)
        await asyncio.sleep(0)
    finished = finished and await _all_sleep(beat, open_unit, workspace)
    return sum(len(said) for _, said in told), finished


async def _all_sleep(beat: Beat, open_unit: OpenUnit, workspace: str) -> bool:
    """Whether all that may sleep now does."""

    async def let_sleep(some: Sequence[Key]) -> bool:
        async with open_unit(workspace) as unit:
            await beat.let_sleep(unit, some)
            if holds := await beat.holds(unit):
                await unit.commit()
            return holds

    return await write_in_slices(beat.sleep.sleepers(), ACTIONS, let_sleep, beat.spare_action)
