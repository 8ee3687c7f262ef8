"""planbot preview: what would be sent, without anything being sent or kept."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.bot.conftest import Run

PLAN = """\
Ref,Action,By when,Lead,Partnership group,Status
1.1,Light the harbour path,30 June 2031,Nia Quill,Harbour Board,On track
1.2,Train the keepers,14 June 2031,Nia Quill,Harbour Board,In progress
2.1,Dredge the channel,,Harbour Master,Harbour Board,
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "harbour.csv"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def previewed(planbot: Run, plan: str, *more: str) -> list[dict]:
    span = ["--from", "2031-06-02", "--to", "2031-07-31"]
    ran = planbot("preview", "--plan", plan, *span, "--json", *more)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def to_nia(messages: list[dict]) -> list[tuple[str, str, list[str]]]:
    return [
        (each["at"][:16], each["kind"], each["refs"])
        for each in messages
        if each["to"] == {"person": "Nia Quill"}
    ]


def test_everything_is_told_in_order_with_when_to_whom_and_about_what(planbot, plan):
    messages = previewed(planbot, plan)

    assert to_nia(messages)[:6] == [
        ("2031-06-02T09:15", "reminder", ["1.1"]),
        ("2031-06-06T09:15", "reminder", ["1.2"]),  # a week ahead is Saturday
        ("2031-06-12T09:15", "reminder", ["1.2"]),
        ("2031-06-13T09:15", "reminder", ["1.2"]),  # due on a Saturday
        ("2031-06-19T09:15", "reminder", ["1.1"]),  # two a week are enough
        ("2031-06-20T09:15", "overdue", ["1.2"]),
    ]
    moments = [datetime.fromisoformat(each["at"]) for each in messages]
    assert moments == sorted(moments)
    assert all(each.utcoffset() is not None for each in moments)
    listed = [each["text"] for each in messages if each["kind"] == "escalation"]
    assert any("has no date" in each for each in listed)
    known = {"reminder", "overdue", "escalation", "digest", "round"}
    assert {each["kind"] for each in messages} <= known


def test_what_officers_say_in_between_is_played(planbot, plan, tmp_path):
    answers = tmp_path / "said.jsonl"
    said = [
        {"at": "2031-06-06T10:00", "as": "Nia Quill", "text": "complete"},
        {"at": "2031-06-17T11:00:00+01:00", "as": "Nia Quill", "text": "now 31 July"},
    ]
    answers.write_text("\n".join(map(json.dumps, said)), encoding="utf-8")
    messages = previewed(planbot, plan, "--answers", str(answers))

    assert to_nia(messages) == [
        ("2031-06-02T09:15", "reminder", ["1.1"]),
        ("2031-06-06T09:15", "reminder", ["1.2"]),
        ("2031-06-16T09:15", "reminder", ["1.1"]),
        ("2031-07-03T09:15", "reminder", ["1.1"]),
        ("2031-07-17T09:15", "reminder", ["1.1"]),
        ("2031-07-24T09:15", "reminder", ["1.1"]),
        ("2031-07-29T09:15", "reminder", ["1.1"]),
        ("2031-07-31T09:15", "reminder", ["1.1"]),
    ]


def test_a_person_reads_it_with_what_was_said_and_how_much_it_is(planbot, plan, tmp_path):
    answers = tmp_path / "said.jsonl"
    line = {"at": "2031-06-06T10:00", "as": "Nia Quill", "text": "complete"}
    answers.write_text(json.dumps(line), encoding="utf-8")
    span = ["--from", "2031-06-02", "--to", "2031-06-15"]
    ran = planbot("preview", "--plan", plan, *span, "--answers", str(answers))

    assert "Fri 6 June 2031, 09:15 → to Nia Quill (reminder):\n  Good morning, Nia." in ran.out
    assert "Fri 6 June 2031, 10:00 Nia Quill says: complete\n  Recorded: 1.2 complete" in ran.out
    assert "In 2 weeks: " in ran.out
    assert "never more than 2 in one week" in ran.out


def test_the_sample_is_previewed_where_no_plan_is_named(planbot):
    ran = planbot("preview", "--from", "2027-02-09", "--to", "2027-02-10")

    assert "→ to Leonie Cresswick" in ran.out


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--from", "2031-07-01", "--to", "2031-06-01"], "is before --from"),
        (["--from", "2031-06-01", "--to", "2031-06-02", "--answers", "gone"], "no file gone"),
    ],
)
def test_what_cannot_be_previewed_is_said_in_one_sentence(planbot, plan, more, told):
    ran = planbot("preview", "--plan", plan, *more)

    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"as": "Nia Quill", "text": "x"}', "line 1: at cannot be used"),
        ('{"at": "2031-06-03T10:00", "as": "Ezra", "text": "x"}', "“Ezra” cannot speak"),
    ],
)
def test_an_answer_that_cannot_be_played_is_named(planbot, plan, tmp_path, line, told):
    answers = tmp_path / "said.jsonl"
    answers.write_text(line, encoding="utf-8")
    span = ["--from", "2031-06-02", "--to", "2031-06-04"]
    ran = planbot("preview", "--plan", plan, *span, "--answers", str(answers))

    assert ran.code == 2
    assert told in ran.err
