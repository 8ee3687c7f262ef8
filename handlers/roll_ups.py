"""How a month is put to the board: the whole plan, a line for each group, the rest below. Pure."""

from collections.abc import Iterator, Sequence

from domain.conversation import Facts, Items, Paragraph, Part, Reply
from domain.digests import Digest, Turn, thanked
from domain.summary import Bucket
from handlers.days import day, short_day
from handlers.digest_wording import (
    ALL_ROOM,
    ROOMS,
    Issue,
    Reader,
    Room,
    and_,
    changed_item,
    headline,
    late_item,
)
from handlers.lines import tally_of
from handlers.screen import fits


def roll_up(whole: Digest, groups: Sequence[Digest], reader: Reader) -> Issue:
    """One screen for the board; each group's late and slipped actions stand in the thread."""
    worst_first = sorted(groups, key=_worst)
    thread = tuple(_thread(worst_first, reader))
    full = _front(whole, worst_first, reader, ALL_ROOM, more=bool(thread))
    if fits(full):
        return Issue(front=full, thread=thread)
    fronts = [_front(whole, worst_first, reader, each, more=True) for each in ROOMS]
    front = next((each for each in fronts if fits(each)), fronts[-1])
    return Issue(front=front, thread=(*thread, _all_groups(whole, worst_first)))


def _worst(group: Digest) -> tuple[int, int, str]:
    counts = group.now.counts
    return -counts[Bucket.LATE], -counts[Bucket.AT_RISK], group.name


def _front(
    whole: Digest, groups: Sequence[Digest], reader: Reader, room: Room, more: bool
) -> Reply:
    """How all of it stands, each group's figures, and the dates that have moved."""
    shown = groups[: 2 * room.items]
    parts: list[Part] = [tally_of(whole.now.counts)]
    if shown:
        parts.append(Facts(pairs=tuple((each.name, headline(each)) for each in shown)))
    if len(groups) > len(shown):
        parts.append(Paragraph(text=f"and {len(groups) - len(shown)} more groups"))
    slipped = whole.since.turned(Turn.SLIPPED)
    if slipped and room.items:
        items = tuple(changed_item(e, whole, reader, room) for e in slipped[: room.items])
        left = len(slipped) - len(items)
        parts.append(Items(heading="Slipped or at risk", items=items, more=left))
    elif slipped:
        parts.append(Paragraph(text=f"Slipped or at risk: {len(slipped)}"))
    thanks = thanked(whole.since.turned(Turn.COMPLETED))
    if thanks:
        parts.append(Paragraph(text=f"Thank you, {and_(thanks, room)}."))
    if more:
        parts.append(Paragraph(text="The details are in the thread."))
    return Reply(summary=f"{_title(whole)}: {headline(whole)}.", parts=tuple(parts))


def _title(whole: Digest) -> str:
    today = whole.today
    return f"{whole.name}, {short_day(whole.since.day, today)} to {day(today, today)}"


def _all_groups(whole: Digest, groups: Sequence[Digest]) -> Reply:
    pairs = tuple((each.name, headline(each)) for each in groups)
    return Reply(summary=f"All groups, {_title(whole)}.", parts=(Facts(pairs=pairs),))


def _thread(groups: Sequence[Digest], reader: Reader) -> Iterator[Reply]:
    """For each group that has any: what is late and what has slipped, with nothing shortened."""
    for group in groups:
        slipped = [
            changed_item(each, group, reader, ALL_ROOM) for each in group.since.turned(Turn.SLIPPED)
        ]
        late = [late_item(each, group, reader, ALL_ROOM) for each in group.now.late.first]
        parts: list[Part] = []
        if slipped:
            parts.append(Items(heading="Slipped or at risk", items=tuple(slipped)))
        if late:
            more = group.now.late.count - len(late)
            parts.append(Items(heading="Late or delayed", items=tuple(late), more=more))
        if parts:
            yield Reply(summary=f"{group.name}: {headline(group)}.", parts=tuple(parts))
