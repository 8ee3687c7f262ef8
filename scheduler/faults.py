"""What could not be looked after is left out for a while, so that all else is looked after."""

import logging
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from domain.faults import Fault, Subject, What
from domain.hours import NEVER
from domain.problems import StoreUnavailable

log = logging.getLogger(__name__)

LONG_AGO = datetime.min.replace(tzinfo=UTC)
OUTSIDE = (StoreUnavailable, OSError)  # the store or the machine: all depends on them
BY_STAGES = frozenset({What.ACTION, What.PERSON})  # one that went well does not end their fault


class Unreadable(Exception):
    """What the store keeps of something is damaged."""


@dataclass
class Faults:
    """Those of one workspace that stand, for as long as the process lives.

    A store that cannot be used is no fault of what was being looked after: it is raised.
    """

    workspace: str = ""
    now: datetime = LONG_AGO
    _standing: dict[Subject, Fault] = field(default_factory=dict)
    _met: set[Subject] = field(default_factory=set)

    def begin(self, now: datetime) -> "Faults":
        """A beat begins; what has not been met for long is over."""
        self.now = now
        self._met.clear()
        self._standing = {name: each for name, each in self._standing.items() if each.past > now}
        return self

    @property
    def standing(self) -> Sequence[Fault]:
        return tuple(self._standing.values())

    def spared(self, what: What, name: str, plan: str | None = None) -> "Spared":
        """Within it a fault is kept and logged, and what comes after goes on."""
        return Spared(self, Subject(what, name, plan))

    def met(self, subject: Subject, error: BaseException) -> datetime:
        """Keep a fault and log it, never with what people wrote. Return when to try again."""
        known, where = self._standing.get(subject), _where(error)
        kind = type(error).__name__
        if subject not in self._met:
            fault = Fault(subject, kind, where, self.now, self.now)
            fault = known.met_again(kind, where, self.now) if known else fault
            self._standing[subject] = fault
            self._met.add(subject)
            _write_down(fault, self.workspace)
        return self._standing[subject].again

    def unread(self, subjects: Iterable[Subject]) -> None:
        """Keep that these could not be read; each beat finds them anew, and not each says so."""
        for each in subjects:
            if self.rests_until(*each) is None:
                self.met(each, Unreadable())

    @property
    def mark(self) -> Hashable:
        """Another one as soon as there is something else to tell."""
        return frozenset(self._standing)

    def again(self, what: What, name: str, plan: str | None = None) -> datetime:
        """When something that has failed is tried again; at once where it has not."""
        known = self._standing.get(Subject(what, name, plan))
        return known.again if known else self.now

    def rests_until(self, what: What, name: str, plan: str | None = None) -> datetime | None:
        """When it is tried again, if that is to come."""
        if not self._standing:
            return None
        again = self.again(what, name, plan)
        return again if again > self.now else None

    def settle(self, tried: Iterable[Subject]) -> None:
        """All of this was tried in this beat: what was not met again is over."""
        if self._standing:
            for each in set(tried) - self._met:
                self._standing.pop(each, None)

    def next_try(self) -> datetime:
        """When the first of them is tried again."""
        return min((each.again for each in self._standing.values()), default=NEVER)


@dataclass(frozen=True, slots=True)
class Spared:
    faults: Faults
    subject: Subject

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if error is None and self.subject.what not in BY_STAGES:
            self.faults.settle([self.subject])
        if error is None or not ours(error):
            return False
        self.faults.met(self.subject, error)
        return True


def ours(error: BaseException) -> bool:
    """Whether it is a fault of ours with one thing, and not of what all depends on."""
    return isinstance(error, Exception) and not isinstance(error, OUTSIDE)


def _where(error: BaseException) -> str:
    """The innermost line of code: what the error itself says may be what somebody wrote."""
    frames = extract_tb(error.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _write_down(fault: Fault, workspace: str) -> None:
    what, name, plan = fault.subject
    facts = {
        "workspace": workspace,
        "what": what.value,
        "ref": name,
        "plan": plan,
        "error": fault.error,
        "where": fault.where,
        "again": fault.again.isoformat(),
    }
    log.error("not_looked_after", extra=facts)
