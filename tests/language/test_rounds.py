"""What is said about a reporting round, and what only has the word in it."""

from datetime import date

import pytest

from domain.intents import EndRound, OpenRound, RoundWish, ShowRound
from language.orders.rounds import round_wish

TODAY = date(2031, 5, 14)
JUNE = date(2031, 6, 12)
SAFE, WELL = "feeling safe", "feeling well"


def opens(part: str = "", papers: date | None = JUNE) -> OpenRound:
    return OpenRound(part=part, papers=papers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("open a round for feeling-safe, papers due 12 june", opens("feeling-safe")),
        ("please open a reporting round for feeling safe, papers due 12 june.", opens(SAFE)),
        ("start the quarterly round, board papers are due on 12 june", opens()),
        ("open a round for the whole plan, deadline 12 june", opens("the whole plan")),
        ("run a data round for feeling well by 12 june", opens(WELL)),
        ("round open feeling-safe 12 june", opens("feeling-safe")),
        ("open a round for feeling-safe", opens("feeling-safe", None)),
        ("open a round, papers due whenever", opens(papers=None)),
        ("close the round for feeling-safe", EndRound(part="feeling-safe")),
        ("close the round", EndRound()),
        ("round close feeling-safe", EndRound(part="feeling-safe")),
        ("call off the round", EndRound(called_off=True)),
        ("cancel the round for feeling-safe", EndRound(part="feeling-safe", called_off=True)),
        ("round cancel feeling-safe", EndRound(part="feeling-safe", called_off=True)),
        ("who has answered?", ShowRound()),
        ("who hasn't answered yet?", ShowRound()),
        ("who has not answered the round for feeling-safe", ShowRound(part="feeling-safe")),
        ("who still has to answer", ShowRound()),
        ("how is the round going?", ShowRound()),
        ("round", ShowRound()),
        ("round for feeling-safe", ShowRound(part="feeling-safe")),
    ],
)
def test_what_is_wanted_of_a_round(text: str, expected: RoundWish) -> None:
    assert round_wish(text, TODAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "7.3 second round of interviews done",
        "first round of funding is in",
        "we opened a round of consultation for 7.3",
        "open a round of applications in june",
        "open round table event for 7.3 done",
        "all round good progress",
        "who is reporting on 7.3?",
        "who has 7.3?",
        "who owns 7.3",
        "round 2 of the training is complete",
    ],
)
def test_what_only_has_the_word_in_it(text: str) -> None:
    assert round_wish(text, TODAY) is None
