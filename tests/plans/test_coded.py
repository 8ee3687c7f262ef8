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
