"""Puts the parts together. Everything is chosen here and nowhere else."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import NamedTuple

from pydantic import SecretStr

from bot.settings import Settings
from bot.working_days import bank_holidays
from domain.connections import Connections, References
from domain.conversation import Reply, Request
from domain.ports import Clock, OpenUnit, Store
from handlers.known_plans import KnownPlans
from handlers.reception import answer
from store.database import open_database
from store.looking import is_up_to_date, look
from store.migrating import migrate
from store.opening import keep_in, keep_in_memory
from store.seal import Seal
from store.sql.connections import SqlConnections, SqlReferences

type Answer = Callable[[Request], Awaitable[Reply | None]]


class Opened(NamedTuple):
    """A database that is in use; ``connections`` is None where no key is set to keep tokens."""

    store: Store
    connections: Connections | None
    references: References


@asynccontextmanager
async def opened(url: str, keys: Sequence[SecretStr]) -> AsyncIterator[Opened]:
    """Open the database at ``url``, bring it up to date, and close it at the end.

    Raise StoreUnavailable where it cannot be used, or a key is none.
    """
    seal = Seal(keys) if keys else None
    engine = open_database(url)
    try:
        await migrate(engine)
        connections = SqlConnections(engine, seal) if seal else None
        yield Opened(keep_in(engine), connections, SqlReferences(engine))
    finally:
        await engine.dispose()


@asynccontextmanager
async def store_at(url: str) -> AsyncIterator[Store]:
    """The store alone, for those who speak to no platform. Raise StoreUnavailable."""
    async with opened(url, ()) as database:
        yield database.store


def store_of(settings: Settings) -> AbstractAsyncContextManager[Store]:
    return store_at(settings.database_url.get_secret_value())


@asynccontextmanager
async def store_as_it_is(settings: Settings) -> AsyncIterator[OpenUnit | None]:
    """Open the database to look something up; None where there is none that is up to date.

    Nothing is made or brought up to date. Raise StoreUnavailable where it cannot be used.
    """
    engine = open_database(settings.database_url.get_secret_value())
    try:
        yield keep_in(engine) if await is_up_to_date(engine) else None
    finally:
        await engine.dispose()


async def look_at_store(settings: Settings) -> str:
    """Say in words what the database is like; changes nothing. Raise StoreUnavailable."""
    engine = open_database(settings.database_url.get_secret_value())
    try:
        return await look(engine)
    finally:
        await engine.dispose()


def store_in_memory() -> Store:
    """A store that lasts as long as the process: for trying a message out."""
    return keep_in_memory()


def answerer(open_unit: OpenUnit, clock: Clock) -> Answer:
    """What answers requests from a store, and remembers its plans from one to the next."""
    plans, calendar = KnownPlans(), bank_holidays()

    async def answer_here(request: Request) -> Reply | None:
        return await answer(request, open_unit, clock, plans, calendar)

    return answer_here
