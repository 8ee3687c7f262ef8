"""What failed so often that later words of its author passed it: it is asked about, not done.

It may be hours old, and what was said since then would be overwritten by what was said before.
"""

from datetime import datetime

from domain.intents import (
    AcceptDate,
    Away,
    Decision,
    Disown,
    Query,
    Reading,
    Reassign,
    Snooze,
    Update,
)
from handlers.days import day, local_day
from handlers.scene import Scene

ASKABLE = (Update, Snooze, Reassign, Disown, AcceptDate, Away, Query)  # what a yes can still do


def asked_first(reading: Reading, scene: Scene, said_at: datetime) -> Reading:
    """The reading, to be confirmed; where a yes would do something else by now, to be said anew."""
    if reading.decision not in (Decision.APPLY, Decision.CONFIRM):
        return reading
    when = _moment(said_at, scene)
    if not all(isinstance(each, ASKABLE) for each in reading.intents):
        told = f"You wrote “{scene.said.words.strip()}” {when}, and I could not take it then."
        remedy = "Nothing was changed: please say it again if it still holds."
        return Reading(decision=Decision.NONE, question=f"{told} {remedy}", why="was overtaken")
    question = f"You wrote this {when}, and I could not take it then. Does it still hold?"
    news = {"decision": Decision.CONFIRM, "question": question, "why": "was overtaken"}
    return reading.model_copy(update=news)


def _moment(at: datetime, scene: Scene) -> str:
    there = at.astimezone(scene.person.timezone)
    return f"on {day(local_day(at, scene.person), scene.today)} at {there:%H:%M}"
