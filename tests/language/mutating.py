"""Messages mutated by the thousand: `python -m tests.language.mutating 1000000`.

Each must be read without an exception, and in no more than 50 ms of the processor's time. Bounded
in the tests; whole in `make fuzz`, on all processors.
"""

import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from random import Random
from typing import NamedTuple

from language.references.known import KnownPlan
from language.understand import Message, understand
from tests.language.plan import CODED, NOW, known, speaker
from tests.language.test_dates import DAYS
from tests.language.test_messages import TABLE

LONGEST = 0.050  # seconds
FAST = 0.001  # seconds in which a message is never the slowest
CHUNK = 2_000
REMINDERS: tuple[tuple[str, ...], ...] = ((), ("7.3",), ("7.3", "1.1", "SH1.1"))
TEXTS = [row.text for row in TABLE] + [line.split(" = ")[0] for line in DAYS.splitlines()]
ODD = "\x00\t\n\u00a0\u200b\u202e’“”–…£€%/\\|<>[](){}#@*_~^`'\"0123456789.,;:!?éß字🟢✅\U0001f9d1"
CHAIR = speaker("chair")


def mutated(random: Random) -> str:
    """One message made from several, cut, doubled, shuffled and strewn with odd signs."""
    parts = random.sample(TEXTS, random.randint(1, 4))
    text = random.choice(("", " ", "\n", ". ", ", ")).join(parts)
    for _ in range(random.randint(0, 6)):
        at = random.randint(0, len(text))
        match random.randint(0, 5):
            case 0:
                text = text[:at] + random.choice(ODD) + text[at:]
            case 1:
                text = text[:at] + text[at + random.randint(1, 8) :]
            case 2:
                text = text[at:] + text[:at]
            case 3:
                text = text[:at] + text[at : at + 12] * random.randint(2, 30) + text[at:]
            case 4:
                text = text.upper() if random.random() < 0.5 else text.replace(" ", "")
            case _:
                text = text[:at] + random.choice(TEXTS) + text[at:]
    return text[:9_000]


class Tally(NamedTuple):
    """How many were read, how many were too slow or failed, and the slowest with its time."""

    read: int
    faults: tuple[str, ...]
    slowest: float
    text: str

    def __add__(self, other: object) -> "Tally":
        if not isinstance(other, Tally):
            return NotImplemented
        slowest, text = max((self[2:], other[2:]))
        return Tally(self.read + other.read, (*self.faults, *other.faults), slowest, text)

    def __str__(self) -> str:
        told = [
            f"{self.read:,} mutated messages read, {len(self.faults)} of them with a fault",
            f"the slowest took {self.slowest * 1000:.1f} ms for its {len(self.text):,} letters",
        ]
        return "\n".join([*self.faults, *told])


def read_some(seed: int, count: int) -> Tally:
    """Read so many, each alone.

    The processor's time is asked for only where the clock on the wall makes a message the slowest
    so far: asking takes longer than reading.
    """
    random = Random(seed)
    plans = (known(), known(CODED))
    faults: list[str] = []
    slowest = (FAST, "")
    for _ in range(count):
        text, plan = mutated(random), random.choice(plans)
        message = Message(text=text, now=NOW, about=random.choice(REMINDERS))
        start = time.perf_counter()
        try:
            understand(message, plan, CHAIR)
        except Exception:  # noqa: BLE001  # whatever it is, the others are read all the same
            faults.append(f"{traceback.format_exc()}of {text!r} under {message.about}")
            continue
        if time.perf_counter() - start > slowest[0]:
            slowest = max(slowest, (_took(message, plan), text))
            faults += _too_slow(*slowest) if slowest[1] == text else []
    return Tally(count, tuple(faults), *slowest)


def _took(message: Message, plan: KnownPlan) -> float:
    """The processor's time for reading a message: the least of three, for others use it too."""
    took = []
    for _ in range(3):
        start = time.process_time()
        understand(message, plan, CHAIR)
        took.append(time.process_time() - start)
    return min(took)


def _too_slow(took: float, text: str) -> list[str]:
    if took <= LONGEST:
        return []
    return [f"{took * 1000:.0f} ms for {len(text)} letters: {text[:200]!r}"]


def _chunk(part: tuple[int, int]) -> Tally:
    return read_some(*part)


def main(count: int) -> int:
    """Read so many and print what came of it; 1 where any had a fault."""
    parts = [(seed, min(CHUNK, count - done)) for seed, done in enumerate(range(0, count, CHUNK))]
    tally = Tally(0, (), 0.0, "")
    with ProcessPoolExecutor(cpu_count()) as pool:
        for each in pool.map(_chunk, parts):
            tally += each
    sys.stdout.write(f"{tally}\n")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
