"""A cell may hold several actions, and an action's own reference may stand in its words."""

import pytest

from tests.plans.reading import plan_in


def shown(text: str, name: str = "plan.md") -> list[str]:
    return [
        f"{each.ref} | {each.text} | {' + '.join(each.owners)} | {each.due.end}"
        for each in plan_in(text, name).actions
    ]


@pytest.mark.parametrize(
    "row",
    [
        "| 1. Water | 1a. Mend the weir<br>1b. Fence it | Ada Quill<br>Bo Tarn "
        "| May 2027<br>June 2027 |",
        "| 1. Water | 1a. Mend the weir | Ada Quill | May 2027 |\n"
        "| | 1b. Fence it | Bo Tarn | June 2027 |",
    ],
)
def test_parts_a_cell_by_the_references_in_it(row: str):
    assert shown(f"| Aim | Actions | Lead | By when |\n|---|---|---|---|\n{row}\n") == [
        "1a | Mend the weir | Ada Quill | 2027-05-31",
        "1b | Fence it | Bo Tarn | 2027-06-30",
    ]


def test_parts_lines_that_have_an_owner_and_a_date_each():
    assert shown(
        """
        | Aim | Actions | Lead | By when |
        |---|---|---|---|
        | Water | Mend the weir<br>Fence it | Ada Quill<br>Bo Tarn | May 2027<br>June 2027 |
        | Soil | Dig it in two goes:<br>• early<br>• late | Cy Dunn | May 2027<br>June 2027 |
        """
    ) == [
        "1.1 | Mend the weir | Ada Quill | 2027-05-31",
        "1.2 | Fence it | Bo Tarn | 2027-06-30",
        "2.1 | Dig it in two goes: early; late | Cy Dunn | 2027-06-30",
    ]


def test_the_number_of_a_recommendation_is_not_its_actions():
    assert shown(
        """
        | Ref | Recommendation | Action | Owner | Target date |
        |---|---|---|---|---|
        | 4 | Gangways slip | 4.1 Fit new treads | Ada Quill | May 2027 |
        | | | 4.2 Look at them | Bo Tarn | June 2027 |
        """
    ) == [
        "4.1 | Fit new treads | Ada Quill | 2027-05-31",
        "4.2 | Look at them | Bo Tarn | 2027-06-30",
    ]


def test_reads_tables_drawn_with_lines_and_fields_with_gaps():
    assert shown(
        """
            +----+-----------------+-----------+------------+
            | No | Action          | Who       | When       |
            +----+-----------------+-----------+------------+
            | 1  | Mend the weir   | Ada Quill | May 2027   |
            |    | before it rains |           |            |
            +----+-----------------+-----------+------------+
            """,
        "plan.txt",
    ) == ["1 | Mend the weir before it rains | Ada Quill | 2027-05-31"]
    assert shown(
        """
            1.1 Mend the weir
                Lead: Ada Quill    Due: May 2027    RAG: G
            1.2 Fence it
                Lead: Bo Tarn      Due: June 2027   RAG: A
            """,
        "plan.txt",
    ) == ["1.1 | Mend the weir | Ada Quill | 2027-05-31", "1.2 | Fence it | Bo Tarn | 2027-06-30"]


def test_values_go_to_the_actions_by_the_references_before_them():
    assert shown(
        """
        | No | Finding | Actions | Lead | Date |
        |---|---|---|---|---|
        | 1 | Log | 1.1 Mend<br>1.2 Map | 1.1 Ada Quill<br>1.2 Bo Tarn | 1.1 May 27<br>1.2 Monthly |
        | 2 | Keys are lost | 2.1 Buy a safe | 2.1 Ada Quill | 2.1 TBC |
        """
    ) == [
        "1.1 | Mend | Ada Quill | 2027-05-31",
        "1.2 | Map | Bo Tarn | None",
        "2.1 | Buy a safe | Ada Quill | None",
    ]


def test_bullets_with_a_date_or_none_yet_for_each_are_actions():
    assert shown(
        """
        | Action | Lead | By when |
        |---|---|---|
        | • Map<br>• Tell<br>• Ask | Ada Quill | • May 2027<br>• Ongoing<br>• To be confirmed |
        """
    ) == [
        "1 | Map | Ada Quill | 2027-05-31",
        "2 | Tell | Ada Quill | None",
        "3 | Ask | Ada Quill | None",
    ]


def test_a_reference_with_a_stroke_before_the_words_is_the_action_s_own():
    assert shown(
        """
        | Task | Who | Complete by |
        |---|---|---|
        | L/01 Mend the weir | Ada Quill | May 2027 |
        | L/02a – Fence it/paint it | Bo Tarn | June 2027 |
        | 24/7 cover at the lock | Bo Tarn | June 2027 |
        """
    ) == [
        "L/01 | Mend the weir | Ada Quill | 2027-05-31",
        "L/02a | Fence it/paint it | Bo Tarn | 2027-06-30",
        "3 | 24/7 cover at the lock | Bo Tarn | 2027-06-30",
    ]


def test_references_with_a_stroke_may_have_a_column():
    assert shown(
        """
        | Ref | Task | Who | Complete by |
        |---|---|---|---|
        | L/01 | Mend the weir | Ada Quill | May 2027 |
        | L/02 | Fence it | Bo Tarn | June 2027 |
        """
    ) == [
        "L/01 | Mend the weir | Ada Quill | 2027-05-31",
        "L/02 | Fence it | Bo Tarn | 2027-06-30",
    ]


def test_statuses_of_several_words_go_to_the_actions_of_a_cell_in_turn():
    document = plan_in(
        "Aim\tActions\tLead\tBy when\tProgress\n"
        "Water\t1.1 Mend the weir 1.2 Fence it\tAda Quill Ada Quill\tMay 2027 June 2027"
        "\tAchieved Not yet begun\n",
        "plan.txt",
    )
    assert [(each.ref, each.status) for each in document.actions] == [
        ("1.1", "complete"),
        ("1.2", "not_started"),
    ]


def test_a_further_row_with_a_date_and_a_status_is_a_stage_of_the_action():
    head = "Ref\tAction\tLead\tBy when\tProgress"
    rows = (
        "1\tOil the gates\tAda Quill\tPhase 1 May 2027\tAchieved",
        "\t\t\tPhase 2 July 2027\tBehind schedule",
    )
    (action,) = plan_in("\n".join([head, *rows]), "plan.txt").actions
    assert (str(action.due.end), action.status) == ("2027-07-31", "delayed")


def test_what_stands_below_a_numbered_line_is_part_of_it():
    assert shown(
        """
        | Aim | Actions | Lead | By when |
        |---|---|---|---|
        | Water | 1. Mend the weir<br>2. Tell all, with:<br>• the day<br>• the road<br>3. Open it |\
 1. Ada Quill<br>2. Bo Tarn<br>3. Ada Quill | 1. May 2027<br>2. June 2027<br>3. July 2027 |
        | Soil | Dig it twice:<br>1. early<br>2. late | Cy Dunn | August 2027 |
        """
    ) == [
        "1 | Mend the weir | Ada Quill | 2027-05-31",
        "2 | Tell all, with: the day; the road | Bo Tarn | 2027-06-30",
        "3 | Open it | Ada Quill | 2027-07-31",
        "2.1 | Dig it twice: 1. early 2. late | Cy Dunn | 2027-08-31",
    ]
