"""A post is told from a person by its words."""

import pytest

from plans.meaning.parties import is_a_post


@pytest.mark.parametrize(
    "name",
    [
        "Head of Parks",
        "DD Growth",
        "Tree Officer",
        "All managers",
        "BCMT",
        "Schools",
        "Senior Practitioner, Adoption",
        "16-18 Partnership",
        "HR",
        "Youth Team",
        "St Osyth",
    ],
)
def test_job_titles_teams_and_bodies_are_posts(name: str):
    assert is_a_post(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Price",
        "Jo",
        "JW",
        "J.W.",
        "Siân O’Neill-Ward",
        "Dr Ann Price",
        "Maria van der Berg",
        "Ann Price, Head of Parks",
        "Ann Price (Parks Team)",
    ],
)
def test_names_and_initials_are_people(name: str):
    assert not is_a_post(name)
