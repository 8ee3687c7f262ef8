"""Text taken from pages: labels broken over rows, the year at the head of a block, no dates."""

from tests.plans.reading import places, plan_in

# The first block's label is centred beside its rows, the second's stands in the first of them.
PAGES = """
Sallow Vale Waterways Plan 2026 - 2027

Clean Water theme group

chaired by: Keeper of the Weirs. Supported by: Anglers' Forum, Punt Club.

Aims

- Mend what leaks
- Leave room for eels.

Theme and priority\tWhat the parishes will do\tWho leads
\t• During 2026/27: Test forty wells.\tAda Quill
Wells CW1\t• Line the oldest wells from June 2026.\tAda Quill Dr Bo Tarn
Keep wells clean\t• Open a well school (September 2026).\tDr Bo Tarn
\t• Print a map of wells.\tDr Bo Tarn
CW2 Mend the drains of every lane\t• Hold a drain day.\tCy Dunn

Who leads\tPost\tOrganisation
Ada Quill\tWell Keeper\tSallow Parish
Bo Tarn\tGeologist\tSallow Wells
Cy Dunn\tMason\tSallow Parish

Quiet Nights theme group

Theme and priority\tWhat the parishes will do\tWho leads
Lamps QN1 Light the lanes\t• 2026/27 Replace all lamps.\tDi Marsh
\t• Paint the posts by May 2026.\tDi Marsh
\t• Count moths.\tCy Dunn
\t• Count owls.\tDi Marsh
QN2 Keep the peace\t• Walk the lanes.\tEd Fell
\t• Hang bells.\tEd Fell
\t• Oil gates.\tEd Fell

Who leads\tPost\tOrganisation
Di Marsh\tLamp Lighter\tSallow Parish
Ed Fell\tWatchman\tSallow Parish

Risk\tLikelihood\tWhat we would do
Flood\tHigh\tClose the wells
Frost\tLow\tSalt the lanes
"""


def test_each_row_stands_in_its_group_and_theme():
    assert places(plan_in(PAGES, "plan.txt").actions) == [
        *(f"CW1.{at} | Clean Water | CW1 Keep wells clean" for at in range(1, 5)),
        "CW2.1 | Clean Water | CW2 Mend the drains of every lane",
        *(f"QN1.{at} | Quiet Nights | QN1 Light the lanes" for at in range(1, 5)),
        *(f"QN2.{at} | Quiet Nights | QN2 Keep the peace" for at in range(1, 4)),
    ]


def test_the_year_at_the_head_of_a_block_is_of_all_that_have_no_date_of_their_own():
    actions = plan_in(PAGES, "plan.txt").actions
    assert [each.text for each in actions[:2]] == [
        "Test forty wells.",
        "Line the oldest wells from June 2026.",
    ]
    assert [each.due_text for each in actions[:5]] == [
        "2026/27",
        "from June 2026",
        "September 2026",
        "2026/27",
        "2026/27",
    ]


def test_names_with_nothing_between_them_are_told_apart_by_the_tables_of_who_leads():
    document = plan_in(PAGES, "plan.txt")
    assert document.actions[1].owners == ("Ada Quill", "Dr Bo Tarn")
    assert [each.name for each in document.people] == [
        "Ada Quill",
        "Bo Tarn",
        "Cy Dunn",
        "Di Marsh",
        "Ed Fell",
    ]


def test_a_table_of_risks_as_wide_as_the_one_above_is_no_part_of_it():
    document = plan_in(PAGES, "plan.txt")
    assert not any("wells" in each.text and "Close" in each.text for each in document.actions)
    assert [note.code for note in document.notes] == ["rows-left-out"]


def test_a_row_that_reads_like_a_table_of_people_is_an_action():
    document = plan_in(
        """
        Action,Lead,Body
        Project officer,Post and parcel office,Sallow Council
        Mend the weir,Ada Quill,Sallow Council
        """,
        "plan.csv",
    )
    assert len(document.actions) == 2


def test_a_line_that_says_who_wrote_the_plan_opens_no_section():
    document = plan_in(
        """
        Prepared by the Clean Water theme group

        Action\tLead\tBy when
        Mend the weir\tAda Quill\tMay 2026
        """,
        "plan.txt",
    )
    assert document.actions[0].section is None
