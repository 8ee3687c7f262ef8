"""Headings that name in the same line who leads the part."""

import pytest

from plans.markup import cell_of
from plans.read import read
from plans.tables.led_headings import without_lead
from tests.plans.reading import places, plan_in


@pytest.mark.parametrize(
    ("line", "heading", "lead"),
    [
        ("THEME 1: STAYING WELL      SRO: Dr Ada Quill", "THEME 1: STAYING WELL", "Dr Ada Quill"),
        ("Theme 1: Staying well (Lead: Ada Quill)", "Theme 1: Staying well", "Ada Quill"),
        ("Aim 2: Dry homes – Theme lead: Bo Tarn", "Aim 2: Dry homes", "Bo Tarn"),
        (
            "Theme 1: Staying well; Senior Responsible Officer: Ada Quill",
            "Theme 1: Staying well",
            "Ada Quill",
        ),
        ("Theme 1: Staying well | Chair: Ada Quill", "Theme 1: Staying well", ""),
        ("Theme 1: Staying well\nSponsor: Ada Quill", "Theme 1: Staying well", "Ada Quill"),
        ("Theme 1: Staying well", "Theme 1: Staying well", ""),
        ("Lead: Ada Quill", "Lead: Ada Quill", ""),
        ("Ask the plan owner: Ada Quill", "Ask the plan owner: Ada Quill", ""),
        ("Aim 3: Take the lead: walk", "Aim 3: Take the lead: walk", ""),
    ],
)
def test_a_heading_is_parted_from_the_lead_named_in_it(line: str, heading: str, lead: str):
    named, found = without_lead(cell_of(line))
    assert (named.text, found) == (heading, lead)


def test_the_lead_of_a_band_is_not_part_of_the_section():
    plan = plan_in(
        """
        Weir plan,,,
        Ref,Action,Who,By when
        WORKSTREAM 1: THE WATER      SRO: Dr Ada Quill,,,
        1.1,Mend the weir,Bo Tarn,May 2027
        WORKSTREAM 2: THE PATHS      SRO: Cy Dunn,,,
        2.1,Gravel the path,Bo Tarn,May 2027
        """,
        "plan.csv",
    )

    assert places(plan.actions) == ["1.1 | The Water | -", "2.1 | The Paths | -"]
    assert [each.owners for each in plan.actions] == [("Bo Tarn",)] * 2


def test_the_lead_in_the_heading_of_a_priority_leads_actions_that_name_none():
    plan = plan_in("""
        ## Priority 1: Dry homes (Lead: Ada Quill)

        | Action | Who | By when |
        |---|---|---|
        | Mend the roof | | May 2027 |
        | Clear the drain | Bo Tarn | May 2027 |
    """)

    assert [(each.group, each.owners) for each in plan.actions] == [
        ("Priority 1: Dry homes", ("Ada Quill",)),
        ("Priority 1: Dry homes", ("Bo Tarn",)),
    ]


def test_a_heading_on_a_page_is_parted_as_well():
    page = """<h2>Theme 1: Water &ndash; Lead: Ada Quill</h2><table><tr><th>Action<th>Who<th>By
        when</tr><tr><td>Mend the weir<td>Bo Tarn<td>May 2027</tr></table>"""
    (action,) = read("plan.html", page.encode()).actions

    assert (action.section, action.owners) == ("Water", ("Bo Tarn",))
