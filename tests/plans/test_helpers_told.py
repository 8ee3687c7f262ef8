"""Where one cell names leads and helpers, the plan or the column says how they are told apart."""

import pytest

from plans.meaning.helpers_told import Way, way_in_header, way_of_helpers
from plans.rows import Line
from tests.plans.reading import plan_in


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("The lead is printed first; those who help are in brackets.", Way.BRACKETS),
        ("Supporting officers are shown in brackets.", Way.BRACKETS),
        ("Partners in brackets.", Way.BRACKETS),
        ("Names in brackets. Round brackets show partners.", Way.BRACKETS),
        ("The lead is in bold and the partners who help are below it.", Way.BELOW),
        ("The responsible officer is on the first line.", Way.BELOW),
        ("The lead agency is listed first.", Way.FIRST),
        ("Where several are given, the first named is the lead.", Way.FIRST),
        ("The first officer named leads.", Way.FIRST),
        # of something else
        ("The lead partners are listed below.", None),
        ("The lead agencies and their partners are set out below.", None),
        ("Figures for other districts are in brackets.", None),
        ("The cost to partners is shown in brackets.", None),
        ("The lead officer will be rung up first.", None),
        ("Partners met in May. The leads are in brackets.", None),
        ("What matters most is put first.", None),
    ],
)
def test_a_plan_says_how_helpers_are_told(said: str, way: Way | None):
    assert way_of_helpers([Line(said)]) == way


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("Lead (and partners)", Way.BRACKETS),
        ("Lead officer (supported by)", Way.BRACKETS),
        ("Who (partners in brackets)", Way.BRACKETS),
        ("Lead / Support", Way.STROKE),
        ("Lead officer/Partners", Way.STROKE),
        ("Lead", None),
        ("Lead (name and post)", None),
        ("Owner / Date", None),
    ],
)
def test_a_header_says_how_helpers_are_told(name: str, way: Way | None):
    assert way_in_header(name) == way


def told(prose: str, header: str, *cells: str) -> list[str]:
    rows = "\n".join(f"| Do {at} | {cell} | May 2027 |" for at, cell in enumerate(cells))
    text = f"# Plan\n\n{prose}\n\n| Action | {header} | By when |\n|---|---|---|\n{rows}\n"
    actions = plan_in(text).actions
    return [f"{' + '.join(each.owners)} | {' + '.join(each.support)}" for each in actions]


BRACKETED = (
    "Harbour Master (Tide Office)",
    "Ada Quill",
    "Bo Tarn & Lock Keeper (Weir Trust)",
    "Water Rescue Service (WRS)",
    "Tide Office (tides and charts)",
    "Ada Quill (Chair)",
)


@pytest.mark.parametrize(
    ("prose", "header"),
    [("", "Lead (and partners)"), ("Those who help are in brackets.", "Who")],
)
def test_those_in_brackets_help(prose: str, header: str):
    assert told(prose, header, *BRACKETED) == [
        "Harbour Master | Tide Office",
        "Ada Quill | ",
        "Bo Tarn + Lock Keeper | Weir Trust",
        "Water Rescue Service (WRS) | ",
        "Tide Office (tides and charts) | ",
        "Ada Quill (Chair) | ",
    ]


def test_brackets_of_which_nothing_is_said_stay_with_the_name():
    assert told("", "Lead", BRACKETED[0]) == ["Harbour Master (Tide Office) | "]


def test_those_below_help():
    said = "The lead is shown in bold and those who help are below it."
    assert told(said, "Who", "Ada Quill<br>Tide Office<br>Weir Trust", "Bo Tarn; Tide Office") == [
        "Ada Quill | Tide Office + Weir Trust",
        "Bo Tarn + Tide Office | ",
    ]


def test_those_after_the_first_help():
    said = "The lead is always named first."
    assert told(said, "Who", "Ada Quill, Bo Tarn, Cy Dunn", "Bo Tarn") == [
        "Ada Quill | Bo Tarn + Cy Dunn",
        "Bo Tarn | ",
    ]


def test_one_stroke_parts_as_the_one_in_the_header_does():
    assert told(
        "", "Lead / Support", "Ada Quill / Bo Tarn", "Cy Dunn", "A Lee / B Ash / C Elm"
    ) == [
        "Ada Quill | Bo Tarn",
        "Cy Dunn | ",
        "A Lee + B Ash + C Elm | ",
    ]


def test_labels_say_more_than_the_place():
    said = "Those who help are below the lead."
    assert told(said, "Who", "Ada Quill<br>Lead: Bo Tarn") == ["Ada Quill + Bo Tarn | "]
