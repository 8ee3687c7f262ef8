"""How much a person is written to: counted over a span of time, by week."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from bot.rehearsal import Sent

WEEK = timedelta(days=7)


@dataclass
class Tallying:
    """Counts messages as they come; and how many there would be with one for each thing said."""

    first: date
    last: date
    weeks: dict[str, Counter[int]] = field(default_factory=dict)  # by person and week
    things: Counter[str] = field(default_factory=Counter)  # by person
    to_channels: int = 0

    def add(self, sent: Sent) -> None:
        message = sent.message
        if message.to is None:
            self.to_channels += 1
            return
        week = (message.day - self.first) // WEEK
        self.weeks.setdefault(message.to, Counter())[week] += 1
        self.things[message.to] += max(len(message.says), 1)

    @property
    def messages(self) -> int:
        return sum(each.total() for each in self.weeks.values())

    def told(self) -> str:
        """The figures, in a few sentences."""
        weeks = (self.last - self.first) // WEEK + 1
        if not self.weeks:
            return f"Nothing would be sent to anybody in {_number(weeks, 'week')}."
        rates = [each.total() / weeks for each in self.weeks.values()]
        most = max(max(each.values()) for each in self.weeks.values())
        return (
            f"In {_number(weeks, 'week')}: {_number(self.messages, 'message')} to "
            f"{_number(len(self.weeks), 'person', 'people')}, and {self.to_channels} to channels.\n"
            f"One person gets {median(rates):.2f} a week (median), "
            f"{max(rates):.2f} where it is most, and never more than {most} in one week.\n"
            f"With one message for each thing said it would be {self.things.total()}."
        )


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
