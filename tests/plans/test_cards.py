"""Plans without a table of actions: labelled lines, and tables that lie on their side."""

import pytest

from plans.document import PlanDocument
from tests.plans.reading import plan_in


def said(document: PlanDocument) -> list[str]:
    return [
        f"{each.section} | {each.text} | {' + '.join(each.owners)} | {each.due.end} | {each.status}"
        for each in document.actions
    ]


MENDED = [
    "Water | Mend the weir | Ada Quill | 2027-05-31 | on_track",
    "Water | Fence the beck | Bo Tarn + Cy Dunn | 2027-06-30 | None",
]


@pytest.mark.parametrize(
    "text",
    [
        """
        # Harbour Quarter Plan
        ## Water
        * Mend the
          weir
          Lead: Ada Quill / By: May 2027
          Progress: On track
        * Fence the beck
          Lead: Bo Tarn / Cy Dunn; By: June 2027
        ## Thanks
        - Everybody: who helped
        """,
        """
        # Harbour Quarter Plan
        ## Water
        - Mend the weir
          - Lead: Ada Quill
          - By: May 2027
          - Progress: On track
        - Fence the beck
          - Lead: Bo Tarn
            and Cy Dunn
          - By: June 2027
        """,
        """
        # Harbour Quarter Plan
        ## Water
        - Mend the weir (Lead: Ada Quill; due: May 2027; status: on track)
        - Fence the beck (Lead: Bo Tarn and Cy Dunn; due: June 2027)
        """,
        """
        # Harbour Quarter Plan
        ## Water

        Action: Mend the weir
        Lead: Ada Quill
        By when: May 2027
        Status: On track

        Action: Fence the beck
        Lead: Bo Tarn and Cy Dunn
        By when: June 2027
        """,
    ],
)
def test_labelled_lines_belong_to_the_action_above_them(text: str):
    assert said(plan_in(text)) == MENDED


def test_bullets_under_an_action_stay_in_its_words():
    document = plan_in(
        """
        * Plant the verges, among them:
          - the mill lane
          - the station yard
          Lead: Ada Quill
          By: May 2027
        """
    )
    (action,) = document.actions
    assert action.text == "Plant the verges, among them: the mill lane; the station yard"


@pytest.mark.parametrize(
    "text",
    [
        """
        # Harbour Quarter Plan
        ## Water

        | Ref | 1 | 2 |
        |---|---|---|
        | Action | Mend the weir | Fence the beck |
        | Lead | Ada Quill | Bo Tarn and Cy Dunn |
        | By when | May 2027 | June 2027 |
        | Status | On track | |
        """,
        """
        # Harbour Quarter Plan
        ## Water

        | Action | Mend the weir |
        |---|---|
        | Lead | Ada Quill |
        | By when | May 2027 |
        | Status | On track |

        | Action | Fence the beck |
        |---|---|
        | Lead | Bo Tarn and Cy Dunn |
        | By when | June 2027 |
        | Status | |
        """,
    ],
)
def test_tables_on_their_side_are_turned(text: str):
    assert said(plan_in(text)) == MENDED


def test_who_and_when_may_stand_in_brackets():
    document = plan_in(
        """
        # Harbour Quarter Plan
        Many came to hear of it (Ada Quill, May 2025).
        ## Water
        - Mend the weir (Ada Quill, May 2027)
        - Fence the beck [June 2027; Parks Team and Tree Officer].
        - Sit by the beck
        """
    )
    assert said(document) == [
        "Water | Mend the weir | Ada Quill | 2027-05-31 | None",
        "Water | Fence the beck | Parks Team + Tree Officer | 2027-06-30 | None",
    ]


def test_who_and_when_may_stand_after_dashes():
    document = plan_in(
        """
        # Harbour Quarter Plan
        ## Water
        - **Mend the weir** – Ada Quill – by May 2027
        - **Fence the beck** – Parks Team – June 2027
        """
    )
    assert said(document) == [
        "Water | Mend the weir | Ada Quill | 2027-05-31 | None",
        "Water | Fence the beck | Parks Team | 2027-06-30 | None",
    ]


