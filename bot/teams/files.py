"""Fetching a file that somebody sent in the chat with the bot.

Teams keeps it in the sender's own OneDrive and hands over an address that is good for some minutes
and needs no token. It is kept with the conversation references; no message has it in it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

import aiohttp

from bot.downloads import download
from bot.teams.attached import address, named, sent_files
from bot.teams.inbound import PLATFORM
from bot.teams.shapes import Activity
from domain.connections import Reference, References
from domain.documents import Fetched
from domain.problems import Unreadable

KEPT_AT = (".sharepoint.com", ".sharepoint.us")  # the only places that a file is fetched from
PATIENCE = aiohttp.ClientTimeout(total=60)
AGAIN = "Send it here again."


@dataclass(frozen=True, slots=True)
class TeamsFiles:
    """``trusted`` are addresses that are fetched from besides Microsoft's: none but in tests."""

    references: References
    trusted: frozenset[str] = frozenset()
    _shown: dict[str, Fetched] = field(default_factory=dict)

    async def note(self, activity: Activity, tenant: str, now: datetime) -> None:
        """Keep where the files are that came with a message."""
        for sent in sent_files(activity):
            whole = f"{address(sent)}\n{sent.name}"
            name = f"file:{named(sent).id}"
            await self.references.put(
                Reference(platform=PLATFORM, team=tenant, name=name, whole=whole, seen_at=now)
            )

    async def fetch(self, workspace: str, id: str) -> Fetched:
        """The bytes; once more they are those of the last time, for the address ends soon."""
        if id in self._shown:
            return self._shown.pop(id)
        kept = await self.references.get(PLATFORM, workspace, f"file:{id}")
        if kept is None:
            raise Unreadable("I do not know that file.", AGAIN)
        there, _, name = kept.whole.partition("\n")
        if not self._is_microsofts(there):
            raise Unreadable(f"{name} is not kept in OneDrive or SharePoint.", AGAIN)
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            content = await download(session, there, name, AGAIN)
        found = Fetched(name=name, content=content)
        self._shown.clear()  # one at a time: they are large
        self._shown[id] = found
        return found

    def _is_microsofts(self, there: str) -> bool:
        try:
            parts = urlsplit(there)
        except ValueError:
            return False
        here = f"{parts.scheme}://{parts.netloc}"
        at_microsoft = parts.scheme == "https" and (parts.hostname or "").endswith(KEPT_AT)
        return here in self.trusted or (at_microsoft and parts.port in (None, 443))
