"""A question typed as a command is answered with its acknowledgement; all else is stored first."""

import asyncio

import pytest

from bot import desk as desks
from domain.conversation import Reply, Request
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import Office, furnish, words
from tests.standins.slack import Slack


async def test_the_acknowledgement_brings_the_answer(office: Office) -> None:
    await office.nia.command("/plan status feeling-safe", office.board)
    [delivery] = office.nia.did
    assert delivery.answer["response_type"] == "ephemeral"
    [shown] = office.nia.heard()
    assert "Feeling Safe" in words(shown) and shown.only_for == office.nia.id
    assert office.slack.calls == [each for each in office.slack.calls if "post" not in each.method]


async def test_an_update_is_stored_and_answered_after_it(office: Office) -> None:
    await office.nia.command("/plan 7.3 on track", office.board)
    assert office.nia.did[0].answer == {}
    assert "Recorded: 7.3" in words(await office.nia.hears())
    assert await office.events("7.3") == 1


async def test_what_takes_longer_is_acknowledged_and_answered_later(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.desk is not None
    whole, go = office.desk.answering.plans.of, asyncio.Event()

    async def slow(*asked: object) -> object:
        await go.wait()
        return await whole(*asked)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(office.desk.answering.plans, "of", slow)
    await office.nia.command("/plan status feeling-safe", office.board)
    assert office.nia.did[0].acknowledged and office.nia.did[0].answer == {}
    go.set()
    assert "Feeling Safe" in words(await office.nia.hears())
    assert len(office.nia.heard()) == 1


async def test_what_fails_on_the_spot_is_stored(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert office.desk is not None

    async def broken(request: Request) -> Reply | None:
        raise RuntimeError("a fault")

    monkeypatch.setattr(desks.Answering, "question", lambda _, request: broken(request))
    await office.nia.command("/plan status feeling-safe")
    assert office.nia.did[0].acknowledged and office.nia.did[0].answer == {}
    assert "Feeling Safe" in words(await office.nia.hears())


async def test_it_is_so_in_socket_mode_too(slack: Slack) -> None:
    slack.pacing.on = False
    office = await furnish(slack)
    slack.app.url = ""
    settings = settings_for(slack, office.token, PLANBOT_SLACK_APP_TOKEN=slack.app.app_token)
    async with running(slack, office.store, settings):
        await office.nia.command("/plan status feeling-safe")
        assert office.nia.did[0].answer["response_type"] == "ephemeral"
        assert "Feeling Safe" in words(await office.nia.hears())
