"""How a digest is put: one screen of a phone, and in its thread all that does not fit. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain.ahead import Ahead
from domain.conversation import Item, Items, Paragraph, Part, Reply
from domain.digests import Change, Digest, Turn, thanked
from domain.events import ActionState, EventKind, Tracked
from domain.people import Directory
from domain.summary import DUE_SOON, Bucket, Some, bucket
from handlers.days import day, days, short_day
from handlers.due_soon import due_soon, was_due, when
from handlers.lines import COUNTED, MARKS, dates, of_a_stage, standing, tally_of
from handlers.screen import fits, shortened

WEEK = range(6, 9)  # days that are called a week, though a holiday came between
WHOLE = 10_000  # characters: nothing is longer


@dataclass(frozen=True, slots=True)
class Room:
    """How many actions are named under a heading, and how much of a title and a quotation."""

    items: int
    title: int = 44
    quote: int = 88


ROOMS = (Room(5), Room(4), Room(3), Room(2), Room(1), Room(1, 30, 44), Room(0, 30, 44))
ALL_ROOM = Room(WHOLE, WHOLE, WHOLE)


@dataclass(frozen=True, slots=True)
class Issue:
    """A digest as it is sent: what is seen at once, and what stands in the thread under it."""

    front: Reply
    thread: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is put: who is who there, and where days begin."""

    directory: Directory
    zone: ZoneInfo


def issue(digest: Digest, reader: Reader) -> Issue:
    """Put a digest: one line where nothing happened and nothing is due."""
    if digest.uneventful:
        return Issue(front=Reply(summary=_uneventful(digest)))
    whole = _front(digest, reader, ALL_ROOM)
    if fits(whole):
        return Issue(front=whole)
    fronts = (_front(digest, reader, room, more=True) for room in ROOMS)
    front = next((each for each in fronts if fits(each)), None)
    front = front or _front(digest, reader, ROOMS[-1], more=True)
    return Issue(front=front, thread=tuple(_thread(digest, reader)))


def headline(digest: Digest) -> str:
    """How many are complete, late and at risk, and how many more or fewer than last time."""
    then, now = digest.then, digest.now.counts
    counts = [
        f"{now[Bucket.COMPLETE]} of {digest.now.total} complete{_more(then, now, Bucket.COMPLETE)}"
    ]
    counts += [
        f"{now[each]} {COUNTED[each]}{_more(then, now, each)}"
        for each in (Bucket.LATE, Bucket.AT_RISK)
        if now[each] or then[each]
    ]
    return ", ".join(counts)


def _more(then: dict[Bucket, int], now: dict[Bucket, int], which: Bucket) -> str:
    """ " (2 more)", " (1 fewer)": in words, since a sign is easily missed or not read out."""
    change = now[which] - then[which]
    return f" ({abs(change)} {'more' if change > 0 else 'fewer'})" if change else ""


def _title(digest: Digest) -> str:
    today, since = digest.today, digest.since.day
    if (today - since).days in WEEK:
        return f"{digest.name}, week to {day(today, today)}"
    return f"{digest.name}, {short_day(since, today)} to {day(today, today)}"


def _uneventful(digest: Digest) -> str:
    until = short_day(digest.today + DUE_SOON, digest.today)
    counts = digest.now.counts
    late = f", {counts[Bucket.LATE]} late or delayed" if counts[Bucket.LATE] else ""
    stand = f"{counts[Bucket.COMPLETE]} of {digest.now.total} complete{late}"
    return f"{_title(digest)}: nothing changed, and nothing is due by {until}. {stand}."


def _front(digest: Digest, reader: Reader, room: Room, more: bool = False) -> Reply:
    """The digest with as much of it as there is room for."""
    parts: list[Part] = [tally_of(digest.now.counts)]
    parts += [each for each in _lists(digest, reader, room) if each.items or each.more]
    if digest.now.quiet.count:
        parts.append(Paragraph(text=_quiet(digest.now.quiet, room)))
    thanks = thanked(digest.since.turned(Turn.COMPLETED))
    if thanks:
        parts.append(Paragraph(text=f"Thank you, {and_(thanks, room)}."))
    if more:
        parts.append(Paragraph(text="The details are in the thread."))
    return Reply(summary=f"{_title(digest)}: {headline(digest)}.", parts=tuple(parts))


def _lists(digest: Digest, reader: Reader, room: Room) -> Iterator[Items]:
    """Every heading with its actions; those without any among them."""
    since, now, today = digest.since, digest.now, digest.today

    def changed(each: Change) -> Item:
        return changed_item(each, digest, reader, room)

    def late(each: Tracked) -> Item:
        return late_item(each, digest, reader, room)

    def due(each: Ahead) -> Item:
        who = owner(each.tracked, reader.directory, today)
        return _line(each.tracked, when(each, today), who, room, today)

    def unspoken(each: Ahead) -> Item:
        who = owner(each.tracked, reader.directory, today)
        return _line(each.tracked, was_due(each, today), who, room, today)

    soon, past = due_soon(digest), digest.behind
    unnamed = now.due_soon.count - len(now.due_soon.first)
    moved = since.turned(Turn.COMPLETED, Turn.MOVED)
    slipped, noted = since.turned(Turn.SLIPPED), since.turned(Turn.NOTED)
    until = short_day(today + DUE_SOON, today)
    yield _items("Moved on", moved, len(moved), changed, room)
    yield _items("Slipped or at risk", slipped, len(slipped), changed, room)
    yield _items("Late or delayed", now.late.first, now.late.count, late, room)
    yield _items(
        "Past its day, and nobody has said that it was met", past, len(past), unspoken, room
    )
    yield _items(f"Due by {until}", soon, len(soon) + unnamed, due, room)
    yield _items("Also said", noted, len(noted), changed, room)


