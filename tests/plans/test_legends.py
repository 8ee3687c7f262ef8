"""What a plan says that its colours and letters mean goes before what they usually mean."""

import pytest

from domain.work import Status
from plans.meaning.legends import legend_in
from plans.meaning.statuses import status_of
from plans.rows import Block, Cell, Line, Row, cell
from tests.plans.reading import plan_in

DONE = {"green": "complete", "amber": "in_progress", "red": "not_started"}
CODES = {"n": "not_started", "u": "in_progress", "d": "complete"}
NUMBERS = {"0": "not_started", "1": "in_progress", "2": "complete"}
USUAL = {"green": "on_track", "amber": "at_risk", "red": "delayed"}


@pytest.mark.parametrize(
    ("lines", "legend"),
    [
        (["Green: finished. Amber: begun. Red: not begun."], DONE),
        (["Key: Green = complete; Amber = being made; Red = not started"], DONE),
        (["RAG (G = finished, A = underway, R = not started)"], DONE),
        (["Red – not started", "Amber – in progress", "Green – complete"], DONE),
        (["Green (complete), amber (in progress) and red (not started)"], DONE),
        (["Green means finished, amber means begun, red means not yet begun"], DONE),
        (["Green: on track or complete. Amber: begun, at risk. Red: not met, late."], USUAL),
        (["N = not started, U = under way, D = done"], CODES),
        (["0 = not started", "1 = started", "2 = finished"], NUMBERS),
        (["Green: 4. Amber: 2. Red: 1."], {}),
        (["Green: finished in the spring"], {}),
        (["A: Write to the parish. B: Finish the weir wall with stone from the old quarry"], {}),
        (["We met the Green Group", "Red Lane is closed"], {}),
    ],
)  # fmt: skip
def test_finds_what_a_plan_says_of_its_marks(lines: list[str], legend: dict[str, str]):
    assert dict(legend_in([Line(each) for each in lines])) == legend


def row(*texts: str) -> Row:
    return Row(tuple(map(cell, texts)))


SHADED = [Cell(colour=name) for name in ("green", "amber", "red")]


@pytest.mark.parametrize(
    "blocks",
    [
        [row("Green", "Finished"), row("Amber", "Begun"), row("Red", "Not begun")],
        [row("G", "Finished", "A", "Begun", "R", "Not begun")],
        [
            Row((shade, cell(text)))
            for shade, text in zip(SHADED, ("Finished", "Begun", "Not begun"), strict=True)
        ],
        [row("Ref", "Action", "RAG (G: finished, A: begun, R: not begun)")],
        [row("Green: finished"), row("Amber: begun"), row("Red: not begun")],
    ],
    ids=["rows", "pairs in a row", "shaded cells", "in a header", "rows of one cell"],
)
def test_a_legend_may_stand_in_a_table(blocks: list[Block]):
    assert dict(legend_in(blocks)) == DONE


WHITE = {"w": "not_started", "white": "not_started"}


@pytest.mark.parametrize(
    "blocks",
    [
        [row("G", "Green", "Finished"), row("A", "Amber", "Begun"), row("W", "White", "Not begun")],
        [row("Green", "G", "Finished"), row("Amber", "A", "Begun"), row("White", "W", "Not begun")],
        [
            row("G", "Green", "Finished", "Nothing is left to do"),
            row("A", "Amber", "Begun", "Some of it is there"),
            row("W", "White", "Not begun", "There is time"),
        ],
    ],
    ids=["letter first", "colour first", "more about it"],
)
def test_a_letter_beside_its_colour_means_the_same(blocks: list[Block]):
    done = {mark: DONE[mark] for mark in ("green", "amber")}
    assert dict(legend_in([row("Code", "Rating", "Meaning"), *blocks])) == done | WHITE


def test_a_number_beside_a_colour_explains_nothing():
    rows = [row("1", "Green", "Finish the weir"), row("2", "Red", "Begin the lock")]
    assert legend_in(rows) == {}


MEANT = {"green": Status.COMPLETE, "amber": Status.IN_PROGRESS, "u": Status.IN_PROGRESS}


@pytest.mark.parametrize(
    ("printed", "colour", "status"),
    [
        ("Green", "", Status.COMPLETE),
        ("G", "", Status.COMPLETE),
        ("(u)", "", Status.IN_PROGRESS),
        ("", "amber", Status.IN_PROGRESS),
        ("Amber – the board meets in May", "", Status.IN_PROGRESS),
        ("Red", "", Status.DELAYED),
        ("R", "", Status.DELAYED),
        ("Not started", "green", Status.NOT_STARTED),
    ],
)
def test_a_status_is_what_the_legend_says(printed: str, colour: str, status: Status):
    assert status_of(printed, colour, MEANT) is status


def test_a_whole_plan_is_read_by_its_own_legend():
    document = plan_in(
        """
        Weir plan
        R = not begun; A = begun; G = finished
        Action,Who,By when,RAG
        Mend the weir,Ada Quill,May 2027,G
        Dredge the basin,Bo Tarn,May 2027,R
        """,
        "plan.csv",
    )
    assert [each.status for each in document.actions] == [Status.COMPLETE, Status.NOT_STARTED]


def test_a_row_that_explains_one_mark_in_each_cell_is_a_legend_and_no_action():
    document = plan_in("""
        | Ref | Action | Lead | By when | RAG |
        |---|---|---|---|---|
        | 1 | Mend the weir | Ada Quill | May 2027 | 2 |
        | Key | 1 = on track | 2 = at risk | 3 = behind | |
        """)

    assert [(each.ref, each.status) for each in document.actions] == [("1", Status.AT_RISK)]
