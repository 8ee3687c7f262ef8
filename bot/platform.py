"""What a platform's folder hands over: a way to speak, and doors for what comes in."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from aiohttp import web

from domain.connections import Connections, References
from domain.conversation import Reply, Request
from domain.documents import Fetcher
from domain.newcomers import Profile, Roll
from domain.ports import Clock, Messenger, Store
from handlers.known_plans import KnownPlans


@dataclass(frozen=True, slots=True)
class House:
    """What a platform is given.

    ``poke`` lets what waits in a workspace be answered at once; ``ask`` answers a request on the
    spot, where a platform waits for that, or raises NotYet where it is kept and cannot be answered
    now; ``question`` only what asks to be told something and can be answered soon: None means that
    the request is to be kept first. ``enrol`` lets accounts be known by what the platform's
    directory says of them, before they have said anything.
    """

    store: Store
    clock: Clock
    connections: Connections | None
    references: References
    plans: KnownPlans
    ask: Callable[[Request], Awaitable[Reply | None]]
    question: Callable[[Request], Awaitable[Reply | None]]
    poke: Callable[[str], None]
    enrol: Callable[[str, Sequence[Profile]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Platform:
    """``told`` says in sentences what is connected and what is not; ``answered`` hears of every
    request of the platform that has been carried out; ``trouble`` says in a sentence that the
    platform cannot be reached at present.
    """

    name: str
    messenger: Messenger
    roll: Roll
    add_routes: Callable[[web.Application], None]
    told: Sequence[str]
    fetcher: Fetcher | None = None
    answered: Callable[[Request], None] | None = None
    trouble: Callable[[], str | None] | None = None
