"""A row over the header of its own table says what this table is about, where each says its own."""

import pytest

from tests.plans.reading import places, plan_in

HEADER = "<tr><td>Action</td><td>Lead</td><td>By when</td></tr>"


def table(*titles: str, action: str) -> str:
    over = "".join(f'<tr><td colspan="3">{title}</td></tr>' for title in titles)
    row = f"<tr><td>{action}</td><td>Ada Quill</td><td>May 2027</td></tr>"
    return f"<table>{over}{HEADER}{row}</table>"


@pytest.mark.parametrize(
    ("titles", "refs"),
    [
        # with codes of their own, sentences though they are
        (
            ["WQ1 The harbour must know at all times how clean its water is.", "WQ2 Silt must go."],
            ["WQ1.1", "WQ2.1"],
        ),
        (["The harbour must know how clean its water is.", "Silt must go."], ["1.1", "2.1"]),
        (["Recommendation 4: Silt must go.", "Recommendation 7: Ask the anglers."], ["4.1", "7.1"]),
    ],
)
def test_titles_of_tables_name_the_groups_under_a_heading(titles: list[str], refs: list[str]):
    first, second = titles
    tables = table(first, action="Test it") + table(second, action="Dredge the basin")
    found = plan_in(f"<h1>Plan</h1><h2>Clean water</h2>{tables}", "plan.html")
    assert places(found.actions) == [
        f"{refs[0]} | Clean Water | {first}",
        f"{refs[1]} | Clean Water | {second}",
    ]


def test_a_title_that_every_table_has_names_no_group():
    tables = "".join(table("Harbour tasks", action=each) for each in ("Test it", "Dredge"))
    found = plan_in(f"<h1>Plan</h1><h2>Clean water</h2>{tables}", "plan.html")
    assert "Harbour tasks" not in {each.group for each in found.actions[:1]}


def test_what_stands_below_the_title_is_said_about_it():
    tables = "".join(
        table(f"Objective {at}: {name}", f"Report paragraphs {at}1, {at}4", action=f"Mend {name}")
        for at, name in enumerate(("The weir", "The quay", "The lock"), 1)
    )
    found = plan_in(f"<h1>Plan</h1><h2>Clean water</h2>{tables}", "plan.html")
    assert places(found.actions) == [
        "1.1 | Clean Water | Objective 1: The weir",
        "2.1 | Clean Water | Objective 2: The quay",
        "3.1 | Clean Water | Objective 3: The lock",
    ]
