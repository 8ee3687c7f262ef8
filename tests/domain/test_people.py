"""Who is meant by a name, and who stands behind an owner as the plan prints it."""

from datetime import date

import pytest

from domain.names import folded, folded_ref, slug
from domain.people import Appointment, Directory, Holding, Office, Person

DAY = date(2031, 5, 14)
NIA = Person(id="nia", name="Nia Quill", other_names=("NQ",))
SAM = Person(id="sam", name="Sam Tarn")
OTHER_SAM = Person(id="sam2", name="Sam Tarn")
HOLDINGS = (
    Holding(post="Harbour Master", person="sam", deputy=True),
    Holding(post="Harbour Master", person="nia"),
    Holding(post="Lamp Keeper", person="nia", end=date(2031, 1, 1)),
)


@pytest.mark.parametrize(
    ("name", "folding"),
    [
        ("DD Safe-guarding", "ddsafeguarding"),
        ("Enjoy & Achieve Board", "enjoyandachieveboard"),
        ("Zoë O’Dell", "zoeodell"),
    ],
)
def test_two_spellings_of_one_name_fold_to_the_same(name, folding):
    assert folded(name) == folding


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Staying Safe", "staying-safe"),
        ("Health & Well-being", "health-and-well-being"),
        ("Children’s  Voices", "childrens-voices"),
        ("", ""),
    ],
)
def test_a_slug_can_be_typed(name, typed):
    assert slug(name) == typed


def test_references_are_compared_without_case_and_spaces_but_with_their_dots():
    assert folded_ref("bh 1.3") == folded_ref("BH1.3")
    assert folded_ref("2.1") != folded_ref("2.10")


@pytest.mark.parametrize(
    ("people", "name", "found"),
    [
        ((NIA, SAM), "nia quill", NIA),
        ((NIA, SAM), "NQ", NIA),
        ((NIA, SAM), "Nia", None),
        ((SAM, OTHER_SAM), "Sam Tarn", None),
    ],
)
def test_a_name_finds_one_person_or_nobody(people, name, found):
    assert Directory(people=people).named(name) == found


@pytest.mark.parametrize(
    ("owner", "ids"),
    [
        ("Nia Quill", ["nia"]),
        ("harbour master", ["nia", "sam"]),
        ("Lamp Keeper", []),
        ("Nobody We Know", []),
    ],
)
def test_behind_an_owner_stand_the_person_or_the_posts_holders_deputies_last(owner, ids):
    directory = Directory(people=(NIA, SAM), holdings=HOLDINGS)

    assert [person.id for person in directory.behind(owner, DAY)] == ids


def test_a_group_has_its_chair_and_vice_and_a_workspace_its_administrators():
    directory = Directory(
        people=(NIA, SAM),
        appointments=(
            Appointment(person="nia", office=Office.CHAIR, partnership_group="Harbour Board"),
            Appointment(person="sam", office=Office.VICE, partnership_group="Harbour Board"),
            Appointment(person="sam", office=Office.ADMINISTRATOR),
        ),
    )

    assert directory.chairs("harbour board") == (NIA, SAM)
    assert directory.chairs("Quay Board") == ()
    assert directory.administrators() == (SAM,)
