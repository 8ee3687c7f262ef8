"""Columns are known by any usual name, in any order."""

import pytest

from plans.columns.header_rows import columns_of
from plans.columns.roles import Role
from plans.read import read
from tests.plans.reading import places, plan_in


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Issue|Action|By when|Who|Progress", "group action due owner status"),
        ("No.|Lead|Priority|Milestones|Measures", "ref owner action due success"),
        ("Aim|Key milestones|Lead officer", "action due owner"),
        ("Lead|Our priorities|Actions and targets for the coming year", "owner group action"),
        ("Aim|Key tasks over the next period|Who", "group action owner"),
        ("What success will look like|Steps|Officer|Complete by", "success action owner due"),
        ("Target date|Lead officer|Key action|Ref", "due owner action ref"),
        (
            "No.|What we will do|Who will lead|Timescale|How will we know?",
            "ref action owner due success",
        ),
        ("Action|Lead|By|How we shall know", "action owner due success"),
        ("Action|Lead|Target date|Closed on", "action owner due finished"),
        ("Action|Lead|Target date|How trustees will know", "action owner due success"),
        ("Action|Lead|Target date|How will the panel know it worked?", "action owner due success"),
        ("Action|Lead|Target date|How it will be judged", "action owner due success"),
        ("What we will do|Who|When|How we will know it has worked", "action owner due success"),
        ("Task|Responsible|Deadline", "action owner due"),
        ("What|Who|When", "action owner due"),
        (
            "Recommendation|Action required|Owner|RAG|Progress update",
            "group action owner status progress",
        ),
        ("Outcome|Action|Lead|Due", "group action owner due"),
        (
            "Theme|Priority|Activity|Start date|End date|Cost",
            "section group action start due resource",
        ),
        (
            "Our priorities - Key actions|How we will get there|Lead",
            "group action owner",
        ),
        ("Ref|Theme|Milestone|Target date|Accountable", "ref section action due owner"),
        ("Objective|Lead|Timescale", "action owner due"),
        ("Aim|Pledge|Who|When", "group action owner due"),
        ("Goal|Our vow|Led by|By|% complete", "group action owner due status"),
        ("Action|Who|Target date|Revised date", "action owner due revised"),
        ("Action|Who|Revised date", "action owner due"),
        ("Action|Issue|By when|Who|RAG|Risk score", "action group due owner status notes"),
        ("Action|By when|Who|RAG last quarter|RAG", "action due owner - status"),
        ("Action|Who leads|Who helps|Finish|How we will know", "action owner support due success"),
        ("Action|Responsible|By when|Date closed|Closing note", "action owner due finished status"),
        ("Action|Previous lead|Lead|By when", "action - owner due"),
        ("Action|Lead|Previous status|By when", "action owner status due"),
        ("Action|Who|By when|Rating", "action owner due status"),
        ("Action|Who|By when|% complete|RAG", "action owner due - status"),
        ("Action|Who|By when|RAG|% complete", "action owner due status -"),
        ("Action|Who|By when|Risk rating", "action owner due notes"),
        ("Action|Who|By when|Rating and comment", "action owner due status"),
        ("Action|Who|By when|Rating|Status", "action owner due - status"),
        ("Action|Who|By when|Done?", "action owner due status"),
        ("Action|Who|By when|Tick when complete", "action owner due status"),
        ("Step|Assisted by|Lead|Accountable to|Deadline", "action support owner body due"),
        ("Action|Who|By when|Evidence of progress", "action owner due status"),
        ("Name of lead person|Job title|Organisation", "person job organisation"),
        ("Theme|What the farms will do|Who leads", "section action owner"),
        ("What we hope to achieve|Lead|What the farms will do this year", "group owner action"),
        (
            "What do we want to achieve?|What will we do to get there?|Who will be responsible?",
            "group action owner",
        ),
        ("Action|Lead|What we want to achieve", "action owner success"),
        ("Issue|What we want to achieve|Actions|Lead", "group success action owner"),
        ("What do we want to achieve?|Who|By when", "action owner due"),
        ("What the lead officer will do|By when", "action due"),
        ("Who leads|Post|Organisation", "person job organisation"),
        ("Named officer|Designation", "person job"),
        ("Lead|Employed by|Telephone", "person organisation -"),
    ],
)
def test_a_row_of_headers_is_known_by_its_words(header: str, roles: str):
    found = columns_of(header.split("|"))
    assert found is not None
    assert " ".join(role or "-" for role in found.roles) == roles


