"""Signatures that have been used: Slack's own retry says that it is one, a thief's does not."""

from collections import deque
from dataclasses import dataclass, field

REMEMBERED = 20_000  # more than come in the five minutes for which a signature is good


@dataclass
class Replays:
    _order: deque[str] = field(default_factory=deque)
    _seen: set[str] = field(default_factory=set)

    def first(self, signature: str) -> bool:
        """Whether this signature is new."""
        if signature in self._seen:
            return False
        self._seen.add(signature)
        self._order.append(signature)
        if len(self._order) > REMEMBERED:
            self._seen.discard(self._order.popleft())
        return True
