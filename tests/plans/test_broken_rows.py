"""Rows that the lines of a page have broken, where what is to be done stands year by year."""

import pytest

from plans.rows import Line, Row, cell
from plans.tables.broken_rows import with_whole_rows
from tests.plans.reading import plan_in

HEADER = "Priority\t2027/28\t2028/29\tLead\n"


def rows(*lines: str) -> list[Row]:
    return [Row(tuple(map(cell, line.split(" | ")))) for line in lines]


def shown(*lines: str) -> list[str]:
    whole = with_whole_rows(rows(*lines), (1, 2))
    return [" | ".join(each.text for each in row.cells) for row in whole if isinstance(row, Row)]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (
            "Keep the locks with- | Oil the north | Dredge it. | Ada",
            "out delay | gates in May. |  | Quill",
            "Keep the locks without delay | Oil the north gates in May. | Dredge it. | Ada Quill",
        ),
        (
            "Care for the long- | Walk it. |  | Ada Quill/ Bo",
            "term moorings |  |  | Tarn",
            "Care for the long-term moorings | Walk it. |  | Ada Quill/ Bo Tarn",
        ),
        (
            "Light the quay | Count the lamps and |  | Lamp",
            " | mend them. |  | Officer",
            "Light the quay | Count the lamps and mend them. |  | Lamp Officer",
        ),
        ("Light the quay | Count. |  | Head of", "at night |  |  | Lamps", None),
    ],
)
def test_a_row_that_goes_on_in_mid_sentence_is_joined(above: str, below: str, whole: str | None):
    whole = whole or "Light the quay at night | Count. |  | Head of Lamps"
    assert shown(above, below) == [whole]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Light the quay | Count the lamps |  | Ada Quill", "Sweep it | Buy brooms |  | Bo Tarn"),
        ("Light the quay. | Count the lamps. |  | Ada Quill", "eBay sales | Sell. |  | Bo Tarn"),
        ("Light the quay | Count the lamps |  | Ada Quill", " | Mend the lamps |  | "),
        ("Light the quay | Count the lamps. |  | Ada Quill", " | mend the lamps |  | "),
        ("Light the quay |  |  | Ada Quill", " |  |  | Bo Tarn"),
    ],
)
def test_a_row_of_its_own_is_not(above: str, below: str):
    assert shown(above, below) == [above, below]


def test_what_stands_after_a_gap_or_a_line_goes_on_with_no_row():
    above, below = rows("Light the | Count the lamps |  | Ada", "quay |  |  | Quill")
    apart = Row(below.cells, after_gap=True)
    assert with_whole_rows([above, apart], (1, 2)) == [above, apart]
    assert with_whole_rows([above, Line("Page 2"), below], (1, 2)) == [above, Line("Page 2"), below]


def test_two_people_over_two_lines_stay_two():
    assert [piece.text for piece in _leads("Ada Quill", "Tarnwater")] == ["Ada Quill", "Tarnwater"]


def _leads(above: str, below: str):
    whole, *_ = with_whole_rows(
        rows(f"Light the | Count. |  | {above}", f"quay |  |  | {below}"), (1,)
    )
    return whole.cells[3].pieces


def test_a_broken_row_makes_no_action_of_its_own():
    plan = plan_in(
        f"""
        Quay strategy

        {HEADER.strip()}
        LK1 Keep the locks open with-\t• Walk them all.<br>• Oil the gates\t• Dredge the bar.\tAda
        out delay\tbefore the boats come in.\t\tQuill
        LK2 Light the quay\t• Count the lamps.\t• Hang up forty more.\tBo Tarn
        """,
        "plan.txt",
    )

    assert [(each.ref, each.text, each.owners) for each in plan.actions] == [
        ("LK1.1", "Walk them all.", ("Ada Quill",)),
        ("LK1.2", "Oil the gates before the boats come in.", ("Ada Quill",)),
        ("LK1.3", "Dredge the bar.", ("Ada Quill",)),
        ("LK2.1", "Count the lamps.", ("Bo Tarn",)),
        ("LK2.2", "Hang up forty more.", ("Bo Tarn",)),
    ]
    assert plan.actions[0].group == "LK1 Keep the locks open without delay"
