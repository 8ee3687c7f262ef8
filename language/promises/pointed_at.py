"""A day that was named before and is pointed at: "shut until 3 June so make it then"."""

import re

from language.claims.passage import Passage
from language.clauses.splitting import Clause
from language.promises.cues import NEGATIONS
from language.promises.promise import Promise

POINTED_AT = "forecast.then"
THEREAFTER = frozenset(["after", "upon", "following", "whereupon"])
ENDED = re.compile(
    r"(?:this|it|the (?:action|work|project)|everything) (?:will|should|shall|can) (?:then )?be"
    r" (?:finished|complete|completed|done|closed)\b"
)
ANAPHORA = re.compile(
    r"\b(?:go(?:es|ing)? live|launch(?:ing)?|handing over|hand over|submit(?:ting)?|reopen(?:ing)?|"
    r"call it|make it|say|to|until|by|for|done|finished|complete|ready|closed|so"
    r"|(?:it'll|it will|we'll|we will|that will|that'll|it'd|it would)(?: have to)? be) then\b"
    r"|\b(?:(?:close|tick|sign) (?:it|this|that)(?: one)?|closed|ticked|signed|sign)(?: off| down)?"
    r" (?:then|after (?:that|this)|at that point)\b"
)
THEN = frozenset(["then", "that", "this"])


def points_back(passage: Passage) -> Promise | None:
    """The day that "then" or "after which" means, if the work ends then."""
    return _then(passage) or _after_which(passage)


def _then(passage: Passage) -> Promise | None:
    """Read "the site is shut until 3 June so make it then"."""
    if THEN.isdisjoint(passage.words.said):
        return None
    for clause in passage.clauses:
        match = ANAPHORA.search(passage.low(clause))
        if match and not (match.group() == "by then" and _denied(passage, clause)):
            earlier = [
                each
                for each in passage.dates
                if each.first < clause.beyond and each.day and each.first not in passage.former
            ]
            if earlier:
                meant = earlier[-1]
                here = frozenset([meant.first])
                return Promise(meant.day, "", clause, POINTED_AT, dates=here)
    return None


def _after_which(passage: Passage) -> Promise | None:
    """Read "it closes on 3 May, after which the action will be finished" as then."""
    norms, last = passage.words.norms, passage.dates[-1:] if "which" in passage.words.said else ()
    for clause in passage.clauses:
        led = norms(clause.first - 2, clause.first)
        ends = led and led[0] in THEREAFTER and led[-1] == "which"
        if ends and last and last[0].beyond <= clause.first and ENDED.match(passage.low(clause)):
            here = frozenset([last[0].first])
            return Promise(last[0].day, "", clause, POINTED_AT, dates=here)
    return None


def _denied(passage: Passage, clause: Clause) -> bool:
    """Read "I don't foresee our reaching ten by then" as no promise."""
    return not NEGATIONS.isdisjoint(passage.norms(clause))
