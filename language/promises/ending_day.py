"""The rule by which a day is when the work ends: what the words plainly say, else what ends it."""

from language.promises.by_others import BY_OTHERS, is_told_by_others
from language.promises.cues import cue_of
from language.promises.dating import Dating
from language.promises.final_stage import is_final_stage
from language.promises.own_event import OWN_EVENT

CONDITIONS = frozenset(["if", "once", "when", "provided", "assuming", "providing"])
WE = frozenset(["we", "it", "i", "that", "this", "they"])
WOULD = frozenset(["we'd", "it'd", "i'd", "they'd"])
WILL = frozenset(["will", "should", "shall", "can", "could"])
SOONEST = 3  # words of a condition at the least: "if X comes"


def end_of(dating: Dating) -> str | None:
    """The rule; None where something else is then."""
    if dating.clause.why:
        main = _what_follows(dating)
        return cue_of(main) if main else None
    if cue := cue_of(dating):
        return cue
    if is_final_stage(dating):
        return OWN_EVENT
    return BY_OTHERS if is_told_by_others(dating) else None


def _what_follows(dating: Dating) -> Dating | None:
    """Read "if the money comes we'll be done by 4 May" as told from "we'll" on."""
    words, clause = dating.passage.words, dating.clause
    if words.norm(clause.first) not in CONDITIONS or "had" in dating.before:
        return None
    for at in range(clause.first + SOONEST, dating.dated.first):
        norm = words.norm(at)
        if norm.endswith("'ll") or norm in WOULD or (norm in WE and words.norm(at + 1) in WILL):
            return Dating(dating.passage, clause._replace(first=at, why=False), dating.dated)
    return None
