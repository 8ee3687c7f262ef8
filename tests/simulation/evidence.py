"""What the judges read in a story: who was told what, when, and what hindered it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from domain.calendar import Calendar
from domain.conversation import Kind, Outgoing
from domain.events import Event, EventKind
from domain.named import in_full
from domain.people import LONDON, Leave, Person
from tests.simulation.platform import Delivery
from tests.simulation.setting import CHAIR, Span, Task
from tests.simulation.story import Story

DAY = timedelta(days=1)
SATURDAY = 5
AT_LAST = datetime.max.replace(tzinfo=UTC)


def asked_in(message: Outgoing) -> list[str]:
    """The actions a word is wanted on, named with their plans, as the message says."""
    named = (each.split(" ", 2) for each in message.says if each.startswith("asked "))
    return [in_full(plan, ref) for _, plan, ref in named]


def asked(delivery: Delivery) -> list[str]:
    return asked_in(delivery.message)


def uncovered(delivery: Delivery) -> list[str]:
    """The actions that a chair is told of since their owner is away and nobody stands in."""
    told = (each.split(" ") for each in delivery.message.says if each.startswith("away "))
    return [in_full(plan, ref) for _, plan, ref, _ in told]


def rounds_said(delivery: Delivery) -> list[str]:
    """What of a round is in a message: that it opened, is chased or was handed over."""
    return [each for each in delivery.message.says if each.startswith("round ")]


def name_of(event: Event) -> str:
    return in_full(event.plan, event.ref)


def personal(story: Story) -> list[Delivery]:
    """What people were told unasked, each in their own conversation."""
    return [e for e in story.deliveries if e.message.to and e.message.kind is not Kind.NOTICE]


def had_by(story: Story, person: Person) -> list[Delivery]:
    return [each for each in story.deliveries if each.message.to == person.id]


def reader_of(story: Story, delivery: Delivery) -> Person | None:
    return story.setting.person(delivery.message.to)


def day_of(story: Story, delivery: Delivery) -> date:
    """The day it was for who read it."""
    person = reader_of(story, delivery)
    return delivery.begun.astimezone(person.timezone if person else LONDON).date()


def hours_of(day: date, person: Person) -> tuple[datetime, datetime]:
    """From when to when somebody may be written to on a day."""
    return (
        datetime.combine(day, time(9, 15), tzinfo=person.timezone),
        datetime.combine(day, time(17, 30), tzinfo=person.timezone),
    )


def hindered(story: Story, start: datetime, end: datetime) -> bool:
    """Whether the bot or the platform stood still for a part of the span."""
    setting = story.setting
    troubles = (*setting.machine_down, *setting.platform_down)
    return setting.blind or any(span.meets(start, end) for span in troubles)


def worked(story: Story, day: date) -> bool:
    """Whether it is no weekend and no bank holiday; found without the product's calendar."""
    return day.weekday() < SATURDAY and day not in story.setting.closed


def leave_on(story: Story, person: Person, day: date) -> Leave | None:
    found = (e for e in story.setting.leave if e.person == person.id and e.start <= day <= e.end)
    return next(found, None)


def any_leave(story: Story, person: Person) -> bool:
    return any(each.person == person.id for each in story.setting.leave)


def council(story: Story) -> Calendar:
    """The days on which the council works."""
    return story.setting.calendar.but(closed=story.setting.closed)


def calendar_of(story: Story, person: Person) -> Calendar:
    """The days on which somebody is there, or somebody else answers for them."""
    return council(story).but(closed=_away(story.setting.leave, person))


def known_on(story: Story, person: Person, moment: datetime) -> Calendar:
    """The same as it was known at a moment."""
    unknown = [each for each in story.setting.whims.notices if each.at >= moment]
    untold = {each.leave for each in unknown if each.leave}
    leave = [each for each in story.setting.leave if each not in untold]
    closed = story.setting.closed - {day for each in unknown for day in each.closed}
    return story.setting.calendar.but(closed=[*closed, *_away(leave, person)])


def _away(leave: Iterable[Leave], person: Person) -> list[date]:
    return [
        each.start + n * DAY
        for each in leave
        if each.person == person.id and each.delegate is None
        for n in range((each.end - each.start).days + 1)
    ]


def chairs_board(story: Story, person: Person, moment: datetime) -> bool:
    """Whether somebody chairs the board at a moment."""
    told = {story.said[request]: each.at for request, each in story.told.items()}
    chair = CHAIR
    for each in story.setting.whims.notices:
        if each.chair and told.get(each.text, each.at) <= moment:
            chair = each.chair
    return person == chair


def standing(story: Story, by: datetime = AT_LAST) -> list[Event]:
    """What had been said by a moment and was not taken back by then; no taking back itself."""
    before = [each for each in story.events if each.at < by]
    undone = {each.undoes for each in before}
    return [e for e in before if e.id not in undone and e.kind is not EventKind.UNDONE]


def ends_of(story: Story, task: Task) -> list[tuple[date, Span]]:
    """The days that an action had to be finished by, each with the time in which that was so."""
    start, end, again = story.setting.start, story.setting.end, story.setting.whims.rereading
    if again is None or again.plan != task.plan or task.ref not in again.ends:
        return [(task.end, Span(start, end))]
    return [(task.end, Span(start, again.at)), (again.ends[task.ref], Span(again.at, end))]


def redated(story: Story) -> set[str]:
    """The actions that the plan gave another day when it was read again."""
    again = story.setting.whims.rereading
    return {in_full(again.plan, ref) for ref in again.ends} if again else set()


def responder(story: Story, task: Task, day: date) -> Person | None:
    """Who is to be asked on a day: the first owner who is there, or who answers for one."""
    for name in task.action.owners:
        owner = story.setting.named(name)
        leave = leave_on(story, owner, day)
        if leave is None:
            return owner
        delegate = story.setting.person(leave.delegate)
        if delegate and not leave_on(story, delegate, day):
            return delegate
    return None


def silent(story: Story) -> Iterator[tuple[Task, Person]]:
    """Actions that nobody has said anything about, and who leads on them."""
    spoken_of = {name_of(event) for event in story.events}
    for task in story.setting.tasks:
        if task.name not in spoken_of and task.name != story.setting.faulty:
            yield task, story.setting.named(task.action.owners[0])
