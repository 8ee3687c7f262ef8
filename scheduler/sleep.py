"""Until when the actions that a beat has looked at may sleep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime

type Key = tuple[str, str]
"""The plan and ref of an action."""


@dataclass
class Sleep:
    """An action sleeps when all whom it concerns were told: till then it would be looked at again.

    ``until`` has all that was looked at.
    """

    now: datetime
    until: dict[Key, datetime] = field(default_factory=dict)
    _concerning: dict[str, Set[Key]] = field(default_factory=dict)  # by person
    _untold: dict[Key, int] = field(default_factory=lambda: defaultdict(int))  # people
    _ready: list[Key] = field(default_factory=list)
    _asleep: dict[Key, datetime] = field(default_factory=dict)

    def no_longer_than(self, until: datetime, key: Key) -> None:
        """Sleep no longer than anything about the action allows."""
        if key in self.until:
            self.until[key] = min(self.until[key], until)

    def wait_for(self, person: str, keys: Set[Key]) -> None:
        """Somebody is still to be told of these."""
        self._concerning[person] = known = keys & self.until.keys()
        for key in known:
            self._untold[key] += 1

    def told(self, person: str) -> None:
        for key in self._concerning.pop(person, ()):
            self._untold[key] -= 1
            if not self._untold[key]:
                self._ready.append(key)

    def ready(self, count: int) -> list[Key]:
        """What may sleep before the others do, once there are so many; those are taken out."""
        if len(self._ready) < count:
            return []
        ready, self._ready = self._ready[:count], self._ready[count:]
        return [key for key in ready if self.until[key] > self.now]

    def rest(self) -> list[Key]:
        """What may sleep and does not yet, or is to wake earlier than was written."""
        return [
            key
            for key, until in self.until.items()
            if until > self.now and self._asleep.get(key) != until
        ]

    def begin(self, keys: Iterable[Key]) -> Mapping[str, Mapping[str, datetime]]:
        """Until when they sleep from now on, by plan and ref."""
        moments: dict[str, dict[str, datetime]] = defaultdict(dict)
        for key in keys:
            plan, ref = key
            self._asleep[key] = moments[plan][ref] = self.until[key]
        return moments
