"""Stages and their dates that stand in another column than that of milestones."""

import pytest

from plans.read import read
from tests.plans.reading import plan_in

HEADER = "No.\tLead\tPriority\tMilestones\tMeasures"
FIRST = (
    "A1\tAda Quill\tMend the weir\t• Survey it – May 2027<br>• Buy the stone – June 2027<br>"
    "{last}\tNo floods"
)


def dues(*rows: str) -> list[str]:
    plan = read("plan.txt", "\n".join(["Weir plan", "", HEADER, *rows]).encode())
    return [
        f"{each.ref} {each.text} {each.due.kind} {each.due.end or each.due.every or '-'} "
        f"{len(each.due.milestones)} {len(each.success)}"
        for each in plan.actions
    ]


@pytest.mark.parametrize(
    ("milestones", "measures", "due"),
    [
        ("• Survey it<br>• Lay the stone", "May 2027<br>July 2027", "by 2027-07-31 2 0"),
        ("• Survey it<br>• Lay the stone", "July 2027", "by 2027-07-31 0 0"),
        ("", "Quarterly", "recurring quarterly 0 0"),
        ("", "Ongoing", "ongoing - 0 0"),
        ("• Survey it – May 2027<br>• Lay the stone – June 2027", "July 2027", "by 2027-06-30 2 0"),
        ("• Survey it<br>• Lay the stone", "No floods<br>July 2027", "none - 0 1"),
        ("• Survey it<br>• Lay the stone", "Floods halved by July 2027", "none - 0 1"),
    ],
)
def test_dates_alone_among_the_measures_are_of_the_milestones(
    milestones: str, measures: str, due: str
):
    others = FIRST.format(last="• Lay it – July 2027")
    *_, last = dues(others, f"A2\tBo Tarn\tLight the quay\t{milestones}\t{measures}")
    assert last == f"A2 Light the quay {due}"


def test_a_date_is_named_after_its_milestone():
    plan = plan_in("""
        | No. | Lead | Priority | Milestones | Measures |
        |---|---|---|---|---|
        | A1 | Ada Quill | Mend the weir | Survey it – May 2027 | No floods |
        | A2 | Bo Tarn | Light the quay | • Count the lamps<br>• Hang them | May 2027<br>June 2027 |
        """)
    labels = [stage.label for stage in plan.actions[1].due.milestones]
    assert labels == ["Count the lamps", "Hang them"]


@pytest.mark.parametrize(
    ("last", "more"),
    [
        ("• Finish", "\t\tthe whole wall – August 2027\t\t"),
        ("• Lay it – July 2027", "\t\t• Open it – August 2027\t\t"),
    ],
)
def test_one_more_stage_beside_the_words_of_an_action_is_among_its_stages(last: str, more: str):
    light = "A2\tBo Tarn\tLight the quay\t• Hang lamps – May 2027\tLight"
    found = dues(FIRST.format(last=last), "", more, light)
    stages = 4 if last.count("2027") else 3
    assert found[0] == f"A1 Mend the weir by 2027-08-31 {stages} 1"
    assert len(found) == 2


@pytest.mark.parametrize(
    "more",
    ["\t\tand all its gates\t\t", "\t\tbefore August 2027\t\t"],
)
def test_the_rest_of_an_actions_words_stays_with_them(more: str):
    (found,) = dues(FIRST.format(last="• Lay it – July 2027"), more)
    assert found == f"A1 Mend the weir {more.strip()} by 2027-07-31 3 1"
