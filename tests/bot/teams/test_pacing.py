"""What Teams' answers mean for a message, and that it is never sent faster than Teams allows."""

from bisect import bisect_left
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.teams.messenger import PACING
from bot.teams.refusals import Barred, outcome_of
from domain.pacing import Flow, Limit
from domain.sending import Refused, Rejected, Unknown, Unreachable
from tests.bot.teams.conftest import HOME
from tests.bot.teams.test_teams import a_word, put

IN_A_SECOND, IN_HALF_A_MINUTE = 7, 60  # learn.microsoft.com, rate limits for bots
IN_AN_HOUR, IN_A_TENANT = 1800, 25
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


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


def test_whoever_always_speaks_as_soon_as_allowed_keeps_to_every_limit():
    """The limits of learn.microsoft.com: of a conversation in a second, half a minute and an hour,
    and of a tenant in a second."""
    hour, second = timedelta(hours=1), timedelta(seconds=1)
    greedy = moments(PACING.in_conversation, hour * 2)
    assert most_within(greedy, second) <= IN_A_SECOND
    assert most_within(greedy, second * 30) <= IN_HALF_A_MINUTE
    assert most_within(greedy, hour) <= IN_AN_HOUR
    assert len(greedy) > IN_AN_HOUR  # and no slower than need be
    assert most_within(moments(PACING.in_workspace, second * 60), second) <= IN_A_TENANT


def moments(limits: tuple[Limit, ...], span: timedelta) -> list[datetime]:
    """When messages go that never wait longer than they must."""
    flow, now, gone = Flow(), NOON, []
    while (now := flow.earliest(limits, now)) < NOON + span:
        flow = flow.after(limits, now)
        gone.append(now)
    return gone


def most_within(gone: list[datetime], span: timedelta) -> int:
    """The most that went in any span of that length."""
    return max(bisect_left(gone, each + span) - at for at, each in enumerate(gone))


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
