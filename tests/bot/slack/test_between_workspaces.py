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
from tests.bot.slack.conftest import fields, words
from tests.builders import a_plan, an_action, by
from tests.standins.slack import Channel, Slack, Team, View, words_of
from tests.standins.slack import Person as Human
from tests.standins.slack.deliveries import PRESSES
from tests.standins.slack.filling import filled_in
from tests.standins.slack.reading import elements

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
            owners=(f"{'Ole' if number == 3 else 'Una'} {secret.title()}",),
            status=status,
        )
        for number, status in enumerate((Status.ON_TRACK, Status.AT_RISK, None), 1)
    ]
    async with store(side.workspace) as unit:
        await unit.plans.put(a_plan(key=side.workspace, title=f"{secret} plan", sections=sections))
        await unit.actions.put(side.workspace, actions)
        await unit.people.put(Person(id="una", name=f"Una {secret.title()}"))
        await unit.people.put(Person(id="ole", name=f"Ole {secret.title()}"))  # without an account
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
        chair = Appointment(person="una", office=Office.CHAIR, partnership_group=name)
        await unit.people.appoint(chair)
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


async def at_the_buttons_at_home(both: Both, side: Side, text: str) -> None:
    await side.chair.opens_home()
    home = await side.chair.sees_home()
    for label in ("On track", "Complete", "Status of Waters", "What’s mine?", "What can I say?"):
        await side.chair.presses(label, on=home)
        await both.desk.idle()


async def modal(both: Both, side: Side) -> View:
    """The modal that is open, once what was looked up for it is in it."""

    def filled() -> View | None:
        view = both.slack.modals.top(side.chair.id)
        return view if view and "One moment" not in str(view.body["title"]) else None

    return await both.slack.until(filled)


async def by_a_shortcut(both: Both, side: Side, text: str) -> None:
    said = await side.chair.says(text, side.board)
    await side.chair.takes_shortcut("make_update", on=said)
    [which] = [each for each in fields(await modal(both, side)) if each.block_id == "which"]
    options = which.element["options"]
    assert isinstance(options, list) and len(options) == 2
    await side.chair.fills({"Which action?": words_of(options[0]["text"]), HOW: "At risk"})


async def by_a_form(both: Both, side: Side, text: str) -> None:
    await side.chair.says("1.1 on track")
    await side.chair.presses("Change…", on=await side.chair.hears())
    await modal(both, side)
    await side.chair.fills({HOW: "At risk", "In your words": text})


async def presses_form(both: Both, side: Side, refs: str, plan: str) -> View:
    """The press of a form's button, whatever button of ours it may be."""
    action = {"type": "button", "action_id": f"form:0.0.0:{plan}", "value": refs}
    teller, chair = both.slack.teller, side.chair
    pressed = teller.pressed(chair.user, {"type": "message", "channel_id": side.board.id}, action)
    pressed |= {"channel": {"id": side.board.id, "name": "board"}}
    pressed["trigger_id"] = both.slack.triggers.give(chair.id, chair.user.team)
    await both.slack.deliveries.deliver(PRESSES, pressed)
    return await modal(both, side)


async def by_a_form_for_all(both: Both, side: Side, text: str) -> None:
    view = await presses_form(both, side, "1.1\n1.2\n1.3", side.workspace)
    first = fields(view)[0].block_id
    await side.chair.fills({first: "At risk", "note": text})


async def by_a_form_of_their_plan(both: Both, side: Side, text: str) -> None:
    for refs in ("1.1", "1.1\n1.2"):
        view = await presses_form(both, side, refs, both.other(side).workspace)
        assert "not in the plan any more" in str(view.body["blocks"])
        await side.chair.closes_modal()


async def by_their_own_form(both: Both, side: Side, text: str) -> None:
    """The very form that somebody in the other workspace has open, sent from here."""
    theirs = both.other(side)
    await by_a_form(both, theirs, text)
    view = await presses_form(both, theirs, "1.2", theirs.workspace)
    view.state = filled_in(view, {HOW: "Complete"})
    await both.desk.idle()
    before = await both.history(theirs.workspace)
    for team in (theirs.team.id, side.team.id):
        sent = both.slack.teller.submitted(side.chair.user, view) | {"trigger_id": "1.2.3"}
        shown = sent["view"]
        assert isinstance(shown, dict)
        shown["app_installed_team_id"] = team
        await both.slack.deliveries.deliver(PRESSES, sent)
        await both.desk.idle()
    assert await both.history(theirs.workspace) == before


async def by_a_document_of_theirs(both: Both, side: Side, text: str) -> None:
    """The button under a document that was handed over in the other workspace."""
    theirs = both.other(side)
    document = f"Ref,Action\n1.1,Watch the {theirs.secret}\n".encode()
    await theirs.chair.drops("plan.csv", document)
    shown = await theirs.chair.hears()
    [store] = [each for each in elements(shown.blocks) if each.label == "Store it"]
    await side.chair.says(str(store.element["value"]))
    assert "Slack does not give me that file" in words(await side.chair.hears())


async def as_an_administrator(both: Both, side: Side, text: str) -> None:
    theirs = both.other(side)
    account = f"slack:{theirs.team.id}:{theirs.chair.id}"
    for said in (
        "people",
        "groups",
        "policy",
        "import",
        "what needs an administrator?",
        f"add {account} as somebody new",
        f"{account} is nobody in the plan",
        f"group {theirs.workspace} chair una",
        f"status {theirs.workspace}",
        f"link {account} to ole",
    ):
        await side.chair.command(f"/plan {said}", side.board)
        await both.desk.idle()
        await side.chair.mentions(said, side.board)
        await both.desk.idle()
    await unasked(both, side, text)


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
    at_the_buttons_at_home,
    by_a_shortcut,
    by_a_form,
    by_a_form_for_all,
    by_a_form_of_their_plan,
    by_their_own_form,
    by_a_button_of_theirs,
    by_a_document_of_theirs,
    as_an_administrator,
    unasked,
]
ONCE = (
    at_home,
    at_the_buttons_at_home,
    by_a_form_of_their_plan,
    by_their_own_form,
    by_a_button_of_theirs,
    by_a_document_of_theirs,
    as_an_administrator,
    unasked,
)
THEY_ACT = (by_a_button_of_theirs, by_their_own_form)
HOW = "How does it stand?"
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
