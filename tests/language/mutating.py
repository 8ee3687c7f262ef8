"""Messages mutated by the thousand: `python -m tests.language.mutating 1000000`.

Each must be read without an exception, and in no more than 50 ms of the processor's time. Bounded
in the tests; whole in `make fuzz`, on all processors.
"""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from random import Random

from language.known import KnownPlan
from language.understand import Message, understand
from tests.language.plan import CODED, NOW, known, speaker
from tests.language.test_dates import DAYS
from tests.language.test_messages import TABLE

LONGEST = 0.050  # seconds
CHUNK = 10_000
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


def slow_ones(seed: int, count: int) -> Iterator[tuple[float, str]]:
    """Read so many; yield those that took too long, even when they were read again."""
    random = Random(seed)
    plans = (known(), known(CODED))
    for _ in range(count):
        text, plan = mutated(random), random.choice(plans)
        about = random.choice(((), ("7.3",), ("7.3", "1.1", "SH1.1")))
        message = Message(text=text, now=NOW, about=about)
        if _took(message, plan) > LONGEST:
            took = min(_took(message, plan) for _ in range(3))
            if took > LONGEST * max(1, len(text) / 1_000):
                yield took, text


def _took(message: Message, plan: KnownPlan) -> float:
    start = time.process_time()
    understand(message, plan, CHAIR)
    return time.process_time() - start


def _chunk(seed: int) -> list[tuple[float, str]]:
    return list(slow_ones(seed, CHUNK))


def main(count: int) -> int:
    """Read them all; 1 where any was too slow. An exception stops it with its message."""
    with ProcessPoolExecutor(cpu_count()) as pool:
        found = [each for chunk in pool.map(_chunk, range(count // CHUNK)) for each in chunk]
    told = [f"{took * 1000:.0f} ms: {text[:200]!r}\n" for took, text in found]
    slow = f"{len(found)} in more than {LONGEST * 1000:.0f} ms"
    sys.stdout.writelines([*told, f"{count:,} mutated messages read, {slow}\n"])
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
