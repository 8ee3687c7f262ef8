"""The same dialogue on the console, on Slack and on Teams leaves the same behind."""

from domain.events import Event
from store.opening import keep_in_memory
from tests.conversations.conftest import ACTIONS, PLAN, START, Harbour, SetClock, settle
from tests.conversations.on_slack import on_slack
from tests.conversations.on_teams import on_teams
from tests.standins.slack import Slack
from tests.standins.teams.keys import KeyServer

DIALOGUE = (
    ("nia", "7.3 on track, the lamps came on Monday"),
    ("nia", "7.2 will be late, end of June, waiting on Harbour Finance"),
    ("sam", "8.2 at risk: the dredger is in dock"),
    ("sam", "9.1 complete for this quarter"),
    ("bo", "status feeling-safe"),
    ("nia", "undo"),
    ("nia", "7.3 complete"),
    ("bo", "7.3 is late"),
    ("nia", "what’s mine?"),
    ("sam", "ask me about 8.2 next Monday"),
    ("kit", "what changed since last week?"),
)
NOT_COMPARED = {"where", "message", "id"}  # of the platform, not of what was said


async def held(harbour: Harbour) -> tuple[list[object], list[object], list[str]]:
    """What a dialogue leaves behind: events, states, and what was answered first."""
    answers = []
    for who, text in DIALOGUE:
        heard = await harbour.ask(text, who)
        answers.append(heard.summary if heard else "")
    async with harbour.open_unit(harbour.workspace) as unit:
        events = [told(each) for each in await unit.events.between(PLAN.key, None, None)]
        states = [(await unit.actions.get(PLAN.key, each.ref)).state for each in ACTIONS]
    return events, states, answers


def told(event: Event) -> object:
    return event.model_dump(exclude=NOT_COMPARED)


async def test_the_same_is_recorded_and_answered_everywhere(slack: Slack, keys: KeyServer):
    home = "harbour-everywhere"
    store = keep_in_memory()
    await settle(store, home)
    at_the_door = await held(Harbour(store, SetClock(START), home))
    async with on_slack(slack, keep_in_memory(), home) as harbour:
        there_on_slack = await held(harbour)
    async with on_teams(keys, keep_in_memory(), home) as harbour:
        there_on_teams = await held(harbour)

    events, _, answers = at_the_door
    assert len(events) >= 6
    assert all(answers)
    assert there_on_slack == at_the_door
    assert there_on_teams == at_the_door
