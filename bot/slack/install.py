"""Letting a workspace install Planbot: a page, Slack's own question, and the way back."""

import logging
import secrets
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from urllib.parse import urlencode

import aiohttp
from aiohttp import web
from pydantic import SecretStr

from bot.platform import House
from bot.settings import Settings
from bot.slack.calls import FAILURES, Answer
from bot.slack.inbound import PLATFORM
from bot.slack.manifest import CALLBACK_PATH, SCOPES
from bot.slack.roll import SlackRoll
from bot.slack.teams import Teams
from domain.connections import Connection, Connections
from domain.people import Account
from handlers.acquaintance import first_administrator

log = logging.getLogger(__name__)

INSTALL_PATH = "/slack/install"
COOKIE = "planbot-install"
GOOD_FOR = timedelta(minutes=10)
AGAIN = f"Start again at {INSTALL_PATH}."


@dataclass(frozen=True, slots=True)
class Install:
    """``connections`` keeps who let us in; a state is good once, and in one browser only.

    Anybody can look at the page: nothing is kept before Slack has confirmed who installs.
    """

    settings: Settings
    house: House
    teams: Teams
    connections: Connections

    def add_routes(self, server: web.Application) -> None:
        server.router.add_get(INSTALL_PATH, self.offer)
        server.router.add_get(CALLBACK_PATH, self.come_back)

    async def offer(self, _: web.Request) -> web.Response:
        """The page from which somebody who may install apps goes on to Slack."""
        state = self.connections.promise(self.house.clock.now() + GOOD_FOR)
        asked = {
            "client_id": self.settings.slack_client_id or "",
            "scope": ",".join(SCOPES),
            "state": state,
            "redirect_uri": self._back,
        }
        url = f"{self.settings.slack_api_url.removesuffix('api/')}oauth/v2/authorize"
        link = escape(f"{url}?{urlencode(asked)}")
        answer = _page("Install Planbot", f'<p><a href="{link}">Install Planbot in Slack</a></p>')
        answer.set_cookie(
            COOKIE,
            state,
            max_age=int(GOOD_FOR.total_seconds()),
            path=CALLBACK_PATH,
            secure=self._back.startswith("https:"),
            httponly=True,
            samesite="Lax",
        )
        return answer

    async def come_back(self, request: web.Request) -> web.Response:
        """Slack sends the browser here, with a code for the token."""
        state = request.query.get("state", "")
        same = secrets.compare_digest(request.cookies.get(COOKIE, "").encode(), state.encode())
        if not same or not self.connections.stands(state, self.house.clock.now()):
            return _no_more()
        answer = await self._installed(request.query.get("code", ""), state)
        answer.del_cookie(COOKIE, path=CALLBACK_PATH)
        return answer

    async def _installed(self, code: str, state: str) -> web.Response:
        if not code:
            return _page("Not installed", f"<p>Slack was told not to. {AGAIN}</p>", 400)
        told = await self._token(code)
        if told is None:
            return _page("Not installed", f"<p>Slack did not confirm it. {AGAIN}</p>", 502)
        if not await self.connections.redeem(state, self.house.clock.now()):
            return _no_more()
        connection = await self._connect(told)
        await self._let_in(connection, told)
        return _page(
            "Planbot is installed",
            "<p>Write to Planbot in Slack. Whoever installed it administers the plan.</p>",
        )

    @property
    def _back(self) -> str:
        return f"{self.settings.public_url}{CALLBACK_PATH}"

    async def _token(self, code: str) -> Answer | None:
        """What Slack gives for the code. The SDK's own call warns of what it does itself."""
        secret = self.settings.slack_client_secret
        form = {
            "client_id": self.settings.slack_client_id or "",
            "client_secret": secret.get_secret_value() if secret else "",
            "code": code,
            "redirect_uri": self._back,
        }
        try:
            url = f"{self.settings.slack_api_url}oauth.v2.access"
            async with self.teams.session.post(url, data=form) as answer:
                told: Answer = await answer.json()
        except (*FAILURES, aiohttp.ContentTypeError, ValueError) as trouble:
            log.warning("no_token", extra={"trouble": type(trouble).__name__})
            return None
        if not told.get("ok"):
            log.warning("no_token", extra={"trouble": str(told.get("error"))})
            return None
        return told

    async def _connect(self, told: Answer) -> Connection:
        enterprise = (told.get("enterprise") or {}).get("id")
        whole = bool(told.get("is_enterprise_install"))
        team = str(enterprise if whole else (told.get("team") or {}).get("id"))
        before = await self.connections.get(PLATFORM, team)
        connection = Connection(
            platform=PLATFORM,
            team=team,
            enterprise=enterprise,
            workspace=before.workspace if before else f"slack-{team}",
            token=SecretStr(str(told["access_token"])),
            bot=str(told.get("bot_user_id", "")),
            scopes=tuple(str(told.get("scope", "")).split(",")),
            connected_by=_installer(told),
            connected_at=self.house.clock.now(),
        )
        await self.connections.put(connection)
        self.teams.forget(team)
        log.info("installed", extra={"team": team})
        return connection

    async def _let_in(self, connection: Connection, told: Answer) -> None:
        """Whoever installed it may administer, where nobody does yet."""
        account = Account(platform=PLATFORM, workspace=connection.team, user=_installer(told))
        profile = await SlackRoll(self.teams).profile(account)
        if profile is None:
            return
        async with self.house.store(connection.workspace) as unit:
            await first_administrator(profile, unit, self.house.clock.now())
            await unit.commit()


def _installer(told: Answer) -> str:
    return str((told.get("authed_user") or {}).get("id", ""))


def _no_more() -> web.Response:
    return _page("Not installed", f"<p>This link is not good any more. {AGAIN}</p>", 401)


def _page(title: str, body: str, status: int = 200) -> web.Response:
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body><main><h1>{title}</h1>{body}</main></body></html>"
    )
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return web.Response(text=text, content_type="text/html", status=status, headers=headers)
