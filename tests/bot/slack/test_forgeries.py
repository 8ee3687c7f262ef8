"""What does not come from Slack, or is no request at all, is turned away and nothing is said."""

import json
import logging
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bot.clock import SystemClock
from bot.slack.door import LARGEST
from tests.bot.slack.conftest import Office
from tests.standins.slack import Slack

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
STAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
LONG_AGO = timedelta(minutes=6)
RIGHT = b'{"type": "event_callback", "event": {"type": "message"}}'


@pytest.fixture(autouse=True)
def nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No traceback, and no error that somebody outside could fill the log with."""
    yield
    assert [each for each in caplog.records if each.exc_info] == []
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []


async def posted(slack: Slack, body: bytes, headers: dict[str, str], kind: str = JSON) -> int:
    attempt = await slack.deliveries.post(body, {"Content-Type": kind} | headers)
    assert attempt.status is not None, attempt.problem
    return attempt.status


async def test_a_right_signature_opens_the_door_once(office: Office) -> None:
    headers = office.slack.deliveries.signed(RIGHT)
    assert await posted(office.slack, RIGHT, headers) == 200
    assert await posted(office.slack, RIGHT, headers) == 401


@pytest.mark.parametrize("shift", [-LONG_AGO, LONG_AGO, timedelta(days=-365)])
async def test_a_signature_of_another_time_opens_nothing(office: Office, shift: timedelta) -> None:
    headers = office.slack.deliveries.signed(RIGHT, SystemClock().now() + shift)
    assert await posted(office.slack, RIGHT, headers) == 401


@pytest.mark.parametrize(
    "change",
    [
        {STAMP: ""},
        {STAMP: "now"},
        {STAMP: "-1"},
        {STAMP: "1e9"},
        {STAMP: "9" * 400},
        {STAMP: "１２３４"},
        {STAMP: "1893456000.5"},
        {SIGNATURE: ""},
        {SIGNATURE: "v0="},
        {SIGNATURE: "v0=" + "0" * 64},
        {SIGNATURE: "v0=" + "é" * 64},
        {SIGNATURE: "v1=" + "a" * 64},
        {SIGNATURE: "a" * 5_000},
    ],
    ids=lambda change: f"{next(iter(change))[8:12]} {next(iter(change.values()))[:12]!r}",
)
async def test_a_forged_or_malformed_signature_opens_nothing(
    office: Office, change: dict[str, str]
) -> None:
    headers = office.slack.deliveries.signed(RIGHT) | change
    raw = {key: value.encode().decode("latin-1") for key, value in headers.items()}
    assert await posted(office.slack, RIGHT, raw) == 401


@pytest.mark.parametrize("missing", [STAMP, SIGNATURE])
async def test_half_a_signature_is_none(office: Office, missing: str) -> None:
    headers = office.slack.deliveries.signed(RIGHT)
    del headers[missing]
    assert await posted(office.slack, RIGHT, headers) == 401


async def test_a_signature_is_good_for_its_own_bytes_and_time_alone(office: Office) -> None:
    deliveries = office.slack.deliveries
    headers = deliveries.signed(RIGHT)
    assert await posted(office.slack, RIGHT + b" ", headers) == 401
    other = deliveries.signed(RIGHT, datetime.fromtimestamp(int(headers[STAMP]) - 1, UTC))
    assert await posted(office.slack, RIGHT, headers | {STAMP: other[STAMP]}) == 401
    deliveries.app.signing_secret = "another"
    assert await posted(office.slack, RIGHT, deliveries.signed(RIGHT)) == 401


@pytest.mark.parametrize("body", [b"ssl_check=1&token=x", b'{"type": "url_verification"}', b""])
async def test_nothing_is_answered_unsigned(office: Office, body: bytes) -> None:
    for kind in (JSON, FORM):
        assert await posted(office.slack, body, {}, kind) == 401


async def test_an_address_is_shown_to_be_ours_by_its_signed_challenge(office: Office) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "c4"}).encode()
    headers = {"Content-Type": JSON} | office.slack.deliveries.signed(body)
    attempt = await office.slack.deliveries.post(body, headers)
    assert attempt.status == 200
    assert "c4" in attempt.body


BROKEN = {
    "not UTF-8": (b'{"type": "\xff\xfe"}', JSON),
    "not UTF-8, a form": (b"payload=\xff", FORM),
    "no JSON": (b'{"type": ', JSON),
    "JSON too deep": (b"[" * 100_000, JSON),
    "a form whose payload is no JSON": (b"payload=%7B", FORM),
    "too large": (b'{"a": "' + b"x" * LARGEST + b'"}', JSON),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_what_is_signed_and_no_request_is_refused(office: Office, name: str) -> None:
    body, kind = BROKEN[name]
    assert await posted(office.slack, body, office.slack.deliveries.signed(body), kind) == 400


ODD = {
    "nothing": (b"", JSON),
    "null": (b"null", JSON),
    "a list": (b"[]", JSON),
    "a number": (b"1", JSON),
    "words": (b'"hello"', JSON),
    "an empty object": (b"{}", JSON),
    "an event that is none": (b'{"type": "event_callback", "event": null}', JSON),
    "an event that is a list": (b'{"type": "event_callback", "event": []}', JSON),
    "a team that is a number": (b'{"type": "event_callback", "team_id": 1, "event": {}}', JSON),
    "a payload that is a list": (urlencode({"payload": "[1]"}).encode(), FORM),
    "a press with nothing": (urlencode({"payload": '{"type": "block_actions"}'}).encode(), FORM),
    "another kind of content": (b"--x\r\n\r\n--x--", "multipart/form-data; boundary=x"),
    "no kind of content": (RIGHT, ""),
    "a kind that is none": (RIGHT, ";;;/"),
    "a zero byte": (b'{"type": "\\u0000"}', JSON),
    "half a pair": (b'{"type": "event_callback", "team_id": "\\ud800"}', JSON),
}


@pytest.mark.parametrize("name", ODD)
async def test_what_is_signed_and_odd_breaks_nothing(office: Office, name: str) -> None:
    body, kind = ODD[name]
    status = await posted(office.slack, body, office.slack.deliveries.signed(body), kind)
    assert status in (200, 400, 401)


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=20),
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)


def changed(payload: object, at: list[int], to: object) -> object:
    """The payload with something else in one place: down to where the numbers lead."""
    if not at or not isinstance(payload, dict | list) or not payload:
        return to
    keys = list(payload) if isinstance(payload, dict) else list(range(len(payload)))
    key = keys[at[0] % len(keys)]
    copy = payload.copy()
    copy[key] = changed(payload[key], at[1:], to)
    return copy


@pytest.fixture
async def sound(office: Office) -> list[dict[str, object]]:
    """One of each kind that people's acts come in."""
    slack, nia = office.slack, office.nia
    said = await nia.says("7.3 on track")
    await nia.edits(said, "7.3 at risk")
    await nia.deletes(said)
    await nia.mentions("status", office.board)
    await nia.drops("lamps.txt", b"none")
    await nia.takes_shortcut("anything")
    await nia.takes_shortcut("anything", on=said)
    await nia.opens_home()
    await nia.hears()
    await nia.presses("Undo")
    await slack.settled()
    kinds = {str(each.payload.get("event", each.payload)): each for each in slack.deliveries.made}
    return [each.payload for each in kinds.values()]


@given(data=some.data())
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_no_part_of_a_payload_can_be_so_wrong_that_it_is_a_fault(
    office: Office, sound: list[dict[str, object]], data: some.DataObject
) -> None:
    payload = data.draw(some.sampled_from(sound))
    places = data.draw(some.lists(some.integers(0, 30), min_size=1, max_size=5))
    body = json.dumps(changed(payload, places, data.draw(ANYTHING))).encode()
    kind = JSON if "event" in payload else FORM
    body = body if kind == JSON else urlencode({"payload": body}).encode()
    again = {"X-Slack-Retry-Num": "1"}  # the same bytes may come in more than one example
    signed = office.slack.deliveries.signed(body) | again
    assert await posted(office.slack, body, signed, kind) < 500


async def test_nothing_that_was_turned_away_was_kept(office: Office) -> None:
    body = json.dumps({"type": "event_callback", "event": {"type": "message"}}).encode()
    await posted(office.slack, body, {})
    async with office.store("harbour") as unit:
        assert await unit.inbox.waiting(1) == []
