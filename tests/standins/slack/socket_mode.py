"""Socket Mode: envelopes down a websocket, acknowledged by their ids."""

import asyncio
import secrets
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.standins.slack.app import App
from tests.standins.slack.world import Json

LISTENS = 5.0  # seconds that something waits for a socket to be there at all


@dataclass
class Sockets:
    """Who is connected, and what they have been told."""

    app: App
    base: str = ""
    tickets: set[str] = field(default_factory=set)
    open: list[web.WebSocketResponse] = field(default_factory=list)
    opened: int = 0  # how often somebody has connected
    here: asyncio.Event = field(default_factory=asyncio.Event)
    acknowledged: dict[str, asyncio.Future[Json]] = field(default_factory=dict)

    def ticket(self) -> str:
        """The address of one connection."""
        ticket = secrets.token_hex(8)
        self.tickets.add(ticket)
        return f"{self.base.replace('http', 'ws', 1)}/link/?ticket={ticket}&app_id={self.app.id}"

    async def connect(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self.tickets:
            return web.Response(status=401, text="no such ticket")
        self.tickets.remove(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.open.append(socket)
        self.opened += 1
        await socket.send_json(self._hello())
        self.here.set()
        try:
            await self._listen(socket)
        finally:
            self._forget(socket)
        return socket

    async def tell(self, kind: str, payload: Json, number: int, patience: float) -> Json | None:
        """What came back with the acknowledgement; None where none came in time."""
        async with asyncio.timeout(LISTENS):
            await self.here.wait()
        envelope: Json = {
            "envelope_id": secrets.token_hex(16),
            "type": kind,
            "payload": payload,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": number, "retry_reason": "timeout" if number else ""}
        id = str(envelope["envelope_id"])
        self.acknowledged[id] = asyncio.get_running_loop().create_future()
        try:
            await self.open[-1].send_json(envelope)
            async with asyncio.timeout(patience):
                return await self.acknowledged[id]
        except (TimeoutError, ConnectionError):
            return None
        finally:
            del self.acknowledged[id]

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask everybody to connect anew, as Slack does every few hours, and hang up."""
        for each in list(self.open):
            debug = {"host": "stand-in"}
            await each.send_json({"type": "disconnect", "reason": reason, "debug_info": debug})
            self._forget(each)

    async def drop(self) -> None:
        """Break off every connection without a word."""
        for each in list(self.open):
            self._forget(each)
            await each.close(code=1011)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.open),
            "connection_info": {"app_id": self.app.id},
            "debug_info": {"host": "stand-in", "approximate_connection_time": 18_060},
        }

    async def _listen(self, socket: web.WebSocketResponse) -> None:
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.data.startswith("{"):
                told = message.json()
                waiting = self.acknowledged.get(told.get("envelope_id", ""))
                if waiting is not None and not waiting.done():
                    waiting.set_result(told.get("payload") or {})

    def _forget(self, socket: web.WebSocketResponse) -> None:
        if socket in self.open:
            self.open.remove(socket)
        if not self.open:
            self.here.clear()
