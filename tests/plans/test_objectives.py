"""Where numbers count objectives, these are the actions, and the steps stand beside them."""

import io

import pytest
from openpyxl import Workbook

from domain.work import DueKind
from plans.document import PlanDocument
from plans.read import read
from tests.plans.reading import places, plan_in

# Parts in bold, dates in several places, a page that breaks inside a row, and a lost column.
WATER_PLAN = """
# **Lindale Water Partnership**

## **Where we stand**

Measure\tLindale\tCounty
Leaks mended in a week\t<b>61%</b>\t<b>70%</b>

**Programme of work**

\tAims and objectives\tSteps\tOutcome sought\tWhen\tWho\tNotes
1.\t<b>Clean becks</b>\t\t\t\t\t
1.01\tKeep slurry out of the becks\
\t▪ Visit every farm (June 2026) ▪ Fence the banks (May 2027)\tTrout seen again\t\tAda Quill\t
1.02\tTest the water at all fords\
\t• Buy kits • Train volunteers\t\t<p>July 2026</p> <p>Oct 2026</p>\tBo Tarn/Ada Quill\t

\t\t<ul><li>• Publish what we find</li></ul>\t<ul><li>• April 2027</li></ul>\t\t
1.03\tOpen a swimming place\t\t200 swimmers\tJune 2027\tBo Tarn\t
2.\t<b>Sound pipes</b>\t-\t\t\t\t
2.1\tRenew the oldest mains\t▪ Survey ▪ Let a contract\
\t▪ Survey goes to the Board in Sept 2026 ▪ Contract let by March 2027\tBo Tarn\t
2.2\tShare one store of parts\tSee 1.02\t\t\tAda Quill\t
2.5\tFind hidden leaks\tListen to the pipes at night.\t90 found\tAutumn 2026\tCleo Marsh\t
"""


def read_in_text(text: str) -> PlanDocument:
    return read("plan.txt", text.encode())


def shown(plan: PlanDocument) -> list[str]:
    return [
        f"{each.ref} | {each.text} | {each.due.end} | {' + '.join(each.owners)}"
        for each in plan.actions
    ]


def test_an_objective_is_the_action_and_its_steps_date_it():
    plan = read_in_text(WATER_PLAN)

    assert shown(plan) == [
        "1.01 | Keep slurry out of the becks | 2027-05-31 | Ada Quill",
        "1.02 | Test the water at all fords | 2027-04-30 | Bo Tarn + Ada Quill",
        "1.03 | Open a swimming place | 2027-06-30 | Bo Tarn",
        "2.1 | Renew the oldest mains | 2027-03-31 | Bo Tarn",
        "2.2 | Share one store of parts | None | Ada Quill",
        "2.5 | Find hidden leaks | 2026-11-30 | Cleo Marsh",
    ]
    assert [each.section for each in plan.actions] == [*["Clean Becks"] * 3, *["Sound Pipes"] * 3]
    assert [stage.label for stage in plan.actions[1].due.milestones] == [
        "Buy kits",
        "Train volunteers",
        "Publish what we find",
    ]
    assert plan.actions[4].due.kind is DueKind.SEE
    assert plan.actions[4].due.see == ("1.02",)


@pytest.mark.parametrize(
    "header",
    [
        "Ref | Objective | Lead | How we will do it | By when",
        "No | Our aims | Who | Key tasks | When",
        "# | Goals | Lead officer | Milestones and actions | Timescale",
    ],
)
def test_the_order_of_columns_and_their_names_do_not_matter(header: str):
    plan = plan_in(
        f"| {header} |\n|---|---|---|---|---|\n"
        "| 1 | Dry streets | | | |\n"
        "| 1.1 | Clear the drains | Ada Quill | • Map them<br>• Rod them | June 2026 |\n"
        "| 1.2 | Raise the kerbs | Bo Tarn | Two streets first | July 2026 |\n"
        "| 2 | Warm halls | | | |\n"
        "| 2.1 | Mend the boilers | Cleo Marsh | • Three halls<br>• Then the rest | May 2027 |\n"
    )

    assert shown(plan) == [
        "1.1 | Clear the drains | 2026-06-30 | Ada Quill",
        "1.2 | Raise the kerbs | 2026-07-31 | Bo Tarn",
        "2.1 | Mend the boilers | 2027-05-31 | Cleo Marsh",
    ]


def test_objectives_are_the_actions_in_a_workbook():
    book = Workbook()
    rows = [
        ("Ref", "Objective", "Actions", "Owner", "Due"),
        ("1", "Dry streets", None, None, None),
        ("1.1", "Clear the drains", "- Map them\n- Rod them", "Ada Quill", "June 2026"),
        ("1.2", "Raise the kerbs", None, "Bo Tarn", "July 2026"),
        ("2", "Warm halls", None, None, None),
        ("2.1", "Mend the boilers", "- Three halls\n- The rest", "Cleo Marsh", "May 2027"),
    ]
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)

    assert shown(read("plan.xlsx", content.getvalue())) == [
        "1.1 | Clear the drains | 2026-06-30 | Ada Quill",
        "1.2 | Raise the kerbs | 2026-07-31 | Bo Tarn",
        "2.1 | Mend the boilers | 2027-05-31 | Cleo Marsh",
    ]


