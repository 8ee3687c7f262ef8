"""What is due in the fortnight after a digest, and what had its day and is not spoken of."""

from datetime import date

from domain.ahead import Ahead
from domain.digests import Digest
from domain.points import Point, Sort
from domain.summary import Bucket, bucket
from handlers.days import day, days, short_day


def due_soon(digest: Digest) -> list[Ahead]:
    """All that has a day in the fortnight, each action once: by its own day, if that is in it.

    What is shown as late or delayed is left out.
    """
    own = {each.action.ref for each in digest.now.due_soon.first}
    soon = [
        Ahead(each, Point(Sort.END, each.state.expected or date.max))
        for each in digest.now.due_soon.first
        if bucket(each.state, digest.today) is not Bucket.LATE
    ]
    stages = [
        Ahead(each, Point(Sort.STAGE, stage.end, stage.label))
        for each in digest.stages
        if (stage := each.next_stage)
    ]
    others = {
        each.tracked.action.ref: each
        for each in sorted([*digest.ahead, *stages], key=_day_of, reverse=True)
    }
    found = [*soon, *(each for ref, each in others.items() if ref not in own)]
    return sorted(found, key=_day_of)


def _day_of(each: Ahead) -> date:
    return each.point.day


def when(each: Ahead, today: date) -> str:
    """The day of what is ahead, and what it is where that is not its end."""
    at, label = day(each.point.day, today), each.point.label
    match each.point.sort:
        case Sort.START:
            return f"starts {at}"
        case Sort.OCCURRENCE:
            every = each.tracked.action.due.every
            return f"{every}, {label}: {at}" if every else f"{label}: {at}"
        case _:
            return f"“{label}”, {at}" if label else at


def was_due(each: Ahead, today: date) -> str:
    """The day that has passed, what it was, and how long ago."""
    at, label = short_day(each.point.day, today), each.point.label
    ago = f"{days((today - each.point.day).days)} ago"
    if each.point.sort is Sort.START:
        return f"was to start {at}, {ago}"
    named = f"“{label}”" if each.point.sort is Sort.STAGE else label
    return f"{named} was due {at}, {ago}".strip()
