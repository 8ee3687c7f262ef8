"""Who has let the bot in is kept with the token unreadable, on every store."""

import asyncio
from datetime import timedelta

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.connections import Connection, Connections, Reference, References
from domain.problems import StoreUnavailable
from store.memory.connections import MemoryConnections, MemoryReferences
from store.opening import keep_in
from store.seal import Seal, new_key
from store.sql.connections import SqlConnections, SqlReferences
from tests.builders import NOW, an_outgoing
from tests.conftest import PATIENCE

KEY = SecretStr(Fernet.generate_key().decode())
SECOND = timedelta(seconds=1)


def a_connection(team: str = "T1", **but: object) -> Connection:
    usual = {
        "platform": "slack",
        "team": team,
        "workspace": "harbour",
        "token": "bot-token-of-" + team,
        "bot": "UBOT",
        "scopes": ("chat:write", "commands"),
        "connected_by": "U1",
        "connected_at": NOW,
    }
    return Connection.model_validate(usual | but)


@pytest.fixture(params=["in_memory", "on_sqlite", "on_postgresql"])
def connections(request: pytest.FixtureRequest) -> Connections:
    if request.param == "in_memory":
        return MemoryConnections(Seal([KEY]))
    return SqlConnections(request.getfixturevalue(request.param), Seal([KEY]))


@pytest.fixture
def team(request: pytest.FixtureRequest) -> str:
    """A team that no other test uses."""
    return request.node.nodeid


async def test_what_is_put_comes_back_whole(connections, team):
    await connections.put(a_connection(team))

    kept = await connections.get("slack", team)
    assert kept == a_connection(team)
    assert kept.token.get_secret_value() == "bot-token-of-" + team
    assert await connections.get("teams", team) is None


async def test_connecting_again_replaces_token_and_workspace(connections, team):
    await connections.put(a_connection(team))
    await connections.put(a_connection(team, token="newer", workspace="elsewhere"))

    kept = await connections.get("slack", team)
    assert (kept.token.get_secret_value(), kept.workspace) == ("newer", "elsewhere")
    assert [each.team for each in await connections.all("slack") if each.team == team] == [team]


async def test_several_teams_may_share_a_workspace_in_order_of_their_names(connections, team):
    for name in (team + "b", team + "a"):
        await connections.put(a_connection(name))

    own = [each.team for each in await connections.all("slack") if each.team.startswith(team)]
    assert own == [team + "a", team + "b"]


async def test_what_is_removed_is_gone_with_its_token(connections, team):
    await connections.put(a_connection(team))

    assert await connections.remove("slack", team)
    assert not await connections.remove("slack", team)
    assert await connections.get("slack", team) is None


async def test_a_promised_secret_can_be_brought_back_once(connections):
    secret = connections.promise(NOW + SECOND)

    assert connections.stands(secret, NOW)
    assert await connections.redeem(secret, NOW)
    assert not await connections.redeem(secret, NOW)


async def test_a_promise_runs_out(connections):
    secret = connections.promise(NOW + SECOND)

    assert not connections.stands(secret, NOW + SECOND)
    assert not await connections.redeem(secret, NOW + SECOND)


async def test_two_promises_are_two_secrets(connections):
    one, other = connections.promise(NOW + SECOND), connections.promise(NOW + SECOND)

    assert await connections.redeem(one, NOW)
    assert await connections.redeem(other, NOW)


@pytest.mark.parametrize(
    "secret",
    [
        "",
        "never promised",
        "ünversprochen",
        Seal([SecretStr(new_key())]).close(SecretStr("promise 2199-01-01T00:00:00+00:00 x")),
        Seal([KEY]).close(SecretStr("bot-token-of-quay")).rstrip("="),
    ],
)
async def test_what_was_never_promised_is_not_believed(connections, secret):
    assert not connections.stands(secret, NOW)
    assert not await connections.redeem(secret, NOW)


async def test_of_two_who_bring_a_secret_back_at_once_one_is_believed(connections):
    secret = connections.promise(NOW + SECOND)

    believed = await asyncio.gather(*(connections.redeem(secret, NOW) for _ in range(4)))
    assert sorted(believed) == [False, False, False, True]


async def promises_in(engine: AsyncEngine) -> list[str]:
    async with engine.connect() as connection:
        return [row.digest for row in await connection.execute(text("SELECT * FROM promises"))]


