"""Fetching a file that somebody dropped into a conversation on Slack."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.downloads import download, too_large
from bot.files import LARGEST
from bot.slack.calls import look_up
from bot.slack.replying import LOOPBACK
from bot.slack.teams import NotConnected, Teams
from domain.documents import Fetched
from domain.problems import Unreadable
from domain.sending import NotSent

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
            raise too_large(name)
        if not is_slack_file(url, self.teams.api):
            raise Unreadable(f"{name} is not kept by Slack.", "Upload the file itself.")
        token = {"Authorization": f"Bearer {client.token}"}
        content = await download(self.teams.session, url, name, AGAIN, token)
        return Fetched(name=name, content=content)


def is_slack_file(url: str, api: str) -> bool:
    """Whether the address is one of Slack's: the token goes nowhere else."""
    given, ours = urlsplit(url), urlsplit(api)
    if ours.hostname in LOOPBACK:
        return (given.scheme, given.netloc) == (ours.scheme, ours.netloc)
    return given.scheme == "https" and given.netloc == f"files.{ours.netloc}"
