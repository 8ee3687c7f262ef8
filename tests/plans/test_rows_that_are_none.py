"""Headers in two rows, bands, totals and rankings: rows and columns that are no action's."""

import pytest

from domain.work import Status
from plans.columns.header_rows import columns_of
from plans.columns.headers import with_whole_headers
from plans.columns.rankings import without_rankings
from plans.columns.roles import Role
from plans.read import read
from plans.rows import Row, cell
from tests.plans.reading import places, plan_in


def row(text: str) -> Row:
    return Row(tuple(map(cell, text.split("|"))))


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        (
            "Ref|Action|Accountability||Dates||Progress",
            "||Lead|Support|Start|End|",
            "Ref|Action|Lead|Support|Start|End|Progress",
        ),
        ("Action|Cost|By when|Who", "|(£000)|(mm/yyyy)|", "Action|Cost|By when|Who"),
        ("||People||", "Ref|Action|Lead|Support|Due", "Ref|Action|Lead|Support|Due"),
    ],
)
def test_a_header_in_two_rows_is_one(upper: str, lower: str, whole: str):
    (found,) = with_whole_headers([row(upper), row(lower)])
    assert isinstance(found, Row)
    assert "|".join(each.text for each in found.cells) == whole


def test_an_action_with_a_blank_first_cell_is_none_of_the_header_repeated_below_it():
    header = row("Goal|Action|Who|By when")
    rows = [header, row("Weirs|Mend it|Ada Quill|May 2027"), row("|Oil it|Bo Tarn|May 2027")]
    assert with_whole_headers([*rows, header]) == [*rows, header]


def test_the_names_of_groups_of_columns_may_be_repeated_on_each_page():
    over, header = row("||People||"), row("Ref|Action|Lead|Support|Due")
    rows = [row("1|Mend the weir|Ada Quill|Bo Tarn|May 2027")]
    assert with_whole_headers([over, header, *rows, over, header]) == [header, *rows, header]


@pytest.mark.parametrize(
    "below", ["1|Mend the weir|Ada Quill|May 2027", "|Mend the weir||", "||Ada Quill|May 2027"]
)
def test_a_row_below_a_header_is_mostly_no_part_of_it(below: str):
    rows = [row("Ref|Action|Who|By when"), row(below)]
    assert with_whole_headers(rows) == rows


@pytest.mark.parametrize(
    "text",
    [
        """
        Action,Who,By when
        WATER,,
        Mend the weir,Ada Quill,May 2027
        Dredge the basin,Ada Quill,May 2027
        SOIL,,
        Turn the heap,Bo Tarn,May 2027
        """,
        """
        Ref,Action,Who,By when
        Water,,,
        ,Mend the weir,Ada Quill,May 2027
        ,Dredge the basin,Ada Quill,May 2027
        Soil,,,
        ,Turn the heap,Bo Tarn,May 2027
        Total,3,,
        Key: G is fine,,,
        """,
        """
        Allotment plan,,

        Water,,
        Action,Who,By when
        Mend the weir,Ada Quill,May 2027
        Dredge the basin,Ada Quill,May 2027

        Soil,,
        Action,Who,By when
        Turn the heap,Bo Tarn,May 2027
        """,
    ],
    ids=["among the actions", "among the numbers", "over each table"],
)
def test_a_cell_by_itself_heads_the_rows_below(text: str):
    document = plan_in(text, "plan.csv")
    assert places(document.actions) == ["1.1 | Water | -", "1.2 | Water | -", "2.1 | Soil | -"]


def test_a_priority_that_only_ranks_is_no_group():
    names = ["Recommendation", "Priority", "Agreed action", "Who", "By when"]
    columns = columns_of(names)
    rows = [row("Count the stock|High|Buy a scale|Ada Quill|May 2027")]
    assert columns is not None
    found = without_rankings(columns, names, rows)
    assert found.roles == (Role.GROUP, None, Role.ACTION, Role.OWNER, Role.DUE)
    rows = [row("Count the stock|Safe streets|Buy a scale|Ada Quill|May 2027")]
    assert without_rankings(columns, names, rows) == columns


def test_a_rating_that_only_ranks_is_no_status():
    names = ["Action", "Rating", "Progress", "Who", "By when"]
    columns = columns_of(names)
    assert columns is not None and columns.at(Role.STATUS) == 1
    rows = [row("Buy a scale|High|Begun|Ada Quill|May 2027")]
    assert without_rankings(columns, names, rows).at(Role.STATUS) == 2
    rows = [row("Buy a scale|Green|Begun|Ada Quill|May 2027")]
    assert without_rankings(columns, names, rows) == columns


def test_a_mark_in_one_of_several_columns_of_ratings_is_the_status():
    document = plan_in(
        """
        Action,Who,By when,R,A,G
        Mend the weir,Ada Quill,May 2027,,,X
        Dredge the basin,Bo Tarn,May 2027,x,,
        Fence the beck,Bo Tarn,May 2027,,,
        """,
        "plan.csv",
    )
    assert [each.status for each in document.actions] == [Status.ON_TRACK, Status.DELAYED, None]


