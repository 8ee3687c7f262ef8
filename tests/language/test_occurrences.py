"""Work that comes round is complete for the period that is named; where that is unclear, we ask."""

from datetime import date, datetime

import pytest

from domain.events import Tracked, at_first
from domain.intents import Decision, Reading, Update
from domain.people import LONDON
from domain.work import Action, Due, DueKind, Every, Plan, Status
from language.message import Awaited, Message, Speaker
from language.references.known import KnownPlan
from language.understand import understand

NOW = datetime(2027, 6, 20, 9, 30, tzinfo=LONDON)
LINES = (
    ("5.1", "Count the moorings", Due(kind=DueKind.RECURRING, every=Every.MONTHLY)),
    ("5.2", "Publish the tide tables", Due(kind=DueKind.RECURRING, every=Every.QUARTERLY)),
    ("5.3", "Review the byelaws", Due(kind=DueKind.RECURRING, every=Every.ANNUALLY)),
    ("5.4", "Test the siren", Due(kind=DueKind.RECURRING, every=Every.WEEKLY)),
    ("5.5", "Rebuild the slipway", Due(kind=DueKind.BY, end=date(2027, 8, 31))),
)
ACTIONS = [Action(ref=ref, text=text, due=due, owners=("Mara Quill",)) for ref, text, due in LINES]
MARA = Speaker(name="Mara Quill", own=frozenset(each.ref for each in ACTIONS))


def read(
    text: str,
    now: datetime = NOW,
    done: frozenset[str] = frozenset(),
    read_at: datetime | None = None,
) -> Reading:
    states = {each.ref: at_first(each).model_copy(update={"done": done}) for each in ACTIONS}
    tracked = [Tracked(action=each, state=states[each.ref]) for each in ACTIONS]
    plan = KnownPlan.of(Plan(key="p", title="P", read_at=read_at), tracked)
    return understand(Message(text=text, now=now), plan, MARA)


def told(reading: Reading) -> list[tuple[str, str | None]]:
    return [(each.ref, each.milestone) for each in reading.intents if isinstance(each, Update)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("5.1 done", "May 2027"),
        ("5.1 done yesterday", "May 2027"),
        ("5.1 March done", "March 2027"),
        ("5.1 done for April", "April 2027"),
        ("5.1 March's count done", "March 2027"),
        ("5.1 done (March)", "March 2027"),
        ("5.1 done - March", "March 2027"),
        ("5.1 done for this month", "June 2027"),
        ("5.1 done for the month of May", "May 2027"),
        ("5.1 done for March 2026", "March 2026"),
        ("5.1 signed off on 10 June for April", "April 2027"),
        ("5.1 done. The March board has it.", "May 2027"),
        ("5.2 done for this quarter", "April to June 2027"),
        ("5.2 done for Q3", "October to December 2026"),
        ("5.3 done for 2026/27", "the year to 31 March 2027"),
        ("5.4 done for last week", "week to 13 June 2027"),
        ("5.4 week ending 6 June done", "week to 6 June 2027"),
        ("5.4 w/c 7 June done", "week to 13 June 2027"),
        ("5.4 week to 13 June done", "week to 13 June 2027"),
    ],
)
def test_the_period_that_is_named_is_the_one_recorded(text: str, label: str):
    reading = read(text)
    assert reading.decision is Decision.APPLY
    (update,) = (each for each in reading.intents if isinstance(each, Update))
    assert (update.status, update.milestone, update.forecast) == (Status.COMPLETE, label, None)
    assert update.note == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.1 March and April done", [("5.1", "March 2027"), ("5.1", "April 2027")]),
        (
            "5.1 March done, 5.2 done for Q4",
            [("5.1", "March 2027"), ("5.2", "January to March 2027")],
        ),
        ("5.1 March done, 5.5 complete", [("5.1", "March 2027"), ("5.5", None)]),
        ("5.5 March done", [("5.5", None)]),
    ],
)
def test_each_has_its_own_period(text: str, expected: list[tuple[str, str | None]]):
    reading = read(text)
    assert (reading.decision, told(reading)) == (Decision.APPLY, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.2 December done", ["October to December 2026"]),
        ("5.1 done for January to March", ["January 2027", "February 2027", "March 2027"]),
        ("5.1 I think March is done", ["March 2027"]),
    ],
)
def test_a_part_of_a_period_and_several_at_once_are_confirmed(text: str, expected: list[str]):
    reading = read(text)
    assert reading.decision is Decision.CONFIRM
    assert [label for _, label in told(reading)] == expected


def test_what_was_done_late_in_the_year_is_hardly_of_the_year_before():
    later = datetime(2027, 11, 10, 9, 30, tzinfo=LONDON)
    reading = read("5.3 done on 8 October", later)
    assert reading.decision is Decision.CONFIRM
    assert told(reading) == [("5.3", "the year to 31 March 2028")]
    assert told(read("5.3 done last week", later)) == [("5.3", "the year to 31 March 2028")]
    assert told(read("5.3 done", later)) == [("5.3", "the year to 31 March 2027")]


def test_what_had_ended_before_the_plan_was_known_is_not_what_is_answered():
    known = datetime(2027, 6, 2, 12, tzinfo=LONDON)
    assert told(read("5.1 done", read_at=known)) == [("5.1", "June 2027")]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("5.1 done in March", ["March 2027", "February 2027"]),
        ("5.1 done March", ["March 2027", "February 2027"]),
        ("5.1 done on 5 March", ["March 2027", "February 2027"]),
        ("5.1 done last month", ["May 2027", "April 2027"]),
        ("5.1 July done", ["July 2027", "July 2026"]),
        ("5.1 done for March 2028", ["May 2027", "June 2027"]),
        ("5.3 done for 2026", ["The year to 31 March 2026", "The year to 31 March 2027"]),
    ],
)
def test_where_the_period_cannot_be_told_it_is_asked_for(text: str, labels: list[str]):
    reading = read(text)
    assert reading.decision is Decision.ASK
    assert [each.label for each in reading.options] == labels
    assert [told_of(each.intents) for each in reading.options] == [
        label[:1].lower() + label[1:] if label.startswith("The") else label for label in labels
    ]


def told_of(intents: object) -> str | None:
    assert isinstance(intents, tuple)
    (update,) = (each for each in intents if isinstance(each, Update))
    return update.milestone


def test_what_is_answered_already_is_not_offered():
    assert told(read("5.1 done in March", done=frozenset(["February 2027"]))) == [
        ("5.1", "March 2027")
    ]


def test_the_month_that_runs_is_no_promise():
    late = datetime(2026, 12, 29, 9, 30, tzinfo=LONDON)
    for month in ("December", "November"):
        reading = read(f"5.1 {month} done", late)
        assert (reading.decision, told(reading)) == (
            Decision.APPLY,
            [("5.1", f"{month} 2026")],
        )


@pytest.mark.parametrize("text", ["5.1 on track", "5.1 amber", "5.1 March not done"])
def test_what_is_not_complete_is_of_no_period(text: str):
    assert [label for _, label in told(read(text))] == [None]


def test_the_month_alone_answers_which():
    asked = Awaited(labels=("March 2027", "February 2027"), plan="p", refs=("5.1",))
    tracked = [Tracked(action=each, state=at_first(each)) for each in ACTIONS]
    plan = KnownPlan.of(Plan(key="p", title="P"), tracked)
    reading = understand(Message(text="February", now=NOW, awaited=asked), plan, MARA)
    (choice,) = reading.intents
    assert choice.kind == "choose" and choice.option == 2
