"""The judges: what must be true of every story, found without asking the product."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from domain.calendar import Calendar
from domain.conversation import Kind, Outgoing
from domain.events import Event, EventKind
from domain.people import LONDON, Person
from tests.simulation.digesting import digests_are_complete, each_week_has_its_digest
from tests.simulation.life import Story
from tests.simulation.platform import Delivery
from tests.simulation.setting import PLAN

PEACE = 5  # days without a question after news
ASKED_WITHIN = timedelta(days=5, hours=12)
OPENS, CLOSES = (9, 0), (17, 45)


def faults(story: Story) -> list[str]:
    """What is wrong with a story, in words; nothing is as it should be."""
    return [told for judge in JUDGES for told in judge(story)]


def none_doubled(story: Story) -> Iterator[str]:
    times = Counter(each.message.key for each in story.deliveries)
    for key, count in times.items():
        if count > 1:
            yield f"{key} came {count} times"


def none_left(story: Story) -> Iterator[str]:
    if story.waiting:
        yield "messages are still waiting after days without trouble"


def none_outside_working_hours(story: Story) -> Iterator[str]:
    for each in story.deliveries:
        person = _person(story, each)
        if each.message.kind is Kind.NOTICE:
            continue
        local = each.begun.astimezone(person.timezone if person else LONDON)
        worked = story.setting.calendar.works(local.date())
        if not (worked and OPENS <= (local.hour, local.minute) <= CLOSES):
            yield f"{each.message.key} came at {local:%a %d %H:%M}"


def none_while_away(story: Story) -> Iterator[str]:
    for each in story.deliveries:
        for leave in story.setting.leave:
            if leave.person == each.message.to and leave.start <= _day(story, each) <= leave.end:
                yield f"{each.message.key} came while they were away"


def none_after_an_update(story: Story) -> Iterator[str]:
    news = defaultdict(list)
    for event in story.events:
        news[event.ref].append(event)
    for each in story.deliveries:
        for ref in asked(each):
            told = [event for event in news[ref] if event.at < each.begun]
            if told and _too_soon(told, _day(story, each)):
                yield f"{each.message.key} asks about {ref} after news of {told[-1].at:%d %H:%M}"


def at_most_one_a_day(story: Story) -> Iterator[str]:
    days = Counter((each.message.to, _day(story, each)) for each in _personal(story))
    for (person, day), count in days.items():
        if count > 1:
            yield f"{person} had {count} messages on {day:%d %b}"


def at_most_two_a_week(story: Story) -> Iterator[str]:
    pressing = _last_days(story)
    by_person: dict[str | None, list[Delivery]] = defaultdict(list)
    for each in _personal(story):
        by_person[each.message.to].append(each)
    for person, those in by_person.items():
        for first, third in zip(those, those[2:], strict=False):
            day = _day(story, third)
            due = any(day in pressing[ref] for ref in asked(third))
            if day - _day(story, first) < timedelta(days=7) and not due and _asks(third):
                yield f"{person} had three in the week of {day:%d %b}"


def what_is_due_is_asked_on_the_day(story: Story) -> Iterator[str]:
    """Of those who have said nothing, whenever all worked for all of the day."""
    for action, person in _silent(story):
        assert action.due.end is not None
        day = _calendar(story, person).on_or_before(action.due.end)
        start, end = _hours(day, person)
        inside = story.setting.start + timedelta(days=1) < start and end < story.setting.end
        if not inside or _hindered(story, start, end):
            continue
        if not any(
            action.ref in each.shown and _day(story, each) == day for each in _to(story, person)
        ):
            yield f"{action.ref} was due on {day:%d %b} and nobody was asked"


def what_is_late_is_chased(story: Story) -> Iterator[str]:
    """Of those who have said nothing: within three weeks without trouble, in which they worked."""
    span = timedelta(days=16)
    for action, person in _silent(story):
        assert action.due.end is not None
        late_from, _ = _hours(max(action.due.end, story.setting.start.date()), person)
        last = late_from + timedelta(days=1)
        moments = [each.at for each in _to(story, person) if action.ref in each.shown]
        for moment in [*sorted(each for each in moments if each > last), story.setting.end]:
            quiet = moment - last
            if (
                quiet > span
                and not _hindered(story, last, moment)
                and not _any_leave(story, person)
            ):
                yield f"{action.ref} was not chased from {last:%d %b} to {moment:%d %b}"
            last = moment


def what_was_given_up_could_not_be_sent(story: Story) -> Iterator[str]:
    for each in story.given_up:
        start, end = each.message.not_before, each.at
        if not _hindered(story, start, end) and story.setting.trouble < 0.5:
            yield f"{each.message.key} was given up: {each.why}"


def what_was_given_up_is_asked_anew(story: Story) -> Iterator[str]:
    """Of those who have said nothing: soon after all works again, if it is late."""
    silent = {action.ref: (action, person) for action, person in _silent(story)}
    for each in story.given_up:
        for ref in _asked(each.message):
            if ref not in silent:
                continue
            action, person = silent[ref]
            assert action.due.end is not None
            late = action.due.end < each.message.day
            again, end = _well_again(story, each.at)
            if not late or story.setting.blind or _any_leave(story, person) or end < again:
                continue
            shown = [d for d in _to(story, person) if d.begun > each.at and ref in d.shown]
            if not any(d.begun <= again + ASKED_WITHIN for d in shown):
                yield f"{ref} was not asked about again after {each.message.key} was given up"


def the_pace_is_kept(story: Story) -> Iterator[str]:
    """In each conversation a second apart, and no more at once than the platform takes."""
    calls = story.platform.calls
    places: dict[str, list[datetime]] = defaultdict(list)
    for moment, place in calls:
        places[place].append(moment)
    for place, moments in places.items():
        if _closer(sorted(moments), 1, timedelta(seconds=1)):
            yield f"two messages within a second to {place}"
    if _closer(sorted(moment for moment, _ in calls), 3, timedelta(seconds=10)):
        yield "more messages than the platform takes"


def silence_is_kept(story: Story) -> Iterator[str]:
    for silence in story.platform.silences:
        for moment, place in story.platform.calls:
            meant = silence.conversation in (None, place)
            if meant and silence.asked_at < moment < silence.until:
                yield f"{place} was spoken to although the platform had asked for silence"


def what_nobody_could_look_for_is_said_again(story: Story) -> Iterator[str]:
    """On a platform that cannot look: with the next message to the same person."""
    if not story.setting.blind:
        return
    seen = {each.message.key for each in story.deliveries}
    dropped = {each.message.key for each in story.given_up}
    for moment, lost in story.platform.vanished:
        if lost.key in seen or lost.key in dropped:
            continue
        later = moment + timedelta(minutes=40)
        where = lost.address.conversation
        to_them = [e for e in story.deliveries if e.message.address.conversation == where]
        after = [each for each in to_them if each.begun > later]
        if after and not any("already" in str(each.message.reply) for each in after):
            yield f"{lost.key} was lost and never said again"


def each_answer_is_recorded_once(story: Story) -> Iterator[str]:
    records = Counter((event.message, event.ref, event.kind) for event in story.events)
    for (message, ref, _), count in records.items():
        if count > 1:
            yield f"what {message} said about {ref} was recorded {count} times"


def answers_are_recorded(story: Story) -> Iterator[str]:
    """Whatever was said to be recorded is."""
    recorded = {event.message for event in story.events}
    for request, told in story.told.items():
        if told.startswith("Recorded") and request not in recorded:
            yield f"{request} was said to be recorded and is not"


def _closer(moments: list[datetime], count: int, span: timedelta) -> bool:
    """Whether more than so many lie within a span."""
    return any(after - first < span for first, after in zip(moments, moments[count:], strict=False))


JUDGES: tuple[Callable[[Story], Iterator[str]], ...] = (
    none_doubled,
    none_left,
    none_outside_working_hours,
    none_while_away,
    none_after_an_update,
    at_most_one_a_day,
    at_most_two_a_week,
    what_is_due_is_asked_on_the_day,
    what_is_late_is_chased,
    what_was_given_up_could_not_be_sent,
    what_was_given_up_is_asked_anew,
    the_pace_is_kept,
    silence_is_kept,
    what_nobody_could_look_for_is_said_again,
    each_week_has_its_digest,
    digests_are_complete,
    each_answer_is_recorded_once,
    answers_are_recorded,
)


def asked(delivery: Delivery) -> list[str]:
    """The actions a word is wanted on, as the message names them."""
    return _asked(delivery.message)


def _asked(message: Outgoing) -> list[str]:
    begin = f"asked {PLAN} "
    return [each.removeprefix(begin) for each in message.says if each.startswith(begin)]


def _well_again(story: Story, since: datetime) -> tuple[datetime, datetime]:
    """When nothing stands still any more, and until when it should have been asked by the end."""
    troubles = (*story.setting.machine_down, *story.setting.platform_down)
    again = max([since, *(span.end for span in troubles if span.end > since)])
    return again, story.setting.end - ASKED_WITHIN


def _too_soon(told: list[Event], day: date) -> bool:
    last = told[-1]
    if last.kind is EventKind.SNOOZED and last.change.until is not None:
        return day < last.change.until
    woken = any(e.kind is EventKind.SNOOZED and e.change.until for e in told)
    return not woken and day - last.at.date() < timedelta(days=PEACE)


def _last_days(story: Story) -> dict[str, set[date]]:
    """The working days on which an action is or was said to be due."""
    found: dict[str, set[date]] = defaultdict(set)
    calendars = [_calendar(story, each) for each in story.setting.officers]
    for action in story.setting.actions:
        for day in (action.due.end, action.due.start):
            if day:
                found[action.ref] |= {each.on_or_before(day) for each in calendars}
                found[action.ref] |= {each.on_or_after(day) for each in calendars}
    for event in story.events:
        if event.change.forecast:
            forecast = event.change.forecast
            found[event.ref] |= {each.on_or_before(forecast) for each in calendars}
    return found


def _calendar(story: Story, person: Person) -> Calendar:
    """The days on which somebody works and is there."""
    away = [
        each.start + timedelta(days=n)
        for each in story.setting.leave
        if each.person == person.id
        for n in range((each.end - each.start).days + 1)
    ]
    return story.setting.calendar.but(closed=away)


def _asks(delivery: Delivery) -> bool:
    return bool(asked(delivery)) and delivery.message.kind in (Kind.REMINDER, Kind.OVERDUE)


def _personal(story: Story) -> list[Delivery]:
    return [e for e in story.deliveries if e.message.to and e.message.kind is not Kind.NOTICE]


def _to(story: Story, person: Person) -> list[Delivery]:
    return [each for each in story.deliveries if each.message.to == person.id]


def _silent(story: Story):
    """Actions that nobody has said anything about, and who is asked about them."""
    spoken_of = {event.ref for event in story.events}
    for action in story.setting.actions:
        if action.ref not in spoken_of:
            for person in story.setting.officers:
                if person.name == action.owners[0]:
                    yield action, person


def _hours(day: date, person: Person) -> tuple[datetime, datetime]:
    start = datetime.combine(day, datetime.min.time(), tzinfo=person.timezone)
    return start.replace(hour=9, minute=15), start.replace(hour=17, minute=30)


def _hindered(story: Story, start: datetime, end: datetime) -> bool:
    """Whether the bot or the platform stood still for a part of the span."""
    setting = story.setting
    troubles = (*setting.machine_down, *setting.platform_down)
    return setting.blind or any(span.meets(start, end) for span in troubles)


def _any_leave(story: Story, person: Person) -> bool:
    return any(each.person == person.id for each in story.setting.leave)


def _person(story: Story, delivery: Delivery) -> Person | None:
    return next((p for p in story.setting.people if p.id == delivery.message.to), None)


def _day(story: Story, delivery: Delivery) -> date:
    person = _person(story, delivery)
    return delivery.begun.astimezone(person.timezone if person else LONDON).date()
