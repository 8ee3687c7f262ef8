"""Fetching a file that somebody dropped into a conversation on Slack."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from slack_sdk.web.async_client import AsyncWebClient

from bot.files import LARGEST
from bot.slack.calls import FAILURES, look_up
from bot.slack.replying import LOOPBACK
from bot.slack.teams import NotConnected, Teams
from domain.documents import Fetched
from domain.problems import Unreadable
from domain.sending import NotSent

CHUNK = 65_536
AGAIN = "Drop it here again."


@dataclass(frozen=True, slots=True)
class SlackFiles:
    teams: Teams

    async def fetch(self, workspace: str, id: str) -> Fetched:
        try:
            client = await self.teams.client(workspace)
            told = (await look_up(client.files_info(file=id)))["file"]
        except (NotConnected, NotSent, KeyError):
            raise Unreadable("Slack does not give me that file.", AGAIN) from None
        name, url = str(told.get("name") or "plan"), str(told.get("url_private_download") or "")
        if int(told.get("size") or 0) > LARGEST:
            raise _too_large(name)
        if not is_slack_file(url, self.teams.api):
            raise Unreadable(f"{name} is not kept by Slack.", "Upload the file itself.")
        return Fetched(name=name, content=await self._content(url, name, client))

    async def _content(self, url: str, name: str, client: AsyncWebClient) -> bytes:
        content = bytearray()
        headers = {"Authorization": f"Bearer {client.token}"}
        try:
            async with self.teams.session.get(url, headers=headers) as answer:
                if answer.status != 200:
                    raise Unreadable(f"Slack does not give me {name}.", AGAIN)
                async for chunk in answer.content.iter_chunked(CHUNK):
                    content += chunk
                    if len(content) > LARGEST:
                        raise _too_large(name)
        except FAILURES:
            raise Unreadable(f"{name} did not arrive whole.", AGAIN) from None
        return bytes(content)


def is_slack_file(url: str, api: str) -> bool:
    """Whether the address is one of Slack's: the token goes nowhere else."""
    given, ours = urlsplit(url), urlsplit(api)
    if ours.hostname in LOOPBACK:
        return (given.scheme, given.netloc) == (ours.scheme, ours.netloc)
    return given.scheme == "https" and given.netloc == f"files.{ours.netloc}"


def _too_large(name: str) -> Unreadable:
    limit = LARGEST // 1_000_000
    return Unreadable(f"{name} is larger than {limit} MB, the most that is read.", "Split it.")
