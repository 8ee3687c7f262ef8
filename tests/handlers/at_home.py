"""The small partnership at home: all that answers its messages, and all that is kept of them."""

from bot.clock import SetClock
from domain.conversation import Reply, Request
from domain.documents import Fetched
from domain.newcomers import Profile
from domain.people import Account, Person
from handlers.acquaintance import Doorkeeper
from handlers.answering import Answering
from handlers.known_plans import KnownPlans
from store.memory import Memory
from store.memory.kept import Kept
from store.opening import InMemory
from tests.builders import HERE, a_request
from tests.conversations.conftest import START, settle

HOME = "harbour"
PLAN = (
    b"| Ref | Action | By when | Who |\n|---|---|---|---|\n| 7.1 | Order | May 2031 | Nia Quill |\n"
)


class Roll:
    """A directory that knows one account by an e-mail address."""

    async def profile(self, account: Account) -> Profile | None:
        if account.user != "uma":
            return None
        return Profile(account=account, name="Uma Sole", email="uma@harbour.example")


class Files:
    async def fetch(self, workspace: str, id: str) -> Fetched:
        return Fetched(name="plan.md", content=PLAN)


class House:
    """The small partnership, with all that is kept of it."""

    def __init__(self) -> None:
        self.memory = Memory()
        self.store = InMemory(self.memory)
        self.answering = Answering(
            self.store,
            SetClock(START),
            KnownPlans(),
            {"console": Roll()},
            Doorkeeper(frozenset({"kit"})),
            {"console": Files()},
        )

    async def settle(self) -> None:
        await settle(self.store, HOME)
        async with self.store(HOME) as unit:
            await unit.people.put(
                Person(id="uma", name="Uma Sole", email="uma@harbour.example"),
            )
            await unit.commit()

    @property
    def kept(self) -> Kept:
        return self.memory.shelf(HOME).kept

    async def receive(self, request: Request) -> None:
        async with self.store(HOME) as unit:
            await unit.inbox.receive(request, START)
            await unit.commit()

    async def in_turn(self, request: Request) -> Reply | None:
        """What is said where it is taken in first, as it lies in the outbox."""
        await self.receive(request)
        for waiting in await self.answering.due(HOME):
            await self.answering.answer(waiting)
        sent = [*self.kept.outbox.values()]
        return sent[-1].outgoing.reply if sent else None


def said(text: str, by: str = "nia", **more: object) -> Request:
    account = Account(platform="console", workspace=HOME, user=by)
    return a_request(text, id="r", workspace=HOME, account=account, address=HERE, **more)
