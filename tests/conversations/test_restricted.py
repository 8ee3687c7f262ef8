"""A restricted plan is its own people’s: nobody else is told that it is there, no channel is."""

import pytest

from bot.clock import SetClock
from domain.calendar import WEEKDAYS
from domain.people import Account, PartnershipGroup, Person
from domain.places import Address
from domain.work import Section
from scheduler.digests import digest
from store.opening import keep_in_memory
from tests.builders import a_plan, an_action, by
from tests.conversations.conftest import START, Harbour, settle

HOME = "harbour"
WATER = Section(name="Clean Water", slug="clean-water", partnership_groups=("Reef Panel",))
REEF = a_plan(key="reef", title="Reef plan", sections=(WATER,), read_at=START)
SEALS = an_action(
    ref="R4",
    section="Clean Water",
    text="Count the seals",
    due=by(START.date()),
    owners=("Nia Quill",),
)


@pytest.fixture
async def harbour() -> Harbour:
    """Nia owns an action of the reef, and Kit administers; the others are none of its people."""
    open_unit = keep_in_memory()
    await settle(open_unit, HOME)
    async with open_unit(HOME) as unit:
        await unit.plans.put(REEF)
        await unit.actions.put("reef", [SEALS])
        await unit.people.put(Person(id="ivo", name="Ivo Reed"))
        account = Account(platform="console", workspace=HOME, user="ivo")
        await unit.people.link(account, "ivo")
        address = Address(platform="console", workspace=HOME, conversation="#reef")
        panel = PartnershipGroup(name="Reef Panel", slug="reef-panel", address=address, board=True)
        await unit.people.put_group(panel)
        await unit.commit()
    harbour = Harbour(open_unit, SetClock(START), HOME)
    told = await harbour.say("reef: restrict the plan to its own people", "kit")
    assert "Only its own people may ask about Reef plan now" in " ".join(told.split())
    return harbour


@pytest.mark.parametrize("who", ["nia", "kit"])
async def test_its_own_people_ask_about_it_and_alone_are_answered(harbour: Harbour, who: str):
    heard = await harbour.ask("reef: status", who)

    assert heard is not None
    assert "Reef plan on Wed 14 May: 1 action" in heard.text
    assert heard.private


@pytest.mark.parametrize(
    "said",
    [
        "status",
        "status clean-water",
        "show R4",
        "history of R4",
        "who owns R4?",
        "what's overdue?",
        "what's due in May?",
        "what changed since 1 May?",
        "what does Nia Quill have?",
        "R4 done",
        "reef: status",
        "reef: R4 done",
        "why R4?",
        "who has answered?",
        "how often do you ask?",
        "undo #1",
        "open a round for clean-water, papers due 12 June",
        "help",
    ],
)
@pytest.mark.parametrize("who", ["sam", "bo"])
async def test_nobody_else_learns_of_it(harbour: Harbour, said: str, who: str):
    await harbour.say("R4 at risk, the boat leaks")
    reply = await harbour.say(said, who)

    for word in ("Reef plan", "seals", "boat", "Clean Water"):
        assert word not in reply
    async with harbour.open_unit(HOME) as unit:
        assert len(await unit.events.about("reef", "R4")) == 1


async def test_where_no_plan_is_open_to_somebody_they_are_told_that(harbour: Harbour):
    await harbour.say("harbour: restrict the plan", "kit")

    told = await harbour.say("status", "ivo")
    assert "open to their own people only" in told
    assert "Harbour" not in told


async def test_its_digests_go_to_no_channel(harbour: Harbour):
    harbour.clock.moment = START.replace(day=19)  # a Monday
    await digest(harbour.open_unit, HOME, harbour.clock, WEEKDAYS)

    async with harbour.open_unit(HOME) as unit:
        now = harbour.clock.now()
        assert await unit.outbox.lease("console", now, now, 10) == []


async def test_it_is_opened_again_by_an_administrator_and_by_nobody_else(harbour: Harbour):
    assert "Only an administrator may say who may ask about Reef plan." in await harbour.say(
        "reef: open the plan to everybody", "nia"
    )
    told = await harbour.say("reef: open the plan to everybody", "kit")
    assert "Everybody here may ask about Reef plan again." in told
    assert "Count the seals" in await harbour.say("show R4", "sam")
    harbour.clock.moment = START.replace(day=19)
    await digest(harbour.open_unit, HOME, harbour.clock, WEEKDAYS)
    async with harbour.open_unit(HOME) as unit:
        now = harbour.clock.now()
        assert len(await unit.outbox.lease("console", now, now, 10)) == 1


@pytest.mark.parametrize(
    "said", ["reef: 7.3 done", "Reef: 7.3 done", "harbour: 7.3 on track; reef: 7.3 done"]
)
async def test_what_is_said_of_it_by_others_is_recorded_of_no_other_plan(
    harbour: Harbour, said: str
):
    """Both have a 7.3, as far as somebody knows who names the plan."""
    told = await harbour.say(said, "sam")

    assert "There is no plan called “reef”. There is harbour." in told
    async with harbour.open_unit(HOME) as unit:
        assert await unit.events.about(HOME, "7.3") == []
