"""What comes in: a message at a moment, from somebody."""

from datetime import date, datetime

from domain.intents import Update
from domain.value import Value
from domain.work import Status


class Awaited(Value):
    """A question of ours that waits for an answer: its options, and the actions they are about.

    ``undated`` is what was told already, where it asks by when; ``plan`` the key of the plan. An
    ``open`` one asks how an action stands or by when, a moment ago: whatever is said may answer it.
    ``put_off`` are the actions of which it asks on which day to ask again.
    """

    labels: tuple[str, ...]
    plan: str = ""
    refs: tuple[str, ...] = ()
    undated: tuple[Update, ...] = ()
    open: bool = False
    put_off: tuple[str, ...] = ()

    def of(self, plan: str) -> "Awaited":
        """The question as it is put to a message about a plan: another's actions are not its."""
        same = plan == self.plan
        nothing = {"refs": (), "undated": (), "open": False, "put_off": ()}
        return self if same else self.model_copy(update=nothing)

    @property
    def which(self) -> bool:
        """Whether it asks which action is meant: another may be, and the rest stays as it was."""
        if not self.labels:
            return False
        return len(self.labels) == 1 or set(self.labels[1:]) <= set(self.refs)


class Message(Value):
    """What somebody said.

    ``now`` is aware, in their zone; ``about`` are the reminder's refs; ``awaited`` is what they
    were asked last, if they have not answered; ``words`` what their workspace means by its own.
    """

    text: str
    now: datetime
    about: tuple[str, ...] = ()
    awaited: Awaited | None = None
    words: tuple[tuple[str, Status], ...] = ()

    @property
    def today(self) -> date:
        return self.now.date()


class Speaker(Value):
    """Who said it: the refs they lead or own, and those they may update (None: all).

    ``accepts`` are those of which they may accept a new date (None: all).
    """

    name: str
    own: frozenset[str] = frozenset()
    may: frozenset[str] | None = None
    accepts: frozenset[str] | None = frozenset()

    def may_update(self, ref: str) -> bool:
        return self.may is None or ref in self.may

    def may_accept(self, ref: str) -> bool:
        return self.accepts is None or ref in self.accepts
