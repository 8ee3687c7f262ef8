"""Workspaces and whole organisations let Planbot in by its own pages, and put it out again."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.desk import Desk
from bot.slack.install import COOKIE
from bot.slack.manifest import manifest
from domain.ports import Store
from store.opening import keep_in_memory
from store.seal import Seal, new_key
from store.sql.connections import SqlConnections
from tests.bot.slack.at_work import running, settings_for
from tests.bot.slack.conftest import fields, words
from tests.bot.test_running import free_port
from tests.standins.slack import Person, Slack, Team

PLAN = b"Section,Ref,Action,By when,Lead\nTides,1.1,Chart the tides,30 June 2031,Ada Fen\n"


@dataclass
class Offered:
    """Planbot with an install page, its tokens kept in a database."""

    slack: Slack
    store: Store
    desk: Desk
    connections: SqlConnections
    base: str
    file: Path

    @property
    def page(self) -> str:
        return f"{self.base}/slack/install"


@pytest.fixture
async def offered(slack: Slack, on_sqlite: AsyncEngine, tmp_path: Path) -> AsyncIterator[Offered]:
    slack.pacing.on = False
    key, port, store = new_key(), free_port(), keep_in_memory()
    base = f"http://127.0.0.1:{port}"
    slack.app.adopt(manifest(base))
    connections = SqlConnections(on_sqlite, Seal([SecretStr(key)]))
    settings = settings_for(
        slack,
        None,
        PLANBOT_SLACK_CLIENT_ID=slack.app.client_id,
        PLANBOT_SLACK_CLIENT_SECRET=slack.app.client_secret,
        PLANBOT_KEY=key,
        PLANBOT_PUBLIC_URL=base,
    )
    async with running(slack, store, settings, connections, port) as (desk, _):
        yield Offered(slack, store, desk, connections, base, tmp_path / "test.db")


async def let_in(offered: Offered, team: Team, name: str = "Ada Fen", wide: bool = False) -> Person:
    """Somebody who may, installs Planbot, drops a plan into it and stores it."""
    email = f"{name.split()[0].lower()}@{team.domain}.example"
    who = offered.slack.person(team, name, email=email, admin=True)
    status, page = await offered.slack.installs(who, offered.page, wide=wide)
    assert (status, "Planbot is installed" in page) == (200, True)
    await who.drops("tides.csv", PLAN)
    await who.presses("Store it", on=await who.hears())
    assert "Stored as" in words(await who.hears())
    return who


async def test_a_workspace_installs_talks_and_is_forgotten_when_it_puts_us_out(
    offered: Offered,
) -> None:
    team = offered.slack.team("Quay")
    ada = await let_in(offered, team)
    await ada.says("1.1 on track")
    assert "Recorded: 1.1" in words(await ada.hears())
    [connection] = await offered.connections.all("slack")
    assert (connection.team, connection.workspace) == (team.id, f"slack-{team.id}")
    await offered.slack.uninstall(team)
    assert await offered.connections.all("slack") == []


async def test_who_speaks_is_known_while_somebody_else_writes_to_the_file(
    offered: Offered,
) -> None:
    ada = await let_in(offered, offered.slack.team("Quay"))
    offered.slack.clock.moment += timedelta(minutes=2)  # so that the token is looked up again
    with closing(sqlite3.connect(offered.file, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        await ada.says("show 1.1")
        assert "Chart the tides" in words(await ada.hears())


async def test_its_token_cannot_be_read_where_it_is_kept(offered: Offered) -> None:
    await let_in(offered, offered.slack.team("Quay"))
    [connection] = await offered.connections.all("slack")
    token = connection.token.get_secret_value()
    assert token in offered.slack.world.tokens
    kept = b"".join(each.read_bytes() for each in offered.file.parent.glob("test.db*"))
    assert connection.team.encode() in kept and token.encode() not in kept


async def test_a_token_that_is_revoked_is_forgotten_as_well(offered: Offered) -> None:
    team = offered.slack.team("Quay")
    await let_in(offered, team)
    offered.slack.app.events = tuple({*offered.slack.app.events} - {"app_uninstalled"})
    await offered.slack.uninstall(team)
    assert await offered.connections.all("slack") == []


async def test_a_person_who_revokes_their_own_token_puts_nobody_out(offered: Offered) -> None:
    team = offered.slack.team("Quay")
    await let_in(offered, team)
    event = {"tokens": {"oauth": ["U1"], "bot": []}}
    await offered.slack._tell_team(team.id, "tokens_revoked", event)
    assert len(await offered.connections.all("slack")) == 1


async def test_what_tells_late_of_an_earlier_removal_puts_nobody_out(offered: Offered) -> None:
    team = offered.slack.team("Quay")
    ada = await let_in(offered, team)
    deliveries = await offered.slack.uninstall(team)
    offered.slack.clock.moment += timedelta(minutes=4)
    assert (await offered.slack.installs(ada, offered.page))[0] == 200
    for each in deliveries:
        await offered.slack.deliveries.repeat(each)
    assert len(await offered.connections.all("slack")) == 1
    await ada.says("1.1 complete")
    assert "Recorded: 1.1" in words(await ada.hears())


async def test_installing_again_keeps_the_plan_and_takes_the_new_token(offered: Offered) -> None:
    team = offered.slack.team("Quay")
    ada = await let_in(offered, team)
    [before] = await offered.connections.all("slack")
    await offered.slack.uninstall(team)
    await offered.slack.installs(ada, offered.page)
    [after] = await offered.connections.all("slack")
    assert after.token != before.token
    await ada.says("show 1.1")
    assert "Chart the tides" in words(await ada.hears())


async def state_of(offered: Offered, browser: aiohttp.ClientSession) -> str:
    """The state that the page hands out to a browser."""
    async with browser.get(offered.page) as page:
        text = await page.text()
    return text.split("state=")[1].split("&")[0]


def a_browser() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))


async def comes_back(offered: Offered, browser: aiohttp.ClientSession, **asked: str) -> int:
    async with browser.get(f"{offered.base}/slack/installed", params=asked) as answer:
        assert "<script" not in await answer.text()
        return answer.status


async def test_a_state_is_good_once_in_its_browser_and_not_for_long(offered: Offered) -> None:
    async with a_browser() as mine, a_browser() as theirs:
        state = await state_of(offered, mine)
        assert await comes_back(offered, mine, code="x", state="<script>") == 401  # forged
        assert await comes_back(offered, mine, code="x") == 401
        assert await comes_back(offered, theirs, code="x", state=state) == 401  # of another
        assert await comes_back(offered, mine, state=state) == 400  # Slack was told not to
        assert await comes_back(offered, mine, code="x", state=state) == 401  # used before
        late = await state_of(offered, mine)
        offered.slack.clock.moment += timedelta(minutes=11)
        assert await comes_back(offered, mine, code="x", state=late) == 401
    assert await offered.connections.all("slack") == []


async def test_a_used_state_is_not_good_again_where_the_browser_kept_it(offered: Offered) -> None:
    team = offered.slack.team("Quay")
    ada = offered.slack.person(team, "Ada Fen", email="ada@quay.example", admin=True)
    async with a_browser() as browser:
        state = await state_of(offered, browser)
        for status in (200, 401):
            there = _let_in_by_slack(offered, ada, state)
            async with browser.get(there, cookies={COOKIE: state}) as answer:
                assert answer.status == status


def _let_in_by_slack(offered: Offered, who: Person, state: str) -> str:
    """Where Slack sends the browser of somebody who said yes, with a new code each time."""
    app = offered.slack.app
    asked = {
        "client_id": app.client_id,
        "scope": ",".join(app.scopes),
        "redirect_uri": f"{offered.base}/slack/installed",
        "state": state,
    }
    return offered.slack.grants.authorise(asked, who.user.team, who.id)


async def test_whoever_only_looks_at_the_page_leaves_nothing_behind(offered: Offered) -> None:
    async with a_browser() as browser:
        for _ in range(20):
            state = await state_of(offered, browser)
        assert await comes_back(offered, browser, code="guessed", state=state) == 502
    with closing(sqlite3.connect(offered.file)) as another:
        assert another.execute("SELECT count(*) FROM promises").fetchone() == (0,)


async def test_a_code_that_slack_does_not_confirm_installs_nothing(offered: Offered) -> None:
    async with a_browser() as browser:
        state = await state_of(offered, browser)
        assert await comes_back(offered, browser, code="guessed", state=state) == 502
    assert await offered.connections.all("slack") == []


async def test_a_second_who_installs_does_not_administer_what_another_does(
    offered: Offered,
) -> None:
    team = offered.slack.team("Quay")
    await let_in(offered, team)
    bob = offered.slack.person(team, "Bob Weir", email="bob@quay.example", admin=True)
    await offered.slack.installs(bob, offered.page)
    await bob.says("people")
    assert "I do not know you yet" in words(await bob.hears())


async def test_a_whole_organisation_installs_once_and_all_its_teams_are_heard(
    offered: Offered,
) -> None:
    slack = offered.slack
    quay, dock = slack.team("Quay", enterprise="Coast"), slack.team("Dock", enterprise="Coast")
    ada = await let_in(offered, quay, wide=True)
    [connection] = await offered.connections.all("slack")
    assert connection.team == connection.enterprise == quay.enterprise

    bea = slack.person(dock, "Bea Holm", email="bea@dock.example")
    assert bea.id.startswith("W")
    await bea.says("help")
    assert "I do not know you yet" in words(await bea.hears())
    await ada.presses("Somebody new", on=await ada.hears())
    assert "Just tell me" in words(await bea.hears())
    await ada.hears()
    await ada.says("pass 1.1 to Bea Holm")
    await ada.presses("Yes, it is now Bea Holm’s", on=await ada.hears())
    assert "1.1 is Bea Holm’s from now on" in words(await ada.hears())

    board = slack.channel(dock, "board", bea)
    asked = await bea.mentions("show 1.1", board)
    assert (await bea.hears()).thread_ts == asked.ts
    await bea.says("1.1 on track", board, thread=asked)
    answer = await bea.hears()
    assert "Recorded: 1.1" in words(answer)
    await bea.presses("Change…", on=answer)
    await slack.until(lambda: _is_there(slack, bea))
    await bea.fills({"How does it stand?": "At risk"})
    assert "at risk" in words(await bea.hears())
    await bea.command("/plan show 1.1", board)
    assert "Chart the tides" in words(await bea.hears())
    await bea.opens_home()
    home = await bea.sees_home()
    await slack.until(lambda: fields(home)[0].label == "On track" or None)
    await bea.presses("Complete", on=home)
    assert "complete, thank you" in words(await bea.hears())

    await slack.uninstall(dock)
    assert await offered.connections.all("slack") == []


def _is_there(slack: Slack, who: Person) -> bool | None:
    view = slack.modals.top(who.id)
    return bool(view and "Change" in str(view.body["title"])) or None


async def test_strangers_of_a_shared_channel_are_not_heard_by_an_organisation(
    offered: Offered,
) -> None:
    slack = offered.slack
    quay = slack.team("Quay", enterprise="Coast")
    ada = await let_in(offered, quay, wide=True)
    guest = slack.person(slack.team("Elsewhere"), "Guest Lark")
    shared = slack.channel(quay, "shared", ada, guest)
    await guest.mentions("show 1.1", shared)
    await offered.desk.idle()
    assert [each for each in slack.world.shown if each.channel == shared.id and each.bot_id] == []
    async with offered.store(f"slack-{quay.enterprise}") as unit:
        assert await unit.newcomers.all() == []


async def test_who_leaves_any_team_of_the_organisation_is_noticed(offered: Offered) -> None:
    slack = offered.slack
    quay, dock = slack.team("Quay", enterprise="Coast"), slack.team("Dock", enterprise="Coast")
    ada = await let_in(offered, quay, wide=True)
    bea = slack.person(dock, "Bea Holm", email="bea@dock.example")
    await bea.says("help")
    await bea.hears()
    await ada.presses("Somebody new", on=await ada.hears())
    await ada.hears()
    await slack.leaves(bea)
    assert "Bea Holm’s Slack account was deactivated" in words(await ada.hears())
