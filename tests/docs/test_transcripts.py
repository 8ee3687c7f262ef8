"""Every dialogue shown in the README is what the bot really says."""

import pytest

from tests.docs.transcripts import README, Transcript, played, transcripts

SHOWN = transcripts(README.read_text(encoding="utf-8"))


def test_the_readme_shows_a_dialogue():
    assert SHOWN


@pytest.mark.parametrize("printed", SHOWN, ids=lambda each: each.script)
def test_the_dialogue_is_what_the_script_prints(printed: Transcript):
    assert printed.shown == played(printed.script)


def test_a_block_without_a_script_is_not_taken_for_a_dialogue():
    assert transcripts("```text\nhello\n```") == []


def test_finds_the_script_and_what_stands_under_it():
    document = "<!-- transcript: a.txt -->\n```text\n> hello\nHello, Rhona.\n```\n"
    assert transcripts(document) == [("a.txt", "> hello\nHello, Rhona.")]