def _thread(digest: Digest, reader: Reader) -> Iterator[Reply]:
    """A message for each heading, with nothing shortened."""
    for part in _lists(digest, reader, ALL_ROOM):
        if part.items:
            head = f"{part.heading}, {digest.name}: {len(part.items) + part.more}"
            yield Reply(summary=f"{head}.", parts=(part.model_copy(update={"heading": ""}),))
    quiet = digest.now.quiet
    if quiet.count:
        items = tuple(_silent(each, digest, reader) for each in quiet.first)
        part = Items(items=items, more=quiet.count - len(items))
        yield Reply(
            summary=f"Nothing heard for 30 days, {digest.name}: {quiet.count}.", parts=(part,)
        )


def _items[Thing](
    heading: str, first: Sequence[Thing], count: int, put: Callable[[Thing], Item], room: Room
) -> Items:
    items = tuple(put(each) for each in first[: room.items])
    return Items(heading=heading, items=items, more=count - len(items))


def late_item(tracked: Tracked, digest: Digest, reader: Reader, room: Room) -> Item:
    """By how much an action is late, and who leads it."""
    who = owner(tracked, reader.directory, digest.today)
    return _line(tracked, late_by(tracked.state, digest.today), who, room, digest.today)


def changed_item(change: Change, digest: Digest, reader: Reader, room: Room) -> Item:
    """How an action stands now, how it stood then, and in whose words."""
    state, said = change.tracked.state, change.said
    slipped = change.turn is Turn.SLIPPED
    redated = not state.finished and state.expected != change.before.expected
    when = said.at.astimezone(reader.zone).date()
    undone = said.kind is EventKind.UNDONE
    return Item(
        ref=change.tracked.action.ref,
        title=shortened(change.tracked.action.text, room.title),
        mark=MARKS[bucket(state, digest.today)],
        standing=_news(change, digest),
        detail=" · ".join(dates(change.tracked, digest.today)) if slipped or redated else "",
        quote="" if undone else shortened(said.change.note or said.words, room.quote),
        said=f"{said.by_name}, {short_day(when, digest.today)}",
    )


def _news(change: Change, digest: Digest) -> str:
    """How it stands, and how it stood where that was otherwise."""
    if change.said.kind is EventKind.UNDONE:
        return f"as before, taken back by {change.said.by_name}"
    if change.said.change.slipping:
        return of_a_stage(change.said.change)
    if change.said.change.milestone:
        return f"“{change.said.change.milestone}” reached"
    was = standing(change.before, digest.since.day)
    now = standing(change.tracked.state, digest.today)
    return now if was == now else f"{now} (was {was})"


def late_by(state: ActionState, today: date) -> str:
    """By how much it is late against its first date, and what is expected now."""
    first = state.first if state.accepted else None  # no date is left to be late against
    told = [f"due {short_day(first, today)}"] if first else []
    if first and state.late(today):
        told.append(f"{days((today - first).days)} late")
    elif not state.forecast:
        told.append("will be late")
    if state.accepted and state.accepted != state.first:
        told.append(f"accepted for {short_day(state.accepted, today)}")
    if state.forecast:
        told.append(f"now {short_day(state.forecast, today)}")
    return ", ".join(told)


def _line(tracked: Tracked, stands: str, who: str, room: Room, today: date) -> Item:
    return Item(
        ref=tracked.action.ref,
        title=shortened(tracked.action.text, room.title),
        mark=MARKS[bucket(tracked.state, today)],
        standing=stands,
        detail=who,
    )


def _silent(tracked: Tracked, digest: Digest, reader: Reader) -> Item:
    at = tracked.state.at
    heard = at and f"last word {short_day(at.astimezone(reader.zone).date(), digest.today)}"
    who = owner(tracked, reader.directory, digest.today)
    return _line(tracked, heard or "nothing said yet", who, ALL_ROOM, digest.today)


def _quiet(quiet: Some, room: Room) -> str:
    """The numbers alone, since there is nothing else to tell."""
    refs = [each.action.ref for each in quiet.first[: 2 * room.items]]
    if not refs:
        return f"Quiet for 30 days: {quiet.count}."
    more = f" and {quiet.count - len(refs)} more" if quiet.count > len(refs) else ""
    return f"Quiet for 30 days: {', '.join(refs)}{more}."


def owner(tracked: Tracked, directory: Directory, today: date) -> str:
    """Who leads: the person, or what is the matter where there is none."""
    first = next(iter(tracked.action.owners), None)
    if first is None:
        return "no owner"
    people = directory.behind(first, today)
    return people[0].name if people else f"{first}, nobody in post"


def and_(names: Sequence[str], room: Room) -> str:
    """ "Nia, Odo and Sam", or as many of them as there is room for."""
    shown = list(names[: max(room.items, 1)])
    if len(shown) < len(names):
        return f"{', '.join(shown)} and {len(names) - len(shown)} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
