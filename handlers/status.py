"""How a plan or a part of it stands, now or at the end of any past day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from domain.conversation import Choice, Facts, Items, Paragraph, Part
from domain.events import Event, Tracked, origin_of, state_after
from domain.intents import Query
from domain.names import slug
from domain.parts import part_named, section_named
from domain.summary import SHOWN, Bucket, Moment, Scope, Some, Summary, contradicted, summarise
from domain.work import Milestone, Plan
from handlers.coming_round import Unanswered, unanswered, unanswered_line
from handlers.days import day, short_day
from handlers.lines import COUNTED, line, stands, tally_of
from handlers.outcome import Outcome
from handlers.scene import Scene

WEEK = timedelta(days=7)
PASSED = "Past its day, and nobody has said that it was met"


async def status(wish: Query, scene: Scene) -> Outcome:
    """Say how the part of the plan that is asked about stands."""
    part = await find_part(wish.ref or wish.group or wish.section or "", scene)
    if isinstance(part, Tracked):
        return await action(part, wish.as_at, scene)
    summary = await summary_of(part, wish.as_at, scene)
    passed = await _unanswered(part, wish.as_at, scene)
    counted = _counted(summary, len(passed))
    return Outcome(
        summary=f"{_name(part, scene.plan)} {_when(wish.as_at, scene)}: {counted}",
        parts=(
            *_lists(summary, passed, scene, wish.as_at),
            *await _sections(part, wish.as_at, scene),
        ),
        choices=_next(part, summary, scene),
    )


async def find_part(name: str, scene: Scene) -> Scope | Tracked:
    """What a name means. The actions, which may be many, are looked at only where they matter."""
    section = section_named(name, scene.plan)
    if section:
        return section
    named = await scene.unit.actions.of(scene.plan.key, [name])
    if named:
        return named[0]
    tracked = await scene.unit.actions.within(Scope(plan=scene.plan.key))
    return part_named(name, scene.plan, tracked)


async def action(tracked: Tracked, as_at: date | None, scene: Scene) -> Outcome:
    """Show one action whole."""
    then = tracked if as_at is None else (await past([tracked], as_at, scene))[0]
    item = line(then, as_at or scene.today, scene.person, owners=False)
    ref = tracked.action.ref
    when = "" if as_at is None else " " + _when(as_at, scene)
    return Outcome(
        summary=f"{stands(ref, item.standing)}{when}.",
        item=item,
        parts=(Facts(pairs=tuple(_facts(then, scene))),),
        choices=(Choice(label="History", says=f"history of {ref}", aside=True),),
    )


async def summary_of(scope: Scope, as_at: date | None, scene: Scene) -> Summary:
    """Summarise a part of the plan, as it is or as it was at the end of a day."""
    if as_at is None:
        return await scene.unit.actions.summary(scope, Moment(now=scene.now, today=scene.today))
    then = await past(await scene.unit.actions.within(scope), as_at, scene)
    moment = Moment(now=end_of(as_at, scene), today=as_at)
    return summarise(then, moment, scene.plan.period, scene.plan.read_at)


async def past(tracked: Sequence[Tracked], as_at: date, scene: Scene) -> list[Tracked]:
    """The same actions with their states at the end of a day, from what had been said by then."""
    events: dict[str, list[Event]] = {}
    for event in await scene.unit.events.between(scene.plan.key, None, None):
        events.setdefault(event.ref, []).append(event)
    end = end_of(as_at, scene)
    return [_then(each, events.get(each.action.ref, ()), end) for each in tracked]


def _then(tracked: Tracked, events: Sequence[Event], end: datetime) -> Tracked:
    origin = origin_of(tracked.state, events)
    state = state_after(origin, (each for each in events if each.at <= end))
    return tracked.model_copy(update={"state": state})


def end_of(when: date, scene: Scene) -> datetime:
    """The last moment of a day where the person is, in UTC."""
    midnight = datetime.combine(when + timedelta(days=1), time(), tzinfo=scene.person.timezone)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def _name(scope: Scope, plan: Plan) -> str:
    return scope.group or scope.section or plan.title


def _when(as_at: date | None, scene: Scene) -> str:
    return f"{'on' if as_at is None else 'as at'} {day(as_at or scene.today, scene.today)}"


def _counted(summary: Summary, unanswered: int) -> str:
    """Recurring work is counted by what was declared: that a period passed unanswered is added."""
    actions = "1 action" if summary.total == 1 else f"{summary.total} actions"
    late = summary.counts[Bucket.LATE]
    also = f"; for {unanswered} a period has passed with no answer" if unanswered else ""
    return f"{actions}, {late or 'none'} late or delayed{also}."


async def _unanswered(scope: Scope, as_at: date | None, scene: Scene) -> list[Unanswered]:
    """The recurring work of which an occurrence has passed without a word, longest first."""
    today = as_at or scene.today
    recurring = await scene.unit.actions.turning(scope, today, today)
    if as_at:  # what is finished today may have been open then
        recurring = await past(await scene.unit.actions.within(scope), as_at, scene)
    return sorted(unanswered(recurring, today, scene), key=lambda each: each.day)


def _lists(
    summary: Summary, passed: Sequence[Unanswered], scene: Scene, as_at: date | None
) -> list[Part]:
    today = as_at or scene.today
    headed = (
        ("Late or delayed", summary.late),
        ("At risk", summary.at_risk),
        ("Due in the next 14 days", summary.due_soon),
        ("Nothing heard for 30 days", summary.quiet),
    )
    parts: list[Part] = [tally_of(summary.counts)]
    parts += [_items(heading, some, scene, today) for heading, some in headed[:1] if some.count]
    parts += _came_round(passed, scene, today)
    parts += [_items(heading, some, scene, today) for heading, some in headed[1:] if some.count]
    parts += [_disagreeing(each, scene, today) for each in summary.contradicted.first]
    return parts + before_reading(scene, as_at)


def _items(heading: str, some: Some, scene: Scene, today: date) -> Items:
    return Items(
        heading=heading,
        items=tuple(line(each, today, scene.person) for each in some.first),
        more=some.count - len(some.first),
    )


def _came_round(passed: Sequence[Unanswered], scene: Scene, today: date) -> list[Part]:
    if not passed:
        return []
    items = tuple(unanswered_line(each, today, scene) for each in passed[:SHOWN])
    return [Items(heading=PASSED, items=items, more=len(passed) - len(items))]


def _disagreeing(tracked: Tracked, scene: Scene, today: date) -> Paragraph:
    """Why an action that is declared green may not be."""
    passed = tracked.open_milestones(today)
    if passed:
        stage = passed[0]
        named = f"its stage “{stage.label}”" if stage.label else "its stage"
        why = f"{named} of {short_day(stage.end, today)} is still open"
    else:
        assert contradicted(tracked, scene.plan.period, today)
        assert tracked.state.forecast
        why = f"its forecast, {short_day(tracked.state.forecast, today)}, is after the plan ends"
    return Paragraph(text=f"Declared green, but: {tracked.action.ref}, {why}.")


def before_reading(scene: Scene, as_at: date | None) -> list[Part]:
    """A word of warning where a day is asked about on which the plan was not known yet."""
    read_at = scene.plan.read_at
    if as_at is None or read_at is None or end_of(as_at, scene) >= read_at:
        return []
    when = day(read_at.astimezone(scene.person.timezone).date(), scene.today)
    return [
        Paragraph(text=f"The plan was read in on {when}; before that, there is only the document.")
    ]


async def _sections(part: Scope, as_at: date | None, scene: Scene) -> list[Part]:
    """A line for each section, where the whole plan is asked about."""
    if part.section or part.group or len(scene.plan.sections) < 2:
        return []
    pairs = []
    for section in scene.plan.sections:
        summary = await summary_of(Scope(plan=part.plan, section=section.name), as_at, scene)
        pairs.append((section.name, in_words(summary)))
    return [Facts(pairs=tuple(pairs))]


def in_words(summary: Summary) -> str:
    """ "9: 3 complete, 2 late or delayed"."""
    counts = ", ".join(f"{n} {COUNTED[each]}" for each, n in summary.counts.items() if n)
    return f"{summary.total}: {counts}" if counts else "no actions"


def _next(part: Scope, summary: Summary, scene: Scene) -> tuple[Choice, ...]:
    where = f" in {slug(part.section)}" if part.section else ""
    since = short_day(scene.today - WEEK, scene.today)
    choices = [
        Choice(
            label=f"What changed since {since}",
            says=f"what changed{where} since {since}?",
            aside=True,
        )
    ]
    if summary.late.count > len(summary.late.first):
        choices.append(
            Choice(label="All that is overdue", says=f"what is overdue{where}?", aside=True)
        )
    return tuple(choices)


def _facts(tracked: Tracked, scene: Scene) -> list[tuple[str, str]]:
    action = tracked.action
    facts = [
        ("Owner", "; ".join(_owner(each, scene) for each in action.owners) or "none in the plan"),
        ("Support", "; ".join(action.support)),
        ("Answers to", "; ".join(action.partnership_groups)),
        ("Section", action.section or ""),
        ("Issue", action.group or ""),
        ("By when", action.due_text),
        ("Stages", "; ".join(_stages(tracked, scene))),
        ("Said to be", tracked.state.handed_to or ""),
    ]
    return [(label, value) for label, value in facts if value]


def _owner(name: str, scene: Scene) -> str:
    people = [each.name for each in scene.directory.behind(name, scene.today)]
    if people == [name]:
        return name
    return f"{name} ({', '.join(people)})" if people else f"{name} (nobody in post)"


def _stands(stage: Milestone, tracked: Tracked, scene: Scene) -> str:
    if stage.label in tracked.state.done:
        return " (reached)"
    later = tracked.state.put_off_to(stage.label)
    return f" (now {short_day(later, scene.today)})" if later else ""


def _stages(tracked: Tracked, scene: Scene) -> list[str]:
    return [
        ", ".join(filter(None, [stage.label, short_day(stage.end, scene.today)]))
        + _stands(stage, tracked, scene)
        for stage in tracked.action.due.milestones
    ]
