"""Fetching a file that somebody sent in the chat with the bot.

Teams keeps it in the sender's own OneDrive and hands over an address that is good for some minutes
and needs no token. It is kept with the conversation references, until the document is stored and
never for longer than an hour; no message has it in it.
"""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

import aiohttp

from bot.downloads import download
from bot.teams.attached import address, named, sent_files
from bot.teams.inbound import PLATFORM
from bot.teams.shapes import Activity
from domain.connections import Reference, References
from domain.conversation import Request
from domain.documents import Fetched
from domain.ports import Clock
from domain.problems import StoreUnavailable, Unreadable
from handlers.taking_in import wanted

log = logging.getLogger(__name__)

KIND = "file:"
KEPT_FOR = timedelta(hours=1)
TIDIED_EVERY = timedelta(minutes=10)
KEPT_AT = (".sharepoint.com", ".sharepoint.us")  # the only places that a file is fetched from
PATIENCE = aiohttp.ClientTimeout(total=60)
AGAIN = "Send it here again."


class Shown(NamedTuple):
    """A file that was fetched to be shown, and the moment from which it is not kept any more."""

    file: Fetched
    until: datetime


@dataclass(frozen=True, slots=True)
class TeamsFiles:
    """``trusted`` are addresses that are fetched from besides Microsoft's: none but in tests."""

    references: References
    clock: Clock
    trusted: frozenset[str] = frozenset()
    _shown: dict[str, Shown] = field(default_factory=dict)
    _forgetting: set[asyncio.Task[None]] = field(default_factory=set)

    async def note(self, activity: Activity, tenant: str, id: str) -> None:
        """Keep where a file is that came with a message."""
        now = self.clock.now()
        for sent in sent_files(activity):
            if named(sent).id == id:
                whole, name = f"{address(sent)}\n{sent.name}", f"{KIND}{id}"
                await self.references.put(
                    Reference(platform=PLATFORM, team=tenant, name=name, whole=whole, seen_at=now)
                )

    def carried_out(self, request: Request) -> None:
        """Forget where a document is that has been stored."""
        about = wanted(request)
        if about and about.store:
            self._shown.pop(about.id, None)
            task = asyncio.create_task(self._forget(request.address.workspace, about.id))
            self._forgetting.add(task)
            task.add_done_callback(self._forgetting.discard)

    async def keep_tidy(self) -> None:
        """Forget again and again, without end, what nobody has stored in time."""
        while True:
            try:
                await self.tidy()
            except Exception:  # the store, for a while: there is a next time
                log.exception("files_not_forgotten")
            await asyncio.sleep(TIDIED_EVERY.total_seconds())

    async def tidy(self) -> None:
        """Forget what nobody has stored in time, in memory as well. Raise StoreUnavailable."""
        now = self.clock.now()
        for id in [id for id, shown in self._shown.items() if shown.until <= now]:
            del self._shown[id]
        await self.references.expire(PLATFORM, KIND, now - KEPT_FOR)

    async def fetch(self, workspace: str, id: str) -> Fetched:
        """The bytes; once more they are those of the last time, for the address ends soon."""
        now = self.clock.now()
        shown = self._shown.pop(id, None)
        if shown and now < shown.until:
            return shown.file
        kept = await self.references.get(PLATFORM, workspace, f"{KIND}{id}")
        if kept is None or kept.seen_at <= now - KEPT_FOR:
            raise Unreadable("I do not have that file any more.", AGAIN)
        there, _, name = kept.whole.partition("\n")
        if not self._is_microsofts(there):
            raise Unreadable(f"{name} is not kept in OneDrive or SharePoint.", AGAIN)
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            content = await download(session, there, name, AGAIN)
        found = Fetched(name=name, content=content)
        self._shown.clear()  # one at a time: they are large
        self._shown[id] = Shown(found, kept.seen_at + KEPT_FOR)
        return found

    async def _forget(self, tenant: str, id: str) -> None:
        try:
            await self.references.remove(PLATFORM, tenant, f"{KIND}{id}")
        except StoreUnavailable as problem:  # then it goes when its hour is over
            log.warning("file_not_forgotten", extra={"what": problem.what})

    def _is_microsofts(self, there: str) -> bool:
        try:
            parts = urlsplit(there)
        except ValueError:
            return False
        here = f"{parts.scheme}://{parts.netloc}"
        at_microsoft = parts.scheme == "https" and (parts.hostname or "").endswith(KEPT_AT)
        return here in self.trusted or (at_microsoft and parts.port in (None, 443))