def test_a_small_table_for_each_action_is_a_form():
    document = plan_in(
        """
        <h1>Harbour review: action plan</h1>
        <table><tr><td>Recommendation 1<td>Ask at each visit<tr><td>Action<td>Add a prompt
        <tr><td>Lead agency<td>Harbour Trust<tr><td>Target date<td>31 May 2027</table>
        <table><tr><td>Recommendation 2<td>Know the signs<tr><td>Action<td>Train all officers
        <tr><td>Lead agency<td>Head of Tenancies<tr><td>Target date<td>30/09/2027</table>
        """,
        "plan.html",
    )

    assert [(each.ref, each.group, each.text, each.owners) for each in document.actions] == [
        ("1.1", "Recommendation 1: Ask at each visit", "Add a prompt", ("Harbour Trust",)),
        ("2.1", "Recommendation 2: Know the signs", "Train all officers", ("Head of Tenancies",)),
    ]


def test_the_lead_of_a_part_is_no_action_of_its_own():
    document = plan_in("""
        # Quay College plan 2026/27

        ## Objective 1 – Close the gap

        Lead: Vice-Chancellor (Education)

        1.1 Mark blind
        : Owner: Associate Deans
        : Deadline: end of autumn term
        : Status: in progress

        1.2 Publish the gap
        : Owner: Head of Planning
        : Deadline: May 2027
        """)

    assert [(each.ref, each.text, each.owners) for each in document.actions] == [
        ("1.1", "Mark blind", ("Associate Deans",)),
        ("1.2", "Publish the gap", ("Head of Planning",)),
    ]


@pytest.mark.parametrize("when", ["by June 2027", "June 2027", "monthly", "2027/28"])
def test_a_date_beside_a_labelled_owner_needs_no_label(when: str):
    document = plan_in(
        f"""
        # Harbour Quarter Plan
        1. Mend the weir (Lead: Ada Quill; {when})
        2. Fence the beck (Lead: Bo Tarn; Cy Dunn)
        """
    )
    assert [each.owners for each in document.actions] == [("Ada Quill",), ("Bo Tarn", "Cy Dunn")]
    assert document.actions[0].due_text.endswith(when.removeprefix("by "))


def test_a_coloured_sign_after_the_words_is_the_status():
    document = plan_in(
        """
        # Harbour Quarter Plan
        1.1 Mend the weir 🟢
        Lead: Ada Quill
        1.2 Fence the beck 🟢
        Lead: Bo Tarn
        Status: Late
        """
    )
    assert [each.status for each in document.actions] == ["on_track", "delayed"]
    assert document.actions[0].text == "Mend the weir"


def test_labels_in_italics_are_labels():
    document = plan_in(
        """
        # Harbour Quarter Plan
        1.1 **Mend the weir**
        _Lead:_ Quay Warden – _helped by_ Ramblers
        _When:_ May 2027
        """
    )
    assert said(document) == ["None | Mend the weir | Quay Warden | 2027-05-31 | None"]
    assert document.actions[0].support == ("Ramblers",)


COUNTED = """Quay plan 2026/27

Theme A: Water
A1. Dredge the basin. Lead: Ada Quill. By: 31 March 2027
A2. Agree who pays for the weir
A3. Fence the beck. Lead: Bo Tarn. By: May 2027
A4. What this costs is in the annex

Theme B: Light
B1. Light the quay. Lead: Bo Tarn. By: June 2027
"""


def test_an_action_between_others_may_say_no_more_than_its_words():
    document = plan_in(COUNTED, "plan.txt")

    assert [(each.ref, each.owners) for each in document.actions] == [
        ("A1", ("Ada Quill",)),
        ("A2", ()),
        ("A3", ("Bo Tarn",)),
        ("B1", ("Bo Tarn",)),
    ]


LISTED = """
# Quay plan 2026/27

## 1.1 Say what we do

**1.1.1** Hang the map in the ferry hall

Lead: Ada Quill. Timescale: May 2027

**1.1.2** Write a leaflet for:

- walkers
- owners of boats

Lead: Bo Tarn. Timescale: June 2027
"""


def test_a_list_that_a_line_leads_into_is_of_its_words():
    assert said(plan_in(LISTED)) == [
        "Say What We Do | Hang the map in the ferry hall | Ada Quill | 2027-05-31 | None",
        "Say What We Do | Write a leaflet for: walkers; owners of boats"
        " | Bo Tarn | 2027-06-30 | None",
    ]


def test_items_of_which_something_is_said_are_actions_of_their_own():
    document = plan_in(
        """
        # Quay plan 2026/27

        ## Water

        We have agreed to do this:

        - Mend the weir. Lead: Ada Quill; By: May 2027
        - Fence the beck

          Lead: Bo Tarn; By: June 2027
        """
    )
    assert [each.text.rstrip(".") for each in document.actions] == [
        "Mend the weir",
        "Fence the beck",
    ]
