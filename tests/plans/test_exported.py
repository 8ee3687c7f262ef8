"""Lists that programs write out: numbers of their own, choices in brackets, nothing merged."""

import pytest

from plans.formats.listed import listed
from plans.read import read

HEADER = '"ID","Type","Plan Ref","Objective","Action","Lead","Supported By","Target date","Funding"'
ROWS = (
    '"7","Folder","","Water","","","","",""',
    '"12","Item","WB 1","Water","Mend the weir – all of it","Ada Quill",'
    '"[""Tree Wardens"",""Bo\'s Yard""]","May 2027","£400"',
    '"13","Item","WB 2","Water","Fence the beck","","","June 2027",""',
    '"19","Item","WB 3","Paths","Gravel the lane","Bo Tarn","","July 2027",""',
    '"20","Item","WB 4","Paths","Light the lane","Cy Dunn","","August 2027",""',
)
EXPORT = "\r\n".join((HEADER, *ROWS)) + "\r\n"


def test_the_reference_is_the_plans_own_and_not_the_programs():
    actions = read("list.csv", EXPORT.encode()).actions

    assert [each.ref for each in actions] == ["WB1", "WB2", "WB3", "WB4"]
    assert actions[0].support == ("Tree Wardens", "Bo's Yard")


def test_a_reference_that_is_the_same_for_all_is_of_the_plan():
    text = "ID,Plan ref,Action,Lead,Target date\n" + "".join(
        f"{at},HARBOUR-27,{words},Ada Quill,May 2027\n"
        for at, words in ((4, "Dig"), (5, "Fill"), (9, "Plant"))
    )
    assert [each.ref for each in read("list.csv", text.encode()).actions] == ["4", "5", "9"]


def test_where_each_row_names_its_group_a_blank_cell_is_blank():
    first, second, *_ = read("list.csv", EXPORT.encode()).actions

    assert (first.owners, first.resource) == (("Ada Quill",), "£400")
    assert (second.owners, second.resource) == ((), "")


def test_where_the_group_is_merged_a_blank_cell_goes_on_from_above():
    header = "Objective,Action,Lead,By when\n"
    text = f"{header}Water,Mend the weir,Ada Quill,May 2027\n,Fence it,,June 2027\n"
    _, second = read("plan.csv", text.encode()).actions

    assert second.owners == ("Ada Quill",)


@pytest.mark.parametrize(
    ("value", "read_as"),
    [
        ('["Ada Quill","Tree Wardens"]', "Ada Quill; Tree Wardens"),
        ("Ada Quill;#14;#Bo Tarn;#9", "Ada Quill; Bo Tarn"),
        (";#Parks;#Streets;#", "Parks; Streets"),
        ('["a", 4]', '["a", 4]'),
        ("[to be agreed]", "[to be agreed]"),
        ("Item #4; item #5", "Item #4; item #5"),
    ],
)
def test_choices_are_parted(value: str, read_as: str):
    assert listed(value) == read_as


def test_lines_in_another_encoding_are_read_by_their_own_and_said_in_the_receipt():
    lines = EXPORT.encode().split(b"\r\n")
    lines[2] = lines[2].decode().encode("cp1252")
    lines[4] = lines[4].replace(b"Gravel", "Gravel – all –".encode())
    document = read("list.csv", b"\xef\xbb\xbf" + b"\r\n".join(lines))

    assert document.actions[0].text == "Mend the weir – all of it"
    assert document.actions[0].resource == "£400"
    assert document.actions[2].text == "Gravel – all – the lane"
    (note,) = (each for each in document.notes if each.code == "encodings-mixed")
    assert "line 3" in note.message


def test_a_stage_keeps_the_bracket_that_ends_its_name():
    stages = "Stage 1 (banks) 30 May 2027; Stage 2 (mill) 30 June 2027"
    text = f"Action,Lead,By when\nSow,Ada Quill,{stages}\n"
    (action,) = read("plan.csv", text.encode()).actions

    assert [each.label for each in action.due.milestones] == ["Stage 1 (banks)", "Stage 2 (mill)"]
