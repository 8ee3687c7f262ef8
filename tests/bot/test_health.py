"""The health page is green while the store answers and the scheduler goes round."""

import logging
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import SetClock
from bot.health import NO_STORE, STOPPED_AFTER, Pulse, health_app
from bot.serving import _answers
from domain.problems import StoreUnavailable
from store.database import open_database
from store.opening import keep_in

NOON = datetime(2031, 5, 14, 12, 0, tzinfo=UTC)


async def store_answers() -> None:
    return None


async def store_is_gone() -> None:
    raise StoreUnavailable("The database tides on quay.example is gone.", "Start it.")


@pytest.mark.parametrize(
    ("since_beat", "store", "status", "told"),
    [
        (timedelta(0), store_answers, 200, None),
        (STOPPED_AFTER, store_answers, 200, None),
        (STOPPED_AFTER + timedelta(seconds=1), store_answers, 503, "has not run since"),
        (timedelta(0), store_is_gone, 503, NO_STORE),
    ],
)
async def test_what_the_page_says(since_beat, store, status, told):
    clock = SetClock(NOON)
    pulse = Pulse(clock)
    clock.moment += since_beat
    async with TestClient(TestServer(health_app(pulse, clock, store))) as client:
        answer = await client.get("/health")
        body = await answer.json()

    assert answer.status == status
    assert body["ok"] is (status == 200)
    assert (told or "") in (body["trouble"] or "")


async def test_what_goes_wrong_while_all_else_goes_on_is_shown_with_a_200():
    """A process that is started again would have the same trouble with one action."""
    clock = SetClock(NOON)
    asides = (lambda: None, lambda: "I could not look after 1 action.")
    app = health_app(Pulse(clock), clock, store_answers, *asides)
    async with TestClient(TestServer(app)) as client:
        answer = await client.get("/health")
        body = await answer.json()

    assert (answer.status, body) == (
        200,
        {"ok": True, "trouble": "I could not look after 1 action."},
    )


async def test_where_the_database_is_is_told_to_the_log_and_not_to_whoever_asks(tmp_path, caplog):
    """A database that really is gone: the folder that it was to be in is no more."""
    folder = tmp_path / "harbour-records"
    folder.mkdir()
    engine = open_database(f"sqlite:///{folder}/tides.db")
    shutil.rmtree(folder)
    clock = SetClock(NOON)
    app = health_app(Pulse(clock), clock, _answers(keep_in(engine), "harbour"))
    with caplog.at_level(logging.ERROR):
        async with TestClient(TestServer(app)) as client:
            answer = await client.get("/health")
            page = await answer.text()
    await engine.dispose()

    assert answer.status == 503
    assert not any(each in page for each in ("tides", "harbour", "folder", "user"))
    [said] = [each for each in caplog.records if each.message == "store_does_not_answer"]
    assert "tides.db cannot be opened" in said.what and "folder" in said.remedy
