"""What is said under a condition that stands before it: "provided they sign, we finish in May"."""

from collections.abc import Sequence

from language.claims.spoken import Spoken
from language.clauses.splitting import Clause
from language.lexicon.vocabulary import Hit
from language.lexicon.words import word_set

# What is late for want of these is late all the same.
WANTING = word_set("shared.awaiting")
OPENING = 2  # words within which the condition begins: "but if", "all going well"


def is_conditional(clauses: Sequence[Clause], clause: Clause, spoken: Spoken) -> bool:
    """Whether the sentence of a clause sets a condition before it."""
    late = any(each.term.value in ("delayed", "at_risk") for each in spoken.hits(clause))
    before = (
        each for each in clauses if each.sentence == clause.sentence and each.first < clause.first
    )
    return any(_sets(hit, each, spoken, late) for each in before for hit in spoken.hits(each))


def _sets(hit: Hit, clause: Clause, spoken: Spoken, late: bool) -> bool:
    if hit.term.value != "condition" or (spoken.words.norm(hit.first) in WANTING and late):
        return False
    opens = hit.first < clause.first + OPENING
    closes = hit.beyond >= clause.beyond  # "weather permitting"
    return opens or closes
