"""A key is fetched by threads of its own and is on the ring before the SDK asks for it."""

import asyncio
import threading
from dataclasses import dataclass, field

import jwt
import pytest

from bot.teams.keyring import FETCHERS, FRESH, THREADS, Keyring, named
from tests.standins.teams.keys import Signer
from tests.standins.teams.ours import OURS

PATIENCE = 5.0
KNOWN = OURS.token({"aud": "bot-1"})
NEW = Signer(OURS.key, "another").token({"aud": "bot-1"})


@dataclass
class Source:
    """A key server that hangs for keys that it does not know, until it is let go."""

    asked: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    waiting: threading.Event = field(default_factory=threading.Event)
    answers: threading.Event = field(default_factory=threading.Event)
    down: bool = False

    def get_signing_key_from_jwt(self, token: str) -> object:
        self.asked.append(named(token))
        self.threads.add(threading.current_thread().name.rpartition("_")[0])
        if self.down:
            raise jwt.PyJWKClientConnectionError("no answer")
        if named(token) != OURS.name:
            self.waiting.set()
            self.answers.wait()
        return "a key"


@pytest.fixture
def source():
    source = Source()
    yield source
    source.answers.set()


async def test_a_key_is_on_the_ring_once_it_is_fetched_and_never_before(source):
    ring = Keyring(source)
    with pytest.raises(jwt.PyJWKClientError):
        ring.get_signing_key_from_jwt(KNOWN)
    await ring.fetch(KNOWN, PATIENCE)

    assert ring.get_signing_key_from_jwt(KNOWN) == "a key"
    assert (source.asked, source.threads) == ([OURS.name], {THREADS})


async def test_a_key_is_asked_for_again_when_it_has_been_there_for_long(source):
    now = [0.0]
    ring = Keyring(source, lambda: now[0])
    for now[0] in (0.0, FRESH - 1, FRESH + 1, FRESH + 2):
        await ring.fetch(KNOWN, PATIENCE)

    assert source.asked == [OURS.name] * 2


async def test_while_fetches_hang_a_known_key_is_there_and_others_are_waited_for_in_vain(source):
    ring = Keyring(source)
    await ring.fetch(KNOWN, PATIENCE)
    hanging = [asyncio.create_task(ring.fetch(NEW, PATIENCE)) for _ in range(3 * FETCHERS)]
    await asyncio.to_thread(source.waiting.wait)

    await ring.fetch(KNOWN, 0.0)
    assert ring.get_signing_key_from_jwt(KNOWN) == "a key"
    with pytest.raises(TimeoutError):
        await ring.fetch(NEW, 0.01)
    for each in hanging:
        each.cancel()
    ring.close()


async def test_a_key_server_that_is_down_leaves_no_key(source):
    ring, source.down = Keyring(source), True
    with pytest.raises(jwt.PyJWKClientConnectionError):
        await ring.fetch(KNOWN, PATIENCE)
    with pytest.raises(jwt.PyJWKClientError):
        ring.get_signing_key_from_jwt(KNOWN)


@pytest.mark.parametrize("headers", [{}, {"kid": "7"}])
def test_a_key_must_be_named(headers):
    token = jwt.encode({}, "x" * 32, headers=headers)
    if headers:
        assert named(token) == "7"
    else:
        with pytest.raises(jwt.InvalidTokenError):
            named(token)
