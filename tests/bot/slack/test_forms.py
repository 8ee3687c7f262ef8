"""Modals, the home tab and the shortcut: what is filled in goes the way of what is said."""

from datetime import date

from domain.events import ActionState
from domain.work import Status
from tests.bot.slack.conftest import HOME, Office, words
from tests.standins.slack import View


async def test_an_action_is_changed_in_a_form(office: Office) -> None:
    await office.nia.says("7.3 on track")
    await office.nia.hears()
    await office.nia.presses("Change…")
    await form(office, "Change")
    missing = await office.nia.fills({})
    assert "Choose how it stands" in " ".join(missing.values())
    await office.nia.fills(
        {
            "How does it stand?": "Will be late",
            "New date": date(2031, 6, 30),
            "In your words": "waiting on Harbour Finance",
        }
    )
    answer = words(await office.nia.hears())
    assert "will be late" in answer and "waiting on Harbour Finance" in answer
    state = await office.state("7.3")
    assert isinstance(state, ActionState)
    assert (state.status, state.forecast) == (Status.DELAYED, date(2031, 6, 30))
    assert state.words == "waiting on Harbour Finance"


async def form(office: Office, title: str) -> View:
    """The modal of that title, once it is there."""

    def found() -> View | None:
        view = office.slack.modals.top(office.nia.id)
        return view if view and title in str(view.body["title"]) else None

    return await office.slack.until(found)


async def test_a_message_is_made_the_update_of_an_action(office: Office) -> None:
    said = await office.nia.says("All keepers have had their training", office.board)
    await office.nia.takes_shortcut("make_update", said)
    await form(office, "Make it the update")
    await office.nia.fills(
        {"Which action?": "7.2 Train the keepers", "How does it stand?": "Complete"}
    )
    answer = await office.nia.hears()
    assert "7.2" in words(answer) and answer.channel == office.nia.direct.id
    state = await office.state("7.2")
    assert isinstance(state, ActionState) and state.status is Status.COMPLETE
    assert state.words == "All keepers have had their training"


async def test_a_form_gives_no_more_rights_than_words(office: Office) -> None:
    await office.bo.says("show 9.1")
    await office.bo.hears()
    async with office.store(HOME) as unit:
        before = len(await unit.events.between("harbour", None, None))
    await office.nia.opens_home()
    home = await office.nia.sees_home()
    await office.nia.presses("On track", on=home)
    assert "7." in words(await office.nia.hears())
    async with office.store(HOME) as unit:
        assert len(await unit.events.between("harbour", None, None)) == before + 1


async def test_home_shows_own_actions_and_to_a_chair_the_group(office: Office) -> None:
    await office.nia.opens_home()
    assert "You have 2 actions open" in str((await office.nia.sees_home()).body)
    await office.bo.opens_home()
    body = str((await office.bo.sees_home()).body)
    assert "You have no open actions" in body and "Harbour Board" in body
