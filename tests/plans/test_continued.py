"""A part that goes on over a page: the same part, and its numbers go on with it."""

from datetime import date

import pytest

from plans.meaning.section_names import first_name
from tests.plans.reading import places, plan_in


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Goal 2: Clean canals (continued)", "Goal 2: Clean canals"),
        ("Clean canals (cont.)", "Clean canals"),
        ("Clean canals [cont'd from page 4]", "Clean canals"),
        ("Clean canals – continued", "Clean canals"),
        ("Clean canals cont’d", "Clean canals"),
        ("Care that is continued", "Care that is continued"),
        ("Clean canals (all of them)", "Clean canals (all of them)"),
    ],
)
def test_a_name_is_known_again_after_a_page(printed: str, name: str):
    assert first_name(printed) == name


def test_a_group_in_a_second_table_goes_on_counting():
    head = "| Goal | Action | Who | By when |\n|---|---|---|---|\n"
    document = plan_in(
        f"{head}| Goal 1. Locks | Oil the gates | Ada Quill | May 2027 |\n"
        f"| | Paint the beams | Ada Quill | May 2027 |\n\nPage 2\n\n"
        f"{head}| Goal 1. Locks (continued) | Clear the weed | Bo Tarn | May 2027 |\n"
        "| Goal 2. Towpaths | Lay gravel | Bo Tarn | May 2027 |\n"
    )
    assert places(document.actions) == [
        "1.1 | - | Goal 1. Locks",
        "1.2 | - | Goal 1. Locks",
        "1.3 | - | Goal 1. Locks",
        "2.1 | - | Goal 2. Towpaths",
    ]


@pytest.mark.parametrize(
    ("first", "again", "next_one", "number"),
    [
        ("LK 1 Working locks", "LK 1 (cont.)", "LK 2 Towpaths", "LK1"),
        ("LK 1 Working locks", "LK1 continued", "LK 2 Towpaths", "LK1"),
        ("LK 1 Working locks", "LK 1", "LK 2 Towpaths", "LK1"),
        ("LK 1 Working locks", "LK 1 Working (continued)", "LK 2 Towpaths", "LK1"),
        ("Goal 1: Working locks", "Goal 1 (cont.)", "Goal 2: Towpaths", "1"),
        ("Goal 1: Working locks", "Goal 1 continued", "Goal 2: Towpaths", "1"),
    ],
)
def test_a_group_goes_on_under_its_code_alone(first: str, again: str, next_one: str, number: str):
    head = "| Goal | Action | Who | By when |\n|---|---|---|---|\n"
    document = plan_in(
        f"{head}| {first} | Oil the gates | Ada Quill | May 2027 |\n\nPage 2\n\n"
        f"{head}| {again} | Clear the weed | Bo Tarn | May 2027 |\n"
        f"| {next_one} | Lay gravel | Bo Tarn | May 2027 |\n"
    )
    other = number.replace("1", "2")
    assert places(document.actions) == [
        f"{number}.1 | - | {first}",
        f"{number}.2 | - | {first}",
        f"{other}.1 | - | {next_one}",
    ]


def test_two_groups_with_one_code_are_two():
    head = "| Goal | Action | Who | By when |\n|---|---|---|---|\n"
    document = plan_in(
        f"{head}| LK 1 Locks | Oil the gates | Ada Quill | May 2027 |\n"
        "| LK 1 Weirs | Clear the weed | Bo Tarn | May 2027 |\n"
    )
    assert places(document.actions) == ["1.1 | - | LK 1 Locks", "2.1 | - | LK 1 Weirs"]


def test_a_section_under_a_second_heading_goes_on_counting():
    table = "| Action | Who | By when |\n|---|---|---|\n"
    document = plan_in(
        f"## Locks\n\n{table}| Oil the gates | Ada Quill | May 2027 |\n\n"
        f"## Locks (cont.)\n\n{table}| Paint the beams | Ada Quill | May 2027 |\n\n"
        f"## Towpaths\n\n{table}| Lay gravel | Bo Tarn | May 2027 |\n"
    )
    assert places(document.actions) == ["1.1 | Locks | -", "1.2 | Locks | -", "2.1 | Towpaths | -"]


ROWS_OVER_A_PAGE = """
    | Ref | Action | Measure | Lead | By when |
    |---|---|---|---|---|
    | LK 1 | Oil the gates | Gates move | Ada Quill | May 2027 |
    | LK 2 | | Beams are white | Bo Tarn | June 2027 |

    Page 2

    | Ref | Action | Measure | Lead | By when |
    |---|---|---|---|---|
"""


def test_a_row_may_begin_on_one_page_and_have_its_words_on_the_next():
    document = plan_in(
        f"{ROWS_OVER_A_PAGE}    | | Paint the beams before the boats come. | and stay so | | |\n"
        "    | LK 3 | Clear the weed | Basin is clear | Cy Dunn | July 2027 |\n"
    )
    assert [(each.ref, each.text, each.owners) for each in document.actions] == [
        ("LK1", "Oil the gates", ("Ada Quill",)),
        ("LK2", "Paint the beams before the boats come.", ("Bo Tarn",)),
        ("LK3", "Clear the weed", ("Cy Dunn",)),
    ]
    assert document.actions[1].due.end == date(2027, 6, 30)
    assert document.actions[1].success == ("Beams are white and stay so",)


def test_a_numbered_row_without_words_adds_nothing_to_the_action_above():
    document = plan_in(
        f"{ROWS_OVER_A_PAGE}    | LK 3 | Clear the weed | Basin is clear | Cy Dunn | July 2027 |\n"
    )
    assert [(each.ref, each.owners) for each in document.actions] == [
        ("LK1", ("Ada Quill",)),
        ("LK3", ("Cy Dunn",)),
    ]
    assert [note.code for note in document.notes] == ["row-left-out"]


def test_a_status_goes_on_over_a_page_where_its_sentence_does():
    head = "| Ref | Action | Lead | By when | Progress |\n|---|---|---|---|---|\n"
    document = plan_in(
        f"{head}| 1 | Oil the gates and | Ada Quill | May 2027 | In progress: east gate |\n"
        "\nPage 2\n\n"
        f"{head}| | paint the beams | | | done, west gate next. |\n"
        "| 2 | Clear the weed | Bo Tarn | May 2027 | Not started |\n"
    )
    assert [each.status_text for each in document.actions] == [
        "In progress: east gate done, west gate next.",
        "Not started",
    ]
