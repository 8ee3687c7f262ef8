"""Faults that are planted in the code one by one: ``python -m tests.simulation.mutants``.

A simulation that did not find them would prove nothing.
"""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from time import perf_counter

from tests.simulation.planted import MUTANTS
from tests.simulation.planted.mutant import Mutant
from tests.simulation.planting import changed, look_for

FAR = 400  # seeds that are looked through at most
LONGEST = 120  # characters of what the judges said
LOADED = get_context("forkserver")  # each in a process of its own, forked from one that is warm
LOADED.set_forkserver_preload(["tests.simulation.warm"])


@dataclass(frozen=True)
class Finding:
    """What the judges said first of the code with the fault, and how soon."""

    mutant: Mutant
    found: bool
    told: str
    seconds: float

    def __str__(self) -> str:
        said = self.told[:LONGEST] if self.found else f"NOT FOUND {self.told[:LONGEST]}"
        return f"{self.mutant.name:55} {self.seconds:>5.0f} s  {said.rstrip()}"


def found(mutant: Mutant, far: int = FAR) -> Finding:
    start = perf_counter()
    changed(mutant)  # raises here where it cannot be planted
    hears, tells = LOADED.Pipe(duplex=False)
    process = LOADED.Process(target=look_for, args=(mutant, far, tells))
    process.start()
    tells.close()
    try:
        faults = hears.recv()
        told = "; ".join(f"seed {seed}: {'; '.join(told)}" for seed, told in faults)
    except EOFError:
        faults, told = [], "it does not run"  # its process has written why
    process.join()
    return Finding(mutant, bool(faults), told, perf_counter() - start)


def looked_through(mutants: Sequence[Mutant]) -> Iterator[Finding]:
    """What was found of each, two at a time."""
    with ThreadPoolExecutor(max_workers=2) as workers:
        yield from workers.map(found, mutants)


def main(names: Sequence[str]) -> int:
    wanted = [each for each in MUTANTS if not names or each.name in names]
    if not wanted:
        _say("No planted fault has that name. They are:\n" + "\n".join(e.name for e in MUTANTS))
        return 2
    start = perf_counter()
    findings = []
    for finding in looked_through(wanted):
        findings.append(finding)
        _say(str(finding))
    _say(summary(findings, perf_counter() - start))
    return 0 if all(each.found for each in findings) else 1


def summary(findings: Sequence[Finding], seconds: float) -> str:
    missed = [each.mutant.name for each in findings if not each.found]
    longest = max(findings, key=lambda each: each.seconds)
    return (
        f"{len(findings) - len(missed)} of {len(findings)} planted faults found in {seconds:.0f} s,"
        f" the slowest in {longest.seconds:.0f} s ({longest.mutant.name})."
        + "".join(f"\nNOT FOUND: {name}" for name in missed)
    )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
