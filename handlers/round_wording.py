"""How a reporting round is put to those who are asked, and to those who report on it. Pure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from domain.conversation import Facts, Item, Items, Paragraph, Part
from domain.digests import THEIRS
from domain.names import slug
from domain.people import Directory
from domain.rounds import Return, Returns, Round, Stage
from domain.summary import Bucket, Scope, bucket
from domain.work import Plan, Status
from handlers.days import day, listed, short_day
from handlers.digest_wording import late_by, owner
from handlers.lines import MARKS, dates, standing, tally_of

MOST = 30  # actions named under a heading; more are counted, and can be asked for
PEOPLE = 20


def name_of(scope: Scope, plan: Plan) -> str:
    """What a round is for, in words."""
    return scope.partnership_group or scope.section or plan.title


def opening(held: Round, plan: Plan, today: date) -> str:
    """Why all of one's actions are asked about at once, and by when."""
    return (
        f"The reporting round for {name_of(held.scope, plan)} is open. Please say how each of "
        f"these stands by {day(held.days.closes, today)}: the papers are due {_by(held, today)}."
    )


def chaser(held: Round, plan: Plan, today: date) -> str:
    closes = held.days.closes
    when = "closes today" if closes == today else f"closes on {day(closes, today)}"
    return f"The reporting round for {name_of(held.scope, plan)} {when}: these still need a word."


def marked_late(held: Round, plan: Plan, refs: Sequence[str], closed: date, today: date) -> str:
    """That an answer is taken although its round is over: said without a reproach."""
    named = listed(refs)
    be = "is" if len(refs) == 1 else "are"
    return (
        f"The reporting round for {name_of(held.scope, plan)} closed on {day(closed, today)}: "
        f"{named} {be} recorded, marked late."
    )


def timetable(held: Round, today: date) -> Facts:
    """The days of a round, as its chair is told them."""
    chased = ", ".join(short_day(each, today) for each in held.days.chases)
    pairs = [
        ("Opens", day(held.days.opens, today)),
        ("Asked again", f"{chased}, those who have not answered" if chased else "nobody"),
        ("Closes", f"at the end of {day(held.days.closes, today)}"),
        ("Papers due", day(held.days.papers, today)),
    ]
    return Facts(pairs=tuple(pairs))


def how_far(returns: Returns) -> str:
    """ "14 of 22 actions answered, 2 of them late"."""
    number = len(returns.all)
    actions = "1 action" if number == 1 else f"{number} actions"
    late = f", {len(returns.late)} of them late" if returns.late else ""
    return f"{len(returns.answered)} of {actions} answered{late}"


def stands(held: Round, plan: Plan, today: date, zone: ZoneInfo) -> str:
    """ "Staying Safe, reporting round: open until Fri 6 June"."""
    head = f"{name_of(held.scope, plan)}, reporting round"
    match held.stage(today, zone):
        case Stage.COMING:
            return f"{head}: opens on {day(held.days.opens, today)}"
        case Stage.OPEN:
            return f"{head}: open until {day(held.days.closes, today)}"
        case Stage.CLOSED:
            return f"{head}: closed on {day(held.closed_on(zone), today)}"
        case Stage.CALLED_OFF:
            return f"{head}: called off"


def progress(returns: Returns, directory: Directory, today: date) -> list[Part]:
    """Who has answered for what, and who has not: nobody's name without their actions."""
    parts: list[Part] = []
    for heading, some in (
        ("Still to answer", returns.unanswered),
        ("Answered late", returns.late),
        ("Answered", [each for each in returns.answered if not each.late]),
    ):
        people = _by_owner(some, directory, today)
        if people:
            parts.append(Paragraph(text=f"{heading}: {len(some)}"))
            parts.append(Facts(pairs=tuple(people[:PEOPLE])))
        if len(people) > PEOPLE:
            parts.append(Paragraph(text=f"and {len(people) - PEOPLE} more"))
    return parts


