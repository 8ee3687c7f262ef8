"""Notices that the scheduler's loop stands still, from outside of it, and says so in the log.

It runs in a thread of its own: whatever blocks the loop does not block the watch.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Thread

from bot.health import Pulse
from domain.ports import Clock

log = logging.getLogger(__name__)

LOOKS_EVERY = timedelta(seconds=10)


@dataclass
class Watch:
    pulse: Pulse
    clock: Clock
    standing_still: bool = False

    def look(self) -> None:
        """Say once that the loop has stopped, and once that it goes again."""
        stopped = self.pulse.stopped(self.clock.now())
        if stopped and not self.standing_still:
            log.error("loop_stopped", extra={"since": self.pulse.last.isoformat()})
        elif self.standing_still and not stopped:
            log.warning("loop_goes_again")
        self.standing_still = stopped


@contextmanager
def watching(watch: Watch, every: timedelta = LOOKS_EVERY) -> Iterator[None]:
    """Look again and again until the end of the block."""
    over = Event()

    def look_on() -> None:
        while not over.wait(every.total_seconds()):
            watch.look()

    thread = Thread(target=look_on, name="watch", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
