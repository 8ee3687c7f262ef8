"""A stage that will be late, and not the whole: "stage 2 of 7.5 slipping to 28 February".

Where one stage by its number is said to be late, or gets another day, ahead of the action's own,
that is of the stage. The last one is the end of the action, and so is what is later than that.
"""

from domain.intents import Decision, Intent, Reading, Update
from domain.work import Milestone, Status
from language.hearing.heard import Heard
from language.news.milestones import numbered_in
from language.references.known import Standing

OF_ITS_DAY = (Status.DELAYED, Status.ON_TRACK, Status.IN_PROGRESS, None)


def with_late_stages(reading: Reading, scene: Heard) -> Reading:
    """The reading with the stage that is late, where it would be read as of the whole."""
    if reading.decision is not Decision.CONFIRM or not _may_be(scene):
        return reading
    intents = tuple(_of_a_stage(each, scene) for each in reading.intents)
    return reading.model_copy(update={"intents": intents})


def _may_be(scene: Heard) -> bool:
    standings = scene.plan.standings
    return any(ref in standings and standings[ref].stages for ref in scene.named)


def _of_a_stage(intent: Intent, scene: Heard) -> Intent:
    if not isinstance(intent, Update) or intent.status not in OF_ITS_DAY:
        return intent
    if intent.status is not Status.DELAYED and intent.forecast is None:
        return intent
    standing = scene.plan.standings[intent.ref]
    stage = _named(intent, standing, scene)
    return _late(intent, stage, standing, scene) if stage else intent


def _named(update: Update, standing: Standing, scene: Heard) -> Milestone | None:
    """The only stage of the words that is neither said to be reached nor the reason."""
    spoken = [scene.words.span(*each[:2]) for each in scene.clauses if not each.why]
    told = {number for each in spoken for number in numbered_in(each)}
    said = told.intersection(numbered_in(update.note.lower()))
    reached = set(numbered_in((update.milestone or "").lower()))
    others = {each for each in said if each not in reached}
    found = [each for each in standing.stages if others & set(numbered_in(each.label.lower()))]
    return found[0] if len(found) == len(others) == 1 else None


def _late(update: Update, stage: Milestone, standing: Standing, scene: Heard) -> Update:
    lengths = [each.said.length for each in scene.marked.dates if each.said.length]
    slipped = update.forecast is not None and len(lengths) == 1
    day = lengths[0].after(stage.end) if slipped and lengths[0] else update.forecast
    if day is not None and (standing.held_to is None or day >= standing.held_to):
        return update
    late = update.status is Status.DELAYED or (day is not None and day > stage.end)
    status = Status.DELAYED if late else Status.ON_TRACK
    return update.model_copy(update={"slipping": stage.label, "forecast": day, "status": status})
