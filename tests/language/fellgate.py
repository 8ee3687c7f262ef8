"""A plan of aims in figures and of works in stages, of our own invention."""

from pathlib import Path

from language.references.known import KnownPlan
from tests.language.plan import known


def fellgate() -> KnownPlan:
    return known(Path(__file__).with_name("fellgate_plan.txt").read_text(encoding="utf-8"))
