"""Who may update an action, and who is told whose it is."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.people import (
    Appointment,
    Directory,
    Holding,
    Leave,
    Office,
    Person,
    Standing,
    standing_of,
)
from domain.rights import Capacity, answerable_groups, may_accept, may_update
from domain.work import Section
from tests.builders import a_plan, an_action

DAY = date(2031, 5, 14)
PAST, COMING = date(2031, 5, 13), date(2031, 5, 15)
NIA = Person(id="nia", name="Nia Quill", other_names=("NQ",))
SAM = Person(id="sam", name="Sam Tarn")
BO = Person(id="bo", name="Bo Lark")
PLAN = a_plan(
    sections=(
        Section(name="Feeling Safe", slug="feeling-safe", partnership_groups=("Harbour Board",)),
    )
)


def standing(person: Person, **known: object) -> Standing:
    directory = Directory.model_validate({"people": (NIA, SAM, BO)} | known)
    return standing_of(person, directory, datetime.combine(DAY, time(10), UTC))


def chairing(group: str) -> dict[str, object]:
    return {
        "appointments": (Appointment(person="bo", office=Office.CHAIR, partnership_group=group),)
    }


def holding(**but: object) -> Holding:
    return Holding.model_validate({"post": "Harbour Master", "person": "sam"} | but)


AWAY = Leave(person="nia", start=DAY, end=DAY, delegate="sam")


@pytest.mark.parametrize(
    ("who", "known", "owners", "capacity"),
    [
        (NIA, {}, ("Nia Quill",), Capacity.OWNER),
        (NIA, {}, ("nia  quill",), Capacity.OWNER),
        (NIA, {}, ("NQ",), Capacity.OWNER),
        (NIA, {}, ("Bo Lark", "Nia Quill"), Capacity.OWNER),
        (SAM, {}, ("Nia Quill",), Capacity.NONE),
        (SAM, {"holdings": (holding(),)}, ("Harbour Master",), Capacity.HOLDER),
        (SAM, {"holdings": (holding(deputy=True),)}, ("Harbour Master",), Capacity.HOLDER),
        (SAM, {"holdings": (holding(end=PAST),)}, ("Harbour Master",), Capacity.NONE),
        (
            SAM,
            {"holdings": (holding(start=COMING),)},
            ("Harbour Master",),
            Capacity.NONE,
        ),
        (SAM, {"holdings": (holding(end=DAY),)}, ("Harbour Master",), Capacity.HOLDER),
        (SAM, {"leave": (AWAY,)}, ("Nia Quill",), Capacity.DELEGATE),
        (
            SAM,
            {"leave": (AWAY,), "holdings": (holding(person="nia"),)},
            ("Harbour Master",),
            Capacity.DELEGATE,
        ),
        (
            SAM,
            {"leave": (AWAY.model_copy(update={"end": PAST}),)},
            ("Nia Quill",),
            Capacity.NONE,
        ),
        (BO, {"leave": (AWAY,)}, ("Nia Quill",), Capacity.NONE),
        (
            BO,
            {
                "appointments": (
                    Appointment(
                        person="bo", office=Office.CHAIR, partnership_group="Harbour board"
                    ),
                )
            },
            ("Nia Quill",),
            Capacity.CHAIR,
        ),
        (BO, chairing("Town Board"), ("Nia Quill",), Capacity.NONE),
        (
            BO,
            {"appointments": (Appointment(person="bo", office=Office.ADMINISTRATOR),)},
            (),
            Capacity.ADMINISTRATOR,
        ),
    ],
)
def test_an_action_is_updated_by_those_who_have_a_capacity_in_it(who, known, owners, capacity):
    right = may_update(standing(who, **known), an_action(owners=owners), PLAN)

    assert right.capacity is capacity
    assert right.granted is (capacity is not Capacity.NONE)
    assert right.owners == owners


@pytest.mark.parametrize(
    ("own", "groups"), [((), ("Harbour Board",)), (("Quay Group",), ("Quay Group",))]
)
def test_an_action_answers_to_its_own_group_or_else_its_sections(own, groups):
    assert answerable_groups(an_action(partnership_groups=own), PLAN) == groups


@pytest.mark.parametrize(
    ("owner", "delegate", "at", "may"),
    [
        ("Pacific/Auckland", "America/Los_Angeles", "2031-05-13T11:59", False),
        ("Pacific/Auckland", "America/Los_Angeles", "2031-05-13T12:00", True),  # still the 13th
        ("Pacific/Auckland", "America/Los_Angeles", "2031-05-14T11:59", True),
        ("Pacific/Auckland", "America/Los_Angeles", "2031-05-14T12:00", False),
        ("America/Los_Angeles", "Pacific/Auckland", "2031-05-14T06:59", False),
        ("America/Los_Angeles", "Pacific/Auckland", "2031-05-15T06:59", True),  # the 15th already
        ("America/Los_Angeles", "Pacific/Auckland", "2031-05-15T07:00", False),
    ],
)
def test_who_covers_may_answer_while_it_is_a_day_of_the_leave_where_the_owner_is(
    owner, delegate, at, may
):
    nia = NIA.model_copy(update={"timezone": ZoneInfo(owner)})
    sam = SAM.model_copy(update={"timezone": ZoneInfo(delegate)})
    directory = Directory(people=(nia, sam), leave=(AWAY,))
    stands = standing_of(sam, directory, datetime.fromisoformat(at).replace(tzinfo=UTC))

    assert may_update(stands, an_action(owners=("Nia Quill",)), PLAN).granted is may


@pytest.mark.parametrize(
    ("who", "known", "owners", "capacity"),
    [
        (BO, chairing("Harbour Board"), ("Nia Quill",), Capacity.CHAIR),
        (BO, chairing("Harbour Board"), ("Bo Lark",), Capacity.CHAIR),
        (BO, chairing("Quay Group"), ("Nia Quill",), Capacity.NONE),
        (NIA, {}, ("Nia Quill",), Capacity.NONE),
        (
            SAM,
            {"appointments": (Appointment(person="sam", office=Office.ADMINISTRATOR),)},
            ("Sam Tarn",),
            Capacity.ADMINISTRATOR,
        ),
    ],
)
def test_a_new_date_is_accepted_by_the_chair_or_an_administrator_only(who, known, owners, capacity):
    action = an_action(section="Feeling Safe", owners=owners)

    assert may_accept(standing(who, **known), action, PLAN) is capacity
