"""The connector that bots post to, and the people who read and answer there.

    async with a_teams(keys, signer) as teams:
        nia = teams.person("Nia Quill")
        await nia.says("7.3 done")             # signed, delivered to teams.bot_url
        teams.chat(nia)[-1].card               # what the bot has said to her

``faults`` are taken in order by the next posts: a status, LOST (taken, but the answer never
comes) or a number of seconds to be slow by. What is posted is checked against the size limit, and
every card against what Teams takes of cards.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

import aiohttp
from aiohttp import web

from bot.clock import SetClock, SystemClock
from tests.standins.teams.cards import faults_of
from tests.standins.teams.keys import ISSUER, Signer

TENANT = "tenant-1"
BOT_ID = "bot-1"
LOST = "lost"
LARGEST = 28 * 1024
FILE = "application/vnd.microsoft.teams.file.download.info"
CARD = "application/vnd.microsoft.card.adaptive"

type Fault = int | float | str


@dataclass
class Posted:
    """A message of the bot's, as it stands now."""

    id: str
    activity: dict[str, Any]
    edits: int = 0

    @property
    def card(self) -> dict[str, Any]:
        [attachment] = self.activity["attachments"]
        assert attachment["contentType"] == CARD
        content: dict[str, Any] = attachment["content"]
        return content

    @property
    def text(self) -> str:
        """What it says, as a client without cards shows it."""
        told: str = self.card["fallbackText"]
        return told

    def buttons(self) -> dict[str, dict[str, Any]]:
        """What pressing each button would send, by its label."""
        return {a["title"]: a["data"] for a in self._actions() if a["type"] == "Action.Execute"}

    def form(self, label: str) -> dict[str, Any]:
        """The card that opens under a button."""
        [card] = [a["card"] for a in self._actions() if a["title"] == label]
        opened: dict[str, Any] = card
        return opened

    def _actions(self) -> list[dict[str, Any]]:
        sets = [each["actions"] for each in self.card["body"] if each["type"] == "ActionSet"]
        return [action for actions in sets for action in actions]


