"""Whatever goes wrong, each message comes once, in time and in peace; and the judges would know."""

import os
import subprocess
import sys
from dataclasses import replace

from tests.simulation.__main__ import faulty_of
from tests.simulation.mutants import found, looked_through
from tests.simulation.planted import MUTANTS
from tests.tree import ROOT

SEEDS = 2_000
ON_SQLITE = range(10, 16)


def test_two_thousand_months_go_by_without_fault() -> None:
    assert faulty_of(range(SEEDS)) == []


def test_some_of_them_do_so_on_a_database() -> None:
    assert faulty_of(ON_SQLITE, on_sqlite=True) == []


def test_a_seed_tells_the_same_story_in_any_process() -> None:
    def told(hashing: str) -> str:
        command = [sys.executable, "-m", "tests.simulation", "--seed", "3"]
        environment = {**os.environ, "PYTHONHASHSEED": hashing}  # noqa: TID251 - a child's
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
        return done.stdout

    first, second = told("1"), told("2")
    assert "seen day:" in first
    assert first == second


def test_every_fault_that_is_planted_is_found() -> None:
    """Each soon: it is looked for from a seed on at which it was found before."""
    findings = looked_through(MUTANTS)
    assert [str(each) for each in findings if not each.found] == []
    assert len(MUTANTS) >= 15


def test_it_is_the_fault_that_is_found_and_not_that_it_was_planted() -> None:
    """Of code that is planted as it was, although most modules are loaded anew for it."""
    of_much = next(each for each in MUTANTS if each.file == "domain/people.py")
    unchanged = found(replace(of_much, new=of_much.old, seed=0), far=10)
    assert (unchanged.found, unchanged.told) == (False, "")
