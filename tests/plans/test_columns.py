"""Columns are known by any usual name, in any order."""

import pytest

from plans.columns import columns_of


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Issue|Action|By when|Who|Progress", "group action due owner status"),
        ("Target date|Lead officer|Key action|Ref", "due owner action ref"),
        (
            "No.|What we will do|Who will lead|Timescale|How will we know?",
            "ref action owner due success",
        ),
        ("Task|Responsible|Deadline", "action owner due"),
        ("What|Who|When", "action owner due"),
        (
            "Recommendation|Action required|Owner|RAG|Progress update",
            "group action owner status progress",
        ),
        ("Outcome|Action|Lead|Due", "group action owner due"),
        (
            "Theme|Priority|Activity|Start date|End date|Cost",
            "section group action start due resource",
        ),
        (
            "Our priorities - Key actions|How we will get there|Lead",
            "group action owner",
        ),
        ("Name of lead person|Job title|Organisation", "person job organisation"),
    ],
)
def test_knows_headers(header: str, roles: str):
    found = columns_of(header.split("|"))
    assert found is not None
    assert " ".join(role or "-" for role in found.roles) == roles


@pytest.mark.parametrize(
    "row",
    [
        "Risk no|Risk|Score|Responsibility",
        "Implement agreed actions|From Sept 2026|On track",
        "7.5 Write an action plan|April 2026|Tree Officer|On track",
        "Heading|Measure|Actual",
        "Action",
        "",
    ],
)
def test_does_not_take_other_rows_for_headers(row: str):
    assert columns_of(row.split("|")) is None
