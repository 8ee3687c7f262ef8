"""Two workspaces with one bot: by no way does anything of one come to light in the other.

Both plans have the same references. What is secret in each is a word that nobody types.
"""

import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from pydantic import SecretStr

from bot.clock import SystemClock
from bot.desk import Desk
from bot.working_days import bank_holidays
from domain.connections import Connection
from domain.conversation import Address
from domain.pacing import Pacing
from domain.people import Account, Appointment, Office, PartnershipGroup, Person
from domain.ports import Store
from domain.work import Section, Status
from scheduler.beat import beat
from store.memory.connections import MemoryConnections
from store.opening import keep_in_memory
from store.seal import Seal, new_key
from tests.bot.slack.at_work import running, settings_for
from tests.builders import a_plan, an_action, by
from tests.standins.slack import Channel, Slack, Team
from tests.standins.slack import Person as Human
from tests.standins.slack.deliveries import PRESSES

SECRETS = {"harbour": "guillemot", "quay": "cormorant"}


@dataclass
class Side:
    """One workspace, and who speaks there."""

    workspace: str
    team: Team
    chair: Human
    board: Channel

    @property
    def secret(self) -> str:
        return SECRETS[self.workspace]


@dataclass
class Both:
    slack: Slack
    store: Store
    desk: Desk
    sides: dict[str, Side]

    def other(self, side: Side) -> Side:
        return next(each for each in self.sides.values() if each is not side)

    async def history(self, workspace: str) -> int:
        async with self.store(workspace) as unit:
            return len(await unit.events.between(workspace, None, None))


async def fill(store: Store, side: Side) -> None:
    """A plan whose every printed word of substance is the workspace's secret."""
    secret, name = side.secret, f"{side.workspace.title()} Board"
    sections = (Section(name="Waters", slug="waters", partnership_groups=(name,)),)
    actions = [
        an_action(
            ref=f"1.{number}",
            section="Waters",
            group=f"1. The {secret}",
            text=f"Count the {secret}s of colony {number}",
            due=by(date(2031, 5, 1) + timedelta(days=number * 5)),
            owners=(f"Una {secret.title()}",),
            status=status,
        )
        for number, status in enumerate((Status.ON_TRACK, Status.AT_RISK, None), 1)
    ]
    async with store(side.workspace) as unit:
        await unit.plans.put(a_plan(key=side.workspace, title=f"{secret} plan", sections=sections))
        await unit.actions.put(side.workspace, actions)
        await unit.people.put(Person(id="una", name=f"Una {secret.title()}"))
        await unit.people.link(
            Account(platform="slack", workspace=side.team.id, user=side.chair.id), "una"
        )
        await unit.people.put_group(
            PartnershipGroup(
                name=name,
                slug=side.workspace,
                address=Address(
                    platform="slack", workspace=side.team.id, conversation=side.board.id
                ),
            )
        )
        await unit.people.appoint(Appointment(person="una", office=Office.ADMINISTRATOR))
        await unit.commit()


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


type Way = Callable[[Both, Side, str], Awaitable[object]]


async def directly(both: Both, side: Side, text: str) -> None:
    await side.chair.says(text)


async def by_name(both: Both, side: Side, text: str) -> None:
    await side.chair.mentions(text, side.board)


async def in_a_thread(both: Both, side: Side, text: str) -> None:
    root = await side.chair.mentions("help", side.board)
    await both.desk.idle()
    await side.chair.says(text, side.board, thread=root)


async def by_command(both: Both, side: Side, text: str) -> None:
    await side.chair.command(f"/plan {text}", side.board)


async def by_an_edit(both: Both, side: Side, text: str) -> None:
    said = await side.chair.says("hello")
    await both.desk.idle()
    await side.chair.edits(said, text)


async def with_a_file(both: Both, side: Side, text: str) -> None:
    await side.chair.drops("plan.csv", b"Ref,Action\n1.1,Other\n", text)


async def at_home(both: Both, side: Side, text: str) -> None:
    await side.chair.opens_home()


async def by_a_shortcut(both: Both, side: Side, text: str) -> None:
    said = await side.chair.says(text, side.board)
    await side.chair.takes_shortcut("make_this_the_update", on=said)


async def by_a_button_of_theirs(both: Both, side: Side, text: str) -> None:
    """The very press that somebody in the other workspace made, made again from here."""
    theirs = both.other(side)
    await theirs.chair.says("1.1 at risk")
    await both.desk.idle()
    await theirs.chair.presses("Undo")
    await both.desk.idle()
    teller, here = both.slack.teller, side.chair
    action = theirs.chair.did[0].payload["actions"][0]
    pressed = teller.pressed(here.user, {"type": "message", "channel_id": side.board.id}, action)
    pressed |= {"trigger_id": "1.2.3", "channel": {"id": side.board.id, "name": "board"}}
    await both.slack.deliveries.deliver(PRESSES, pressed)


async def unasked(both: Both, side: Side, text: str) -> None:
    for _ in range(40):
        both.slack.clock.moment += timedelta(hours=5)
        for workspace in both.sides:
            await beat(both.store, workspace, both.slack.clock, bank_holidays())
            both.desk.poke(workspace)
        await both.desk.idle()
    assert side.chair.heard(), "nothing was said unasked"


WAYS = [
    directly,
    by_name,
    in_a_thread,
    by_command,
    by_an_edit,
    with_a_file,
    at_home,
    by_a_shortcut,
    by_a_button_of_theirs,
    unasked,
]
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
    before = 0 if way is by_a_button_of_theirs else await both.history(other.workspace)
    for text in TEXTS if way not in (at_home, unasked, by_a_button_of_theirs) else TEXTS[:1]:
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
    if way is not by_a_button_of_theirs:
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
