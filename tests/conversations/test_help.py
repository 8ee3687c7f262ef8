"""Help speaks of the reader's own plan: what it shows can be typed as it stands."""

import pytest

from bot.clock import SetClock
from domain.conversation import Address, Facts, Request
from domain.people import Account, Person
from domain.work import Section
from handlers.help import ADMINISTERING, CHAIRING, PAUSING
from handlers.reception import answer
from store.opening import keep_in_memory
from tests.builders import a_plan, an_action
from tests.conversations.conftest import START, Harbour, settle, settled

HOME = "harbour"
NOT_UNDERSTOOD = (
    "has no action",
    "no section",
    "I know no",
    "Nothing to record",
    "Which",
    "Ask Kit",
)


@pytest.fixture
async def harbour() -> Harbour:
    open_unit = keep_in_memory()
    await settle(open_unit, HOME)
    return Harbour(open_unit, SetClock(START), HOME)


async def examples(harbour: Harbour, who: str = "nia") -> list[str]:
    """All that help shows somebody, each as it would be typed."""
    request = Request(
        id=f"help {who}",
        workspace=HOME,
        account=Account(platform="console", workspace=HOME, user=who),
        address=Address(platform="console", workspace=HOME, conversation=who),
        text="help",
    )
    reply = await answer(request, harbour.open_unit, harbour.clock)
    told = [said for part in reply.parts if isinstance(part, Facts) for _, said in part.pairs]
    return [each for said in told for each in said.split(" · ")]


async def another_plan(harbour: Harbour) -> None:
    """A second plan, in which Ivo has something to do; in the first he has nothing."""
    reef = a_plan(key="reef", title="Reef plan", sections=(Section(name="Clean", slug="clean"),))
    actions = [an_action(ref=ref, section="Clean", owners=("Ivo Reed",)) for ref in ("R1", "R2")]
    async with harbour.open_unit(HOME) as unit:
        await unit.plans.put(reef)
        await unit.actions.put("reef", actions)
        await unit.people.put(Person(id="ivo", name="Ivo Reed"))
        await unit.people.link(Account(platform="console", workspace=HOME, user="ivo"), "ivo")
        await unit.commit()


async def test_it_names_two_actions_of_the_readers_own_and_their_section(harbour: Harbour):
    told = await examples(harbour)

    assert "7.2 on track, 7.3 slipping to end of June, waiting on Finance" in told
    assert "status feeling-safe" in told


async def test_it_names_a_colleague_for_cover(harbour: Harbour):
    assert "Bo Lark answers for me until 3 May" in await examples(harbour)
    assert "Kit Wren answers for me until 3 May" in await examples(harbour, "bo")


async def test_of_several_plans_it_names_the_readers(harbour: Harbour):
    await another_plan(harbour)
    told = await examples(harbour, "ivo")

    assert "reef: R1 on track, R2 slipping to end of June, waiting on Finance" in told
    assert "reef: status clean" in told
    assert "what’s mine?" in told


async def test_what_the_plan_does_not_have_is_not_shown(harbour: Harbour):
    async with harbour.open_unit(HOME) as unit:
        for ref in ("7.1", "7.2", "7.3"):
            taken = an_action(ref=ref, section=None, owners=())
            await unit.actions.put("harbour", [taken])
        only = an_action(ref="A1", section=None, owners=("Nia Quill",))
        await unit.actions.put("harbour", [only])
        await unit.commit()
    told = await examples(harbour)

    assert "show A1" in told
    assert "A1 slipping to end of June, waiting on Finance" in told
    assert not any("{" in each or "status" in each for each in told)


async def test_a_chair_is_shown_what_answers_to_them(harbour: Harbour):
    async with harbour.open_unit(HOME) as unit:
        quay = an_action(ref="1.0", section="Feeling Well", owners=("Sam Tarn",))
        await unit.actions.put("harbour", [quay])
        await unit.commit()

    assert "open a round for feeling-safe, papers due 12 June" in await examples(harbour, "bo")


@pytest.mark.parametrize("who", ["nia", "sam", "bo", "kit", "ivo"])
async def test_all_of_it_is_understood_as_it_stands(harbour: Harbour, who: str):
    if who == "ivo":
        await another_plan(harbour)
    for said in await examples(harbour, who):
        if said not in ("close the round", "call off the round", "import"):
            reply = " ".join((await harbour.say(said, who)).split())
            assert not [each for each in NOT_UNDERSTOOD if each in reply], (said, reply)


async def test_help_offers_a_chair_nothing_that_is_not_theirs(harbour: Harbour):
    theirs = await settled(harbour, "help", "bo")

    assert "open a round" in theirs
    for said in ("pause the plan", "restrict the plan", "council is closed", "import"):
        assert said not in theirs
        assert said in await settled(harbour, "help", "kit")


EXAMPLES = [each for _, told in (*CHAIRING, *PAUSING, *ADMINISTERING) for each in told.split(" · ")]


NAMES = {"first": "7.3", "section": "feeling-safe", "group": "harbour"}


@pytest.mark.parametrize("said", EXAMPLES)
async def test_what_help_offers_is_understood(harbour: Harbour, said: str):
    reply = await settled(harbour, said.format(**NAMES), "kit")

    assert "Nothing to record" not in reply
    assert "Which" not in reply
