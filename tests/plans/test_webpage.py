"""Plans as web pages, tidy or not, and as programs save them under other names."""

import pytest

from domain.work import Status
from plans.formats.tags import tokens_of
from plans.read import read

HEADER = "<tr><th>Action<th>Lead<th>By when"
ROW = "<tr><td>Dig a pond<td>Bo Tarn<td>June 2027"


def shown(html: str, name: str = "plan.html") -> list[tuple[str, tuple[str, ...], str]]:
    actions = read(name, html.encode()).actions
    return [(each.text, each.owners, each.due_text) for each in actions]


POND = ("Dig a pond", ("Bo Tarn",), "June 2027")


@pytest.mark.parametrize(
    "html",
    [
        f"<table>{HEADER}{ROW}</table>",
        f"<TABLE><TBODY>{HEADER.upper()}{ROW}</TBODY></TABLE>",
        f"<!-- <table> --><script>if (a<b) {{'<td>'}}</script><table>{HEADER}{ROW}",
        f"<table><tr><td>Menu<td><table>{HEADER}{ROW}</table></table>",
        f"<!DOCTYPE html><table>{HEADER}<tr class='a' data-b=c><td>Dig&nbsp;a <b>pond</b>"
        "<td>Bo&#32;Tarn<td>June\n2027</table>",
    ],
    ids=["unclosed", "capitals", "comments and scripts", "a layout", "entities"],
)
def test_every_way_to_write_a_table_is_read(html: str):
    assert shown(html) == [POND]


def test_a_page_under_the_name_of_a_spreadsheet_is_a_page():
    assert shown(f"<html><table>{HEADER}{ROW}</table>", "plan.xls") == [POND]


def test_cells_over_several_rows_and_columns():
    html = (
        f"<table>{HEADER}<th>RAG<tr><td colspan=4>Theme: Staying well"
        "<tr><td>Dig a pond<td rowspan=2>Bo Tarn<td>June 2027<td style='background:#00B050'>"
        "<tr><td>Fill it<td>July 2027<td bgcolor=red></table>"
    )
    actions = read("plan.html", html.encode()).actions

    assert [(each.section, each.owners, each.status) for each in actions] == [
        ("Staying Well", ("Bo Tarn",), Status.ON_TRACK),
        ("Staying Well", ("Bo Tarn",), Status.DELAYED),
    ]


def test_struck_dates_lists_and_breaks_in_cells():
    html = (
        f"<table>{HEADER}<tr><td>Dig a pond:<ul><li>ask<li>pay</ul><td>Bo Tarn"
        "<td><del>May 2026</del> June 2027</table>"
    )
    assert shown(html) == [("Dig a pond: ask; pay", ("Bo Tarn",), "June 2027")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a &amp; b</P>", ["+p", "a & b", "-p"]),
        ("<b>1.1&#8203;</b>&nbsp;a", ["+b", "1.1", "-b", " a"]),
        ("a < b", ["a ", "<", " b"]),
        ("<!-- never closed <p>", []),
        ("<style>p {}</STYLE><br/>", ["-style", "+br"]),
        ("<td", ["<", "td"]),
    ],
)
def test_tags_are_told_from_text(html: str, expected: list[str]):
    found = [
        f"+{token.opens}" if token.opens else f"-{token.closes}" if token.closes else token.text
        for token in tokens_of(html)
    ]
    assert found == expected


def test_a_list_of_terms_under_a_heading_is_an_action():
    html = """<h1>Harbour homes plan</h1><h2>Objective one: Warm homes</h2>
        <article><h3>Action 1.1</h3><p>Visit each tenant</p><dl>
        <dt>Responsible</dt><dd>Bo Tarn; Ada Quill</dd><dt>Working with</dt><dd>Fire service</dd>
        <dt>Deadline</dt><dd><ul><li>Quay: May 2027</li><li>Hill: June 2027</li></ul></dd>
        <dt>Progress</dt><dd><span>On track</span></dd>
        <dt>What success looks like</dt><dd><p>Half are visited</p></dd></dl></article>
        <article><h3>Action 1.2</h3><p>Write to owners</p>
        <dl><dt>Responsible</dt><dd>Cy Dunn</dd><dt>Deadline</dt><dd>Each year</dd></dl></article>
        <h2>Glossary</h2><dl><dt>Deeds</dt><dd>What an owner has.</dd></dl>"""
    first, second = read("plan.html", html.encode()).actions

    assert (first.ref, first.section, first.text) == ("1.1", "Warm Homes", "Visit each tenant")
    assert (first.owners, first.support) == (("Bo Tarn", "Ada Quill"), ("Fire service",))
    assert [stage.label for stage in first.due.milestones] == ["Quay", "Hill"]
    assert (first.status, first.success) == (Status.ON_TRACK, ("Half are visited",))
    assert (second.ref, second.owners, second.due_text) == ("1.2", ("Cy Dunn",), "Each year")
