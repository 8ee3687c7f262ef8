"""The home tab: one's own actions by urgency, a chair's section at a glance, and always true."""

from domain.events import ActionState
from domain.work import Status
from tests.bot.slack.conftest import HOME, Office, fields, words
from tests.builders import an_action
from tests.standins.slack.reading import Element, words_of


def shown(office: Office, who: str) -> str:
    held = office.slack.world.homes.get((office.team.id, office.people[who].id))
    view = office.slack.world.views.get(held or "")
    return words_of(view.body["blocks"]) if view else ""


async def home_of(office: Office, who: str) -> str:
    await office.people[who].opens_home()
    await office.people[who].sees_home()
    return shown(office, who)


async def becomes(office: Office, who: str, text: str) -> None:
    await office.slack.until(lambda: text in shown(office, who) or None)


async def buttons(office: Office) -> list[Element]:
    return fields(await office.nia.sees_home())


async def test_own_actions_stand_there_by_urgency_each_with_its_buttons(office: Office) -> None:
    home = await home_of(office, "nia")
    assert "You have 2 actions open" in home
    assert home.index("7.2 Train the keepers") < home.index("7.3 Switch on")
    assert "late, declared in progress" in home  # in words, beside its mark
    labels = [each.label for each in await buttons(office)]
    assert labels[:3] == ["On track", "Complete", "Change…"] == labels[3:6]


async def test_who_hears_a_button_read_out_is_told_which_action_it_is_of(office: Office) -> None:
    await home_of(office, "nia")
    told = [str(each.element.get("accessibility_label", "")) for each in await buttons(office)]
    assert told[0] == "On track: 7.2 Train the keepers"
    assert told[3] == "On track: 7.3 Switch on the second row"


async def test_a_button_there_leaves_it_true(office: Office) -> None:
    await home_of(office, "nia")
    await office.nia.presses("Complete", on=await office.nia.sees_home())
    assert "Recorded: 7.2" in words(await office.nia.hears())
    await becomes(office, "nia", "You have 1 action open")


async def test_news_in_words_leave_it_true(office: Office) -> None:
    await home_of(office, "nia")
    await office.nia.says("7.3 at risk, no boats came")
    await office.nia.hears()
    await becomes(office, "nia", "no boats came")


async def test_what_was_filled_in_leaves_it_true(office: Office) -> None:
    await home_of(office, "nia")
    await office.nia.presses("Change…", on=await office.nia.sees_home())
    await office.slack.until(
        lambda: next(
            (
                view
                for view in [office.slack.modals.top(office.nia.id)]
                if view and "Change" in str(view.body["title"])
            ),
            None,
        )
    )
    await office.nia.fills({"How does it stand?": "At risk", "In your words": "no boats"})
    await office.nia.hears()
    await becomes(office, "nia", "no boats")


async def test_a_chair_sees_the_group_at_a_glance_with_what_is_late(office: Office) -> None:
    await office.nia.says("7.3 at risk, no boats came")
    await office.nia.hears()
    home = await home_of(office, "bo")
    assert "You have no open actions" in home
    glance = home[home.index("Harbour Board") :]
    assert "1 late or delayed" in glance and "7.2 Train the keepers" in glance
    assert "1 at risk" in glance and "no boats came" in glance
    view = await office.bo.sees_home()
    await office.bo.presses("Status of Feeling Safe", on=view)
    assert "Feeling Safe on Wed 14 May" in words(await office.bo.hears())


async def test_nobody_sees_a_group_that_they_do_not_chair(office: Office) -> None:
    assert "Harbour Board" not in await home_of(office, "nia")


async def test_who_is_not_known_is_told_what_to_do(office: Office) -> None:
    stranger = office.slack.person(office.team, "Ed Ware")
    await stranger.opens_home()
    assert "Send me a message" in str((await stranger.sees_home()).body)


async def test_a_home_of_very_much_stays_within_the_limits_and_says_so(office: Office) -> None:
    """The stand-in refuses a view that is over a limit."""
    actions = [
        an_action(
            ref=f"60.{place}",
            section="Feeling Safe",
            text="Mend & < > the wall " * 60,
            owners=("Nia Quill",),
            status=Status.AT_RISK,
        )
        for place in range(1, 61)
    ]
    async with office.store(HOME) as unit:
        await unit.actions.put("harbour", actions)
        await unit.commit()
    home = await home_of(office, "nia")
    assert "You have 62 actions open" in home and "And 50 more" in home
    assert "60." in await home_of(office, "bo")


async def test_a_press_at_home_gives_no_more_rights_than_words(office: Office) -> None:
    await home_of(office, "nia")
    home = await office.nia.sees_home()
    async with office.store(HOME) as unit:
        taken = [each.action for each in await unit.actions.of("harbour", ["7.2"])]
        await unit.actions.put(
            "harbour", [each.model_copy(update={"owners": ("Sam Tarn",)}) for each in taken]
        )
        await unit.commit()
    await office.nia.presses("Complete", on=home)
    assert "I have not changed it" in words(await office.nia.hears())
    state = await office.state("7.2")
    assert isinstance(state, ActionState) and state.status is Status.IN_PROGRESS
