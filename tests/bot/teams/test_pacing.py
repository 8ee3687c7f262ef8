"""What Teams' answers mean for a message, and that it is never sent faster than Teams allows."""

from collections import Counter
from datetime import timedelta

import pytest

from bot.teams.refusals import Barred, outcome_of
from domain.sending import Refused, Rejected, Unknown, Unreachable
from tests.bot.teams.conftest import HOME
from tests.bot.teams.test_teams import a_word, put

IN_A_SECOND, IN_HALF_A_MINUTE = 7, 60  # learn.microsoft.com, rate limits for bots


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (429, Refused),
        (412, Unreachable),
        (403, Barred),
        (404, Barred),
        (400, Rejected),
        (401, Rejected),
        (413, Rejected),
        (418, Rejected),
        (500, Unknown),
        (502, Unknown),
        (503, Unknown),
        (504, Unknown),
    ],
)
def test_each_status_is_an_outcome_that_the_sender_knows(status, expected):
    assert type(outcome_of(status, {})) is expected


@pytest.mark.parametrize(("told", "seconds"), [("7", 7), ("", 5), ("Wed, 14 May", 5)])
def test_teams_says_how_long_to_wait_or_a_moment_is_waited(told, seconds):
    outcome = outcome_of(429, {"retry-after": told})

    assert isinstance(outcome, Refused)
    assert outcome.retry_after == timedelta(seconds=seconds)


async def test_many_words_to_one_conversation_keep_to_the_limits_and_all_arrive(office):
    sam = office.people["sam"]
    await put(office, *(a_word(sam.entra, f"word {number}") for number in range(70)))
    posted: Counter[int] = Counter({0: len(office.teams.chat(sam))})
    for second in range(1, 120):
        before = len(office.teams.chat(sam))
        office.teams.clock.moment += timedelta(seconds=1)
        office.desk.poke(HOME)
        await office.settled()
        posted[second] = len(office.teams.chat(sam)) - before

    assert sum(posted.values()) == 70
    assert max(posted.values()) <= IN_A_SECOND
    half_minutes = [sum(posted[at + n] for n in range(30)) for at in range(90)]
    assert max(half_minutes) <= IN_HALF_A_MINUTE
