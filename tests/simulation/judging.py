"""The judges: what must be true of every story, found without asking the product."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from domain.conversation import Kind
from domain.events import Event, EventKind
from domain.people import LONDON
from domain.sending import TOO_LATE, Undelivered
from tests.simulation.digesting import (
    digests_are_complete,
    each_month_has_its_roll_up,
    each_week_has_its_digest,
)
from tests.simulation.evidence import (
    any_leave,
    asked,
    asked_in,
    calendar_of,
    day_of,
    ends_of,
    had_by,
    hindered,
    hours_of,
    known_on,
    name_of,
    personal,
    reader_of,
    responder,
    rounds_said,
    silent,
    standing,
    uncovered,
    worked,
)
from tests.simulation.holding import (
    a_round_is_handed_over,
    a_round_opens_to_its_owners,
    what_is_answered_is_asked_no_more,
)
from tests.simulation.leaving_out import no_beat_fails, what_cannot_be_looked_after_is_told
from tests.simulation.platform import Delivery
from tests.simulation.setting import STARTS_BEFORE
from tests.simulation.sharing import (
    nobody_is_refused_what_is_theirs,
    nobody_speaks_for_others,
    nothing_is_told_twice,
    nothing_restricted_is_shown,
    the_delegate_is_asked,
    what_names_a_plan_is_recorded_there,
)
from tests.simulation.story import Story
from tests.simulation.thinking_again import (
    what_is_put_otherwise_no_longer_counts,
    what_is_told_late_is_noted,
)

PEACE = 5  # days without a question after news
ASKED_WITHIN = timedelta(days=5, hours=12)
SHORT = timedelta(minutes=15)  # in which a crash or two can keep a message from going
OPENS, CLOSES = (9, 0), (17, 45)
CLOSED_TILL = time(23, 59)


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
        person = reader_of(story, each)
        if each.message.kind is Kind.NOTICE:
            continue
        local = each.begun.astimezone(person.timezone if person else LONDON)
        if not (worked(story, local.date()) and OPENS <= (local.hour, local.minute) <= CLOSES):
            yield f"{each.message.key} came at {local:%a %d %H:%M}"


def none_while_away(story: Story) -> Iterator[str]:
    for each in story.deliveries:
        for leave in story.setting.leave:
            if leave.person == each.message.to and leave.start <= day_of(story, each) <= leave.end:
                yield f"{each.message.key} came while they were away"


def none_after_an_update(story: Story) -> Iterator[str]:
    """Only a round asks so soon: what was said before it began is no answer to it."""
    for each in story.deliveries:
        if rounds_said(each):
            continue
        news = standing(story, each.begun)
        for name in asked(each):
            told = [event for event in news if name_of(event) == name]
            if told and _too_soon(told, story, each):
                yield f"{each.message.key} asks about {name} after news of {told[-1].at:%d %H:%M}"


def at_most_one_a_day(story: Story) -> Iterator[str]:
    """Over all plans together."""
    days = Counter((each.message.to, day_of(story, each)) for each in personal(story))
    for (person, day), count in days.items():
        if count > 1:
            yield f"{person} had {count} messages on {day:%d %b}"


def at_most_two_a_week(story: Story) -> Iterator[str]:
    """But for what is due that day, and what a round has to say once."""
    pressing = _last_days(story)
    by_person: dict[str | None, list[Delivery]] = defaultdict(list)
    for each in personal(story):
        by_person[each.message.to].append(each)
    for person, those in by_person.items():
        for first, third in zip(those, those[2:], strict=False):
            day = day_of(story, third)
            due = any(day in pressing[name] for name in asked(third))
            office = third.begun.astimezone(LONDON).date()  # by whose day a chair is told
            due = due or any(office in pressing[name] for name in uncovered(third))
            if day - day_of(story, first) < timedelta(days=7) and not due and _asks(third):
                yield f"{person} had three in the week of {day:%d %b}"


def what_is_due_is_asked_on_the_day(story: Story) -> Iterator[str]:
    """Of those who have said nothing, whenever all worked for all of the day."""
    dated = ((*each, *it) for each in silent(story) for it in ends_of(story, each[0]))
    for task, person, last, so_long in dated:
        day = calendar_of(story, person).on_or_before(last)
        start, end = hours_of(day, person)
        inside = so_long.start + timedelta(days=1) < start and end < so_long.end
        inside = inside and known_on(story, person, start).on_or_before(last) == day
        if not inside or hindered(story, start, end) or responder(story, task, day) != person:
            continue
        shown = [each for each in story.deliveries if each.message.to and task.name in each.shown]
        if not any(day_of(story, each) == day for each in shown):
            yield f"{task.name} was due on {day:%d %b} and nobody was asked"


def what_is_late_is_chased(story: Story) -> Iterator[str]:
    """Of those who have said nothing: within three weeks without trouble, in which they worked."""
    span = timedelta(days=16)
    for task, person in silent(story):
        if len(ends_of(story, task)) > 1:
            continue
        late_from, _ = hours_of(max(task.end, story.setting.start.date()), person)
        last = late_from + timedelta(days=1)
        moments = [each.at for each in had_by(story, person) if task.name in each.shown]
        for moment in [*sorted(each for each in moments if each > last), story.setting.end]:
            quiet = moment - last
            if quiet > span and not hindered(story, last, moment) and not any_leave(story, person):
                yield f"{task.name} was not chased from {last:%d %b} to {moment:%d %b}"
            last = moment


def what_was_given_up_could_not_be_sent(story: Story) -> Iterator[str]:
    for each in story.given_up:
        start, end = each.message.not_before, each.at
        if (
            not hindered(story, start, end)
            and story.setting.trouble < 0.5
            and not _missed(story, each)
        ):
            yield f"{each.message.key} was given up: {each.why}"


def what_was_given_up_is_asked_anew(story: Story) -> Iterator[str]:
    """Of those who have said nothing: soon after all works again, if it is late."""
    unsaid = {task.name: (task, person) for task, person in silent(story)}
    for each in story.given_up:
        for name in asked_in(each.message):
            if name not in unsaid:
                continue
            task, person = unsaid[name]
            late = all(end < each.message.day for end, _ in ends_of(story, task))
            again, end = _well_again(story, each.at)
            if not late or story.setting.blind or any_leave(story, person) or end < again:
                continue
            shown = [d for d in had_by(story, person) if d.begun > each.at and name in d.shown]
            if not any(d.begun <= again + ASKED_WITHIN for d in shown):
                yield f"{name} was not asked about again after {each.message.key} was given up"


def the_pace_is_kept(story: Story) -> Iterator[str]:
    """In each conversation a second apart, and no more at once than the platform takes.

    Who is put to sleep between taking a message and sending it cannot keep it.
    """
    calls = [] if story.setting.sleepy else story.platform.calls
    places: dict[str, list[datetime]] = defaultdict(list)
    for moment, place in calls:
        places[place].append(moment)
    for place, moments in places.items():
        if _closer(sorted(moments), 1, timedelta(seconds=1)):
            yield f"two messages within a second to {place}"
    if _closer(sorted(moment for moment, _ in calls), 3, timedelta(seconds=10)):
        yield "more messages than the platform takes"


def silence_is_kept(story: Story) -> Iterator[str]:
    """By those who are awake."""
    for silence in () if story.setting.sleepy else story.platform.silences:
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
        after = [each for each in to_them if each.begun > moment]
        told = any("already" in str(each.message.reply) for each in after)
        if not told and any(each.begun > later for each in after):
            yield f"{lost.key} was lost and never said again"


def each_answer_is_recorded_once(story: Story) -> Iterator[str]:
    records = Counter((event.message, name_of(event), event.kind) for event in story.events)
    wordings = Counter([*story.said, *story.edits.values()])
    for (message, name, _), count in records.items():
        if count > wordings[message]:
            yield f"what {message} said about {name} was recorded {count} times"


def answers_are_recorded(story: Story) -> Iterator[str]:
    """Whatever was said to be recorded is."""
    recorded = {event.message for event in story.events}
    for request, told in story.told.items():
        if "Recorded" in told.reply.summary and story.message_of(request) not in recorded:
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
    each_month_has_its_roll_up,
    digests_are_complete,
    each_answer_is_recorded_once,
    answers_are_recorded,
    nobody_is_refused_what_is_theirs,
    nobody_speaks_for_others,
    nothing_is_told_twice,
    nothing_restricted_is_shown,
    what_names_a_plan_is_recorded_there,
    the_delegate_is_asked,
    a_round_opens_to_its_owners,
    what_is_answered_is_asked_no_more,
    a_round_is_handed_over,
    what_is_put_otherwise_no_longer_counts,
    what_is_told_late_is_noted,
    no_beat_fails,
    what_cannot_be_looked_after_is_told,
)


def _missed(story: Story, given_up: Undelivered) -> bool:
    """Whether it was written late in its hours, or by one who slept, and something went wrong."""
    message = given_up.message
    if given_up.why != TOO_LATE or message.not_after is None:
        return False
    late = message.not_after - message.not_before < SHORT
    return bool(story.setting.sleepy) or (
        late and story.setting.crashes + story.setting.trouble > 0
    )


def _well_again(story: Story, since: datetime) -> tuple[datetime, datetime]:
    """When nothing stands still any more, and until when it should have been asked by the end."""
    troubles = (*story.setting.machine_down, *story.setting.platform_down)
    closed = [e.closed[-1] for e in story.setting.whims.notices if e.closed]
    open_again = [datetime.combine(day, CLOSED_TILL, tzinfo=LONDON) for day in closed]
    ends = [*(span.end for span in troubles), *open_again]
    again = max([since, *(each for each in ends if each > since)])
    return again, story.setting.end - ASKED_WITHIN


def _too_soon(told: list[Event], story: Story, delivery: Delivery) -> bool:
    """Counted by the days of who is asked."""
    last, reader, day = told[-1], reader_of(story, delivery), day_of(story, delivery)
    said = last.at.astimezone(reader.timezone if reader else LONDON).date()
    if last.kind is EventKind.SNOOZED and last.change.until is not None:
        return day < last.change.until
    woken = any(e.kind is EventKind.SNOOZED and e.change.until for e in told)
    return not woken and day - said < timedelta(days=PEACE)


def _last_days(story: Story) -> dict[str, set[date]]:
    """The working days on which an action is or was said to be due."""
    found: dict[str, set[date]] = defaultdict(set)
    officers, start = story.setting.officers, story.setting.start
    calendars = [calendar_of(story, each) for each in officers]
    calendars += [known_on(story, each, start) for each in officers]
    for task in story.setting.tasks:
        ends = [end for end, _ in ends_of(story, task)]
        for day in (*ends, *(end - STARTS_BEFORE for end in ends)):
            found[task.name] |= {each.on_or_before(day) for each in calendars}
            found[task.name] |= {each.on_or_after(day) for each in calendars}
    for event in story.events:
        if event.change.forecast:
            forecast = event.change.forecast
            found[name_of(event)] |= {each.on_or_before(forecast) for each in calendars}
    return found


def _asks(delivery: Delivery) -> bool:
    """Whether it is of the kind that the week's budget holds back."""
    held_back = delivery.message.kind in (Kind.REMINDER, Kind.OVERDUE)
    urgent = any(each.endswith(("opened", "handed over")) for each in rounds_said(delivery))
    return bool(asked(delivery)) and held_back and not urgent
