"""What chairs and administrators are told of: said of the action, never against the officer."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from domain.concerns import Concern
from domain.conversation import Item, Items, Kind, Outgoing
from domain.events import Tracked
from domain.faults import Fault, Subject, What, told_in
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
LEFT_OUT_OPENING = "There is something I could not look after."
LEFT_OUT = {  # what does not happen meanwhile
    What.ACTION: "nobody is asked about it",
    What.PERSON: "they are not written to",
    What.PLAN: "nobody is asked about actions in it that refer to others",
    What.DIGEST: "it is not sent",
    What.MESSAGE: "nobody gets it",
    What.TASK: "it is left undone",
}


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
    """A line of the administrator's list, which is told within a working day."""
    return Concern(
        person=reader.id,
        kind=Kind.FINDING,
        once=f"{finding.once} {plan}",
        plan=plan,
        opening=LIST_OPENING,
        parts=(Items(heading=LIST, items=(to_put_right(finding, reader, today),)),),
        about=(finding.tracked.action.ref,),
        urgent=True,
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


def not_looked_after(
    fault: Fault, reader: Person, today: date, directory: Directory, titles: Mapping[str, str]
) -> Concern:
    """What could not be looked after, and what to do: nothing of it that may be at fault."""
    what, name, plan = fault.subject
    why = (
        f"I could not look after it, so {LEFT_OUT[what]}: I keep trying, and whoever runs me finds "
        "the cause in the log under “not_looked_after”"
    )
    title = _left_out(fault.subject, directory, titles)
    return Concern(
        person=reader.id,
        kind=Kind.FINDING,
        once=f"fault {what} {plan} {name} {told_in(today)}",
        opening=LEFT_OUT_OPENING,
        parts=(Items(heading=LIST, items=(Item(ref="", title=title, standing=why),)),),
        urgent=True,
    )


def _left_out(subject: Subject, directory: Directory, titles: Mapping[str, str]) -> str:
    what, name, plan = subject
    of = f" of {titles.get(plan, plan)}" if plan and len(titles) > 1 else ""
    match what:
        case What.ACTION:
            return f"Action {name}{of}"
        case What.PERSON:
            person = directory.person(name)
            return person.name if person else name
        case What.PLAN:
            return titles.get(name, name)
        case What.DIGEST:
            groups = {each.slug: each.name for each in directory.partnership_groups}
            slug = name.rpartition(":")[2]
            return f"The digest to {groups.get(slug, slug)}{of}"
        case What.MESSAGE:
            return f"The message {name}"
        case What.TASK:
            return f"My work “{name.replace('_', ' ')}”{of}"
        case _:
            assert_never(what)


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
