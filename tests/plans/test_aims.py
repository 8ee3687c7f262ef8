"""An outcome under a priority's heading says what this is for; over priorities it is a part."""

import pytest

from plans.read import read
from tests.plans.reading import table_of


def sections(*parts: str) -> list[str | None]:
    return [each.section for each in read("plan.md", "\n\n".join(parts).encode()).actions]


BASIN, QUAY = table_of("Dredge the basin"), table_of("Fence the quay")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Priority 1: Clean water", "Priority 2: A safe quay"),
        ("Clean water", "A safe quay"),
    ],
)
def test_an_outcome_under_each_heading_is_no_section(first: str, second: str):
    document = read(
        "plan.md",
        "\n\n".join(
            [
                "# Harbour Quarter Plan",
                f"## {first}",
                "Outcome: the water is clear enough for anybody to see the bottom.",
                BASIN,
                f"## {second}",
                "This part was written by the lock keepers.",
                "Outcome: nobody falls in, by day or by night.",
                QUAY,
            ]
        ).encode(),
    )
    heads = [each.section or each.group for each in document.actions]
    assert [first.casefold(), second.casefold()] == [str(head).casefold() for head in heads]


def test_one_outcome_does_not_reach_over_the_priorities_that_have_none():
    assert "The Water Is Clear." not in sections(
        "## Priority 1: Clean water",
        "Outcome: the water is clear.",
        BASIN,
        "## Priority 2: A safe quay",
        QUAY,
    )


def test_outcomes_over_priorities_are_sections():
    assert sections(
        "Outcome: Clean water",
        "Priority 1: The basin",
        BASIN,
        "Outcome: A safe quay",
        "Priority 2: The quay",
        QUAY,
    ) == ["Clean Water", "A Safe Quay"]


def test_outcomes_that_part_what_stands_under_one_heading_are_sections():
    assert sections(
        "## Priority 1: The harbour", "Outcome: Clean water", BASIN, "Outcome: A safe quay", QUAY
    ) == ["Clean Water", "A Safe Quay"]


def test_numbered_outcomes_are_sections():
    assert sections(
        "## Priority 1: The basin",
        "Outcome 1: Clean water",
        BASIN,
        "## Priority 2: The quay",
        "Outcome 2: A safe quay",
        QUAY,
    ) == ["Clean Water", "A Safe Quay"]
