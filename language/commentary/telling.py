"""What prose tells of its action, and whether it counts before what its plainest clause tells."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from domain.work import Status
from language.commentary.given import Given
from language.promises.forecasts import SET_ANEW
from language.promises.new_day.corrected import RESTATED
from language.promises.not_before import NOT_BEFORE
from language.promises.promise import Promise

SAYING_MORE = frozenset([Status.COMPLETE, Status.ON_TRACK])  # than that it is under way
PARTLY = "prose.partly"
REACH = "prose.reach"
BRIEF = "prose.brief"
QUOTED = "verdict.quoted"
NARRATED = "prose.narrated"
GOES_ON = "prose.goes-on"
BY = "forecast.by"  # "by mid-December": the name of its rule
GUESSED = frozenset(["status.event", "status.under-way", "status.condition"])


class Told(NamedTuple):
    """What prose tells of its action; plainly, where there are no ``doubts``."""

    status: Status | None
    day: Given | None
    doubts: tuple[str, ...]
    rule: str
    span: range = range(0)
    promised: date | None = None  # as the plainest clause has it

    def outweighs(
        self, status: Status | None, promise: Promise | None, doubts: Sequence[str]
    ) -> bool:
        """Whether it counts before what the plainest clause tells, and what is unsure in that."""
        if promise is not None and promise.rule == RESTATED and self.day is None:
            return False  # "the July date will not be met and should read 30 September"
        if self.rule == REACH:
            return not self._is_completed_by(promise, doubts)
        if self.rule == PARTLY:
            return status is Status.COMPLETE and not doubts
        anew = promise is not None and promise.rule in SET_ANEW
        if self.status is Status.CANCELLED and anew:
            return False  # "the paper got pulled, call it the end of June"
        if self._is_to_come(promise):
            return False
        silent = status is None and promise is None
        if self.rule == BRIEF:
            return silent
        if self.rule == NARRATED:
            return silent or self._says_what_was_guessed(promise, doubts)
        return silent or bool(doubts) or self._overrules(status, promise)

    def _is_to_come(self, promise: Promise | None) -> bool:
        """Read "whole thing wrapped up by mid-December" as that it will be, and is not yet."""
        if self.status is not Status.COMPLETE or promise is None or promise.rule != BY:
            return False
        return promise.clause.holds(self.span.start) and promise.day is not None

    def _says_what_was_guessed(self, promise: Promise | None, doubts: Sequence[str]) -> bool:
        """Narration of what goes on counts before the guess that an event in it makes it done."""
        return promise is None and GOES_ON in self.doubts and not GUESSED.isdisjoint(doubts)

    def _is_completed_by(self, promise: Promise | None, doubts: Sequence[str]) -> bool:
        """Read "not going to make March. End of May now" as what it comes to, with its new day."""
        if promise is None or promise.day is None or self.day or self.promised:
            return False
        return not doubts and max(promise.dates, default=0) >= self.span.stop

    def _is_before(self, promise: Promise) -> bool:
        """Read "all cleared, but the printers cannot do it until 9 May" as then, and late."""
        if self.status is Status.DELAYED:
            return self.day is None and self.rule == "prose.inferred"
        return self.status is Status.COMPLETE and self.span.stop <= min(promise.dates, default=0)

    def _overrules(self, status: Status | None, promise: Promise | None) -> bool:
        """Whether it is worth more than what the plainest clause tells, and tells otherwise."""
        if self.rule == "prose.done":
            then = promise is not None and promise.rule == "forecast.then"  # "3 May, done then"
            return self.status is not status and not (self.doubts or then)
        if promise is not None and promise.rule == NOT_BEFORE and self._is_before(promise):
            return False
        if self.rule == "prose.inferred":
            return promise is not None or status in (Status.ON_TRACK, Status.COMPLETE)
        if QUOTED in self.doubts:
            return True
        if "verdict.outstanding" in self.doubts:
            return status is Status.COMPLETE
        ended = self.status in SAYING_MORE and status is Status.IN_PROGRESS
        denied = promise is not None and not promise.dates.isdisjoint(self.span)
        return self.rule == "prose.verdict" and (ended or (denied and self.day is None))
