"""Lines and headings over groups that have labels: sections, and the bodies that answer."""

import pytest

from plans.read import read
from tests.plans.reading import places, plan_in, table_of

PARTS = ("Clean water", "Priority: The basin", "Priority: The beck", "Quiet nights")


@pytest.mark.parametrize("answers", ["", "Accountable group: Quay Board\n\n"])
@pytest.mark.parametrize("name", ["plan.txt", "plan.csv"])
def test_lines_over_labelled_groups_are_sections(name: str, answers: str):
    table = "Action,Who,By when\n{},Ada Quill,May 2027\nPaint it,Ada Quill,June 2027\n\n"
    water, basin, beck, nights = (f"{part}\n\n" for part in PARTS)
    text = (
        f"Harbour Quarter Plan\n\n{water}{basin}{answers}{table.format('Dredge it')}"
        f"{beck}{answers}{table.format('Fence it')}"
        f"{nights}Priority: The quay\n\n{answers}{table.format('Move the taxi rank')}"
    )
    tabbed = text.replace(",", "\t") if name == "plan.txt" else text
    document = read(name, tabbed.encode())
    assert places(document.actions)[::2] == [
        "1.1 | Clean Water | Priority: The basin",
        "2.1 | Clean Water | Priority: The beck",
        "3.1 | Quiet Nights | Priority: The quay",
    ]
    bodies = ("Quay Board",) if answers else ()
    assert {each.partnership_groups for each in document.actions} == {bodies}


def test_remarks_before_some_groups_are_no_sections():
    table = "Action\tWho\tBy when\nFence it\tBo Tarn\tMay 2027\n\n"
    text = (
        f"Harbour Quarter Plan\n\nPriority: The basin\n\n{table}"
        f"We asked for more\n\nPriority: The beck\n\n{table.replace('Fence', 'Dredge')}"
        f"We asked again\n\nPriority: The quay\n\n{table.replace('Fence', 'Light')}"
    )
    actions = read("plan.txt", text.encode()).actions
    assert [each.section for each in actions] == [None, None, None]


@pytest.mark.parametrize(
    "over",
    ["Overseen by: Water Board", "Governance: Water Board", "Accountable group: Water Board"],
)
def test_a_group_may_say_which_body_answers_for_it(over: str):
    document = plan_in(
        f"Finding 1: The basin is full of silt.\n\n{over}\n\n"
        f"{table_of('Dredge it', 'Fence it')}\n\n"
        f"Finding 2: The quay is dark.\n\n{table_of('Light it')}"
    )
    bodies = [each.partnership_groups for each in document.actions]
    assert bodies == [("Water Board",), ("Water Board",), ()]
    assert [each.group for each in document.actions][1:] == [
        "Finding 1: The basin is full of silt.",
        "Finding 2: The quay is dark.",
    ]


def test_a_theme_called_governance_is_no_body():
    document = plan_in(
        f"# Harbour plan\n\n## Governance: Deciding well\n\n{table_of('Meet monthly')}\n\n"
        f"## Oversight: Seeing clearly\n\n{table_of('Walk round')}"
    )
    assert [each.partnership_groups for each in document.actions] == [(), ()]
    assert [each.section for each in document.actions] == [
        "Governance: Deciding Well",
        "Oversight: Seeing Clearly",
    ]


def test_what_is_listed_under_how_we_will_know_is_success():
    parts = ("Finding 1: Brown water", "How we will know", "- Fish are seen\n- Nobody falls ill")
    document = read("plan.md", "\n\n".join((*parts, table_of("Dredge it"))).encode())
    assert document.actions[0].success == ("Fish are seen", "Nobody falls ill")


IN_PARTS = """<h1>Canal plan</h1><h2>Part One: Towpath</h2>
    <table><tr><th>Objective<th>No.<th>Action<th>Lead<th>By when
    <tr><td colspan=5>MILL END
    <tr><td rowspan=2>Objective 1 Dry feet<td>1.1<td>Gravel it<td>Ada Quill<td>May 2027
    <tr><td>1.2<td>Drain it<td>Bo Tarn<td>June 2027
    <tr><td colspan=5>LOCK GATES
    <tr><td>Objective 2 No leaks<td>2.1<td>Tar them<td>Ada Quill<td>May 2027</table>
    <h2>Part Two: Water</h2><h3>Fish</h3>
    <table><tr><th>No.<th>Action<th>Lead<th>By when
    <tr><td colspan=4>Objective 3: More bream
    <tr><td>3.1<td>Count them<td>Bo Tarn<td>June 2027</table>"""


def test_what_divides_a_part_further_is_a_section_where_groups_have_names_besides():
    actions = read("plan.html", IN_PARTS.encode()).actions

    assert [f"{each.ref} {each.section} | {each.group}" for each in actions] == [
        "1.1 Mill End | Objective 1 Dry feet",
        "1.2 Mill End | Objective 1 Dry feet",
        "2.1 Lock Gates | Objective 2 No leaks",
        "3.1 Fish | Objective 3: More bream",
    ]


def test_a_part_that_only_groups_divide_is_a_section():
    html = IN_PARTS.replace("<tr><td colspan=5>MILL END", "").replace("<h3>Fish</h3>", "")
    actions = read("plan.html", html.replace("<tr><td colspan=5>LOCK GATES", "").encode()).actions

    assert [each.section for each in actions] == ["Towpath", "Towpath", "Towpath", "Water"]


