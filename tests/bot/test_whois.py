"""Whom "/as ..." makes you in the demo."""

from datetime import date

import pytest

from bot.console.whois import Nobody, meant
from domain.people import Appointment, Directory, Holding, Office, PartnershipGroup, Person

DAY = date(2031, 5, 14)
DIRECTORY = Directory(
    people=(
        Person(id="nia", name="Nia Quill", other_names=("NQ",)),
        Person(id="sam", name="Sam Tarn"),
        Person(id="bo", name="Bo Tarn"),
    ),
    posts=("Harbour Master", "Lamp Keeper"),
    holdings=(Holding(post="Harbour Master", person="sam"),),
    appointments=(
        Appointment(person="bo", office=Office.CHAIR, partnership_group="Harbour Board"),
        Appointment(person="nia", office=Office.CHAIR, partnership_group="Quay Group"),
        Appointment(person="nia", office=Office.ADMINISTRATOR),
    ),
    partnership_groups=(
        PartnershipGroup(name="Harbour Board", slug="harbour"),
        PartnershipGroup(name="Quay Group", slug="quay"),
    ),
)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Nia Quill", "nia"),
        ("nq", "nia"),
        ("“Nia Quill”", "nia"),
        ("Quill", "nia"),
        ("Harbour Master", "sam"),
        ("master", "sam"),
        ("chair of harbour", "bo"),
        ("the chair of the Quay Group", "nia"),
        ("admin", "nia"),
    ],
)
def test_a_person_a_post_a_chair_or_the_administrator(name, person):
    assert meant(name, DIRECTORY, DAY).id == person


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Say who you are"),
        ("Tarn", "could be Sam Tarn, Bo Tarn"),
        ("Lamp Keeper", "Nobody holds the post of Lamp Keeper"),
        ("chair", "/as chair of harbour, /as chair of quay"),
        ("Zed", "Nobody is called “Zed”"),
    ],
)
def test_what_means_nobody_or_several_is_answered_with_what_to_say(name, told):
    with pytest.raises(Nobody) as nobody:
        meant(name, DIRECTORY, DAY)
    assert told in str(nobody.value)


def test_a_plan_without_partnership_groups_has_no_chair():
    with pytest.raises(Nobody, match="no chair"):
        meant("chair", Directory(), DAY)
