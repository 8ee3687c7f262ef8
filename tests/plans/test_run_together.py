"""Rows that lost the line between two of their cells."""

import pytest

from domain.work import Action
from plans.read import read

HEADER = "Ref\tAction\tOutcome\tBy when\tLead\tNotes\n"
WHOLE = "1.1\tMend the weir\tNo floods\tMay 2027\tAda Quill\t\n"


def last_action(row: str, header: str = HEADER) -> Action:
    content = f"River plan\n\n{header}{WHOLE}{row}\n".encode()
    return read("plan.txt", content).actions[-1]


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Survey sent to all parishes by June 2026", "2026-06-30"),
        ("Hides open Sept 2026", "2026-09-30"),
        (
            "<ul><li>Plans agreed June 2026</li> <li>Hides open by March 2027.</li></ul>",
            "2027-03-31",
        ),
    ],
)
def test_a_result_with_its_date_is_the_date_too(said: str, end: str):
    action = last_action(f"1.2\tBuild hides\t{said}\tBo Tarn\t")

    assert str(action.due.end) == end
    assert action.owners == ("Bo Tarn",)
    assert action.success


@pytest.mark.parametrize(
    "said",
    [
        "Many more herons and grebes nest here than in 2024, and fewer visitors complain",
        "<ul><li>Hides open by March 2027</li> <li>Visitors like what they see from them</li></ul>",
    ],
)
def test_a_result_that_only_mentions_a_date_is_none(said: str):
    action = last_action(f"1.2\tBuild hides\t{said}\tBo Tarn\t")

    assert action.due.end is None
    assert action.owners == ("Bo Tarn",)


def test_a_row_that_has_all_its_cells_has_no_date_of_its_result():
    action = last_action("1.2\tBuild hides\tHides open by March 2027\t\tBo Tarn\t")

    assert action.due.end is None


def test_of_blank_cells_none_counts_more_than_a_date_in_its_place():
    action = last_action("\t\tApril 2028\t\t")

    assert action.ref == "1.1"
    assert str(action.due.end) == "2028-04-30"
    assert action.success == ("No floods",)
