"""A bare share that is at least the one aimed at: "84% of plans in time" of "80% in time"."""

import re

from domain.work import Status
from language.claims.progress import AGAINST
from language.hearing.heard import Heard
from language.news.updates import UNDER_WAY, Outcome
from language.news.verbless import UNSURE
from language.references.finding import SURE

SHARE = re.compile(r"(?<![\d.,+-])(\d{1,3}(?:\.\d+)?) ?%")
CHANGE = re.compile(
    r"\b(?:reduc\w*|decreas\w*|increas\w*|fewer|less|lower|cut|below|under|nil|up|down|rise|by)\b"
)
MEASURED = "status.measured"


def as_reached(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, as on track where nothing but the share tells how it stands; to be confirmed."""
    topic = outcome.topic
    guessed = outcome.empty or UNDER_WAY in outcome.doubts
    if not guessed or len(topic.refs) != 1 or topic.how not in SURE or "%" not in scene.words.low:
        return outcome
    if len(topic.clauses) != 1 or topic.clauses[0].asks:
        return outcome
    title = scene.plan.standings[topic.refs[0]].title.lower()
    low = scene.words.span(topic.clauses[0].first, topic.clauses[0].beyond)
    aim, said = SHARE.findall(title), SHARE.findall(low)
    if len(aim) != 1 or len(said) != 1 or float(said[0]) < float(aim[0]):
        return outcome
    unlike = CHANGE.search(title) or CHANGE.search(low) or AGAINST.search(low)
    if unlike or UNSURE.search(low, scene.words.signs):
        return outcome
    return outcome.telling(Status.ON_TRACK, (*outcome.doubts, MEASURED))
