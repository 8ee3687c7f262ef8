"""A small partnership to talk with: what is said goes through the one door.

The same conversations are held with the door itself on every store, on Slack and on Teams.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from bot.clock import SetClock
from bot.console.render import choices, to_text
from domain.conversation import Address, Request
from domain.hours import NEVER
from domain.people import (
    Account,
    Appointment,
    Holding,
    Office,
    PartnershipGroup,
    Person,
)
from domain.ports import OpenUnit
from domain.work import Due, DueKind, Every, Milestone, Section, Status
from handlers.known_plans import KnownPlans
from handlers.reception import answer
from store.opening import keep_in_memory
from tests.builders import a_plan, an_action, by
from tests.conftest import store_of
from tests.standins.slack import Slack
from tests.standins.teams.keys import KeyServer

START = datetime(2031, 5, 14, 8, 30, tzinfo=UTC)
SAFE, WELL = "Feeling Safe", "Feeling Well"

PEOPLE = (
    Person(id="nia", name="Nia Quill", other_names=("NQ",)),
    Person(id="sam", name="Sam Tarn"),
    Person(id="bo", name="Bo Lark"),
    Person(id="kit", name="Kit Wren"),
)
PLAN = a_plan(
    key="harbour",
    sections=(
        Section(name=SAFE, slug="feeling-safe", partnership_groups=("Harbour Board",)),
        Section(name=WELL, slug="feeling-well", partnership_groups=("Quay Group",)),
    ),
    read_at=START,
)
ACTIONS = (
    an_action(
        ref="7.1",
        group="7. Light the quay",
        text="Order the lamps",
        due=by(date(2031, 4, 30)),
        owners=("Nia Quill",),
        status=Status.COMPLETE,
    ),
    an_action(
        ref="7.2",
        group="7. Light the quay",
        text="Train the keepers",
        due=by(date(2031, 5, 9)),
        owners=("Nia Quill",),
        status=Status.IN_PROGRESS,
    ),
    an_action(
        ref="7.3",
        group="7. Light the quay",
        text="Switch on the second row",
        due=by(date(2031, 5, 30)),
        owners=("Nia Quill",),
    ),
    an_action(
        ref="8.2",
        group="8. Keep the channel clear",
        text="Dredge the channel",
        due=Due(
            kind=DueKind.BY,
            end=date(2031, 9, 30),
            milestones=(Milestone(label="Survey", end=date(2031, 4, 30)),),
        ),
        owners=("Harbour Master",),
        status=Status.ON_TRACK,
    ),
    an_action(
        ref="9.1",
        section=WELL,
        group="9. Swimming for all",
        text="Open the tidal pool",
        due=Due(kind=DueKind.RECURRING, every=Every.QUARTERLY),
        owners=("Sam Tarn", "Pool Keeper"),
    ),
)


@dataclass(frozen=True)
class Heard:
    """An answer as it was read: what can be seen of it on every platform."""

    text: str
    summary: str  # its first sentence
    private: bool


@dataclass
class Harbour:
    """Says things as somebody and reads what comes back."""

    open_unit: OpenUnit
    clock: SetClock
    workspace: str
    shown: tuple[str, ...] = ()
    plans: KnownPlans = field(default_factory=KnownPlans)
    _ids: "count[int]" = field(default_factory=lambda: count(1))

    async def ask(
        self, text: str, who: str = "nia", about: Sequence[str] = (), id: str | None = None
    ) -> Heard | None:
        request = Request(
            id=id or f"m{next(self._ids)}",
            workspace=self.workspace,
            account=Account(platform="console", workspace=self.workspace, user=who),
            address=Address(platform="console", workspace=self.workspace, conversation=who),
            text=text,
            about=tuple(about),
        )
        reply = await answer(request, self.open_unit, self.clock, self.plans)
        self.shown = choices(reply) if reply else ()
        return Heard(to_text(reply), reply.summary, reply.private) if reply else None

    async def say(self, text: str, who: str = "nia", about: Sequence[str] = ()) -> str:
        heard = await self.ask(text, who, about)
        assert heard is not None
        return heard.text

    async def press(self, number: int, who: str = "nia") -> str:
        return await self.say(self.shown[number - 1], who)

    async def conversation(self, who: str = "nia") -> str:
        """Where somebody speaks with the bot."""
        return who

    def number_from(self, first: int) -> None:
        """Let the next messages be counted from here, where another asks for the same workspace."""
        self._ids = count(first)

    def later(self, **by: float) -> None:
        self.clock.moment += timedelta(**by)

    async def state(self, ref: str) -> object:
        async with self.open_unit(self.workspace) as unit:
            return (await unit.actions.get(PLAN.key, ref)).state

    async def events(self, ref: str) -> int:
        async with self.open_unit(self.workspace) as unit:
            return len(await unit.events.about(PLAN.key, ref))


async def settle(open_unit: OpenUnit, workspace: str) -> None:
    """Read the plan in, and let everybody in it be known."""
    async with open_unit(workspace) as unit:
        await unit.plans.put(PLAN)
        await unit.actions.put(PLAN.key, ACTIONS)
        await unit.people.put(*PEOPLE)
        for person in PEOPLE:
            account = Account(platform="console", workspace=workspace, user=person.id)
            await unit.people.link(account, person.id)
        await unit.people.add_post("Harbour Master", "Pool Keeper")
        await unit.people.hold(Holding(post="Harbour Master", person="sam"))
        await unit.people.put_group(PartnershipGroup(name="Harbour Board", slug="harbour"))
        await unit.people.appoint(
            Appointment(person="bo", office=Office.CHAIR, partnership_group="Harbour Board")
        )
        await unit.people.appoint(Appointment(person="kit", office=Office.ADMINISTRATOR))
        await unit.commit()


@pytest.fixture(params=["in_memory", "on_sqlite", "on_postgresql", "slack", "keys"])
def place(request: pytest.FixtureRequest) -> OpenUnit | Slack | KeyServer:
    """Where the partnership meets: a store, to talk with the door itself, a Slack, or a Teams."""
    if request.param in ("slack", "keys"):
        met: Slack | KeyServer = request.getfixturevalue(request.param)
        return met
    return store_of(request)


@pytest.fixture
async def harbour(place: OpenUnit | Slack | KeyServer, home: str) -> AsyncIterator[Harbour]:
    """The partnership, on every store, on Slack and on Teams."""
    if isinstance(place, Slack):
        from tests.conversations.on_slack import on_slack  # it builds on what is above

        async with on_slack(place, keep_in_memory(), home) as harbour:
            yield harbour
    elif isinstance(place, KeyServer):
        from tests.conversations.on_teams import on_teams  # and loads the SDK

        async with on_teams(place, keep_in_memory(), home) as harbour:
            yield harbour
    else:
        await settle(place, home)
        yield Harbour(place, SetClock(START), home)


async def settled(harbour: Harbour, text: str, who: str = "nia") -> str:
    """Say it, and say yes where it is asked about; on one line."""
    reply = await harbour.say(text, who)
    reply = await harbour.press(1, who) if "Did I read" in reply else reply
    return " ".join(reply.split())


async def awake(harbour: Harbour) -> set[str]:
    async with harbour.open_unit(harbour.workspace) as unit:
        found = await unit.actions.awake(harbour.clock.now(), 100)
        return {tracked.action.ref for _, tracked in found}


async def put_to_sleep(harbour: Harbour) -> None:
    async with harbour.open_unit(harbour.workspace) as unit:
        refs = [tracked.action.ref for _, tracked in await unit.actions.awake(NEVER, 100)]
        await unit.actions.wake("harbour", dict.fromkeys(refs, NEVER))
        await unit.commit()
