"""What chairs and administrators are told of: said of the action, never against the officer."""

from datetime import date

from domain.concerns import Concern
from domain.conversation import Item, Items, Kind, Outgoing
from domain.events import Tracked
from domain.findings import Finding, Lack
from domain.people import Directory, Person
from domain.points import Point, Sort
from domain.reach import Unasked
from domain.sending import Undelivered
from handlers.days import day, days, short_day
from handlers.lines import line

LATE = "Past the date and still open; a word from you may help"
AWAY = "Due while nobody answers for them"
LIST = "On your list to put right"
UNDELIVERED = "What I could not deliver"
UNDELIVERED_OPENING = "Some messages could not be delivered."
MOVED = {1: "moved once", 2: "moved twice"}
TO_CHAIR = "For you as chair: what is past its date in your group."
TO_ADMINISTRATOR = "For you as administrator: what has been past its date for long."
AWAY_OPENING = "Somebody is away, and nobody answers for them."
LIST_OPENING = "Something in the plan needs an administrator."


def late(
    tracked: Tracked, point: Point, plan: str, reader: Person, today: date, chair: bool = True
) -> Concern:
    """An action whose day has passed, shown to its chair or to an administrator."""
    past = _past(point, today)
    forecast, moves = tracked.state.forecast, tracked.state.moves
    if forecast and forecast > today:
        again = f" ({MOVED.get(moves, f'moved {moves} times')})" if moves else ""
        past += f", now expected {short_day(forecast, today)}{again}"
    return Concern(
        person=reader.id,
        kind=Kind.ESCALATION,
        once=f"late {plan} {tracked.action.ref} {point.day}",
        plan=plan,
        opening=TO_CHAIR if chair else TO_ADMINISTRATOR,
        parts=(Items(heading=LATE, items=(_item(tracked, past, today, reader),)),),
        about=(tracked.action.ref,),
    )


def _past(point: Point, today: date) -> str:
    """What has passed, and how long ago."""
    ago, when = days((today - point.day).days), short_day(point.day, today)
    match point.sort:
        case Sort.START:
            return f"was to start on {when}, {ago} ago, and nobody has said whether it has"
        case Sort.STAGE | Sort.OCCURRENCE:
            return f"“{point.label}” was due on {when}, {ago} ago"
        case Sort.FOLLOWS:
            return f"follows {point.label}, due on {when}, {ago} ago"
        case _:
            return f"{ago} past its date of {when}"


def uncovered(
    tracked: Tracked, point: Point, plan: str, hindrance: Unasked, reader: Person, today: date
) -> Concern:
    """An action that needs a word while its owner is away without cover."""
    end = hindrance.leave.end if hindrance.leave else today
    until = f"{hindrance.owner} is away until {day(end, today)}; due {day(point.day, today)}"
    return Concern(
        person=reader.id,
        kind=Kind.ESCALATION,
        once=f"away {plan} {tracked.action.ref} {end}",
        plan=plan,
        opening=AWAY_OPENING,
        parts=(Items(heading=AWAY, items=(_item(tracked, until, today, reader),)),),
        about=(tracked.action.ref,),
    )


def listed(finding: Finding, plan: str, reader: Person, today: date) -> Concern:
    """A line of the administrator's list."""
    return Concern(
        person=reader.id,
        kind=Kind.FINDING,
        once=f"{finding.once} {plan}",
        plan=plan,
        opening=LIST_OPENING,
        parts=(Items(heading=LIST, items=(to_put_right(finding, reader, today),)),),
        about=(finding.tracked.action.ref,),
    )


def undelivered(given_up: Undelivered, reader: Person, directory: Directory, on: date) -> Concern:
    """A message that could not be delivered, to whom, and why."""
    message = given_up.message
    kind = message.kind.value.replace("_", " ").capitalize()
    title = f"{kind} to {_reader_of(message, directory)}, {short_day(message.day, on)}"
    return Concern(
        person=reader.id,
        kind=Kind.FINDING,
        once=f"given up {message.key}",
        opening=UNDELIVERED_OPENING,
        parts=(
            Items(heading=UNDELIVERED, items=(Item(ref="", title=title, standing=given_up.why),)),
        ),
    )


def _reader_of(message: Outgoing, directory: Directory) -> str:
    """The person or the group it was for, or else the conversation."""
    person = directory.person(message.to or "")
    if person:
        return person.name
    groups = (each.name for each in directory.partnership_groups if each.address == message.address)
    return next(groups, message.address.conversation)


def to_put_right(finding: Finding, reader: Person, today: date) -> Item:
    return _item(finding.tracked, lacking(finding), today, reader)


def lacking(finding: Finding) -> str:
    """What an action lacks, and what to do about it."""
    name = finding.name
    match finding.lack:
        case Lack.OWNER:
            return "nobody owns it in the plan"
        case Lack.HOLDER:
            return f"nobody holds the post of {name}"
        case Lack.NAME:
            return f"I know no person and no post called {name}"
        case Lack.ACCOUNT:
            return f"{name} has no account here, so nobody is asked"
        case Lack.DATE:
            return "it has no date that I can read"
        case Lack.CONSENT if name:
            return f"its owner says that it is {name}’s now"
        case Lack.CONSENT:
            return "its owner says that it is not theirs"


def _item(tracked: Tracked, why: str, today: date, reader: Person) -> Item:
    shown = line(tracked, today, reader)
    whose = " / ".join(tracked.action.owners) or "no owner"
    return shown.model_copy(update={"standing": why, "detail": whose})
