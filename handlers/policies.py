"""How often people are asked about a part of the plan, put in words."""

from collections.abc import Iterable

from domain.conversation import Choice, Facts, Paragraph, Part
from domain.events import Tracked
from domain.instructions import Instruction, arranged, in_force
from domain.intents import ShowPolicy
from domain.people import Person
from domain.policy import (
    FARTHEST_LEAD,
    LEAST_CHASE,
    LONGEST,
    MOST_IN_A_WEEK,
    MOST_LEADS,
    Policies,
    Policy,
    SetPolicy,
)
from domain.summary import Scope
from handlers.days import days, local_day, short_day
from handlers.outcome import Outcome
from handlers.scene import Scene
from handlers.status import find_part

NUMBER = {1: "one", 2: "two"}


async def show(wish: ShowPolicy, scene: Scene) -> Outcome:
    """Say how a part of the plan is asked about, and who set it so."""
    part = await find_part(wish.part, scene)
    instructions = await scene.unit.instructions.all()
    policy = _policy(part, arranged(instructions).policies, scene.plan.key)
    name = _name(part, scene)
    parts: list[Part] = [Facts(pairs=tuple(in_words(policy)))]
    parts += [Paragraph(text=each) for each in _set_by(instructions, scene)]
    if scene.standing.steers:
        parts.append(Paragraph(text=_how_to_change(wish.part)))
    usual = Choice(label="As usual again", says=back_to_usual(wish.part))
    return Outcome(
        summary=f"How I ask about {name}:",
        parts=tuple(parts),
        choices=(usual,) if policy != Policy() else (),
    )


def back_to_usual(part: str) -> str:
    """The sentence that does away with what was set for this part."""
    return f"usual reminders for {part}" if part else "usual reminders"


def _how_to_change(part: str) -> str:
    """The sentences that set it for this part."""
    where = f" {part}" if part else ""
    return f"To change it: “remind{where} 14 and 2 days before” · “chase{where} every 14 days”"


def in_words(policy: Policy) -> list[tuple[str, str]]:
    """The policy as labelled values."""
    week = f"{NUMBER.get(MOST_IN_A_WEEK, MOST_IN_A_WEEK)} a week unless something is due that day"
    return [
        ("Ahead of a date", leads(policy)),
        ("Once it is past", f"every {days(policy.chase)}"),
        (
            "Then told",
            f"the chair after {policy.to_chair} working days, "
            f"an administrator after {policy.to_administrator} more",
        ),
        ("After an update", f"nothing for {days(policy.peace)}"),
        ("Without a date", f"after {days(policy.check)} of silence"),
        ("Never more than", f"one message a day, {week}"),
    ]


def bounds() -> str:
    """What can be set at all, in one sentence."""
    return (
        f"I remind at most {MOST_LEADS} times ahead of a date, the first up to {FARTHEST_LEAD} days"
        f" before it; chase every {LEAST_CHASE} to {LONGEST} days; and tell the chair or an"
        f" administrator after 1 to {LONGEST} working days."
    )


def leads(policy: Policy) -> str:
    """ "28, 14, 7 and 2 days, and on the day"."""
    ahead = [str(each) for each in sorted(policy.leads, reverse=True) if each]
    told = " and ".join(filter(None, [", ".join(ahead[:-1]), *ahead[-1:]]))
    unit = "day" if ahead == ["1"] else "days"
    parts = [f"{told} {unit}"] if ahead else []
    return ", and ".join([*parts, *(["on the day"] if 0 in policy.leads else [])])


def _policy(part: Scope | Tracked, policies: Policies, plan: str) -> Policy:
    """What holds for an action, or for what is only said to be in this section or group."""
    if isinstance(part, Tracked):
        return policies.of(plan, part)
    return policies.within(part)


def _name(part: Scope | Tracked, scene: Scene) -> str:
    if isinstance(part, Tracked):
        return part.action.ref
    return part.group or part.section or scene.plan.title


def _set_by(instructions: Iterable[Instruction], scene: Scene) -> list[str]:
    """The last words by which this plan's policy was set."""
    told = [
        each
        for each in in_force(instructions)
        if isinstance(each.order, SetPolicy) and each.plan == scene.plan.key
    ]
    return [_words(each, scene.person, scene) for each in told[-1:]]


def _words(told: Instruction, reader: Person, scene: Scene) -> str:
    when = short_day(local_day(told.at, reader), scene.today)
    return f"Last set by {told.by_name}, {when}: “{told.words}”"
