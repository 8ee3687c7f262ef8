"""A press acts once, however often and by whatever ids Teams brings it, and is always answered."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from bot.desk import Desk
from bot.teams.hearing import BELOW, DONE_ALREADY, IN_PRIVATE, TAKEN_ALREADY
from domain.conversation import Address, Choice, Choices, Item, Items, Kind, Outgoing, Reply
from domain.people import Account
from domain.ports import Store
from store.opening import keep_in
from tests.bot.teams.at_work import running
from tests.bot.teams.conftest import HOME
from tests.bot.teams.test_teams import QUAY, a_word, put
from tests.builders import a_plan, an_action
from tests.claiming import claim
from tests.conversations.conftest import START, settle
from tests.standins.teams.connector import CARD, TENANT, Member, Posted, Teams, a_teams
from tests.standins.teams.ours import OURS

COPIES = 5


async def events(open_unit, home: str = HOME, ref: str = "7.3") -> int:
    async with open_unit(home) as unit:
        return len(await unit.events.about("harbour", ref))


async def a_card(office) -> Posted:
    """An answer of the bot with a button to take it back."""
    await office.says("nia", "7.3 on track")
    return office.teams.chat(office.people["nia"])[-1]


async def nia_and_a_card(
    teams: Teams, store: Store, home: str, desk: Desk
) -> tuple[Member, Posted]:
    """Nia, known by her account there, and an answer to her with a button to take it back."""
    nia = teams.person("Nia Quill")
    async with store(home) as unit:
        account = Account(platform="teams", workspace=TENANT, user=nia.entra)
        await unit.people.link(account, "nia")
        await unit.commit()
    await nia.says("7.3 on track")
    await desk.idle()
    return nia, teams.chat(nia)[-1]


@pytest.mark.parametrize("same_id", [True, False])
async def test_copies_in_parallel_act_once_and_each_has_a_sensible_answer(office, same_id):
    card, nia = await a_card(office), office.people["nia"]
    before = await events(office.store)
    copies = [nia.invoke(card, card.buttons()["Undo"]) for _ in range(COPIES)]
    if same_id:
        copies = [copies[0]] * COPIES
    async with office.store(HOME) as unit:
        await claim(unit, "somebody else is writing, so that they meet")
        bringing = [asyncio.create_task(office.teams.bring(each)) for each in copies]
        await asyncio.sleep(0.2)
    told = await asyncio.gather(*bringing)

    assert sensible(told)
    assert await events(office.store) == before + 1


def sensible(told: list[tuple[int, dict[str, object]]]) -> bool:
    """The answer at least once, and else that it was given already; no error."""
    answers = [answer for status, answer in told if status == 200]
    shown = [each for each in answers if each["type"] == CARD]
    already = [each for each in answers if each.get("value") in (DONE_ALREADY, TAKEN_ALREADY)]
    undone = all("Taken back" in each["value"]["speak"] for each in shown)
    return bool(shown) and undone and len(shown) + len(already) == len(told)


async def test_a_copy_that_comes_later_is_told_so_and_does_nothing(office):
    card, nia = await a_card(office), office.people["nia"]
    press = nia.invoke(card, card.buttons()["Undo"])
    await office.teams.bring(press)
    before = await events(office.store)

    for copy in (press, {**press, "id": office.teams.next_id()}):
        assert (await office.teams.bring(copy))[1]["value"] == "That was done already."
    assert await events(office.store) == before


async def test_copies_to_two_processes_at_once_act_once_and_neither_fails(engine, keys, home):
    store = keep_in(engine)
    await settle(store, home)
    async with AsyncExitStack() as stack:
        teams = await stack.enter_async_context(a_teams(OURS, START))
        doors = []
        for _ in range(2):
            desk, _ = await stack.enter_async_context(running(teams, store, keys, home))
            doors.append(teams.bot_url)
        nia, card = await nia_and_a_card(teams, store, home, desk)
        before = await events(store, home)
        press = nia.invoke(card, card.buttons()["Undo"])
        told = await asyncio.gather(*(teams.bring(press, to) for to in doors * 3))

        assert sensible(told)
        assert await events(store, home) == before + 1


async def test_a_press_that_the_store_cannot_take_is_answered_and_counts_when_it_comes_again(
    engine, keys, home
):
    store = keep_in(engine, patience=0.2)
    await settle(store, home)
    async with a_teams(OURS, START) as teams, running(teams, store, keys, home) as (desk, _):
        nia, card = await nia_and_a_card(teams, store, home, desk)
        async with store(home) as unit:
            await claim(unit, "somebody else is writing, and goes on")
            assert "Press it again" in (await nia.presses(card, "Undo"))["value"]

        assert "Taken back" in (await nia.presses(card, "Undo"))["value"]["speak"]


def asking(*refs: str) -> Reply:
    """A message that asks about actions, each with buttons of its own."""
    several = len(refs) > 1
    parts = []
    for ref in refs:
        parts.append(Items(items=(Item(ref=ref, title="an action"),)))
        complete = Choice(label=f"{ref} complete", says=f"{ref} complete", aside=several)
        parts.append(Choices(options=(complete,)))
    why = Choice(label="Why am I asked?", says=f"why {', '.join(refs)}?", aside=True)
    return Reply(summary="A word, please.", parts=(*parts, Choices(options=(why,))))


async def asked(office, *refs: str) -> Posted:
    nia = office.people["nia"]
    message = Outgoing(
        key="morning",
        kind=Kind.REMINDER,
        address=Address(platform="teams", workspace=TENANT, conversation=nia.entra),
        reply=asking(*refs),
        day=START.date(),
        not_before=START,
    )
    await put(office, message)
    return office.teams.chat(nia)[-1]


async def test_a_card_that_asks_about_several_stays_and_the_answer_comes_below(office):
    card, nia = await asked(office, "7.2", "7.3"), office.people["nia"]
    told = await nia.presses(card, "7.2 complete")
    await office.settled()

    assert told["value"] == BELOW
    assert "7.2" in office.teams.chat(nia)[-1].text
    assert "Undo" in office.teams.chat(nia)[-1].buttons()
    assert (await nia.presses(card, "7.2 complete"))["value"] == TAKEN_ALREADY
    assert await events(office.store, ref="7.2") == 1


async def test_a_card_that_asks_about_one_gives_way_to_the_answer_but_not_to_a_reason(office):
    card, nia = await asked(office, "7.3"), office.people["nia"]
    assert (await nia.presses(card, "Why am I asked?"))["value"] == BELOW
    await office.settled()
    assert "Why I wrote to you" in office.teams.chat(nia)[-1].text

    assert "7.3" in (await nia.presses(card, "7.3 complete"))["value"]["speak"]


async def test_what_is_for_one_alone_is_not_shown_in_a_channel(office):
    kit = office.people["kit"]
    await kit.mentions("help", QUAY)
    await office.settled()
    card = office.teams.conversations[QUAY][-1]
    told = await office.teams.bring(kit.invoke(card, {"says": "people", "under": "k"}, QUAY))
    await office.settled()

    assert told[1]["value"] == IN_PRIVATE
    assert len(office.teams.conversations[QUAY]) == 1
    assert "people in the plan have an account" in office.teams.chat(kit)[-1].text


async def test_a_button_is_about_an_action_of_its_own_plan(office):
    nia = office.people["nia"]
    async with office.store(HOME) as unit:
        await unit.plans.put(a_plan(key="quay"))
        await unit.actions.put("quay", [an_action(ref="7.3", owners=("Nia Quill",))])
        await unit.commit()
    options = [
        Choice(label=f"Done: {plan}", says="7.3 complete", plan=plan, aside=True)
        for plan in ("harbour", "quay")
    ]
    fields = Choice(label="Change…", form=("7.3",), plan="quay", aside=True)
    reply = Reply(summary="A word.", parts=(Choices(options=(*options, fields)),))
    await put(office, a_word(nia.entra, reply=reply))
    card = office.teams.chat(nia)[-1]

    for press, expected in (("Done: quay", (0, 1)), ("Done: harbour", (1, 1))):
        await nia.presses(card, press)
        await office.settled()
        assert await events_in(office, "harbour", "quay") == expected
    await nia.fills(card, "Change…", {"7.3: how does it stand?": "at_risk"})
    await office.settled()
    assert await events_in(office, "harbour", "quay") == (1, 2)


async def events_in(office, *plans: str) -> tuple[int, ...]:
    async with office.store(HOME) as unit:
        return tuple([len(await unit.events.about(plan, "7.3")) for plan in plans])
