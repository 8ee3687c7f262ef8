"""Until when the actions that a beat has looked at may sleep."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

type Key = tuple[str, str]
"""The plan and ref of an action."""


@dataclass
class Sleep:
    """An action sleeps no longer than anything about it allows, and not if that is by now.

    ``until`` has all that was looked at.
    """

    now: datetime
    until: dict[Key, datetime] = field(default_factory=dict)

    def no_longer_than(self, until: datetime, key: Key) -> None:
        """Let it wake by then; of what was not looked at that is no matter."""
        if key in self.until:
            self.until[key] = min(self.until[key], until)

    def sleepers(self) -> list[Key]:
        """All that may sleep."""
        return [key for key, until in self.until.items() if until > self.now]

    def moments(self, keys: Iterable[Key]) -> Mapping[str, Mapping[str, datetime]]:
        """Until when these sleep, by plan and ref."""
        moments: dict[str, dict[str, datetime]] = defaultdict(dict)
        for key in keys:
            plan, ref = key
            moments[plan][ref] = self.until[key]
        return moments
