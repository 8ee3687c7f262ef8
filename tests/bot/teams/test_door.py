"""Only what Teams signed for us comes in; whatever else is sent, nobody else waits for it."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Mapping

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from pydantic import SecretStr

from bot.clock import SystemClock
from bot.teams.door import LARGEST, PATH, Door
from bot.teams.sdk import Registration, connect, hear_by
from tests.standins.teams.keys import ISSUER, KeyServer, Signer
from tests.standins.teams.ours import OURS

SERVICE = "https://smba.trafficmanager.net/uk/"
BOT = Registration(client_id="bot-1", client_secret=SecretStr("s" * 32), tenant="tenant-1")
ACTIVITY = {
    "type": "message",
    "id": "1",
    "text": "7.3 done",
    "serviceUrl": SERVICE,
    "channelId": "msteams",
    "from": {"id": "29:nia"},
    "recipient": {"id": "28:bot"},
    "conversation": {"id": "a:nia"},
}
NOW = int(SystemClock().now().timestamp())
THEIRS = Signer.new("ours")


class Teams:
    """Delivers to the bot over HTTP, and knows what got through."""

    def __init__(self, client: TestClient[web.Request, web.Application]) -> None:
        self.client = client
        self.heard: list[Mapping[str, object]] = []

    async def hears(self, activity: Mapping[str, object]) -> tuple[int, None]:
        self.heard.append(activity)
        return 200, None

    async def delivers(self, token: str | None, body: object = ACTIVITY) -> int:
        headers = {} if token is None else {"Authorization": token}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self.client.post(PATH, data=data, headers=headers) as answer:
            assert (await answer.read()) in (b"", b'{"error": "Unauthorized"}')
            return answer.status


async def ping(_: web.Request) -> web.Response:
    return web.Response()


@pytest.fixture
async def teams(keys: KeyServer) -> AsyncIterator[Teams]:
    door = Door(patience=0.5)
    app = web.Application()
    app.router.add_post(PATH, door.receive)
    app.router.add_get("/ping", ping)
    async with TestClient(TestServer(app)) as client:
        there = Teams(client)
        cloud = with_overrides(PUBLIC, openid_metadata_url=keys.metadata)
        hear_by(await connect(BOT, door, cloud), there.hears)
        yield there


def claims(**but: object) -> dict[str, object]:
    now = NOW
    usual = {"iss": ISSUER, "aud": "bot-1", "serviceurl": SERVICE, "iat": now, "exp": now + 3600}
    return {name: value for name, value in (usual | but).items() if value is not None}


def bearer(**but: object) -> str:
    return f"Bearer {OURS.token(claims(**but))}"


async def test_what_teams_signed_comes_in_whole(teams):
    assert await teams.delivers(bearer()) == 200
    assert teams.heard[0]["text"] == "7.3 done"
    assert teams.heard[0]["from"] == {"id": "29:nia"}


def unsigned() -> str:
    parts = ({"alg": "none", "typ": "JWT", "kid": "ours"}, claims())
    coded = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in parts)
    return f"Bearer {b'.'.join(coded).decode()}."


def with_a_shared_secret() -> str:
    token = jwt.encode(claims(), "x" * 32, algorithm="HS256", headers={"kid": "ours"})
    return f"Bearer {token}"


def naming_its_own_keys(*names: str) -> str:
    """Headers by which some libraries are told where the key is to be had, or what it is."""
    evil = {"jku": "https://evil.example/keys", "x5u": "https://evil.example/chain", "x5c": ["a"]}
    headers = {"kid": "ours", **{name: evil[name] for name in names}}
    return f"Bearer {jwt.encode(claims(), THEIRS.key, algorithm='RS256', headers=headers)}"


FORGED = {
    "none": None,
    "garbage": "Bearer abc",
    "not even that": "Bearer ",
    "lower case": bearer().replace("Bearer", "bearer"),
    "another key of the same name": f"Bearer {THEIRS.token(claims())}",
    "unknown key": f"Bearer {Signer(OURS.key, 'elsewhere').token(claims())}",
    "another bot": bearer(aud="bot-2"),
    "another issuer": bearer(iss="https://evil.example"),
    "an Entra issuer": bearer(iss="https://login.microsoftonline.com/t/v2.0", tid="t"),
    "an old Entra issuer": bearer(iss="https://sts.windows.net/t/", tid="t"),
    "expired": bearer(exp=NOW - 3600, iat=NOW - 7200),
    "without an end": bearer(exp=None),
    "another service": bearer(serviceurl="https://smba.trafficmanager.net/de/"),
    "no service": bearer(serviceurl=None),
    "a shared secret": with_a_shared_secret(),
    "unsigned": unsigned(),
    "keys of its own": naming_its_own_keys("jku"),
    "a chain of its own": naming_its_own_keys("x5u", "x5c"),
    "a key by another way": f"Bearer {Signer(OURS.key, '../../keys').token(claims())}",
}


@pytest.mark.parametrize("kind", FORGED)
async def test_what_is_forged_stays_out(teams, kind):
    assert await teams.delivers(FORGED[kind]) == 401
    assert teams.heard == []


@pytest.mark.parametrize(
    "address", [None, "https://evil.example/", "http://smba.trafficmanager.net/", "https://[", 7]
)
async def test_only_services_of_microsoft_are_spoken_to(teams, address):
    body = {**ACTIVITY, "serviceUrl": address}

    assert await teams.delivers(bearer(serviceurl=address), body) == 401
    assert teams.heard == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"", 400),
        (b"[1]", 400),
        (b'"message"', 400),
        (b"\xff\xfe", 400),
        (b"{}", 400),
        (b'{"type": 7}', 400),
        (b"[" * 100_000, 400),
        (b'{"type": "message", "text": "' + b"a" * LARGEST + b'"}', 413),
    ],
    ids=range(9),
)
async def test_what_is_no_activity_is_turned_away_in_one_word(teams, body, status):
    assert await teams.delivers(bearer(), body) == status
    assert teams.heard == []


@pytest.mark.parametrize("kind", ["typing", "invoke", "brandNew", "messageUpdate"])
async def test_an_activity_of_any_kind_comes_in(teams, kind):
    assert await teams.delivers(bearer(), {**ACTIVITY, "type": kind}) == 200
    assert teams.heard[0]["type"] == kind


@pytest.mark.parametrize("kind", FORGED)
async def test_what_is_forged_has_nothing_fetched(teams, keys, kind):
    """The keys are there already; no server is asked for others, whatever a token says."""
    await teams.delivers(bearer())
    before = keys.fetches()
    for _ in range(3):
        assert await teams.delivers(FORGED[kind]) == 401

    assert keys.fetches() == before


async def test_no_key_is_fetched_for_what_is_refused_by_its_claims(teams, keys):
    before = keys.fetches()
    for tenant in range(5):
        issuer = f"https://login.microsoftonline.com/{tenant}/v2.0"
        await teams.delivers(bearer(iss=issuer, tid=str(tenant)))

    assert keys.fetches() == before


async def test_nobody_waits_while_the_key_server_hangs(teams, keys):
    keys.slow_by(5)
    try:
        delivery = asyncio.create_task(teams.delivers(bearer()))
        await asyncio.sleep(0.1)
        async with teams.client.get("/ping") as answer:
            assert answer.status == 200
        assert not delivery.done()
        assert await delivery == 503
    finally:
        keys.slow_by(0)
