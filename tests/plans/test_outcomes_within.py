"""Where priorities hold several outcomes each, these group the actions, and the priorities are
sections; an outcome that holds priorities is the section itself."""

import pytest

from tests.plans.reading import places, plan_in, table_of


def found(*parts: str) -> list[str]:
    return places(plan_in("\n\n".join(["# Harbour plan", *parts])).actions)


CLEAR = ("Outcome: The water is clear", table_of("Test it"))
SILT = ("Outcome: No silt is left", table_of("Dredge"))
DRY = ("Outcome: Nobody falls in", table_of("Fence the quay"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("## Priority 1: Clean Water", "## Priority 2: A Safe Quay"),
        ("## Clean Water", "## A Safe Quay"),
        ("## Theme 1: Clean Water", "## Theme 2: A Safe Quay"),
    ],
)
def test_what_holds_several_outcomes_is_the_section(first: str, second: str):
    assert found(first, "We asked the anglers.", *CLEAR, *SILT, second, *DRY) == [
        "1.1 | Clean Water | Outcome: The water is clear",
        "2.1 | Clean Water | Outcome: No silt is left",
        "3.1 | A Safe Quay | Outcome: Nobody falls in",
    ]


def test_actions_of_the_priority_itself_leave_outcomes_as_they_were():
    read = found("## Clean Water", *CLEAR, *SILT, "## A Safe Quay", table_of("Fence it"), *DRY)
    assert "1.1 | Clean Water | Outcome: The water is clear" not in read


def test_outcomes_over_priorities_are_sections():
    quay = ("### Priority 1: The Quay", table_of("Fence it"))
    lock = ("### Priority 2: The Lock", table_of("Mend it"))
    assert found("## Outcome 1: Safe", *quay, *lock, "## Outcome 2: Clean", *quay) == [
        "1.1 | Safe | Priority 1: The Quay",
        "2.1 | Safe | Priority 2: The Lock",
        "1.1b | Clean | Priority 1: The Quay",
    ]


@pytest.mark.parametrize(
    ("heading", "section"), [("## Completed tasks", "-"), ("### Completed tasks", "A Safe Quay")]
)
def test_what_is_done_is_of_no_section_that_its_heading_ranks_with(heading: str, section: str):
    parts = ("## Clean Water", *CLEAR, *SILT, "## A Safe Quay", *DRY)
    assert found(*parts, heading, table_of("Draw it"))[-1] == f"4.1 | {section} | -"