@pytest.mark.parametrize("name", ["plan.txt", "plan.csv"])
@pytest.mark.parametrize("parts", ["AB", "12"])
def test_rows_with_the_letter_or_number_of_a_part_name_it_in_any_column(name: str, parts: str):
    first, second = parts
    dot = "." if first.isdigit() else ""
    rows = (
        f"No.,Lead,Task,By when\n{first},Clean Water,,\n"
        f"{first}{dot}1,Ada Quill,Dredge it,May 2027\n"
        f"{first}{dot}2,Bo Tarn,Fence it,June 2027\n{second},Quiet Nights,,\n"
        f"{second}{dot}1,Ada Quill,Move the taxi rank,July 2027\n"
    )
    text = rows.replace(",", "\t") if name == "plan.txt" else rows
    actions = read(name, text.encode()).actions
    assert [(each.ref, each.section, each.owners) for each in actions] == [
        (f"{first}{dot}1", "Clean Water", ("Ada Quill",)),
        (f"{first}{dot}2", "Clean Water", ("Bo Tarn",)),
        (f"{second}{dot}1", "Quiet Nights", ("Ada Quill",)),
    ]


@pytest.mark.parametrize("label", ["Service area", "Policy Area", "Portfolio", "Directorate"])
def test_a_part_of_the_council_over_the_aims_is_their_section(label: str):
    table = "Steps\tWho\tBy when\n{}\tAda Quill\tMay 2027\n\n"
    text = "".join(
        f"{label}: {part}\nAim: {aim}\n{table.format(task)}"
        for part, aim, task in (
            ("Clean Water", "A basin to swim in", "Dredge it"),
            ("Clean Water", "A beck to walk by", "Fence it"),
            ("Quiet Nights", "A quay to sleep on", "Move the taxi rank"),
        )
    )
    actions = read("plan.txt", text.encode()).actions
    assert [each.section for each in actions] == ["Clean Water", "Clean Water", "Quiet Nights"]


@pytest.mark.parametrize(
    "label",
    [
        "Main finding about the quay",
        "Key line of enquiry",
        "Area for improvement",
        "Lesson learned",
    ],
)
@pytest.mark.parametrize("numbers", [("1:", "2:"), ("1 –", "2 –"), ("A:", "B:"), ("one:", "two:")])
def test_a_phrase_with_a_number_may_label_a_group(label: str, numbers: tuple[str, str]):
    row = "{}\t{}\t{}\tMay 2027\n"
    header = "Ref\tAction\tWho\tBy when\n"
    text = (
        "Harbour Quarter Plan\n\n"
        f"{label} {numbers[0]} The basin is full of silt.\n\n"
        f"{header}{row.format('1a', 'Dredge it', 'Ada Quill')}{row.format('1b', 'Fence it', '')}\n"
        f"{label} {numbers[1]} The quay is dark.\n\n"
        f"{header}{row.format('2a', 'Light it', '')}{row.format('2b', 'Sweep it', 'Bo Tarn')}"
    )
    actions = read("plan.txt", text.encode()).actions
    assert places(actions)[::2] == [
        f"1a | - | {label} {numbers[0]} The basin is full of silt.",
        f"2a | - | {label} {numbers[1]} The quay is dark.",
    ]
    assert [each.owners for each in actions] == [("Ada Quill",), ("Ada Quill",), (), ("Bo Tarn",)]


@pytest.mark.parametrize(
    "line",
    [
        "Spend by month 3: the whole grant",
        "See objective 4: the two go together",
        "in the area 2: what we heard",
        "Members met in room 3: nobody was late",
    ],
)
def test_other_lines_with_a_number_label_no_group(line: str):
    text = f"Harbour Quarter Plan\n\n{line}\n\nAction\tWho\tBy when\nFence it\tBo Tarn\tMay 2027\n"
    assert [each.group for each in read("plan.txt", text.encode()).actions] == [None]


@pytest.mark.parametrize(
    "label", ["Theme group", "Outcome group", "Priority board", "Working group", "Sub-group"]
)
@pytest.mark.parametrize("names", ["Quay Board.", "Basin Sub-group; Lamps and Locks Forum"])
def test_the_bodies_of_a_part_are_not_its_name(label: str, names: str):
    document = plan_in(
        f"# Harbour plan\n\n## 3 Theme 1: Clean water\n\n*{label}: {names}*\n\n"
        f"{table_of('Dredge it', 'Fence it')}\n\n"
        f"## 4 Theme 2: Quiet nights\n\n*{label}: Night Panel*\n\n{table_of('Move the rank')}"
    )
    assert [each.section for each in document.actions] == [
        "Clean Water",
        "Clean Water",
        "Quiet Nights",
    ]
    assert document.actions[2].partnership_groups == ("Night Panel",)


def test_an_outcome_group_without_a_body_is_a_section():
    document = plan_in(
        f"# Harbour plan\n\nOutcome group: Clean water\n\n{table_of('Dredge it')}\n\n"
        f"Outcome group: Quiet nights\n\n{table_of('Move the rank')}"
    )
    assert [each.section for each in document.actions] == ["Clean Water", "Quiet Nights"]