@dataclass
class Member:
    teams: "Teams"
    name: str
    number: int
    tenant: str = TENANT
    installed: bool = True
    role: str = "user"
    home: str = TENANT  # the tenant that vouches for them; a guest's is another

    @property
    def id(self) -> str:
        return f"29:member-{self.number}"

    @property
    def entra(self) -> str:
        return f"entra-{self.number}"

    @property
    def chat(self) -> str:
        return f"a:chat-{self.number}"

    @property
    def email(self) -> str:
        return f"{self.name.casefold().replace(' ', '.')}@harbour.example"

    def account(self) -> dict[str, str]:
        return {"id": self.id, "name": self.name, "aadObjectId": self.entra}

    def as_member(self) -> dict[str, str]:
        """As a roster has them."""
        invited = self.home != TENANT
        name = f"{self.email.replace('@', '_')}#EXT#@harbour.example" if invited else self.email
        told = {"email": self.email, "userPrincipalName": name, "userRole": self.role}
        return {**self.account(), **told, "tenantId": self.home}

    async def gets_the_app(self) -> int:
        """As when a policy of the tenant installs it for them."""
        self.installed = True
        return await self.teams.deliver(self._installation("add"))

    async def loses_the_app(self) -> int:
        self.installed = False
        return await self.teams.deliver(self._installation("remove"))

    async def adds_the_app_to(self, channel: str, *members: "Member") -> int:
        """To a team, whose people are these."""
        self.teams.rosters[channel] = list(members)
        message = self._installation("add")
        message["conversation"] = {"id": channel, "conversationType": "channel"}
        return await self.teams.deliver(message)

    def _installation(self, action: str) -> dict[str, Any]:
        return {**self.message("", None), "type": "installationUpdate", "action": action}

    async def says(self, text: str, id: str | None = None) -> int:
        """In the chat with the bot alone."""
        return await self.teams.deliver(self.message(text, id))

    async def sends(self, name: str, content: bytes, text: str = "") -> int:
        """A file, in the chat with the bot alone; Teams keeps it and says where."""
        place = f"files/{self.teams.next_id()}"
        self.teams.files[place] = content
        message = self.message(text, None)
        info = {"downloadUrl": self.teams.url + place, "uniqueId": "u", "fileType": "x"}
        message["attachments"] = [{"contentType": FILE, "name": name, "content": info}]
        return await self.teams.deliver(message)

    async def mentions(self, text: str, channel: str, id: str | None = None) -> int:
        """In a channel or group, with the bot's name in front."""
        message = self.message(f"<at>Planbot</at> {text}", id)
        message["conversation"] = {"id": channel, "conversationType": "channel"}
        bot = {"id": f"28:{BOT_ID}", "name": "Planbot"}
        message["entities"] = [{"type": "mention", "text": "<at>Planbot</at>", "mentioned": bot}]
        return await self.teams.deliver(message)

    async def presses(self, posted: Posted, label: str, where: str | None = None) -> dict[str, Any]:
        """A button; returns what Teams shows for it."""
        _, told = await self.teams.bring(self.invoke(posted, posted.buttons()[label], where))
        return told

    async def fills(
        self, posted: Posted, label: str, filled: Mapping[str, str], where: str | None = None
    ) -> dict[str, Any]:
        """The form under a button, by the labels of its fields; returns what Teams shows."""
        form = posted.form(label)
        fields = {each["label"]: each["id"] for each in form["body"]}
        [record] = form["actions"]
        data = {**record["data"], **{fields[name]: value for name, value in filled.items()}}
        _, told = await self.teams.bring(self.invoke(posted, data, where))
        return told

    def invoke(
        self, posted: Posted, data: Mapping[str, Any], where: str | None = None
    ) -> dict[str, Any]:
        """What Teams sends for a press: another id each time."""
        invoke = self.message("", None)
        invoke |= {"type": "invoke", "name": "adaptiveCard/action", "replyToId": posted.id}
        invoke["value"] = {"action": {"type": "Action.Execute", "data": data}}
        if where:
            invoke["conversation"] = {"id": where, "conversationType": "channel"}
        return invoke

    def message(self, text: str, id: str | None) -> dict[str, Any]:
        return {
            "type": "message",
            "id": id or self.teams.next_id(),
            "timestamp": self.teams.clock.moment.isoformat(),
            "text": text,
            "serviceUrl": self.teams.url,
            "channelId": "msteams",
            "from": self.account(),
            "recipient": {"id": f"28:{BOT_ID}", "name": "Planbot"},
            "conversation": {"id": self.chat, "conversationType": "personal"},
            "channelData": {"tenant": {"id": self.tenant}},
        }


