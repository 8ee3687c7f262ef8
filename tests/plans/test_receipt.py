"""The receipt says each thing once, in words that an officer understands."""

import pytest

from plans.document import PlanDocument
from plans.meaning.spellings import may_be_one
from tests.plans.reading import plan_in


def messages(document: PlanDocument, code: str) -> list[str]:
    return [note.message for note in document.notes if note.code == code]


def test_a_plan_without_owners_gets_one_note():
    document = plan_in("Ref,Action,Deadline\n1,Buy salt,May 2027\n2,Grit hills,\n", "plan.csv")
    assert messages(document, "owner-missing") == [
        "The plan names no owners, so nobody will be reminded of its 2 actions."
    ]
    assert messages(document, "date-missing") == ["2 has no date."]


def test_a_plan_without_dates_gets_one_note():
    document = plan_in("Ref,Action,Who\n1,Buy salt,Jo Ware\n2,Grit hills,\n3,Rest,-\n", "plan.csv")
    assert messages(document, "date-missing") == [
        "The plan has no dates, so none of its 3 actions will be due."
    ]


def test_what_was_mended_is_listed_once():
    document = plan_in(
        """
        Ref\tAction\tWho\tBy when
        ВН1\tCall on all neighbourhoods\tDD Neighbour-hoods\tMay 2027
        BH2\tCall again\tDD Neighbour-hoods\tMay 2027
        """,
        "plan.txt",
    )
    assert [each.ref for each in document.actions] == ["BH1", "BH2"]
    assert messages(document, "healed") == [
        "The code “ВН1” has letters of another alphabet; it was read as “BH1”.",
        "“Neighbour-hoods” was read as “Neighbourhoods”: a line end had broken it.",
    ]


def test_two_spellings_of_a_name_are_pointed_out_and_not_merged():
    document = plan_in(
        "Ref,Action,Who\n1,Buy salt,Jon Calloway\n2,Grit hills,Jon Caloway\n", "plan.csv"
    )
    assert [each.owners for each in document.actions] == [("Jon Calloway",), ("Jon Caloway",)]
    assert messages(document, "same-person?") == [
        "“Jon Calloway” and “Jon Caloway” may be one person; they came in as two."
    ]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Liz Harrowby", "Elizabeth Harrowby", True),
        ("Bettina Farrow", "Betina Farrow", True),
        ("J Harrowby", "Jocelyn Harrowby", True),
        ("Chris Dunmore", "Christine Dunmore", True),
        ("Dr Ivo Brandt", "Ivo Brand", True),
        ("Ann Harrowby", "Tom Harrowby", False),
        ("John Farrow", "Joan Farrow", False),
        ("Ann Price", "Ann Pryce-Jones", False),
        ("Parks Manager", "Park Manager", False),
    ],
)
def test_knows_spellings_of_one_name(one: str, other: str, near: bool):
    assert bool(list(may_be_one([one, other]))) is near


def test_rows_of_totals_are_said_to_be_left_out():
    document = plan_in("Ref,Action,Who\n1,Buy salt,Jo Ware\nTotal,1,\n", "plan.csv")
    assert messages(document, "rows-left-out") == [
        "A row of totals was left out, the first at line 3."
    ]
