"""Groups with codes: the code begins the numbers of their actions, wherever it is printed."""

import pytest

from tests.plans.reading import plan_in, table_of


def refs(text: str, name: str = "plan.md") -> list[str]:
    return [each.ref for each in plan_in(text, name).actions]


def test_codes_in_headings_begin_the_numbers_of_actions():
    document = (
        f"# Plan\n\n## Theme: Water\n\n### LK 1 Locks\n\n{table_of('Oil gates', 'Paint beams')}\n"
        f"### LK 2 Weirs\n\n{table_of('Clear weed')}\n"
        f"## Theme: Land\n\n### TP 1 Towpaths\n\n{table_of('Lay gravel')}"
    )
    assert refs(document) == ["LK1.1", "LK1.2", "LK2.1", "TP1.1"]


def test_codes_in_tables_of_different_columns_are_of_one_plan():
    head = "| Goal | Action | Who | By when |\n|---|---|---|---|\n"
    other = "| Goal | Action | Who | By when | Progress |\n|---|---|---|---|---|\n"
    document = (
        f"{head}| LK 1 Locks | Oil the gates | Ada Quill | May 2027 |\n\nMore\n\n"
        f"{other}| TP 1 Towpaths | Lay gravel | Bo Tarn | May 2027 | |\n"
    )
    assert refs(document) == ["LK1.1", "TP1.1"]


def test_codes_of_some_groups_are_none_of_the_plan():
    head = "| Goal | Action | Who | By when |\n|---|---|---|---|\n"
    document = (
        f"{head}| B 12 road | Mend the bridge | Ada Quill | May 2027 |\n"
        "| Towpaths | Lay gravel | Bo Tarn | May 2027 |\n"
    )
    assert refs(document) == ["1.1", "2.1"]


@pytest.mark.parametrize("word", ["GOAL", "PART", "STEP", "YEAR"])
def test_a_word_in_capitals_is_no_code(word: str):
    head = "| Goal | Action | Who | By when |\n|---|---|---|---|\n"
    document = (
        f"{head}| {word} 1 LOCKS | Oil the gates | Ada Quill | May 2027 |\n"
        f"| {word} 2 TOWPATHS | Lay gravel | Bo Tarn | May 2027 |\n"
    )
    assert refs(document) == ["1.1", "2.1"]


def test_codes_in_a_column_of_another_name_are_of_groups():
    document = """
        Theme and priority,Actions,Lead officer
        LK1 Keep the locks,Oil gates,Ada Quill
        ,Paint beams,Ada Quill
        LK2 Mend the weirs,Clear weed,Bo Tarn
        ,Count eels,Bo Tarn
        """
    assert refs(document, "plan.csv") == ["LK1.1", "LK1.2", "LK2.1", "LK2.2"]


def test_a_column_of_which_some_cells_hold_codes_that_do_not_count_on_is_of_no_groups():
    document = """
        Theme,Actions,Lead officer
        Locks on the B12,Oil gates,Ada Quill
        ,Paint beams,Ada Quill
        Weirs by the A7,Clear weed,Bo Tarn
        Towpaths,Lay gravel,Bo Tarn
        """
    assert refs(document, "plan.csv") == ["1.1", "1.2", "2.1", "3.1"]


def test_words_before_a_code_are_no_part_of_the_group():
    cells = (
        '<tr><td rowspan="2">Water LK1 Keep the locks</td><td>Oil gates</td><td>Ada Quill</td></tr>'
        "<tr><td>Paint beams</td><td>Ada Quill</td></tr>"
        '<tr><td rowspan="3">Land LK2 Lay paths</td><td>Lay gravel</td><td>Bo Tarn</td></tr>'
        "<tr><td>Cut grass</td><td>Bo Tarn</td></tr><tr><td>Fell elms</td><td>Bo Tarn</td></tr>"
    )
    head = "<tr><th>Priority</th><th>Action</th><th>Lead</th></tr>"
    document = plan_in(f"<table>{head}{cells}</table>", "plan.html")
    assert [each.group for each in document.actions] == [
        *["LK1 Keep the locks"] * 2,
        *["LK2 Lay paths"] * 3,
    ]
    assert [each.ref for each in document.actions][1:3] == ["LK1.2", "LK2.1"]


def test_merged_words_without_a_code_are_a_group_of_their_own():
    cells = (
        '<tr><td rowspan="3">Let nobody fall in</td><td>Oil gates</td><td>Ada Quill</td></tr>'
        "<tr><td>Paint beams</td><td>Bo Tarn</td></tr><tr><td>Hang lamps</td><td>Bo Tarn</td></tr>"
        '<tr><td rowspan="2">LK 8: Lay paths</td><td>Lay gravel</td><td>Bo Tarn</td></tr>'
        "<tr><td>Cut grass</td><td>Bo Tarn</td></tr>"
        '<tr><td rowspan="2">LK 9: Plant</td><td>Sow oats</td><td>Bo Tarn</td></tr>'
        "<tr><td>Fell elms</td><td>Ada Quill</td></tr>"
    )
    head = "<tr><th>Priority</th><th>Action</th><th>Lead</th></tr>"
    document = plan_in(f"<table>{head}{cells}</table>", "plan.html")
    assert [each.group for each in document.actions] == [
        *["Let nobody fall in"] * 3,
        *["LK 8: Lay paths"] * 2,
        *["LK 9: Plant"] * 2,
    ]
