"""Teams, as a whole: connected by what is set, for as long as the bot runs."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from bot.platform import House, Platform
from bot.settings import Settings
from bot.teams.arrivals import Arrivals
from bot.teams.cards import CONTENT_TYPE, TeamsMessage
from bot.teams.door import PATH, SERVICES, Door
from bot.teams.files import TeamsFiles
from bot.teams.hearing import Hearing, Replace
from bot.teams.inbound import PLATFORM, Ear
from bot.teams.messenger import TeamsMessenger
from bot.teams.roll import TeamsRoll
from bot.teams.setup import setup_of
from bot.teams.shapes import Activity
from bot.teams.whereabouts import ANYWHERE, Atlas
from domain.sending import NotSent

if TYPE_CHECKING:  # loading the SDK is left to those who have Teams
    from bot.teams.connector import Connector
    from bot.teams.sdk import CloudEnvironment, Registration

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where Teams is: Microsoft's own, but in tests. ``token`` gives ours, if Entra does not.

    ``files`` are further addresses that files may be fetched from.
    """

    services: frozenset[str] = SERVICES
    anywhere: str = ANYWHERE
    cloud: "CloudEnvironment | None" = None
    token: Callable[..., str] | None = None
    files: frozenset[str] = frozenset()


MICROSOFT = Surroundings()


@asynccontextmanager
async def teams(
    settings: Settings, house: House, around: Surroundings = MICROSOFT
) -> AsyncIterator[Platform | None]:
    """Connect Teams if it is set; None where it is not."""
    if not setup_of(settings).complete:
        yield None
        return
    from bot.teams.connector import Connector
    from bot.teams.sdk import close, connect, hear_by

    door, registration = Door(around.services), _registration(settings)
    app = await connect(registration, door, around.cloud, around.token)
    connector = Connector(app)
    atlas = Atlas(house.references, house.clock, around.services, around.anywhere)
    files = TeamsFiles(house.references, house.clock, around.files)
    roll = TeamsRoll(connector, atlas)
    arrivals = Arrivals(roll, atlas, house.store, house.enrol)
    hearing = Hearing(
        open_unit=house.store,
        clock=house.clock,
        atlas=atlas,
        files=files,
        ear=_ear(settings.workspace, registration.tenant),
        ask=house.ask,
        replace=_replacing(connector),
        poke=house.poke,
        arrivals=arrivals,
    )
    hear_by(app, hearing.hear)
    told = f"Teams: listening at {settings.public_url or ''}{PATH}."
    messenger = TeamsMessenger(connector, atlas)
    arrivals.keep_looking(Ear(workspace=settings.workspace, tenant=registration.tenant))
    tidying = asyncio.create_task(files.keep_tidy())
    try:
        yield Platform(
            name=PLATFORM,
            messenger=messenger,
            roll=roll,
            add_routes=lambda server: _add_route(server, door),
            told=[told],
            fetcher=files,
            answered=files.carried_out,
        )
    finally:
        tidying.cancel()
        await asyncio.gather(tidying, return_exceptions=True)
        await arrivals.close()
        await close(app)


def _add_route(server: web.Application, door: Door) -> None:
    server.router.add_post(PATH, door.receive)


def _registration(settings: Settings) -> "Registration":
    from bot.teams.sdk import Registration

    assert settings.teams_client_id
    assert settings.teams_client_secret
    assert settings.teams_tenant_id
    return Registration(
        client_id=settings.teams_client_id,
        client_secret=settings.teams_client_secret,
        tenant=settings.teams_tenant_id,
    )


def _ear(workspace: str, ours: str) -> Callable[[str | None], Ear | None]:
    """Only the tenant that the bot is registered in is heard."""

    def ear(tenant: str | None) -> Ear | None:
        return Ear(workspace=workspace, tenant=ours) if tenant == ours else None

    return ear


def _replacing(connector: "Connector") -> Replace:
    async def replace(activity: Activity, message: TeamsMessage) -> None:
        """Teams shows the answer to the one who pressed; to others only when it is put there."""
        if activity.reply_to_id is None:
            return
        attachment = {"contentType": CONTENT_TYPE, "content": message.card}
        try:
            await connector.put(
                activity.conversation.id,
                activity.reply_to_id,
                message.summary,
                attachment,
                activity.service_url,
            )
        except NotSent as trouble:  # whoever pressed sees the answer all the same
            log.warning("card_not_replaced", extra={"trouble": str(trouble)})

    return replace
