"""What one process remembers from beat to beat, so that it does not look again at what is the same.

It is lost with the process, which then looks at all of it once more: nothing is said twice.
"""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime

from domain.faults import in_a_sentence
from scheduler.faults import LONG_AGO, Faults
from scheduler.rounds import Rounds


def _long_ago() -> dict[str, datetime]:
    return defaultdict(lambda: LONG_AGO)


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
    """By workspace; ``given_up`` is when something last was, and ``put_again`` up to which of that
    it was put out again where it comes round (scheduler.belated).
    """

    rounds: Rounds = field(default_factory=Rounds)
    silences: dict[str, Silence] = field(default_factory=lambda: defaultdict(Silence))
    given_up: dict[str, datetime] = field(default_factory=_long_ago)
    put_again: dict[str, datetime] = field(default_factory=_long_ago)
    forgets_at: dict[str, datetime] = field(default_factory=_long_ago)
    faults: dict[str, Faults] = field(default_factory=dict)

    def faults_of(self, workspace: str) -> Faults:
        return self.faults.setdefault(workspace, Faults(workspace))

    def left_out(self) -> str | None:
        """What could not be looked after, of all workspaces, in a sentence; None if all could."""
        return in_a_sentence([each for some in self.faults.values() for each in some.standing])
