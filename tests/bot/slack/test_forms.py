"""Modals: an action is changed, a round answered, a message made an update; wrong fields marked."""

from datetime import date

import pytest

from domain.conversation import Choice, Choices, Kind, Outgoing, Reply
from domain.events import ActionState
from domain.work import Section, Status
from tests.bot.slack.conftest import HOME, Office, fields, words
from tests.bot.slack.test_reliable import reminder, send
from tests.builders import a_plan, an_action, by
from tests.standins.slack import View
from tests.standins.slack.reading import elements, words_of

HOW, WHEN, WORDS = "How does it stand?", "Finished by", "In your words"
DUE = date(2031, 5, 30)  # of 7.3


async def form(office: Office, title: str) -> View:
    """The modal of that title, once it is there."""

    def found() -> View | None:
        view = office.slack.modals.top(office.nia.id)
        return view if view and title in str(view.body["title"]) else None

    return await office.slack.until(found)


async def state(office: Office, ref: str) -> ActionState:
    found = await office.state(ref)
    assert isinstance(found, ActionState)
    return found


async def change(office: Office, ref: str = "7.3") -> View:
    """The form about one action, opened by the button under an answer."""
    await office.nia.says(f"{ref} on track")
    await office.nia.presses("Change…", on=await office.nia.hears())
    return await form(office, "Change")


async def test_an_action_is_changed_in_a_form(office: Office) -> None:
    await change(office)
    await office.nia.fills(
        {HOW: "Will be late", WHEN: date(2031, 6, 30), WORDS: "waiting on Harbour Finance"}
    )
    answer = words(await office.nia.hears())
    assert "will be late" in answer and "waiting on Harbour Finance" in answer
    after = await state(office, "7.3")
    assert (after.status, after.forecast) == (Status.DELAYED, date(2031, 6, 30))
    assert after.words == "waiting on Harbour Finance"


async def test_of_several_recorded_each_has_a_form_of_its_name(office: Office) -> None:
    await office.nia.says("7.2 done, 7.3 on track")
    answer = await office.nia.hears()
    labels = [each.label for each in elements(answer.blocks)]
    assert labels == ["Undo all", "Change 7.2…", "See 7.2", "Change 7.3…", "See 7.3"]
    await office.nia.presses("Change 7.3…", on=answer)
    assert "Switch on" in str((await form(office, "Change")).body["blocks"])


async def test_the_form_begins_with_how_it_is_and_sent_as_it_is_changes_nothing(
    office: Office,
) -> None:
    view = await change(office)
    shown = {each.label: each.element for each in fields(view)}
    assert shown[WHEN]["initial_date"] == DUE.isoformat()
    assert words_of(shown[HOW]["initial_option"]) == "No change"
    assert "Choose how it stands" in (await office.nia.fills({}))[HOW]
    assert await office.events("7.3") == 1


async def test_the_date_that_was_there_is_no_new_date(office: Office) -> None:
    await change(office)
    await office.nia.fills({HOW: "At risk", WHEN: DUE})
    await office.nia.hears()
    after = await state(office, "7.3")
    assert (after.status, after.forecast, after.moves) == (Status.AT_RISK, None, 0)


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({HOW: "Complete", WHEN: date(2031, 6, 30)}, "leave the date as it is"),
        ({HOW: "Will be late", WHEN: date(2031, 5, 1)}, "That day has passed"),
        ({HOW: "No change", WHEN: date(2031, 5, 13)}, "That day has passed"),
        ({HOW: "Will be late", WHEN: date(9999, 12, 30)}, "too far away"),
    ],
)
async def test_a_day_that_cannot_be_meant_is_marked_beside_the_day(
    office: Office, filled: dict[str, object], told: str
) -> None:
    await change(office)
    [(field, why)] = (await office.nia.fills(filled)).items()
    assert field == WHEN and told in why
    assert (await state(office, "7.3")).status is Status.ON_TRACK
    await office.nia.fills({HOW: "Complete"})
    await office.nia.hears()
    assert (await state(office, "7.3")).status is Status.COMPLETE


async def test_a_word_alone_is_kept_and_the_status_stays(office: Office) -> None:
    await change(office)
    await office.nia.fills({HOW: "No change", WORDS: "the lamps came on Monday"})
    await office.nia.hears()
    after = await state(office, "7.3")
    assert (after.status, after.words) == (Status.ON_TRACK, "the lamps came on Monday")


def a_round(office: Office, *refs: str) -> Outgoing:
    """A message that asks for all of a round at once."""
    reply = Reply(
        summary="The reporting round is open.",
        parts=(
            Choices(options=(Choice(label="Answer all in a form", form=refs, plan="harbour"),)),
        ),
    )
    asked = reminder(office)
    return asked.model_copy(update={"kind": Kind.ROUND, "reply": reply, "about": refs})


async def test_a_round_is_answered_at_once_one_block_an_action(office: Office) -> None:
    await send(office, a_round(office, "7.2", "7.3"))
    await office.nia.presses("Answer all in a form", on=await office.nia.hears())
    view = await form(office, "Answer all")
    labels = [each.label for each in fields(view)]
    assert labels[:2] == ["7.2 Train the keepers", "7.3 Switch on the second row"]

    missing = await office.nia.fills({})
    assert missing == {labels[0]: "Choose how at least one of them stands."}

    await office.nia.fills({labels[0]: "Complete", labels[1]: "At risk", labels[2]: "lamps"})
    answer = await office.nia.hears()
    assert "Recorded 2" in words(answer) and answer.channel == office.nia.direct.id
    assert [(await state(office, ref)).status for ref in ("7.2", "7.3")] == [
        Status.COMPLETE,
        Status.AT_RISK,
    ]


