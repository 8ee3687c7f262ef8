"""Nothing that was acknowledged is lost, and nothing is done or said twice."""

import asyncio
from datetime import timedelta

from domain.conversation import Address, Item, Items, Kind, Outgoing, Reply
from domain.events import ActionState
from domain.people import Account
from domain.work import Status
from handlers.wording import FAULT
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import HOME, Office, furnish, words
from tests.standins.slack import Limited, Lost, Slack

ASKING = Reply(
    summary="Good morning, Nia. Two things on the plan need a word from you.",
    parts=(
        Items(
            items=(Item(ref="7.3", title="Switch on"), Item(ref="7.2", title="Train")),
            numbered=True,
        ),
    ),
)


def reminder(office: Office) -> Outgoing:
    now = office.slack.clock.now()
    return Outgoing(
        key="reminder:nia",
        kind=Kind.REMINDER,
        to="nia",
        address=Address(platform="slack", workspace=office.team.id, conversation=office.nia.id),
        reply=ASKING,
        about=("7.3", "7.2"),
        day=now.date(),
        not_before=now,
    )


async def send(office: Office, message: Outgoing) -> None:
    async with office.store(HOME) as unit:
        await unit.outbox.put(message)
        await unit.commit()
    assert office.desk is not None
    office.desk.poke(HOME)


async def test_a_message_right_after_a_reminder_answers_it(office: Office) -> None:
    await send(office, reminder(office))
    asked = await office.nia.hears()
    await office.nia.says("1 on track")
    assert "7.3" in words(await office.nia.hears())
    await office.nia.says("2 complete", thread=asked)
    assert "7.2" in words(await office.nia.hears())
    state = await office.state("7.2")
    assert isinstance(state, ActionState) and state.status is Status.COMPLETE


async def test_an_answer_about_something_else_ends_that(office: Office) -> None:
    await send(office, reminder(office))
    await office.nia.hears()
    await office.nia.says("show 8.2")
    await office.nia.hears()
    await office.nia.says("done")
    await office.nia.hears()
    assert [await office.events(ref) for ref in ("7.2", "7.3", "8.2")] == [0, 0, 0]


async def test_what_was_acknowledged_outlives_a_crash(slack: Slack) -> None:
    slack.pacing.on = False
    office = await furnish(slack)
    settings = settings_for(slack, office.token)
    async with running(slack, office.store, settings) as (desk, _):
        await desk.close()
        desk.poke = lambda workspace: None  # type: ignore[method-assign]  # as if it had died
        desk._start = lambda *_: None  # type: ignore[method-assign,assignment]
        await office.nia.says("7.3 on track")
        assert office.nia.did[0].acknowledged
        assert await office.events("7.3") == 0
    async with running(slack, office.store, settings) as (desk, _):
        desk.poke(HOME)
        assert "7.3" in words(await office.nia.hears())
    assert await office.events("7.3") == 1


async def test_an_answer_that_may_have_arrived_is_looked_for(office: Office) -> None:
    office.slack.troubles.plan("chat.postMessage", Lost())
    await office.nia.says("7.3 on track")
    await office.nia.hears()
    await office.slack.elapse(timedelta(minutes=5))
    assert office.desk is not None
    office.desk.poke(HOME)
    await office.nia.says("help")
    assert "Just tell me" in words(await office.nia.hears())
    told = [words(each) for each in office.nia.heard()]
    assert len([each for each in told if "Recorded" in each]) == 1


async def is_held(office: Office) -> bool:
    """Whether Slack has asked for silence."""
    async with office.store(HOME) as unit:
        flows = await unit.traffic.flows("slack", [office.nia.direct.id])
    return any(flow.held_until for flow in flows.values())


async def test_slack_is_given_the_time_it_asks_for(office: Office) -> None:
    office.slack.troubles.plan("chat.postMessage", Limited(30))
    await office.nia.says("7.3 on track")
    while not await is_held(office):  # noqa: ASYNC110 - the store has no bell
        await asyncio.sleep(0.01)
    await office.slack.elapse(timedelta(seconds=31))
    assert office.desk is not None
    office.desk.poke(HOME)
    assert "7.3" in words(await office.nia.hears())
    assert len(office.nia.heard()) == 1


async def test_a_fault_of_ours_is_said_and_made_good(office: Office) -> None:
    assert office.desk is not None
    plans = office.desk.answering.plans
    whole = plans.of

    async def broken(*_: object) -> object:
        raise RuntimeError("a fault")

    plans.of = broken  # type: ignore[method-assign,assignment]
    await office.nia.says("7.3 on track")
    assert words(await office.nia.hears()).strip() == FAULT
    plans.of = whole  # type: ignore[method-assign]
    await office.slack.elapse(timedelta(seconds=10))
    office.desk.poke(HOME)
    assert "Recorded: 7.3" in words(await office.nia.hears())


async def test_socket_mode_hears_and_answers_and_connects_again(slack: Slack) -> None:
    slack.pacing.on = False
    office = await furnish(slack)
    slack.app.url = ""
    settings = settings_for(slack, office.token, PLANBOT_SLACK_APP_TOKEN=slack.app.app_token)
    async with running(slack, office.store, settings):
        await office.nia.says("7.3 on track")
        assert "7.3" in words(await office.nia.hears())
        await slack.sockets.disconnect()
        await office.nia.command("/plan status feeling-safe")
        assert "Feeling Safe" in words(await office.nia.hears())
        await office.nia.presses("Change…")
        await office.nia.sees_modal()


async def test_who_is_from_another_organisation_is_not_heard(office: Office) -> None:
    others = office.slack.team("Other Council")
    guest = office.slack.person(others, "Guest Lark")
    shared = office.slack.channel(office.team, "shared", office.nia, guest)
    await guest.mentions("status feeling-safe", shared)
    await office.nia.mentions("help", shared)
    answer = await office.nia.hears()
    assert "Just tell me" in words(answer)
    account = Account(platform="slack", workspace=others.id, user=guest.id)
    async with office.store(HOME) as unit:
        assert await unit.newcomers.find(account) is None


async def test_answers_for_one_person_each_do_not_wait_for_each_other(slack: Slack) -> None:
    office = await furnish(slack)
    async with running(slack, office.store, settings_for(slack, office.token)):
        for person in office.people.values():
            await person.command("/plan status feeling-safe", office.board)
        for person in office.people.values():
            assert "Feeling Safe" in words(await person.hears())