@dataclass
class Teams:
    signer: Signer
    session: aiohttp.ClientSession
    clock: SetClock
    url: str = ""
    bot_url: str = ""
    people: list[Member] = field(default_factory=list)
    conversations: dict[str, list[Posted]] = field(default_factory=dict)
    faults: deque[Fault] = field(default_factory=deque)
    files: dict[str, bytes] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)
    rosters: dict[str, list[Member]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    _ids: "count[int]" = field(default_factory=lambda: count(1_700_000_000_000))

    def next_id(self) -> str:
        return str(next(self._ids))

    def person(self, name: str, **but: Any) -> Member:
        member = Member(self, name, len(self.people) + 1, **but)
        self.people.append(member)
        return member

    def chat(self, member: Member) -> list[Posted]:
        return self.conversations.get(member.chat, [])

    def token(self) -> str:
        now = int(SystemClock().now().timestamp())
        claims: dict[str, object] = {"iss": ISSUER, "aud": BOT_ID, "serviceurl": self.url}
        return self.signer.token(claims | {"iat": now, "exp": now + 3600})

    async def deliver(self, activity: Mapping[str, Any]) -> int:
        """Bring something to the bot, signed; returns the status it answers with."""
        return (await self.bring(activity))[0]

    async def bring(
        self, activity: Mapping[str, Any], to: str | None = None
    ) -> tuple[int, dict[str, Any]]:
        """The same, to the bot or to another process of it; returns the answer as well."""
        headers = {"Authorization": f"Bearer {self.token()}"}
        to = to or self.bot_url
        async with self.session.post(to, json=activity, headers=headers) as answer:
            body = await answer.read()
            told = json.loads(body) if body else {}
            if told.get("type") == CARD:
                self.wrong += faults_of(told["value"])
            self.answers.append(told)
            return answer.status, told

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_post("/v3/conversations", self._create)
        app.router.add_post("/v3/conversations/{id}/activities", self._post)
        app.router.add_get("/v3/conversations/{id}/members/{member}", self._member)
        app.router.add_get("/v3/conversations/{id}/pagedMembers", self._members)
        app.router.add_put("/v3/conversations/{id}/activities/{activity}", self._put)
        app.router.add_get("/{place:files/.+}", self._file)
        return app

    async def _file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["place"])
        assert "Authorization" not in request.headers
        return web.Response(status=404) if content is None else web.Response(body=content)

    async def _create(self, request: web.Request) -> web.Response:
        body = await request.json()
        wanted = body["members"][0]["id"]
        self.calls.append(f"create {wanted}")
        found = [each for each in self.people if wanted in (each.id, each.entra)]
        if not found or not found[0].installed or body.get("tenantId") != found[0].tenant:
            return web.json_response({"error": {"code": "BotNotInConversationRoster"}}, status=403)
        return web.json_response({"id": found[0].chat}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        conversation, body = request.match_info["id"], await request.read()
        self.calls.append(f"post {conversation}")
        assert request.headers["Authorization"].startswith("Bearer ")
        assert len(body) <= LARGEST, f"{len(body)} bytes"
        fault = self.faults.popleft() if self.faults else None
        if isinstance(fault, int):
            headers = {"Retry-After": "3"} if fault == 429 else {}
            return web.json_response({}, status=fault, headers=headers)
        if any(each.chat == conversation and not each.installed for each in self.people):
            return web.json_response({"error": {"code": "MessageWritesBlocked"}}, status=403)
        posted = Posted(self.next_id(), json.loads(body))
        self._look_at(posted)
        self.conversations.setdefault(conversation, []).append(posted)
        if isinstance(fault, float):
            await asyncio.sleep(fault)
        if fault == LOST and request.transport:
            request.transport.close()
        return web.json_response({"id": posted.id}, status=201)

    async def _member(self, request: web.Request) -> web.Response:
        wanted = request.match_info["member"]
        for each in self.people:
            if wanted in (each.id, each.entra):
                return web.json_response(each.as_member())
        return web.json_response({}, status=404)

    async def _members(self, request: web.Request) -> web.Response:
        """A few at a time, as a large team's come."""
        first = int(request.query.get("continuationToken", 0))
        found = self.rosters.get(request.match_info["id"], [])
        told: dict[str, Any] = {"members": [each.as_member() for each in found[first : first + 2]]}
        if first + 2 < len(found):
            told["continuationToken"] = str(first + 2)
        return web.json_response(told)

    async def _put(self, request: web.Request) -> web.Response:
        conversation, id = request.match_info["id"], request.match_info["activity"]
        self.calls.append(f"put {conversation} {id}")
        for each in self.conversations.get(conversation, []):
            if each.id == id:
                each.activity, each.edits = await request.json(), each.edits + 1
                self._look_at(each)
                return web.json_response({"id": id})
        return web.json_response({}, status=404)

    def _look_at(self, posted: Posted) -> None:
        """Note what Teams would not show of a card."""
        self.wrong += faults_of(posted.card)


@asynccontextmanager
async def a_teams(signer: Signer, start: datetime) -> AsyncIterator[Teams]:
    """A Teams on a port of its own, until the block is left."""
    async with aiohttp.ClientSession() as session:
        teams = Teams(signer, session, SetClock(start))
        runner = web.AppRunner(teams.app(), access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        teams.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        try:
            yield teams
            assert teams.wrong == []
        finally:
            await runner.cleanup()