@pytest.mark.parametrize(
    ("header", "rows", "expected"),
    [
        pytest.param(
            "Ref | Recommendation | Action | Lead | When",
            [
                "1 | Streets | | |",
                "1.1 | Drains should be clear | Map the drains | Ada Quill | June 2026",
                "1.2 | Kerbs should be high | Raise two kerbs | Bo Tarn | July 2026",
            ],
            ["Map the drains", "Raise two kerbs"],
            id="a recommendation is answered by actions",
        ),
        pytest.param(
            "Ref | Objective | Action | Lead | When",
            [
                "1.1 | Dry streets | Map the drains | Ada Quill | June 2026",
                "1.2 | | Rod the drains | Ada Quill | June 2026",
                "1.3 | High kerbs | Raise two kerbs | Bo Tarn | July 2026",
                "1.4 | | Paint them | Bo Tarn | July 2026",
            ],
            ["Map the drains", "Rod the drains", "Raise two kerbs", "Paint them"],
            id="several actions are numbered under one objective",
        ),
        pytest.param(
            "Objective | Ref | Action | Lead | When",
            [
                "Dry streets | 1.1 | Map the drains | Ada Quill | June 2026",
                "High kerbs | 1.2 | Raise two kerbs | Bo Tarn | July 2026",
                "Warm halls | 1.3 | Mend the boilers | Bo Tarn | July 2026",
            ],
            ["Map the drains", "Raise two kerbs", "Mend the boilers"],
            id="the number stands beside the action",
        ),
        pytest.param(
            "Ref | Objective | Action | Lead | When",
            [
                "1.1 | Dry streets | Map the drains | Ada Quill | June 2026",
                "1.2 | High kerbs | Raise two kerbs | Bo Tarn | July 2026",
                "1.3 | Warm halls | Mend the boilers | Bo Tarn | July 2026",
            ],
            ["Map the drains", "Raise two kerbs", "Mend the boilers"],
            id="each objective has one action",
        ),
    ],
)
def test_an_objective_only_groups_what_is_numbered_under_it(
    header: str, rows: list[str], expected: list[str]
):
    table = "\n".join([f"| {header} |", "|---|---|---|---|---|", *(f"| {row} |" for row in rows)])

    assert [each.text for each in plan_in(table).actions] == expected


def test_each_reference_keeps_its_place_on_the_next_page():
    plan = read_in_text(
        "\tObjectives\tTasks\tLead\tBy when\n"
        "1.\tStreets\t\t\t\n"
        "1.1\tClear the drains\t• Map them • Rod them\tAda Quill\tJune 2026\n"
        "\n"
        "\tObjectives\tTasks\tLead\tBy when\n"
        "1.2\tRaise the kerbs\tTwo streets first\tBo Tarn\tJuly 2026\n"
    )

    assert places(plan.actions) == ["1.1 | Streets | -", "1.2 | Streets | -"]
    assert plan.actions[1].text == "Raise the kerbs"


def test_an_objective_without_an_action_beside_it_is_not_lost():
    plan = plan_in("""
        | Ref | Objective | Action | Lead | When |
        |---|---|---|---|---|
        | 1.1 | Dry streets | Map the drains | Ada Quill | June 2026 |
        | 1.2 | High kerbs | | Bo Tarn | July 2026 |
        | 1.3 | Warm halls | Mend the boilers | Cleo Marsh | May 2027 |
    """)

    assert shown(plan) == [
        "1.1 | Map the drains | 2026-06-30 | Ada Quill",
        "1.2 | High kerbs | 2026-07-31 | Bo Tarn",
        "1.3 | Mend the boilers | 2027-05-31 | Cleo Marsh",
    ]
    assert [note.message for note in plan.notes] == [
        "1.2 has no action of its own, so it came in with the words beside it."
    ]


def test_an_objective_over_several_rows_is_no_action_where_the_first_is_blank():
    plan = plan_in("""
        | Ref | Objective | Action | Lead | When |
        |---|---|---|---|---|
        | 1.1 | Dry streets | Map the drains | Ada Quill | June 2026 |
        | 1.2 | High kerbs | | Bo Tarn | July 2026 |
        | 1.3 | | Paint them | Bo Tarn | July 2026 |
    """)

    assert [each.text for each in plan.actions] == ["Map the drains", "Paint them"]


def test_an_objective_without_a_number_or_an_action_is_not_lost_and_dates_no_other():
    plan = plan_in("""
        | Objective | Action | Lead | When |
        |---|---|---|---|
        | Dry streets | Map the drains | Ada Quill | June 2026 |
        | High kerbs | | Bo Tarn | July 2026 |
        | Warm halls | Mend the boilers | Cleo Marsh | May 2027 |
    """)

    assert shown(plan) == [
        "1.1 | Map the drains | 2026-06-30 | Ada Quill",
        "2.1 | High kerbs | 2026-07-31 | Bo Tarn",
        "3.1 | Mend the boilers | 2027-05-31 | Cleo Marsh",
    ]
    assert [note.code for note in plan.notes] == ["worded-by-group"]


def test_who_leads_an_objective_over_its_actions_is_no_owner_of_the_action_before():
    plan = plan_in("""
        | Objective | Action | Lead | When |
        |---|---|---|---|
        | Dry streets | Map the drains | Ada Quill | June 2026 |
        | High kerbs | | Bo Tarn | July 2026 |
        | | Paint the kerbs | Cleo Marsh | May 2027 |
    """)

    assert shown(plan) == [
        "1.1 | Map the drains | 2026-06-30 | Ada Quill",
        "2.1 | Paint the kerbs | 2027-05-31 | Cleo Marsh",
    ]
    assert [note.code for note in plan.notes] == ["row-left-out"]


def test_the_rest_of_a_row_on_the_next_page_still_goes_on_with_it():
    plan = plan_in("""
        | Objective | Action | Lead | When |
        |---|---|---|---|
        | Dry streets | Map the drains | Ada Quill / | June 2026 |
        | and squares | | Bo Tarn | |
    """)

    assert shown(plan) == ["1.1 | Map the drains | 2026-06-30 | Ada Quill + Bo Tarn"]