@pytest.mark.parametrize(
    "row",
    [
        "Risk no|Risk|Score|Responsibility",
        "Implement agreed actions|From Sept 2026|On track",
        "7.5 Write an action plan|April 2026|Tree Officer|On track",
        "Heading|Measure|Actual",
        "P1|Call at the homes of carers|Prevention Lead|end of Sept 2026|50%",
        "Ref|Risk|Likelihood|Impact|Owner|Action to reduce it",
        "Ref|Risk|Likelihood|Owner|Review by when",
        "Hazard|Risk score|Further action|Owner|By when",
        "2.1 Halve the number of floods|By the end of 2027|Drainage Officer|Red",
        "Halve the number of floods|By the end of 2027|Drainage Officer|Red",
        "Agree a work plan|Parks Officer|May 2027|Complete",
        "Indicator|Baseline|Target|Owner|Date",
        "4|Write a page about the end of the year|Parks Officer|May 2026|Complete",
        "Action",
        "",
    ],
)
def test_does_not_take_other_rows_for_headers(row: str):
    assert columns_of(row.split("|")) is None


@pytest.mark.parametrize(
    "header",
    [
        "Leads and supporters",
        "Lead / support",
        "Lead & Supporting Officers",
        "Lead officer and partners",
        "Who leads and who supports",
        "Owner (with supporters)",
    ],
)
def test_one_column_may_name_leads_and_supporters(header: str):
    columns = columns_of(["Action", header, "By when"])
    assert columns is not None
    assert columns.roles == (Role.ACTION, Role.OWNER, Role.DUE)


@pytest.mark.parametrize(
    ("headers", "of_actions"),
    [
        (["Statute", "Year", "What it expects of the board"], False),
        (["Report", "Date", "What you told us"], False),
        (["Policy", "Year", "What this means here"], False),
        (["Aim", "Year", "What the board will do"], True),
        (["Aim", "Year", "What"], True),
        (["Aim", "Year", "What you can do"], True),
    ],
)
def test_what_is_only_said_is_not_what_is_to_be_done(headers: list[str], of_actions: bool):
    assert (columns_of(headers) is not None) is of_actions


def test_a_header_of_two_rows_may_have_cells_that_reach_over_both():
    html = """<table><tr><th rowspan=2>Ref<th rowspan=2>Action<th colspan=2>Accountability
        <th colspan=2>Timescale<th rowspan=2>RAG
        <tr><th>Exec lead<th>Operational lead<th>Original<th>Revised
        <tr><td>1<td>Audit wards<td>Chief Nurse<td>Audit Lead<td>31/05/2027<td><td>G
        <tr><td>2<td>Train staff<td>Chief Nurse<td>Ward Lead<td>30/06/2027<td>30/09/2027<td>A
        </table>"""
    first, second = read("plan.html", html.encode()).actions

    assert (first.owners, str(first.due.end)) == (("Chief Nurse",), "2027-05-31")
    assert str(second.due.end) == "2027-09-30"


def test_what_is_to_be_delivered_is_the_action_where_nothing_else_is():
    found = columns_of(("Theme", "Deliverable", "Lead officer", "Finish", "Risk ref"))

    assert found is not None
    assert found.roles[:4] == (Role.SECTION, Role.ACTION, Role.OWNER, Role.DUE)


def test_a_number_merged_over_several_actions_is_that_of_what_they_stand_under():
    html = """<table><tr><th>No<th>Issue<th>Action<th>Lead<th>By when
        <tr><td rowspan=2>1<td rowspan=2>Late logs<td>Train<td>Ada Quill<td>May 2027
        <tr><td>Audit<td>Bo Tarn<td>June 2027
        <tr><td>2<td>Lost keys<td>Buy a safe<td>Ada Quill<td>May 2027</table>"""

    assert [each.ref for each in read("plan.html", html.encode()).actions] == ["1.1", "1.2", "2.1"]


def test_references_of_minutes_are_kept_whole():
    text = "Minute,Action agreed,By whom,Target\n24/08(c),Ask for a date,Ada Quill,May 2027\n"

    assert [each.ref for each in read("log.csv", text.encode()).actions] == ["24/08(c)"]


def test_the_revised_target_takes_the_place_of_the_original_one():
    text = (
        "Ref,Action,Owner,Original target,Revised target,Status\n"
        "1,Train,Ada Quill,30 April 2027,31 May 2027,On track\n"
        "2,Audit,Bo Tarn,30 April 2027,,On track\n"
    )
    actions = read("log.csv", text.encode()).actions

    assert [str(each.due.end) for each in actions] == ["2027-05-31", "2027-04-30"]


def test_of_two_columns_of_numbers_the_one_in_words_groups_the_actions():
    plan = plan_in("""
        | Rec. | No. | Action | Who | By when |
        |---|---|---|---|---|
        | R1 Mend the water works | 1.1 | Mend the weir | Ada Quill | May 2027 |
        | R1 Mend the water works | 1.2a | Fence the beck | Bo Tarn | May 2027 |
        | R2 Look after paths | 1.2b | Gravel the path | Cy Dunn | May 2027 |
    """)

    assert places(plan.actions) == [
        "1.1 | - | R1 Mend the water works",
        "1.2a | - | R1 Mend the water works",
        "1.2b | - | R2 Look after paths",
    ]


