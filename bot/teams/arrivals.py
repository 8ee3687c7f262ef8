"""Knowing those whom the app was installed for, before they have written.

Of somebody who is in no plan yet nothing is kept but a digest of their address, by which they are
found on the day that a plan names them.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.teams.inbound import PERSONAL, PLATFORM, THREAD, Ear
from bot.teams.roll import TeamsRoll
from bot.teams.shapes import Activity
from bot.teams.whereabouts import Atlas
from domain.newcomers import Profile
from domain.people import Account
from domain.places import Address
from domain.ports import OpenUnit
from domain.sending import NotSent

log = logging.getLogger(__name__)

HOURLY = 3600.0  # seconds
INSTALLATION = "installationUpdate"
CONVERSATION = "conversationUpdate"


@dataclass(frozen=True, slots=True)
class Arrivals:
    roll: TeamsRoll
    atlas: Atlas
    open_unit: OpenUnit
    enrol: Callable[[str, Sequence[Profile]], Awaitable[None]]
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def notice(self, activity: Activity, ear: Ear) -> None:
        """Teams waits for no more than that it was heard; a large team takes longer to look at."""
        if comes(activity):
            self._start(self._meet(activity, ear))
        elif goes(activity):
            self._start(self._part(activity, ear))

    def keep_looking(self, ear: Ear) -> None:
        """Look every hour for those whom a plan names by now."""
        self._start(self._every_hour(ear))

    async def look(self, ear: Ear) -> None:
        """Know those who have no account of ours, and whose address was seen in the tenant."""
        async with self.open_unit(ear.workspace) as unit:
            people = (await unit.people.directory()).people
            known = set((await unit.people.linked(PLATFORM, ear.tenant)).values())
        found = []
        for person in people:
            if person.email and person.id not in known:
                user = await self.atlas.user_of(person.email, ear.tenant)
                account = Account(platform=PLATFORM, workspace=ear.tenant, user=user)
                found += [Profile(account=account, name=person.name, email=person.email)] * bool(
                    user
                )
        if found:
            await self.enrol(ear.workspace, found)

    async def settled(self) -> None:
        """Wait until nobody is being looked at."""
        await asyncio.gather(*self._tasks)

    async def close(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _meet(self, activity: Activity, ear: Ear) -> None:
        """Those in the conversation that the app has come to."""
        profiles = await self._profiles(activity, ear)
        for profile in profiles:
            if profile.ours and profile.email:
                await self.atlas.keep_address(profile.email, profile.account)
        await self.enrol(ear.workspace, profiles)

    async def _profiles(self, activity: Activity, ear: Ear) -> list[Profile]:
        sender = activity.sender
        if activity.conversation.conversation_type == PERSONAL:
            user = sender.aad_object_id or sender.id
            account = Account(platform=PLATFORM, workspace=ear.tenant, user=user)
            profile = await self.roll.profile(account)
            return [profile] if profile else []
        conversation = activity.conversation.id.partition(THREAD)[0]
        return [each async for each in self.roll.everybody(conversation, ear.tenant)]

    async def _part(self, activity: Activity, ear: Ear) -> None:
        """Where the app has gone from we may not speak any more."""
        sender = activity.sender
        for name in (sender.aad_object_id, sender.id, activity.conversation.id):
            if name:
                await self.atlas.forget(
                    Address(platform=PLATFORM, workspace=ear.tenant, conversation=name)
                )

    async def _every_hour(self, ear: Ear) -> None:
        while True:
            await self._watched(self.look(ear))
            await asyncio.sleep(HOURLY)

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.create_task(self._watched(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watched(self, work: Awaitable[None]) -> None:
        try:
            await work
        except NotSent as trouble:
            log.warning("roster_not_read", extra={"trouble": str(trouble)})
        except Exception:
            log.exception("arrival_not_noticed")


def comes(activity: Activity) -> bool:
    """Whether the app, or somebody, has come to the conversation."""
    installed = activity.type == INSTALLATION and activity.action.startswith("add")
    return installed or (activity.type == CONVERSATION and bool(activity.members_added))


def goes(activity: Activity) -> bool:
    """Whether the app was taken away from somebody."""
    alone = activity.conversation.conversation_type == PERSONAL
    return alone and activity.type == INSTALLATION and activity.action.startswith("remove")