async def test_of_a_round_what_is_left_as_it_is_is_not_recorded(office: Office) -> None:
    await send(office, a_round(office, "7.2", "7.3"))
    await office.nia.presses("Answer all in a form", on=await office.nia.hears())
    await form(office, "Answer all")
    await office.nia.fills({"7.3 Switch on the second row": "On track"})
    await office.nia.hears()
    assert [await office.events(ref) for ref in ("7.2", "7.3")] == [0, 1]


async def many(office: Office, number: int) -> tuple[str, ...]:
    """More actions of Nia's, with long titles."""
    refs = tuple(f"60.{place}" for place in range(1, number + 1))
    actions = [
        an_action(
            ref=ref, section="Feeling Safe", text="Mend the wall " * 20, owners=("Nia Quill",)
        )
        for ref in refs
    ]
    async with office.store(HOME) as unit:
        await unit.actions.put("harbour", actions)
        await unit.commit()
    return refs


async def test_a_round_of_more_than_a_form_may_hold_is_answered_in_several(office: Office) -> None:
    refs = await many(office, 130)
    await send(office, a_round(office, *refs))
    asked = await office.nia.hears()
    buttons = [each.label for each in elements(asked.blocks)]
    assert buttons[0] == "Answer all in a form (60.1 to 60.40)" and len(buttons) == 4
    asked_for: list[str] = []
    for button in buttons:
        await office.nia.presses(button, on=asked)
        view = await form(office, "Answer all")
        asked_here = [each for each in fields(view) if "60." in each.label]
        asked_for += [each.label.split()[0] for each in asked_here]
        await office.nia.fills({asked_here[-1].block_id: "Complete"})
        await office.nia.hears()
    assert asked_for == [*refs]
    assert [(await state(office, f"60.{n}")).status for n in (40, 80, 120, 130)] == [
        Status.COMPLETE
    ] * 4


async def test_a_message_is_made_the_update_of_an_action(office: Office) -> None:
    said = await office.nia.says("All keepers have had their training", office.board)
    await office.nia.takes_shortcut("make_update", said)
    await form(office, "Make it the update")
    await office.nia.fills({"Which action?": "7.2 Train the keepers", HOW: "Complete"})
    answer = await office.nia.hears()
    assert "7.2" in words(answer) and answer.channel == office.nia.direct.id
    after = await state(office, "7.2")
    assert (after.status, after.words) == (Status.COMPLETE, "All keepers have had their training")


async def test_of_hundreds_of_actions_each_can_be_chosen(office: Office) -> None:
    await many(office, 230)
    said = await office.nia.says("The wall is up", office.board)
    await office.nia.takes_shortcut("make_update", said)
    view = await form(office, "Make it the update")
    [which] = [each for each in fields(view) if each.block_id == "which"]
    groups = which.element["option_groups"]
    assert isinstance(groups, list)
    assert [len(each["options"]) for each in groups] == [100, 100, 32]
    await office.nia.fills({"Which action?": groups[2]["options"][-1]["text"]["text"]})
    assert "60." in words(await office.nia.hears())


async def test_who_is_not_known_gets_no_form(office: Office) -> None:
    stranger = office.slack.person(office.team, "Ed Ware")
    office.board.members.append(stranger.id)
    said = await office.nia.says("All keepers have had their training", office.board)
    await stranger.takes_shortcut("make_update", said)
    view = await office.slack.until(lambda: _titled(office, stranger.id, "Planbot"))
    assert "I do not know you yet" in str(view.body["blocks"])


def _titled(office: Office, user: str, title: str) -> View | None:
    view = office.slack.modals.top(user)
    return view if view and title in str(view.body["title"]) else None


async def test_a_form_gives_no_more_rights_than_words(office: Office) -> None:
    """The button of an answer to somebody else, pressed in the channel where it stands."""
    await office.kit.mentions("8.2 at risk", office.board)
    answer = await office.nia.hears()
    assert "8.2" in words(answer)
    before = await office.events("8.2")
    await office.nia.presses("Change…", on=answer)
    await form(office, "Change")
    await office.nia.fills({HOW: "Complete"})
    told = await office.nia.hears()
    while told.only_for is None:
        told = await office.nia.hears()
    assert "I have not changed it" in words(told)
    assert await office.events("8.2") == before


async def test_a_form_is_about_the_plan_that_its_button_was_about(office: Office) -> None:
    """Two plans have a 7.3, and neither is asked about."""
    async with office.store(HOME) as unit:
        section = Section(name="Clean Water", slug="clean-water")
        await unit.plans.put(a_plan(key="reef", title="Reef plan", sections=(section,)))
        theirs = an_action(
            ref="7.3", section="Clean Water", text="Count seals", due=by(DUE), owners=("Nia Quill",)
        )
        await unit.actions.put("reef", [theirs])
        await unit.commit()
    await office.nia.opens_home()
    home = await office.nia.sees_home()
    [reef] = [
        each
        for each in fields(home)
        if each.action_id.endswith(":reef") and each.label == "Change…"
    ]
    await office.nia.presses(reef.action_id, on=home)
    assert "Count seals" in str((await form(office, "Change")).body["blocks"])
    await office.nia.fills({HOW: "At risk"})
    assert "Count seals" in words(await office.nia.hears())
    async with office.store(HOME) as unit:
        assert (await unit.actions.get("reef", "7.3")).state.status is Status.AT_RISK
    assert (await state(office, "7.3")).status is None
