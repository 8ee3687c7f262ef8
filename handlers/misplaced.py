"""Numbers that are told of but are not of the plan: where several plans could be meant."""

import re
from collections.abc import Collection, Sequence

from domain.intents import Decision, Reading
from domain.work import Plan
from handlers.scene import Scene


async def of_no_plan(reading: Reading, scene: Scene) -> Reading:
    """The reading, in which nothing is called missing that another plan of theirs has."""
    if not reading.missing:
        return reading
    found: set[str] = set()
    for plan in scene.plans:
        found |= await _had(plan, reading.missing, scene)
    missing = tuple(each for each in reading.missing if each not in found)
    return reading.model_copy(update={"missing": missing})


async def less_misplaced(
    reading: Reading, elsewhere: Collection[str], text: str, scene: Scene
) -> Reading:
    """The reading of a plan that was named, with what is typed there but only ``elsewhere`` is.

    That is not recorded there: a plan was named. Nor is the rest recorded without a question.
    """
    typed = [ref for ref in elsewhere if _stands_in(text, ref)]
    had = await _had(scene.plan, typed, scene) if typed else set[str]()
    misplaced = tuple(ref for ref in typed if ref not in had)
    if not misplaced:
        return reading
    if reading.decision is Decision.NONE:
        return reading.model_copy(update={"question": lacking(misplaced, scene)})
    decision = Decision.CONFIRM if reading.decision is Decision.APPLY else reading.decision
    missing = (*reading.missing, *misplaced)
    return reading.model_copy(update={"decision": decision, "missing": missing})


def lacking(refs: Sequence[str], scene: Scene) -> str:
    """One sentence: "The plan has no 9.9 or R4"; where there are several, by its title."""
    plan = scene.plan.title if len(scene.plans) > 1 else "The plan"
    *others, last = refs
    return f"{plan} has no {f'{", ".join(others)} or {last}' if others else last}."


def _stands_in(text: str, ref: str) -> bool:
    """Whether it is typed as it stands, and not as a part of another number."""
    return bool(re.search(rf"(?<![\w.]){re.escape(ref)}(?!\w|\.\d)", text, re.IGNORECASE))


async def _had(plan: Plan, refs: Sequence[str], scene: Scene) -> set[str]:
    return {each.action.ref for each in await scene.unit.actions.of(plan.key, refs)}
