"""What one process remembers from beat to beat, so that it does not look again at what is the same.

It is lost with the process, which then looks at all of it once more: nothing is said twice.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from scheduler.rounds import Rounds

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass
class Silence:
    """Until when the sources (scheduler.reminders.Source) have nothing to say, if nothing changes.

    ``mark`` is equal as long as nothing has changed that they could speak of.
    """

    mark: Hashable = None
    until: datetime = LONG_AGO

    def lasts(self, mark: Hashable, now: datetime) -> bool:
        return mark == self.mark and now < self.until

    def begin(self, mark: Hashable, until: datetime) -> None:
        self.mark, self.until = mark, until


@dataclass
class Diary:
    """``put_again`` is the newest of what was given up that scheduler.belated has seen."""

    rounds: Rounds = field(default_factory=Rounds)
    silences: dict[str, Silence] = field(default_factory=lambda: defaultdict(Silence))
    put_again: dict[str, datetime] = field(default_factory=dict)  # by workspace