async def test_what_is_only_promised_is_not_kept_and_what_is_redeemed_until_it_runs_out(
    engine: AsyncEngine,
):
    connections = SqlConnections(engine, Seal([KEY]))
    before = await promises_in(engine)
    first, later = connections.promise(NOW + SECOND), connections.promise(NOW + 3 * SECOND)
    assert await promises_in(engine) == before

    await connections.redeem(first, NOW)
    [kept] = set(await promises_in(engine)) - set(before)
    await connections.redeem(later, NOW + 2 * SECOND)
    assert kept not in await promises_in(engine)


async def test_the_database_holds_neither_token_nor_secret(engine: AsyncEngine, team):
    connections = SqlConnections(engine, Seal([KEY]))
    await connections.put(a_connection(team))
    secret = connections.promise(NOW + SECOND)
    await connections.redeem(secret, NOW)

    async with engine.connect() as connection:
        rows = [
            *(await connection.execute(text("SELECT * FROM connections"))),
            *(await connection.execute(text("SELECT * FROM promises"))),
        ]
    assert rows
    assert "bot-token-of" not in str(rows)
    assert secret not in str(rows)


async def test_keys_can_be_changed(engine: AsyncEngine, team):
    await SqlConnections(engine, Seal([KEY])).put(a_connection(team))
    newer = SecretStr(new_key())

    assert await SqlConnections(engine, Seal([newer, KEY])).get("slack", team)
    with pytest.raises(StoreUnavailable, match="another key"):
        await SqlConnections(engine, Seal([newer])).get("slack", team)


async def test_who_is_connected_and_where_is_read_while_somebody_else_writes(
    engine: AsyncEngine, team
):
    connections, references = SqlConnections(engine, Seal([KEY])), SqlReferences(engine)
    await connections.put(a_connection(team))
    await references.put(a_reference(team))
    async with keep_in(engine)(team) as writing:
        await writing.outbox.put(an_outgoing())
        async with asyncio.timeout(PATIENCE):
            assert await connections.get("slack", team) == a_connection(team)
            assert a_connection(team) in await connections.all("slack")
            assert await references.get("teams", team, "29:nia") == a_reference(team)


@pytest.mark.parametrize("key", ["", "short", "ä" * 44])
def test_what_is_no_key_is_refused(key):
    with pytest.raises(StoreUnavailable, match="is not one"):
        Seal([SecretStr(key)])


def test_a_token_is_not_shown():
    assert (
        "bot-token" not in f"{a_connection()!r} {a_connection()} {a_connection().model_dump_json()}"
    )


def a_reference(team: str, name: str = "29:nia", **but: object) -> Reference:
    usual = {"platform": "teams", "team": team, "name": name, "whole": '{"a": 1}', "seen_at": NOW}
    return Reference.model_validate(usual | but)


@pytest.fixture(params=["in_memory", "on_sqlite", "on_postgresql"])
def references(request: pytest.FixtureRequest) -> References:
    if request.param == "in_memory":
        return MemoryReferences()
    return SqlReferences(request.getfixturevalue(request.param))


async def test_references_come_back_by_their_team_and_name(references, team):
    await references.put(a_reference(team), a_reference(team, "19:quay"))

    assert await references.get("teams", team, "29:nia") == a_reference(team)
    assert await references.get("teams", team, "19:quay") == a_reference(team, "19:quay")
    assert await references.get("slack", team, "29:nia") is None
    assert await references.get("teams", team + "x", "29:nia") is None


async def test_what_was_seen_last_of_a_reference_stays(references, team):
    newer = a_reference(team, whole="newer", seen_at=NOW + SECOND)
    await references.put(newer)
    await references.put(a_reference(team))

    assert await references.get("teams", team, "29:nia") == newer


async def test_a_reference_can_be_forgotten(references, team):
    await references.put(a_reference(team))
    await references.remove("teams", team, "29:nia")

    assert await references.get("teams", team, "29:nia") is None


async def test_references_of_a_kind_are_forgotten_in_time_and_no_others(references, team):
    old = (a_reference(team, "file:old"), a_reference(team, "fileXold"), a_reference(team, "a:1"))
    young = a_reference(team, "file:young", seen_at=NOW + SECOND)
    elsewhere = a_reference(team, "file:old", platform="slack")
    await references.put(*old, young, elsewhere)
    await references.expire("teams", "file:", NOW)

    assert await references.get("teams", team, "file:old") is None
    for each in (*old[1:], young, elsewhere):
        assert await references.get(each.platform, team, each.name) == each


async def test_what_stands_for_anything_elsewhere_stands_for_itself_in_a_kind(references, team):
    await references.put(a_reference(team, "file:x"), a_reference(team, "%:x"))
    await references.expire("teams", "%:", NOW)

    assert await references.get("teams", team, "file:x") is not None
    assert await references.get("teams", team, "%:x") is None
