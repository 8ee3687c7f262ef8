"""Two workspaces with one bot: by no way does anything of one come to light in the other.

Both plans have the same references. What is secret in each is a word that nobody types.
"""

import itertools
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.clock import SystemClock
from domain.connections import Connection
from domain.pacing import Pacing
from store.memory.connections import MemoryConnections
from store.opening import keep_in_memory
from store.seal import Seal, new_key
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.two_sides import SECRETS, Both, Side, fill
from tests.bot.slack.ways_in import ONCE, THEY_ACT, WAYS, Way
from tests.standins.slack import Slack


@pytest.fixture
async def both(slack: Slack) -> AsyncIterator[Both]:
    slack.pacing.on = False
    store = keep_in_memory()
    connections = MemoryConnections(Seal([SecretStr(new_key())]))
    sides = {}
    for workspace in SECRETS:
        team = slack.team(workspace.title())
        token = slack.install(team)
        chair = slack.person(team, "Una Chair")
        board = slack.channel(team, "board", chair)
        sides[workspace] = side = Side(workspace, team, chair, board)
        await fill(store, side)
        await connections.put(
            Connection(
                platform="slack",
                team=team.id,
                workspace=workspace,
                token=SecretStr(token.value),
                bot=token.user,
                connected_at=SystemClock().now(),
            )
        )
    settings = settings_for(
        slack,
        None,
        PLANBOT_SLACK_CLIENT_ID=slack.app.client_id,
        PLANBOT_SLACK_CLIENT_SECRET=slack.app.client_secret,
        PLANBOT_KEY=new_key(),
        PLANBOT_PUBLIC_URL="https://planbot.example",
    )
    async with running(slack, store, settings, connections) as (desk, platform):
        platform.messenger.pacing = Pacing()  # type: ignore[misc]  # as if Slack had no limits
        yield Both(slack, store, desk, sides)


TEXTS = (
    "status",
    "status waters",
    "my actions",
    "overdue",
    "what is due this month?",
    "who owns 1.2?",
    "history of 1.1",
    "what changed this week?",
    "1.1 on track, all counted",
    "1.3 delayed to end of July",
    "undo",
    "why?",
    "our words",
    "help",
)


@pytest.mark.parametrize(
    ("way", "workspace"),
    list(itertools.product(WAYS, SECRETS)),
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
async def test_nothing_of_one_comes_to_light_in_the_other(
    both: Both, way: Way, workspace: str
) -> None:
    side = both.sides[workspace]
    other = both.other(side)
    before = await both.history(other.workspace)
    for text in TEXTS[:1] if way in ONCE else TEXTS:
        await way(both, side, text)
        await both.desk.idle()

    for each in both.sides.values():
        theirs = both.other(each).secret
        seen = " ".join(f"{m.text} {m.blocks}" for m in each.chair.heard()).casefold()
        assert theirs not in seen
        views = [v.body for v in both.slack.world.views.values() if v.team == each.team.id]
        assert theirs not in str(views).casefold()
        tokens = {token.value for token in both.slack.world.tokens_of(each.team.id)}
        sent = [call.arguments for call in both.slack.calls if call.token in tokens]
        assert theirs not in str(sent).casefold()
    if way not in THEY_ACT:
        assert await both.history(other.workspace) == before


async def test_both_are_spoken_to_and_of_their_own(both: Both) -> None:
    """What the matrix does not find is not for want of anything said."""
    for side in both.sides.values():
        await side.chair.says("status waters")
        await both.desk.idle()
        assert side.secret in " ".join(each.text for each in side.chair.heard()).casefold()


async def test_a_guest_from_another_team_learns_nothing_in_a_shared_channel(both: Both) -> None:
    here, there = both.sides.values()
    shared = both.slack.channel(here.team, "shared", here.chair, there.chair)
    before = await both.history(here.workspace)
    for text in TEXTS:
        await there.chair.mentions(text, shared)
        await both.desk.idle()

    assert here.secret not in " ".join(each.text for each in there.chair.heard()).casefold()
    assert await both.history(here.workspace) == before