def report(returns: Returns, plan: Plan, directory: Directory, today: date) -> list[Part]:
    """The summary of a round that has closed, to be pasted into a board's paper."""
    held = returns.round
    opened, closed = short_day(held.days.opens, today), short_day(held.days.closes, today)
    head = (
        f"{name_of(held.scope, plan)}: reporting round of {opened} to {closed}, "
        f"for the papers due {_by(held, today)}. {how_far(returns)}."
    )
    counts = dict.fromkeys(Bucket, 0)
    for each in returns.all:
        counts[bucket(each.tracked.state, today)] += 1
    parts: list[Part] = [Paragraph(text=head), tally_of(counts)]
    for heading, some, put in _chapters(returns, directory, today):
        parts += _chapter(heading, some, put)
    return parts


type _Put = Callable[[Return], Item]


def _chapters(
    returns: Returns, directory: Directory, today: date
) -> list[tuple[str, Sequence[Return], _Put]]:
    """What a board is told of, each under its heading."""

    def plainly(each: Return) -> Item:
        return _item(each, standing(each.tracked.state, today), "", today)

    def late(each: Return) -> Item:
        return _item(each, late_by(each.tracked.state, today), _who(each, directory, today), today)

    def moved(each: Return) -> Item:
        return _item(each, " · ".join(dates(each.tracked, today)), "", today)

    def silent(each: Return) -> Item:
        return _item(each, _stands(each, today), _who(each, directory, today), today)

    states = [(each, each.tracked.state) for each in returns.all]
    return [
        ("Late or delayed", [e for e, s in states if bucket(s, today) is Bucket.LATE], late),
        ("At risk", [e for e, s in states if bucket(s, today) is Bucket.AT_RISK], plainly),
        ("Dates changed in this round", [each for each in returns.answered if each.moved], moved),
        ("Completed in this round", [e for e, s in states if s.status is Status.COMPLETE], plainly),
        ("Answered after the round had closed", returns.late, plainly),
        ("No answer", returns.unanswered, silent),
    ]


def _stands(each: Return, today: date) -> str:
    """How it stands; and that its owner has said whose it is not."""
    state = each.tracked.state
    stands = standing(state, today)
    if not state.disowned:
        return stands
    whose = f"{state.handed_to}’s" if state.handed_to else "not theirs"
    return f"{stands}; its owner says that it is {whose}"


def _chapter(heading: str, some: Sequence[Return], put: _Put) -> list[Part]:
    """A heading with how many there are, and the lines under it."""
    if not some:
        return []
    items = tuple(put(each) for each in some[:MOST])
    return [
        Paragraph(text=f"{heading}: {len(some)}"),
        Items(items=items, more=len(some) - len(items)),
    ]


def _item(each: Return, stands: str, detail: str, today: date) -> Item:
    """A line in the words of whoever answered, with the reason they gave for a new date."""
    state, said = each.tracked.state, each.last
    words = (said.change.note or said.words) if said else ""
    return Item(
        ref=each.ref,
        title=each.tracked.action.text,
        mark=MARKS[bucket(state, today)],
        standing=stands,
        detail=detail,
        quote=words,
        said=f"{said.by_name}{_role(each)}" if said else "",
    )


def _role(each: Return) -> str:
    assert each.last is not None
    own = each.last.capacity in THEIRS
    return "" if own else f", {each.last.capacity.value}"


def _who(each: Return, directory: Directory, today: date) -> str:
    return owner(each.tracked, directory, today)


def _by_owner(some: Iterable[Return], directory: Directory, today: date) -> list[tuple[str, str]]:
    refs: dict[str, list[str]] = {}
    for each in some:
        refs.setdefault(_who(each, directory, today), []).append(each.ref)
    return [(name, ", ".join(those)) for name, those in refs.items()]


def _by(held: Round, today: date) -> str:
    return f"on {day(held.days.papers, today)}"


def part_said(held: Round) -> str:
    """How the part is named in a button's sentence."""
    name = held.scope.partnership_group or held.scope.section
    return f" for {slug(name)}" if name else ""
