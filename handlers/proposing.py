"""What is proposed to somebody, in a few words: "delayed, finished by Fri 30 April"."""

from typing import assert_never

from domain.instructions import CallIt
from domain.intents import (
    AcceptDate,
    Away,
    Choose,
    Disown,
    Intent,
    PassOn,
    PausePlan,
    Query,
    Reassign,
    Setting,
    Snooze,
    Undo,
    Update,
)
from domain.registry import Registration
from domain.work import Status
from handlers.days import day
from handlers.scene import Scene


def proposed(intent: Intent, scene: Scene) -> str:
    """What would be done with an intent, in a few words."""
    match intent:
        case Update():
            return _update(intent, scene)
        case Snooze(until=until):
            return f"ask again on {day(until, scene.today)}" if until else "ask again later"
        case Reassign(to=to):
            return f"is now {to}’s" if to else "is somebody else’s"
        case Disown() | AcceptDate():
            return _of_it(intent, scene)
        case Away(until=until):
            return f"you are away until {day(until, scene.today)}"
        case Undo():
            return "take back what you said last"
        case Query() | Choose():
            return "answer"
        case PassOn():
            return "pass your words on"
        case CallIt() | Setting() | Registration():
            return _order(intent, scene)
        case _:
            assert_never(intent)


def _order(intent: CallIt | Setting | Registration, scene: Scene) -> str:
    match intent:
        case PausePlan(until=until) if until:
            return f"the plan is paused until {day(until, scene.today)}"
        case CallIt():
            return "remember a word"
        case Registration():
            return "say who is who"
        case _:
            return "answer"


def _of_it(intent: Disown | AcceptDate, scene: Scene) -> str:
    if isinstance(intent, Disown):
        return "is not yours"
    return f"new date accepted{f', {day(intent.day, scene.today)}' if intent.day else ''}"


def _update(intent: Update, scene: Scene) -> str:
    said = [intent.status.words] if intent.status else []
    if intent.slipping:
        return _of_a_stage(intent, scene)
    if intent.milestone:
        reached = "complete" if intent.status is Status.COMPLETE else "reached"
        said = [f"“{intent.milestone}” {reached}"]
    if intent.percent is not None:
        said.append(f"{intent.percent} %")
    if intent.forecast:
        said.append(f"finished by {day(intent.forecast, scene.today)}")
    return ", ".join(said) or "noted"


def _of_a_stage(intent: Update, scene: Scene) -> str:
    """What is said of a stage, beside the one that was reached."""
    reached = f"“{intent.milestone}” reached, " if intent.milestone else ""
    stands = intent.status.words if intent.status else ""
    until = f"expected {day(intent.forecast, scene.today)}" if intent.forecast else ""
    return f"{reached}stage “{intent.slipping}” {', '.join(filter(None, [stands, until]))}"
