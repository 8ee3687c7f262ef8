"""Where in Teams somebody or some conversation is spoken to, as they were last heard from."""

from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from pydantic import BaseModel

from bot.teams.door import SERVICES
from bot.teams.inbound import PERSONAL, PLATFORM, THREAD
from bot.teams.shapes import Activity
from domain.connections import Reference, References
from domain.people import Account
from domain.places import Address
from domain.ports import Clock

ANYWHERE = "https://smba.trafficmanager.net/teams/"  # until a tenant has told us its own
TENANT = ""  # the name under which the service that a tenant speaks from is kept


class Whereabouts(BaseModel):
    """A conversation, the service that carries it, and what kind it is; ``member`` is for us."""

    conversation: str
    service: str
    kind: str = PERSONAL
    member: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    references: References
    clock: Clock
    services: frozenset[str] = SERVICES
    anywhere: str = ANYWHERE

    async def note(self, activity: Activity, tenant: str) -> None:
        """Keep where an activity came from: its conversation, its sender if alone, its tenant."""
        conversation = activity.conversation.id.partition(THREAD)[0]
        kind = activity.conversation.conversation_type
        sender = activity.sender
        there = Whereabouts(
            conversation=conversation, service=activity.service_url, kind=kind, member=sender.id
        )
        names = [TENANT, conversation]
        if kind == PERSONAL:
            names += [name for name in (sender.aad_object_id, sender.id) if name]
        now, whole = self.clock.now(), there.model_dump_json()
        await self.references.put(
            *(
                Reference(platform=PLATFORM, team=tenant, name=name, whole=whole, seen_at=now)
                for name in names
            )
        )

    async def find(self, address: Address) -> Whereabouts | None:
        """Where a conversation or a user is spoken to; None for a user not heard from yet."""
        known = await self._known(address.workspace, address.conversation)
        if known or not _is_conversation(address.conversation):
            return known
        service = await self.service(address.workspace)
        return Whereabouts(conversation=address.conversation, service=service, kind="channel")

    async def service(self, tenant: str) -> str:
        """The service that carries a tenant's conversations; never one that is not Microsoft's."""
        known = await self._known(tenant, TENANT)
        return known.service if known else self.anywhere

    async def keep_address(self, email: str, account: Account) -> None:
        """Keep by what user id somebody with an e-mail address is known, and not the address."""
        await self.references.put(
            Reference(
                platform=PLATFORM,
                team=account.workspace,
                name=_digest(email),
                whole=account.user,
                seen_at=self.clock.now(),
            )
        )

    async def user_of(self, email: str, tenant: str) -> str:
        """The user id of somebody with an e-mail address; "" where nobody was seen with it."""
        kept = await self.references.get(PLATFORM, tenant, _digest(email))
        return kept.whole if kept else ""

    async def forget(self, address: Address) -> None:
        await self.references.remove(PLATFORM, address.workspace, address.conversation)

    async def _known(self, tenant: str, name: str) -> Whereabouts | None:
        kept = await self.references.get(PLATFORM, tenant, name)
        found = Whereabouts.model_validate_json(kept.whole) if kept else None
        return found if found and _at(found.service) in self.services else None


def _is_conversation(name: str) -> bool:
    """Ids of conversations begin with "a:" (personal) or "19:" (groups and channels)."""
    return name.startswith(("a:", "19:"))


def _digest(email: str) -> str:
    return f"address:{sha256(email.strip().casefold().encode()).hexdigest()}"


def _at(service: str) -> str:
    parts = urlsplit(service)
    return f"{parts.scheme}://{parts.netloc}"
