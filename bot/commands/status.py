"""planbot status: what /plan status answers, for the person at the keyboard."""

import argparse
import asyncio
import json
from datetime import date
from typing import Any

from bot.assembly import store_of
from bot.cli import DONE, Terminal
from bot.clock import SystemClock
from bot.console.render import to_text
from bot.settings import Settings
from bot.typed import typed_day
from domain.conversation import Choices, Reply
from domain.events import Tracked
from domain.intents import Asked, Query
from domain.people import Directory, Person, Standing
from domain.ports import UnitOfWork
from domain.summary import Some, Summary
from domain.work import Plan
from handlers.acting import carry_out
from handlers.scene import Said, Scene
from handlers.status import find_part, past, summary_of

EXAMPLE = "example: planbot status staying-safe --as-at 2009-03-24"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EXAMPLE
    parser.add_argument("part", nargs="*", help="a section, a group or an action; else the plan")
    parser.add_argument("--as-at", type=a_day, metavar="DATE", help="as it was at the end of a day")
    parser.add_argument("--plan", metavar="KEY", help="which plan, where it is not the first one")
    parser.add_argument("--json", action="store_true", help="print JSON")


def a_day(text: str) -> date:
    """Read a day. Raise argparse's own error, which names the argument."""
    try:
        return typed_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date like 2009-03-24") from None


def run(given: argparse.Namespace, settings: Settings, terminal: Terminal) -> int:
    answer = asyncio.run(_answer(given, settings))
    print(answer, file=terminal.out)
    return DONE


async def _answer(given: argparse.Namespace, settings: Settings) -> str:
    async with store_of(settings) as open_unit, open_unit(settings.workspace) as unit:
        plan = await (unit.plans.get(given.plan) if given.plan else unit.plans.default())
        scene = await at_the_keyboard(plan, unit, settings)
        part = " ".join(given.part)
        if given.json:
            return json.dumps(await _facts(part, given.as_at, scene), ensure_ascii=False, indent=1)
        wish = Query(what=Asked.STATUS, section=part or None, as_at=given.as_at)
        return to_text(_printed(await carry_out([wish], scene)))


def _printed(reply: Reply) -> Reply:
    """The reply without its buttons: on paper there is nothing to press."""
    return reply.model_copy(
        update={"parts": tuple(part for part in reply.parts if not isinstance(part, Choices))}
    )


async def at_the_keyboard(plan: Plan, unit: UnitOfWork, settings: Settings) -> Scene:
    """What whoever runs a command may do: all that an administrator may."""
    reader = Person(id="keyboard", name="you", timezone=settings.timezone)
    directory: Directory = await unit.people.directory()
    return Scene(
        standing=Standing(person=reader, names=frozenset(), administrator=True),
        directory=directory,
        plan=plan,
        now=SystemClock().now(),
        unit=unit,
        said=Said(words="", where="keyboard", message=""),
    )


async def _facts(name: str, as_at: date | None, scene: Scene) -> dict[str, Any]:
    part = await find_part(name, scene)
    head = {"plan": scene.plan.key, "as_at": (as_at or scene.today).isoformat()}
    if isinstance(part, Tracked):
        then = (await past([part], as_at, scene))[0] if as_at else part
        return head | _action(then)
    summary = await summary_of(part, as_at, scene)
    return head | {"section": part.section, "group": part.group} | _summary(summary)


def _summary(summary: Summary) -> dict[str, Any]:
    lists = {
        name: _some(getattr(summary, name))
        for name in ("late", "at_risk", "due_soon", "quiet", "contradicted")
    }
    counts = {str(bucket).replace(" ", "_"): n for bucket, n in summary.counts.items()}
    return {"total": summary.total, "counts": counts, **lists}


def _some(some: Some) -> dict[str, Any]:
    return {"count": some.count, "first": [_action(each) for each in some.first]}


def _action(tracked: Tracked) -> dict[str, Any]:
    state = tracked.state
    return {
        "ref": tracked.action.ref,
        "text": tracked.action.text,
        "owners": list(tracked.action.owners),
        "status": state.status.value if state.status else None,
        "dropped": state.dropped,
        "first_date": state.first.isoformat() if state.first else None,
        "accepted_date": state.accepted.isoformat() if state.accepted else None,
        "forecast": state.forecast.isoformat() if state.forecast else None,
        "percent": state.percent,
        "moves": state.moves,
        "words": state.words,
        "by": state.by,
        "at": state.at.isoformat() if state.at else None,
    }
