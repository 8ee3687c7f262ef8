"""How fast an app may call, by the clock: a message a second in a channel, tiers for the rest."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.ports import Clock

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@dataclass
class Pacing:
    """Off where ``on`` is False. ``tiers`` may be left out where a test's clock stands still."""

    clock: Clock
    on: bool = True
    tiers: bool = True
    _posted: dict[str, datetime] = field(default_factory=dict)
    _called: defaultdict[tuple[str, str], deque[datetime]] = field(
        default_factory=lambda: defaultdict(deque)
    )

    def wait_to_post(self, channel: str) -> int:
        """Seconds until a message may go into the channel; 0, and it counts, where it may now."""
        now = self.clock.now()
        last = self._posted.get(channel)
        if self.on and last is not None and now - last < SECOND:
            return 1
        self._posted[channel] = now
        return 0

    def wait_to_call(self, team: str, method: str, per_minute: int) -> int:
        """The same for a call of a method in a team."""
        now = self.clock.now()
        called = self._called[team, method]
        while called and now - called[0] >= MINUTE:
            called.popleft()
        if self.on and self.tiers and len(called) >= per_minute:
            return int((called[0] + MINUTE - now).total_seconds()) + 1
        called.append(now)
        return 0
