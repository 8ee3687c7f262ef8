"""Plans in Markdown, in the ways that people and programs write it."""

from plans.read import read


def shown(text: str) -> list[tuple[str, str | None, str, str]]:
    plan = read("plan.md", text.encode())
    return [
        (each.text, each.section, ", ".join(each.owners), each.due_text) for each in plan.actions
    ]


TABLE = "| Action | Lead | By when |\n|---|---|---|\n| Dig a pond | Bo Tarn | June 2027 |\n"


def test_columns_lined_up_with_spaces_are_read_by_their_pipes():
    text = (
        "| Action      | Lead     | By when   |\n"
        "| ----------- | :------: | --------: |\n"
        "| Dig a pond  | Bo Tarn  | June 2027 |\n"
        "| Fill it     | Ada Quill| July 2027 |\n"
    )
    assert shown(text) == [
        ("Dig a pond", None, "Bo Tarn", "June 2027"),
        ("Fill it", None, "Ada Quill", "July 2027"),
    ]


def test_pipes_at_the_ends_may_be_left_out():
    text = "Action | Lead | By when\n--- | --- | ---\nDig a pond | Bo Tarn | June 2027\n"
    assert shown(text) == [("Dig a pond", None, "Bo Tarn", "June 2027")]


def test_underlined_headings_are_headings():
    text = (
        f"Harbour Plan\n============\n\nStaying well\n------------\n\n{TABLE}\n"
        f"Getting on\n----------\n\n{TABLE}"
    )
    assert [section for _, section, *_ in shown(text)] == ["Staying Well", "Getting on"]


def test_links_code_and_emphasis_are_only_looks():
    text = TABLE.replace("Dig a pond", "Dig a *wide* `pond` by **May**").replace(
        "Bo Tarn", "[Bo Tarn](mailto:bo@harbour.example)"
    )
    assert shown(text)[0][:3] == ("Dig a wide pond by May", None, "Bo Tarn")


def test_breaks_and_bullets_in_a_cell_and_struck_dates_are_understood():
    text = TABLE.replace("Dig a pond", "Dig a pond:<br>• ask<br>• pay").replace(
        "June 2027", "~~May 2026~~ June 2027"
    )
    assert shown(text) == [("Dig a pond: ask; pay", None, "Bo Tarn", "June 2027")]


def test_a_pipe_that_is_escaped_is_text():
    assert shown(TABLE.replace("Dig a pond", r"Dig \| fill"))[0][0] == "Dig | fill"


def test_tables_written_as_html_are_read_where_they_stand():
    html = (
        "<table>\n<tr><th>Action</th><th>Lead</th><th>By when</th></tr>\n"
        "<tr>\n<td>Dig a pond</td>\n<td>Bo Tarn</td>\n<td>June 2027</td>\n</tr>\n</table>\n"
    )
    plan = read("plan.md", f"# Harbour Plan\n\n## Staying well\n\n{html}".encode())

    (action,) = plan.actions
    assert (action.text, action.section) == ("Dig a pond", "Staying Well")
    assert action.source.line == 7


def test_settings_at_the_top_give_the_title_and_no_more():
    text = f"---\ntitle: Harbour Plan 2026-2028\nlayout: wide\n---\n\n{TABLE}"
    plan = read("plan.md", text.encode())

    assert plan.title == "Harbour Plan 2026-2028"
    assert plan.actions[0].source.line == 8