def test_ratings_may_be_named_in_words():
    document = plan_in(
        """
        Action,Who,Not started,In progress,Complete
        Mend the weir,Ada Quill,,✓,
        Dredge the basin,Bo Tarn,,,✓
        """,
        "plan.csv",
    )
    assert [each.status for each in document.actions] == [Status.IN_PROGRESS, Status.COMPLETE]


def test_dates_under_such_names_are_no_marks():
    document = plan_in(
        """
        Action,Who,Status,Started,Completed
        Mend the weir,Ada Quill,On track,May 2026,
        Dredge the basin,Bo Tarn,Late,May 2026,June 2026
        """,
        "plan.csv",
    )
    assert [each.status for each in document.actions] == [Status.ON_TRACK, Status.DELAYED]


def test_a_table_of_figures_under_the_actions_is_none_of_them():
    document = plan_in(
        """
        | Ref | Action | Who | By when |
        |---|---|---|---|
        | 1 | Mend the weir | Ada Quill | May 2027 |

        | Measure | 2026 | 2027 | 2028 |
        |---|---|---|---|
        | Leaks | 9 | 4 | 1 |
        """
    )
    assert [each.text for each in document.actions] == ["Mend the weir"]
    assert [note.code for note in document.notes] == ["rows-left-out"]


MONEY = """
Ref\tWhen\tWho\tAction\tProgress
1\tMay 2027\tAda Quill\tMend the weir\tStarted

{}
Parish\t200\t300\t300
Lottery\t10\t-\t20
"""


@pytest.mark.parametrize(
    "header",
    [
        "Source\t2026/27 £000\t2027/28 £000\t2028/29 £000",
        "Source\t2026/27\t2027/28\tTotal",
        "Where it comes from\tBudget 2026/27\tBudget 2027/28\tChange",
        "Source\t2026\t2027\t2028",
    ],
)
def test_money_by_years_under_the_actions_is_none_of_them(header: str):
    document = plan_in(MONEY.format(header), "plan.txt")
    assert [each.text for each in document.actions] == ["Mend the weir"]
    assert "rows-left-out" in {note.code for note in document.notes}


def test_a_row_with_the_years_of_its_action_is_one():
    rows = "Ref\tAction\tStart\tFinish\n1\tMend the weir\t2026\t2027\n\n2\tDig\t2027\t2028\n"
    assert [each.text for each in plan_in(rows, "plan.txt").actions] == ["Mend the weir", "Dig"]


@pytest.mark.parametrize(
    "row",
    [
        "Survey the lock gates|Each quarter end|Lock Officer||Ongoing",
        "Agree the budget|Year end|Finance Officer||Not started",
        "Agree the budget with all the parishes on the river|Year end|Finance Officer||",
        "Project work|Year end|Finance Officer||Complete",
    ],
)
def test_a_row_among_others_is_no_header_though_its_words_could_be(row: str):
    rows = ["Action|When|Lead|Cost|Status", "Mend the weir|May 2027|Ada Quill||", row]
    text = "\n".join(each.replace("|", ",") for each in [*rows, rows[1]])
    found = plan_in(text, "plan.csv").actions
    assert [each.text for each in found[:2]] == ["Mend the weir", row.split("|")[0]]


def test_a_header_among_rows_may_use_other_words():
    text = (
        "Action,When,Lead,Status\nMend the weir,May 2027,Ada Quill,\n"
        "Task,Officer,Deadline,Progress\nTurn the heap,Bo Tarn,June 2027,Started\n"
    )
    assert [each.owners for each in plan_in(text, "plan.csv").actions] == [
        ("Ada Quill",),
        ("Bo Tarn",),
    ]


def test_a_figure_is_no_action():
    document = plan_in("Ref,Action,Who,When\n1,Dig,Bo,May 2027\n2,40,Bo,June 2027\n", "plan.csv")
    assert [each.ref for each in document.actions] == ["1"]
    assert [note.code for note in document.notes].count("row-left-out") == 1


def test_words_alone_in_the_column_of_ratings_head_what_follows():
    document = read(
        "plan.csv",
        b"RAG,Action,Lead,Deadline\nFinding damp,,,\nGreen,Survey,Ada Quill,2027-05-31\n"
        b"Red,Text,Bo Tarn,2027-06-30\nMending it,,,\nAmber,Paint,Cy Dunn,2027-07-31\n",
    )

    assert [(each.ref, each.section, each.text) for each in document.actions] == [
        ("1.1", "Finding Damp", "Survey"),
        ("1.2", "Finding Damp", "Text"),
        ("2.1", "Mending It", "Paint"),
    ]


def test_a_table_of_two_columns_after_the_plan_adds_no_owners():
    head = "Aim\tLead\tAction\tBy when\tStatus"
    row = "Water\tAda Quill\tMend the weir\tMay 2027\tLate"
    board = "Weir Board\t\nChair\tBo Tarn\nClerk\tCy Dunn"
    document = plan_in(f"{head}\n{row}\n\nHow it is watched\n\n{board}\n", "plan.txt")
    (action,) = document.actions
    assert (action.owners, action.status_text) == (("Ada Quill",), "Late")
    assert [note.code for note in document.notes] == ["rows-left-out"]
