"""Every way in which something is said or pressed in one workspace, by the other's names too."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.working_days import bank_holidays
from scheduler.beat import beat
from tests.bot.slack.conftest import fields, words
from tests.bot.slack.two_sides import Both, Side
from tests.standins.slack import View, words_of
from tests.standins.slack.deliveries import PRESSES
from tests.standins.slack.filling import filled_in
from tests.standins.slack.reading import elements

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


WITH_ANY_WORDS = (
    directly,
    by_name,
    in_a_thread,
    by_command,
    by_an_edit,
    with_a_file,
    by_a_shortcut,
    by_a_form,
    by_a_form_for_all,
)
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
WAYS = (*WITH_ANY_WORDS, *ONCE)
THEY_ACT = (by_a_button_of_theirs, by_their_own_form)
HOW = "How does it stand?"
