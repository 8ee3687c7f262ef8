"""Faults that are planted one by one in a copy of the code: ``python -m tests.simulation.mutants``.

A simulation that did not find them would prove nothing.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.simulation.planted import MUTANTS
from tests.simulation.planted.mutant import Mutant
from tests.tree import ROOT

PACKAGES = ("bot", "domain", "handlers", "language", "plans", "scheduler", "store", "tests")
FAR = 400  # seeds that are looked through at most
LONGEST = 120  # characters of what the judges said


def plant(mutant: Mutant, folder: Path) -> None:
    """Put a copy of the code into ``folder``, with the fault in it."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__py*"))
    file = folder / mutant.file
    code = file.read_text(encoding="utf-8")
    for old, new in ((mutant.old, mutant.new), *mutant.also):
        if old not in code:
            raise LookupError(f"{mutant.name}: {mutant.file} has no longer what was to be changed")
        code = code.replace(old, new)
    file.write_text(code, encoding="utf-8")


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


def found(mutant: Mutant) -> Finding:
    start = perf_counter()
    with TemporaryDirectory() as folder:
        plant(mutant, Path(folder))
        command = [sys.executable, "-m", "tests.simulation", "--alone", f"{FAR}"]
        command += ["--first", f"{mutant.seed}"]
        command += ["--sqlite"] * mutant.on_sqlite
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    told = done.stdout or f"it does not run: {done.stderr.strip().splitlines()[-1]}"
    judged = done.returncode != 0 and bool(done.stdout)
    return Finding(mutant, judged, told.splitlines()[0], perf_counter() - start)


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
