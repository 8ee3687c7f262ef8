"""What success looks like: whose cell it is, and which of its words are only labels."""

import pytest

from plans.read import read

HEADER = "When\tTask\tWho\tOutcomes and measures\n"


def successes(*cells: str) -> list[tuple[str, ...]]:
    """What success looks like for each of several actions of one priority."""
    rows = [f"May 2027\tTask {at} of the dale\tAda Quill\t{cell}" for at, cell in enumerate(cells)]
    text = "\n".join(["Dale plan", "", "Priority 1: Open hills\t\t\t", HEADER + rows[0], *rows[1:]])
    return [each.success for each in read("plan.txt", text.encode()).actions]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<p>Outcomes</p> <ul>• Paths are dry</ul> <p>Measures</p> <ul>• 90% open</ul>", "both"),
        ("Outcome <ul>• Paths are dry. Measures <ul>• 90% open</ul>", "both"),
        ("<ul>• Paths are dry.</ul> <p>Key indicators:</p> <ul>• 90% open</ul>", "both"),
        ("Measures", "label"),
        ("Measures of rainfall are taken", "sentence"),
    ],
)
def test_a_label_over_a_list_is_no_success(cell: str, expected: str):
    found = [each.rstrip(".") for each in successes(cell)[0]]

    assert (
        found
        == {
            "both": ["Paths are dry", "90% open"],
            "label": ["Measures"],
            "sentence": ["Measures of rainfall are taken"],
        }[expected]
    )


def test_a_cell_whose_labels_stand_in_some_rows_is_of_all():
    shared = ("Paths are dry", "90% open", "Gates hang well")

    assert (
        successes(
            "<p>Outcome</p> <ul>• Paths are dry</ul>",
            "<p>Measures</p> <ul>• 90% open</ul>",
            "<ul>• Gates hang well</ul>",
        )
        == [shared] * 3
    )


def test_cells_without_labels_and_cells_that_all_have_one_are_of_their_rows():
    assert successes("Paths are dry", "90% open") == [("Paths are dry",), ("90% open",)]
    assert successes(
        "<p>Outcome</p> <ul>• Paths are dry</ul>", "<p>Outcome</p> <ul>• Gates hang well</ul>"
    ) == [("Paths are dry",), ("Gates hang well",)]


@pytest.mark.parametrize(
    "cell", ["- continued -", "(continued)", "cont'd", "… cont.", "continued overleaf"]
)
def test_that_a_table_goes_on_is_no_success_and_names_nobody(cell: str):
    assert successes("Paths are dry", cell) == [("Paths are dry",)] * 2
    row = f"May 2027\tMend the gates\t{cell}\tGates hang well"
    plan = read("plan.txt", f"Dale plan\n\n{HEADER}{row}".encode())
    assert plan.actions[0].owners == ()


def test_what_goes_on_in_the_work_itself_stays():
    assert successes("Paths are dry", "Continued use of paths")[1] == ("Continued use of paths",)
