"""What comes in: a message at a moment, from somebody."""

from datetime import date, datetime

from domain.value import Value


class Message(Value):
    """What somebody said. ``now`` is aware, in their zone; ``about`` are the reminder's refs."""

    text: str
    now: datetime
    about: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        return self.now.date()


class Speaker(Value):
    """Who said it: the refs they lead or own, and those they may update (None: all)."""

    name: str
    own: frozenset[str] = frozenset()
    may: frozenset[str] | None = None

    def may_update(self, ref: str) -> bool:
        return self.may is None or ref in self.may
