"""What a tenant's own directory says of an account, as far as a bot may ask."""

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.teams.inbound import PLATFORM
from bot.teams.whereabouts import Atlas
from domain.newcomers import Profile
from domain.people import Account
from domain.places import Address
from domain.sending import NotSent

if TYPE_CHECKING:
    from bot.teams.connector import Connector
    from bot.teams.sdk import TeamsChannelAccount

log = logging.getLogger(__name__)

OUR_OWN = ("", "user", "owner")  # what Teams calls those who are neither guests nor anonymous
INVITED = "#ext#"  # in the name under which Entra lists somebody of another organisation


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
            told = await self.connector.member(
                there.conversation, there.member or account.user, there.service
            )
        except NotSent as trouble:
            log.warning("no_profile", extra={"trouble": str(trouble)})
            return None
        return profile_of(told, account)

    async def everybody(self, conversation: str, tenant: str) -> AsyncIterator[Profile]:
        """All people of a conversation. Raise NotSent."""
        service = await self.atlas.service(tenant)
        async for page in self.connector.members(conversation, service):
            for told in page:
                user = told.aad_object_id or told.id
                yield profile_of(told, Account(platform=PLATFORM, workspace=tenant, user=user))


def profile_of(told: "TeamsChannelAccount", account: Account) -> Profile:
    """A member as the connector shows them; a guest's address is vouched for by others."""
    role, name = (told.user_role or "").casefold(), (told.user_principal_name or "").casefold()
    at_home = told.tenant_id in (None, "", account.workspace)
    return Profile(
        account=account,
        name=told.name or "",
        email=told.email or told.user_principal_name,
        ours=role in OUR_OWN and at_home and INVITED not in name,
    )
