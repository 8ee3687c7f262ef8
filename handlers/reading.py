"""Reading a message against a plan that may have moved on since it was indexed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from domain.events import Tracked
from domain.intents import Reading
from domain.ports import UnitOfWork
from language.message import Message, Speaker
from language.references.known import KnownPlan, Standing
from language.understand import understand


class Consulted(Mapping[str, Standing]):
    """How actions stand, and at which of that was looked: nothing else can decide a reading."""

    def __init__(self, before: Mapping[str, Standing]) -> None:
        self._before = before
        self._now: dict[str, Standing] = {}
        self.unchecked: set[str] = set()

    def __getitem__(self, ref: str) -> Standing:
        if ref in self._now:
            return self._now[ref]
        self.unchecked.add(ref)
        return self._before[ref]

    def __iter__(self) -> Iterator[str]:
        return iter(self._before)

    def __len__(self) -> int:
        return len(self._before)

    def learn(self, tracked: Iterable[Tracked]) -> bool:
        """Take over how these stand now; whether one stands otherwise than was thought."""
        now = {each.action.ref: Standing.of(each) for each in tracked}
        self._now |= now
        self.unchecked.clear()
        return any(self._before[ref] != standing for ref, standing in now.items())


async def read(message: Message, plan: KnownPlan, speaker: Speaker, unit: UnitOfWork) -> Reading:
    """Read a message, and once more where an action that decided it stands otherwise by now."""
    consulted = Consulted(plan.standings)
    known = replace(plan, standings=consulted)
    while True:
        reading = understand(message, known, speaker)
        asked = consulted.unchecked
        if not asked or not consulted.learn(await unit.actions.of(plan.plan.key, asked)):
            return reading
