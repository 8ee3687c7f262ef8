"""How it stood when somebody last heard, and who is to find out how it stands now."""

from dataclasses import replace

from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.few_words import all_said
from language.news.updates import Outcome

LAST_HEARD = pattern("only_heard.last_heard")
TO_FIND_OUT = pattern("only_heard.to_find_out")


def as_only_heard(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with nothing told: "last I heard it was on track, let me find out"."""
    if not LAST_HEARD.sign & scene.words.signs or not outcome.topic.clauses:
        return outcome
    said, signs = all_said(outcome, scene), scene.words.signs
    if not (LAST_HEARD.search(said, signs) and TO_FIND_OUT.search(said, signs)):
        return outcome
    if any(each.direct and not (each.past or each.doubt) for each in outcome.claims):
        return outcome
    nothing = {"status": None, "forecast": None, "percent": None}
    updates = tuple(each.model_copy(update=nothing) for each in outcome.updates)
    return replace(outcome, updates=updates, promise=None)
