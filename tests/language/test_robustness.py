"""Whatever is typed: never an exception, and never more work than its length is worth."""

import sys
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.intents import Decision, Update
from language.hearing.spelling import respelt
from language.lexicon.text import words_of
from language.understand import TOO_MUCH, Message, understand
from tests.language.plan import NOW, known, speaker
from tests.language.test_dates import DAYS
from tests.language.test_messages import TABLE

PLAN = known()
CHAIR = speaker("chair")
TEXTS = [row.text for row in TABLE]
DATES = [line.split(" = ")[0] for line in DAYS.strip().splitlines()]
ODD = st.text(alphabet=st.characters(), max_size=12)


def read(text: str, about: tuple[str, ...] = ()) -> None:
    reading = understand(Message(text=text, now=NOW, about=about), PLAN, CHAIR)
    for each in reading.found:
        assert 0 <= each.start <= each.end <= len(text)
    for intent in reading.intents:
        if isinstance(intent, Update):
            assert all(each.strip() in text for each in intent.note.split(" … "))


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.integers(0, 80), ODD)
@settings(max_examples=300, deadline=None)
def test_reads_any_mutation_of_a_message(first: str, second: str, at: int, odd: str):
    read(first[:at] + odd + second[at // 2 :])


@given(st.text(max_size=300), st.sampled_from([(), ("7.3",), ("7.3", "1.1")]))
@settings(max_examples=200, deadline=None)
def test_reads_any_text_at_all(text: str, about: tuple[str, ...]):
    read(text, about)


@given(st.sampled_from(DATES), st.sampled_from(["meeting on {}", "see you {}", "call me {}"]))
@settings(max_examples=100, deadline=None)
def test_a_date_alone_names_no_action(said: str, frame: str):
    reading = understand(Message(text=frame.format(said), now=NOW), PLAN, CHAIR)
    assert reading.decision in (Decision.NONE, Decision.ASK)


def test_hostile_lengths_and_letters_are_read():
    for text in (
        "a" * 9_999,
        "7.3 " * 2_499,
        "(" * 9_999,
        "7.3 done, y3?7.7" * 600,
        ">next week" * 900,
        "SH1.1 " + "a/" * 4_900,
        " " * 9_000 + "what now",
        "| " * 4_900 + "then",
        "\u202e7.3 done\u202c",
        "\x00\x07 7.3 done",
    ):
        read(text)


def test_what_tells_too_much_at_once_is_asked_for_in_parts():
    text = "7.3 on track, 1.1 delayed to 3 May. " * 250
    reading = understand(Message(text=text, now=NOW), PLAN, CHAIR)
    assert (reading.decision, reading.question) == (Decision.ASK, TOO_MUCH)
    assert not reading.options


def test_a_slip_that_is_put_right_moves_no_capital():
    # "tomorow" grows by a letter, and the words after it stay where they are.
    read("tomorow tomorow tomorow, may")
    words, _ = respelt(words_of("Finsh by Tomorow, Ann"))
    assert [words.raw[each.start : each.end] for each in words.tokens] == [
        "Finish",
        "by",
        "Tomorrow",
        ",",
        "Ann",
    ]


def test_a_whole_part_at_the_very_end_takes_no_more_than_is_there():
    for text in ("done: everything in 7", "7.3 done, all of 2", "all 7", "7 all"):
        read(text)


@pytest.mark.parametrize(
    "said",
    [
        "7.3 delayed to 3 May, ",
        "not done yet but 40% ",
        "70% of 10 of 12 run ",
        "why is 7.3 late? ",
        "the course was held. ",
        "7.3 on track but the hall may close, 1.1 done, back by 5 March. ",
        "y3?7.7",
        " 5th",
        "e🟢t",
        "3 on track",
        "on track, ",
        "7.3 now 31/5 not 28/4\n",
        "all fine, 60%\n",
    ],
)
def test_twice_the_words_take_twice_the_work(said: str):
    few, many = (_calls_for((said * 200)[:length]) for length in (600, 1_200))
    assert many < 2.5 * few


def _calls_for(text: str) -> int:
    """The function calls for reading, which are the same on every machine."""
    read(text)  # what is kept of its words is kept
    called = Counter[str]()
    sys.setprofile(lambda _frame, event, _what: called.update([event]))
    try:
        understand(Message(text=text, now=NOW), PLAN, CHAIR)
    finally:
        sys.setprofile(None)
    return called["call"] + called["c_call"]
