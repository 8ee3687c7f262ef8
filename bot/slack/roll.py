"""What Slack's own directory says of an account."""

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.slack.calls import Answer, look_up
from bot.slack.inbound import PLATFORM
from bot.slack.teams import NotConnected, Teams
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

    async def everybody(self, team: str) -> AsyncIterator[Profile]:
        """All people of a team, also those who are no longer in it. Raise NotSent."""
        client, cursor = await self.teams.client(team), ""
        while True:
            answer = await look_up(client.users_list(limit=AT_ONCE, cursor=cursor or None))
            for user in answer.get("members", ()):
                if not user.get("is_bot") and user.get("id") != "USLACKBOT":
                    yield profile_of(user, team)
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