def test_of_two_columns_of_numbers_the_first_is_the_reference_where_both_are_figures():
    plan = plan_in("""
        | No. | Rec. | Action | Who | By when |
        |---|---|---|---|---|
        | 1.1 | 4 | Mend the weir | Ada Quill | May 2027 |
        | 1.2 | 4 | Fence the beck | Bo Tarn | May 2027 |
    """)

    assert places(plan.actions) == ["1.1 | - | -", "1.2 | - | -"]


def test_of_two_columns_of_numbers_the_one_that_repeats_them_is_no_reference():
    plan = plan_in("""
        | Rec no | Recommendation | Ref | Action | Who | By when |
        |---|---|---|---|---|---|
        | 4 | Mend the water works | 4.1 | Mend the weir | Ada Quill | May 2027 |
        | 4 | Mend the water works | 4.2 | Fence the beck | Bo Tarn | May 2027 |
        | 5 | Look after paths | 5.1 | Gravel the path | Cy Dunn | May 2027 |
        | 5 | Look after paths | 5.2 | Mow the verge | Cy Dunn | May 2027 |
    """)

    assert [each.ref for each in plan.actions] == ["4.1", "4.2", "5.1", "5.2"]


def test_what_will_be_different_is_success_beside_what_will_be_done():
    beside = columns_of(("What we will do", "Who", "By when", "What will be different"))
    alone = columns_of(("What will be different", "Who", "By when"))

    assert beside is not None and beside.roles[3] is Role.SUCCESS
    assert alone is not None and alone.roles[0] is Role.ACTION


def test_a_target_that_is_only_a_date_is_no_measure_of_success():
    text = (
        "Action,Lead,Milestones,Success measure\n"
        "Gate the lane,Ada Quill,May 2027 onwards,Fewer falls\n"
        "Light it,Bo Tarn,Ten lamps by June 2027,\n"
    )
    first, second = read("plan.csv", text.encode()).actions

    assert (str(first.due.start), first.success) == ("2027-05-01", ("Fewer falls",))
    assert (str(second.due.end), second.success) == ("2027-06-30", ("Ten lamps by June 2027",))


def test_a_row_of_short_cells_with_a_date_is_no_header():
    document = plan_in(
        """
        # Weir plan 2026 to 2028

        | Action | Who | By when | Status |
        |---|---|---|---|
        | Mend the weir | Ada Quill | Year 1 | On track |
        | Report to partners | Project Officer | From Year 2 | Not started |
        | Fence the beck | Bo Tarn | Year 2 | On track |
        """
    )
    assert [each.owners[0] for each in document.actions] == [
        "Ada Quill",
        "Project Officer",
        "Bo Tarn",
    ]


@pytest.mark.parametrize(
    "row",
    ["C3|Start an action plan|Within 3 months of approval|Reviews", "C3|Action on noise|DCI|Date"],
)
def test_a_row_that_begins_with_a_code_is_no_header(row: str):
    assert columns_of(row.split("|")) is None


def test_quarters_may_be_the_first_columns_of_a_header():
    assert columns_of(["Q1", "Q2", "Action", "Lead"]) is not None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Action|Key steps|By when|Who", Role.STEPS),
        ("Action|By when|Who|Tasks", Role.STEPS),
        ("Action|Next steps|By when|Who", None),
        ("Action|Steps taken so far|By when|Who", None),
    ],
)
def test_steps_beside_the_action_are_its_own(header: str, expected: Role | None):
    names = header.split("|")
    columns = columns_of(names)
    at = next(at for at, name in enumerate(names) if "tep" in name or "ask" in name)
    assert columns is not None
    assert columns.roles[at] is expected
    assert columns.roles[0] is Role.ACTION


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("", "Mar 2027; June 2027 | by 2027-06-30"),
        ("September 2027", "September 2027 | by 2027-09-30"),
        ("Ongoing", "Ongoing | ongoing None"),
    ],
)
def test_dates_in_the_steps_count_where_no_other_cell_says_when(when: str, due: str):
    document = plan_in(
        "| Action | Key steps | By when | Who |\n|---|---|---|---|\n"
        f"| Mend the weir | • Survey it (Mar 2027) • Let the work (June 2027) | {when} | Bo Tarn |"
    )
    (action,) = document.actions
    assert f"{action.due_text} | {action.due.kind} {action.due.end}" == due
    assert action.text == "Mend the weir"


@pytest.mark.parametrize(
    ("header", "of_a_plan"),
    [
        ("Ref|Description|2026/27 actual|2027/28 target|Officer", False),
        ("Measure ID|What we count|2025/26 outturn|2026/27 outturn|Officer", False),
        ("Ref|Description|2026/27 actual|2027/28 target|Officer|By when", True),
        ("Ref|Action|2026/27 baseline|2027/28 target|Officer", True),
    ],
)
def test_figures_of_several_years_are_no_plan_of_what_is_only_described(
    header: str, of_a_plan: bool
):
    columns = columns_of(header.split("|"))
    assert (columns is not None and columns.of_actions) == of_a_plan
