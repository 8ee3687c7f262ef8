"""The demo as a newcomer meets it: a script, a pipe, the tour, a plan of one's own."""

import tempfile
from io import StringIO
from pathlib import Path

import pytest

from bot.cli import DONE, Terminal, run
from bot.console.demo import greeting, opened, tour

PLAN = """\
Harbour Plan 2031/32
Section,Ref,Action,By when,Lead,Partnership group,Progress
Feeling Safe,1.1,Light the quay,June 2031,Head of Harbours,Harbour Board,On track
Feeling Safe,1.2,Train the keepers,September 2031,Nia Quill,Harbour Board,
"""


def demo(*arguments: str, stdin: str | None = "") -> str:
    out, err = StringIO(), StringIO()
    piped = None if stdin is None else StringIO(stdin)
    code = run(["demo", *arguments], {}, Terminal(stdin=piped, out=out, err=err))
    assert code == DONE, err.getvalue()
    return out.getvalue()


def said(*lines: str) -> str:
    return demo(stdin="\n".join(lines))


@pytest.fixture
def own_plan(tmp_path: Path) -> str:
    path = tmp_path / "harbour.csv"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def test_a_script_plays_the_same_every_time(tmp_path):
    script = tmp_path / "script.txt"
    script.write_text("/as RT\n7.3 on track\nundo\n/tomorrow\nstatus\n", encoding="utf-8")

    assert demo("--script", str(script)) == demo("--script", str(script))


def test_piped_lines_are_played_like_a_script(tmp_path):
    lines = "/as RT\n7.3 on track\n"
    script = tmp_path / "script.txt"
    script.write_text(lines, encoding="utf-8")

    assert demo(stdin=lines) == demo("--script", str(script))


@pytest.mark.parametrize("stdin", [None, ""])
def test_with_nobody_to_type_the_tour_is_played(stdin):
    shown = demo(stdin=stdin)

    for line in tour().splitlines():
        assert line.removeprefix("# ") in shown
    assert "Did I read this right?" in shown
    assert "went wrong" not in shown


def test_a_number_presses_the_button_of_that_number():
    shown = said("/as RT", "7.3 at risk", "1")

    assert "Taken back. 7.3 is as it was before: in progress." in shown


def test_the_clock_moves_forward_and_reminders_go_out():
    shown = said("/on 2027-03-24", "/on 2027-03-01", "/on soon", "/on 9999-12-31", "/tomorrow")

    assert "It is Wednesday 24 March 2027" in shown
    assert "→ to Rhona Tilling:" in shown
    assert "The clock only goes forward." in shown
    assert "“soon” is not a date" in shown
    assert "“9999-12-31” is not a date" in shown
    assert "It is Thursday 25 March 2027" in shown


def test_under_a_reminder_the_answer_needs_no_number():
    shown = said("/on 2027-03-24", "/as RT", "on track, all carers are on the new rate")

    assert "Recorded: 7.3 on track." in shown


def test_plan_commands_are_understood_as_they_are_typed_in_slack():
    assert "Staying Safe on Tue 9 February" in said("/plan status staying-safe")


def test_the_clock_is_not_moved_by_one_day_where_more_were_asked_for():
    shown = said("/tomorrow 5")

    assert "/on 2027-03-24 goes to any" in shown
    assert "It is" not in shown


def test_what_is_no_command_is_said_with_what_is():
    shown = said("/frobnicate", "/help")

    assert "There is no /frobnicate." in shown
    assert shown.count("/tomorrow") == 2


def test_a_vacant_post_cannot_be_spoken_as():
    assert "Nobody holds the post" in said("/as Young People's Treatment Commissioner")


@pytest.mark.parametrize("leaving", ["/quit", "quit", "Exit"])
def test_quit_ends_the_script(leaving):
    shown = said(leaving, "status")

    assert "Goodbye" in shown
    assert "Staying Safe" not in shown


def test_a_plan_of_ones_own_can_be_spoken_in_as_any_owner_or_chair(own_plan):
    shown = demo(
        own_plan,
        stdin="/as Head of Harbours\n1.1 complete\n/as chair\n1.2 at risk\nstatus feeling-safe",
    )

    assert "Recorded: 1.1 complete" in shown
    assert "Recorded: 1.2 at risk" in shown
    assert "Feeling Safe on" in shown


def test_nothing_is_left_behind(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    said("7.3 on track")

    assert list(tmp_path.iterdir()) == []


async def test_whoever_types_is_greeted_with_what_this_plan_can_answer(own_plan):
    async with opened(own_plan) as chat:
        shown = await greeting(chat)
        answers = [await chat.say(line.strip()) for line in shown.splitlines()[2:]]

    assert shown.startswith("Harbour Plan 2031/32: 2 actions. You are")
    assert not [answer for answer in answers if "Nothing to record" in answer]
