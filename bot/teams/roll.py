"""What a tenant's own directory says of an account, as far as a bot may ask."""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.teams.whereabouts import Atlas
from domain.newcomers import Profile
from domain.people import Account
from domain.places import Address
from domain.sending import NotSent

if TYPE_CHECKING:
    from bot.teams.connector import Connector

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class TeamsRoll:
    connector: "Connector"
    atlas: Atlas

    async def profile(self, account: Account) -> Profile | None:
        """Teams tells about those who are in a conversation with us, and about nobody else."""
        there = await self.atlas.find(
            Address(
                platform=account.platform, workspace=account.workspace, conversation=account.user
            )
        )
        if there is None:
            return None
        try:
            name, email = await self.connector.member(
                there.conversation, there.member or account.user, there.service
            )
        except NotSent as trouble:
            log.warning("no_profile", extra={"trouble": str(trouble)})
            return None
        return Profile(account=account, name=name, email=email)
