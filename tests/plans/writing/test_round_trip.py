"""What is written of a plan reads back to the same actions, whatever kind of file it is."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import load_workbook

from domain.events import ActionState, Tracked, at_first
from domain.work import Action, Due, DueKind, Every, Milestone, Period, Plan, Source, Status
from plans.document import PlanDocument
from plans.read import read
from plans.writing.columns import HEADINGS
from plans.writing.write import Form, written
from tests.builders import NOW, a_plan, an_action, by
from tests.shared import SHARED, needs_shared

PERIOD = Period(start=date(2031, 4, 1), end=date(2034, 3, 31))
ENDINGS = {Form.JSON: "jsonl"}
TABULAR = [Form.CSV, Form.XLSX, Form.DOCX]
AUTUMN = by(date(2031, 9, 30))


def back(form: Form, plan: Plan, *tracked: Tracked) -> PlanDocument:
    return read(f"plan.{ENDINGS.get(form, form)}", written(form, plan, tracked))


def as_read(action: Action) -> Action:
    """Without where it stood: that is another place in another file."""
    return action.model_copy(update={"source": Source()})


def new(*actions: Action) -> list[Tracked]:
    return [Tracked(action=each, state=at_first(each)) for each in actions]


PLAIN = an_action(due=AUTUMN, due_text="September 2031")
ACTIONS = {
    "plain": (PLAIN,),
    "nobody below somebody": (PLAIN, an_action(ref="1.2", text="Mend the nets", owners=())),
    "no date": (an_action(due=Due(), due_text=""),),
    "a date that is not one": (an_action(due=Due(), due_text="when the tide is right"),),
    "a date from a column of its own": (
        an_action(
            due=Due(kind=DueKind.WINDOW, start=date(2031, 4, 1), end=date(2031, 9, 30)),
            due_text="September 2031",
        ),
    ),
    "month first": (an_action(due=by(date(2031, 5, 4)), due_text="05/04/2031"),),
    "ongoing": (an_action(due=Due(kind=DueKind.ONGOING), due_text="Ongoing"),),
    "every quarter": (
        an_action(due=Due(kind=DueKind.RECURRING, every=Every.QUARTERLY), due_text="Quarterly"),
    ),
    "stages": (
        an_action(
            due=Due(
                kind=DueKind.BY,
                end=date(2031, 9, 30),
                milestones=(
                    Milestone(label="Survey", end=date(2031, 6, 30)),
                    Milestone(label="Report", end=date(2031, 9, 30)),
                ),
            ),
        ),
    ),
    "several owners, support and groups": (
        an_action(
            owners=("Nia Quill", "Head of Harbours"),
            support=("Sam Tarn", "Lamp Team"),
            partnership_groups=("Harbour Board",),
            due=AUTUMN,
            due_text="September 2031",
        ),
    ),
    "posts with a stroke": (
        an_action(
            owners=("Head of Harbours / Deputy Head of Lamps", "Head of Boats"),
            support=("Head of Nets / Head of Sails",),
        ),
    ),
    "what success is": (
        an_action(success=("Nobody stumbles", "90% of lamps lit"), resource="£2,000 a year"),
    ),
    "a status of its own words": (
        an_action(status=Status.AT_RISK, status_text="Amber, waiting for the crane"),
    ),
    "a status of a colour": (an_action(status=Status.DELAYED),),
    "formulas": (
        an_action(text="=cmd|' /C calc'!A0 is what the sheet said", resource="@sum(1;2)"),
    ),
    "references that are no numbers": tuple(
        an_action(ref=ref, text=f"Walk path {n}") for n, ref in enumerate(("2.1", "2.10", "LG2"))
    ),
    "sections and groups": tuple(
        an_action(ref=f"{n}.1", section=section, group=group, text=f"Walk path number {n}")
        for n, (section, group) in enumerate(
            [("Feeling Safe", "1. Lanterns"), ("Feeling Safe", "2. Boats"), ("Doing Well", None)], 1
        )
    ),
}


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("kind", ACTIONS)
def test_it_reads_back_to_the_same_actions(form, kind):
    actions = ACTIONS[kind]
    found = back(form, a_plan(period=PERIOD), *new(*actions)).actions

    for action, read_as in zip(actions, found, strict=True):
        same = as_read(action)
        if form in TABULAR:  # the date may be put in plainer words
            same = same.model_copy(update={"due_text": read_as.due_text})
            if not action.status_text and action.status:
                same = same.model_copy(update={"status_text": action.status.words})
        assert as_read(read_as) == same


@pytest.mark.parametrize("form", TABULAR)
def test_the_title_and_the_days_of_the_plan_come_back(form):
    document = back(form, a_plan(title="Harbour Action Plan", period=PERIOD), *new(PLAIN))

    assert (document.title, document.period) == ("Harbour Action Plan", PERIOD)


@pytest.mark.parametrize("form", TABULAR)
@pytest.mark.parametrize("status", Status)
def test_what_was_said_since_is_the_status_that_is_written(form, status):
    state = ActionState(
        status=status,
        first=date(2031, 9, 30),
        accepted=date(2031, 9, 30),
        forecast=date(2031, 12, 24),
        words="=waiting for the crane",
        by="Nia Quill",
        at=NOW,
    )
    content = written(form, a_plan(), [Tracked(action=PLAIN, state=state)])
    [action] = read(f"plan.{form}", content).actions

    assert as_read(action) == as_read(PLAIN).model_copy(
        update={"status": status, "status_text": status.words}
    )


def test_the_sheet_says_who_said_what_and_when():
    state = at_first(PLAIN).model_copy(
        update={"forecast": date(2031, 12, 24), "words": "late", "by": "Nia Quill", "at": NOW}
    )
    text = written(Form.CSV, a_plan(), [Tracked(action=PLAIN, state=state)]).decode("utf-8-sig")

    assert ",".join(HEADINGS) in text
    assert "2031-09-30,2031-09-30,2031-12-24,late,Nia Quill,2031-05-14" in text


def test_no_cell_of_a_workbook_is_a_formula():
    content = written(Form.XLSX, a_plan(title="=1+1"), new(*ACTIONS["formulas"]))
    cells = [
        cell
        for row in load_workbook(io.BytesIO(content)).worksheets[0].iter_rows()
        for cell in row
        if cell.value is not None
    ]

    assert {cell.data_type for cell in cells} <= {"s", "d"}
    assert all(cell.quotePrefix for cell in cells if cell.data_type == "s")


@pytest.mark.parametrize("form", [Form.CSV, Form.DOCX, Form.JSON])
def test_the_same_plan_is_the_same_file(form):
    assert written(form, a_plan(), new(PLAIN)) == written(form, a_plan(), new(PLAIN))


def test_markup_is_only_text_in_a_document():
    content = written(Form.DOCX, a_plan(title="<w:p/> & co"), new(PLAIN))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"&lt;w:p/&gt; &amp; co" in archive.read("word/document.xml")


words = some.text(some.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Z"]))
rows = some.builds(
    an_action,
    text=words.filter(bool),
    group=some.none() | words,
    due_text=words,
    owners=some.lists(words, max_size=3).map(tuple),
    resource=words,
)


@given(action=rows)
def test_any_action_survives_json(action):
    [found] = back(Form.JSON, a_plan(), *new(action)).actions

    assert as_read(found) == action


@settings(max_examples=50, deadline=None)
@given(
    texts=some.lists(words, min_size=1, max_size=4),
    form=some.sampled_from(TABULAR),
)
def test_whatever_is_in_the_cells_the_file_is_written(texts, form):
    actions = [
        an_action(ref=f"{n}", text=f"Walk {text}", resource=text, group=text, owners=(text,))
        for n, text in enumerate(texts, 1)
    ]

    assert written(form, a_plan(title="\x00 \x0b title"), new(*actions))


@needs_shared
@pytest.mark.parametrize("form", Form)
def test_real_plans_come_back_whole(form):
    for file in sorted((SHARED / "seeds").glob("*.txt")):
        document = read(file.name, file.read_bytes())
        plan = a_plan(title=document.title, period=document.period)
        found = back(form, plan, *new(*document.actions)).actions

        assert [each.ref for each in found] == [each.ref for each in document.actions]
        same = [
            (a.text, a.owners, a.support, a.due.deadline, a.status, a.section, a.group, a.success)
            == (
                b.text,
                b.owners,
                b.support,
                b.due.deadline,
                b.status,
                b.section,
                b.group,
                b.success,
            )
            for a, b in zip(document.actions, found, strict=True)
        ]
        assert sum(same) >= 0.98 * len(same), file.name
