"""What Slack's own directory says of an account."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.slack.calls import Answer, look_up
from bot.slack.inbound import PLATFORM
from bot.slack.teams import NotConnected, Teams
from domain.connections import Connection
from domain.newcomers import Profile
from domain.people import Account
from domain.sending import NotSent

log = logging.getLogger(__name__)

AT_ONCE = 200  # accounts on one page


@dataclass(frozen=True, slots=True)
class SlackRoll:
    teams: Teams

    async def profile(self, account: Account) -> Profile | None:
        try:
            client = await self.teams.client(account.workspace)
            answer = await look_up(client.users_info(user=account.user))
        except (NotConnected, NotSent) as trouble:
            log.warning("no_profile", extra={"trouble": str(trouble)})
            return None
        return profile_of(answer["user"], account.workspace)

    async def everybody(self, connection: Connection) -> AsyncIterator[Profile]:
        """All people of a team or organisation, also who is no longer in it. Raise NotSent."""
        client = await self.teams.client(connection.team)
        of_teams = [team async for team in _teams(client)] if connection.is_of_organisation else []
        for team in of_teams or [connection.team]:
            pages = _pages(client.users_list, limit=AT_ONCE, team_id=team)
            async for answer in pages:
                for user in answer.get("members", ()):
                    if not user.get("is_bot") and user.get("id") != "USLACKBOT":
                        yield profile_of(user, connection.team)


async def _teams(client: AsyncWebClient) -> AsyncIterator[str]:
    """The teams of an organisation in which we may act: its token has to name one."""
    async for answer in _pages(client.auth_teams_list, limit=AT_ONCE):
        for team in answer.get("teams", ()):
            yield str(team["id"])


async def _pages(
    ask: Callable[..., Awaitable[AsyncSlackResponse]], **given: str | int
) -> AsyncIterator[Answer]:
    """One page after another of what Slack lists."""
    cursor = ""
    while True:
        answer = await look_up(ask(cursor=cursor or None, **given))
        yield answer
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def profile_of(user: Answer, team: str) -> Profile:
    """A user as the Web API and events show them."""
    shown = user.get("profile") or {}
    return Profile(
        account=Account(platform=PLATFORM, workspace=team, user=str(user["id"])),
        name=str(shown.get("real_name") or user.get("real_name") or user.get("name") or ""),
        email=shown.get("email") or None,
        active=not user.get("deleted", False),
        ours=not (user.get("is_stranger") or user.get("is_bot")),
    )
