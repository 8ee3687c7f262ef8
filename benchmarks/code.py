"""How long functions and modules are, and how many tests there are."""

import re
import subprocess
import sys
from collections.abc import Iterator
from statistics import median, quantiles

from benchmarks.figures import Figure, NotMeasured
from tests.tree import ROOT, function_lengths, module_lengths


def figures() -> Iterator[Figure]:
    for what, lengths in (("functions", function_lengths()), ("modules", module_lengths())):
        lines = [length for length, _ in lengths]
        longest, where = lengths[-1]
        yield Figure(
            f"lines of {len(lines)} {what}, median and 90th percentile",
            f"{median(lines):g} and {quantiles(lines, n=10)[-1]:g}",
            f"longest {longest} ({where})",
        )
    yield Figure("tests", f"{_tests():,}")


def _tests() -> int:
    """The number of tests that pytest finds."""
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.search(r"(\d+) tests collected", listed.stdout)
    if found is None:
        raise NotMeasured("pytest could not collect the tests")
    return int(found.group(1))
