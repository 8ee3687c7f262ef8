"""Which refs may have been meant by one that the plan does not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.references.known import KnownPlan
from tests.language.plan import CODED, LINES, known


def _plan(refs: list[str]) -> KnownPlan:
    line = " | Safe Homes | 1. Fewer falls | Fit handrails | Mara Quill | "
    return known("\n".join(ref + line for ref in refs))


@pytest.mark.parametrize(
    ("lines", "typed", "expected"),
    [
        (LINES, "7.03", ("7.3", "7.30", "7.4")),
        (LINES, "2.11", ("2.1", "2.10", "2.2")),
        (LINES, "3.9", ("3.4", "3.3", "3.2")),
        (CODED, "SH1.33", ("SH1.3", "SH1.2", "SH1.1")),
        (CODED, "H1.3", ("SH1.3",)),
        (CODED, "9.9", ()),
    ],
)
def test_the_likeliest_come_first(lines: str, typed: str, expected: tuple[str, ...]):
    assert known(lines).near(typed) == expected


REFS = st.from_regex(r"[ab]?[0-3]{1,2}(\.[0-3]{1,2})?", fullmatch=True)


@given(st.lists(REFS, min_size=1, max_size=8, unique=True), REFS, REFS)
def test_whatever_else_is_in_the_plan_one_key_too_many_is_found(
    refs: list[str], ref: str, typed: str
):
    plan = _plan([*refs, ref] if ref not in refs else refs)
    alone = _plan([ref]).near(typed)
    others = [each for each in plan.near(typed) if each != ref]
    assert not alone or ref in plan.near(typed) or len(others) == 3
