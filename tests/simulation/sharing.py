"""The judges of what people share: several plans, some not theirs, and answering for others."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.conversation import Reply
from domain.events import EventKind
from domain.named import in_full
from domain.people import Person
from tests.simulation.evidence import (
    calendar_of,
    chairs_board,
    day_of,
    ends_of,
    had_by,
    hindered,
    hours_of,
    leave_on,
    name_of,
    responder,
    silent,
)
from tests.simulation.setting import ADMINISTRATOR, BOARD, PLANS, RESTRICTED, Task
from tests.simulation.story import Story

WRITTEN = timedelta(hours=8, minutes=30)  # ago at most, on the same day: what is sent
# The second of what was said of a day that passed while nothing worked.
QUESTIONS = ("Did I read this right?", "On which day shall I ask")


def nothing_is_told_twice(story: Story) -> Iterator[str]:
    """What is said once, and not asked, is in one message to each that arrived."""
    dropped = {each.message.key for each in story.given_up}
    if story.setting.blind:
        return
    told = Counter(
        (each.message.to, once)
        for each in story.deliveries
        if each.message.to and each.message.key not in dropped
        for once in each.message.says
        if not once.startswith("asked ")
    )
    for (person, once), count in told.items():
        if count > 1:
            yield f"{person} was told {count} times: {once}"


def nothing_restricted_is_shown(story: Story) -> Iterator[str]:
    """Of a restricted plan only its own people see anything, and no channel does."""
    hidden = [each for each in story.setting.tasks if each.plan == RESTRICTED]
    for each in story.deliveries if hidden else ():
        reader = story.setting.person(each.message.to)
        of_theirs = reader is not None and _is_theirs(story, hidden, reader, each.begun, WRITTEN)
        again = story.setting.blind and reader  # what they may not have had when it was theirs
        if not of_theirs and not again and _shows(each.message.reply, hidden):
            yield f"{each.message.key} shows the {RESTRICTED} plan"
    for request, told in story.told.items() if hidden else ():
        speaker = story.setting.person(told.person)
        assert speaker is not None
        if not _is_theirs(story, hidden, speaker, told.at) and _shows(told.reply, hidden):
            yield f"{speaker.id} was shown the {RESTRICTED} plan by the answer to {request}"


def nobody_speaks_for_others(story: Story) -> Iterator[str]:
    """What is recorded was said by an owner, by who covers for one, a chair, or the office.

    Their own words may be taken back by those for whom it is over.
    """
    tasks = {each.name: each for each in story.setting.tasks}
    said_by = {each.id: each.by for each in story.events}
    for event in story.events:
        if said_by.get(event.undoes) == event.by:
            continue
        if not _may_speak(story, tasks[name_of(event)], event.by, event.at):
            yield f"{event.by} spoke of {name_of(event)}, which is not theirs"


def nobody_is_refused_what_is_theirs(story: Story) -> Iterator[str]:
    """Whoever may speak of an action on that day, where the owner is, is heard."""
    recorded = {(event.message, name_of(event)) for event in story.events}
    tasks = {each.name: each for each in story.setting.tasks}
    for request, told in story.told.items():
        task = tasks.get(_named_in(story, story.said[request]))
        if task is None or not _may_speak(story, task, told.person, told.at):
            continue
        questioned = told.reply.summary.startswith(QUESTIONS)
        if not questioned and (story.message_of(request), task.name) not in recorded:
            yield f"{told.person} was not heard of {task.name}: {told.reply.summary}"


def what_names_a_plan_is_recorded_there(story: Story) -> Iterator[str]:
    for event in story.events:
        texts = [text for text in story.wordings(event.message) if text.endswith(event.words)]
        named = {text.partition(":")[0] for text in texts}
        said = event.kind is not EventKind.UNDONE
        if said and named <= {*PLANS} and event.plan not in named:
            yield f"“{event.words}” was recorded of {name_of(event)}"


def the_delegate_is_asked(story: Story) -> Iterator[str]:
    """On the day that an action is due, if nobody has said anything and its owner is away.

    Not where it is the owner's next day already, and they are back, when the delegate's begins.
    """
    for task, owner in silent(story):
        day = calendar_of(story, owner).on_or_before(task.end)
        asked = responder(story, task, day)
        redated = len(ends_of(story, task)) > 1
        if asked is None or redated or not leave_on(story, owner, day) or day != task.end:
            continue
        start, end = hours_of(day, asked)
        inside = story.setting.start.date() < day and end < story.setting.end
        works = calendar_of(story, asked).works(day)
        back = any(
            leave_on(story, owner, at.astimezone(owner.timezone).date()) is None
            for at in (start, end)
        )
        if not inside or not works or back or hindered(story, start, end):
            continue
        had = [each for each in had_by(story, asked) if day_of(story, each) == day]
        if not any(task.name in each.shown for each in had):
            yield f"{task.name} was due on {day:%d %b}, and {asked.id} was not asked for {owner.id}"


def _is_theirs(
    story: Story, hidden: list[Task], person: Person, at: datetime, ago: timedelta = timedelta(0)
) -> bool:
    """An owner of something in it, who covers for one, the chair of its groups, the office."""
    if person == ADMINISTRATOR:
        return True
    groups = {BOARD, *(group for each in hidden for group in each.action.partnership_groups)}
    if BOARD in groups and any(chairs_board(story, person, each) for each in (at, at - ago)):
        return True
    owners = {name for each in hidden for name in each.action.owners}
    return person.name in owners or any(
        _covers(story, person, story.setting.named(name), at, ago) for name in owners
    )


def _may_speak(story: Story, task: Task, by: str, at: datetime) -> bool:
    person = story.setting.person(by)
    assert person is not None
    if person == ADMINISTRATOR or person.name in task.action.owners:
        return True
    if BOARD in task.action.partnership_groups and chairs_board(story, person, at):
        return True
    owners = [story.setting.named(name) for name in task.action.owners]
    return any(_covers(story, person, owner, at) for owner in owners)


def _covers(
    story: Story, person: Person, owner: Person, at: datetime, ago: timedelta = timedelta(0)
) -> bool:
    """On the owner's day at a moment, or at one so long ``ago``."""
    days = [moment.astimezone(owner.timezone).date() for moment in (at, at - ago)]
    on = [leave_on(story, owner, each) for each in days]
    return any(leave is not None and leave.delegate == person.id for leave in on)


def _named_in(story: Story, text: str) -> str:
    """The one action that is spoken of; "" where it is not plain of which plan it is."""
    refs = {word for word in text.replace(":", " ").split() if word[:2] == "1."}
    plan = text.partition(":")[0]
    plans = [each for each in story.setting.plans if each == plan] or story.setting.plans
    return in_full(plans[0], *refs) if len(refs) == len(plans) == 1 else ""


def _shows(reply: Reply, tasks: list[Task]) -> bool:
    said = str(reply)
    return any(f"{each.action.text}" in said for each in tasks)
