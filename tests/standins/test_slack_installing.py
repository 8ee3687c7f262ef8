"""The app is let into teams and organisations by their admins, as Slack has it done."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, encode_basic_auth, web
from slack_sdk.web.async_client import AsyncWebClient

from tests.standins.slack import Slack


@dataclass
class Installer:
    """An app with an install page, that remembers the code it was given."""

    slack: Slack
    address: str = ""
    scopes: str = "chat:write,commands"
    codes: list[str] = field(default_factory=list)

    async def page(self, _: web.Request) -> web.Response:
        client = self.slack.app.client_id
        back = f"redirect_uri={self.address}/slack/oauth_redirect"
        link = f"{self.slack.url}/oauth/v2/authorize?state=s1&client_id={client}&amp;{back}"
        return web.Response(
            text=f'<a href="{link}&amp;scope={self.scopes}">Add</a>', content_type="text/html"
        )

    async def back(self, request: web.Request) -> web.Response:
        assert request.query["state"] == "s1"
        self.codes.append(request.query["code"])
        return web.Response(text="Thank you")

    async def access(self, code: str, secret: str | None = None) -> dict[str, object]:
        app = self.slack.app
        client = AsyncWebClient(base_url=self.slack.api_url)
        given = {"code": code, "redirect_uri": f"{self.address}/slack/oauth_redirect"}
        given |= {"client_id": app.client_id, "client_secret": secret or app.client_secret}
        answer = await client.api_call("oauth.v2.access", data=given)
        assert isinstance(answer.data, dict)
        return answer.data


@pytest.fixture
async def installer(slack: Slack) -> AsyncIterator[Installer]:
    installer = Installer(slack)
    app = web.Application()
    app.router.add_get("/slack/install", installer.page)
    app.router.add_get("/slack/oauth_redirect", installer.back)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    installer.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield installer
    await runner.cleanup()


async def test_an_admin_says_yes_and_the_app_gets_a_token_for_the_code_once(
    slack: Slack, installer: Installer
):
    team = slack.team("Harbour", enterprise="Coast")
    nia = slack.person(team, "Nia Quill")
    ended = await slack.installs(nia, f"{installer.address}/slack/install")
    [code] = installer.codes
    granted = await installer.access(code)

    assert ended == (200, "Thank you")
    assert granted["team"] == {"id": team.id, "name": "Harbour"}
    assert granted["scope"] == "chat:write,commands"
    assert granted["enterprise"] == {"id": team.enterprise, "name": "Coast"}
    client = AsyncWebClient(token=str(granted["access_token"]), base_url=slack.api_url)
    assert (await client.auth_test())["enterprise_id"] == team.enterprise
    with pytest.raises(Exception, match="invalid_code"):
        await installer.access(code)


async def test_a_whole_organisation_is_let_in_with_one_token(slack: Slack, installer: Installer):
    harbour = slack.team("Harbour", enterprise="Coast")
    quay = slack.team("Quay", enterprise="Coast")
    nia = slack.person(harbour, "Nia Quill")
    await slack.installs(nia, f"{installer.address}/slack/install", wide=True)
    granted = await installer.access(installer.codes[0])

    assert (granted["is_enterprise_install"], granted["team"]) == (True, None)
    [token] = slack.world.tokens_of(quay.id)
    assert token.value == granted["access_token"]


async def test_the_secret_of_the_app_is_asked_for(slack: Slack, installer: Installer):
    nia = slack.person(slack.team("Harbour"), "Nia Quill")
    await slack.installs(nia, f"{installer.address}/slack/install")
    with pytest.raises(Exception, match="bad_client_secret"):
        await installer.access(installer.codes[0], secret="guessed")


async def test_scopes_beyond_those_of_the_manifest_are_not_granted(
    slack: Slack, installer: Installer
):
    slack.app.adopt({"oauth_config": {"scopes": {"bot": ["commands"]}}})
    nia = slack.person(slack.team("Harbour"), "Nia Quill")
    assert await slack.installs(nia, f"{installer.address}/slack/install") == (400, "invalid_scope")
    slack.faults.clear()


async def test_basic_authentication_will_do_for_the_secret(slack: Slack, installer: Installer):
    nia = slack.person(slack.team("Harbour"), "Nia Quill")
    await slack.installs(nia, f"{installer.address}/slack/install")
    app = slack.app
    back = f"{installer.address}/slack/oauth_redirect"
    given = {"code": installer.codes[0], "redirect_uri": back}
    header = {"Authorization": encode_basic_auth(app.client_id, app.client_secret)}
    async with (
        ClientSession() as session,
        session.post(f"{slack.api_url}oauth.v2.access", data=given, headers=header) as answer,
    ):
        assert (await answer.json())["ok"]
