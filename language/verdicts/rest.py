"""What is told of the rest, which nothing says what it is: "7.3 green, all others amber"."""

from language.claims.spoken import Spoken
from language.claims.topics import REST, Topic
from language.clauses.splitting import Clause

RATED = ("said", "label", "mark")
NEAR = 3  # words from the beginning of a clause


def tells_of_the_rest(topic: Topic, spoken: Spoken) -> bool:
    """Whether a clause without a reference tells a status of the others."""
    if not topic.named or REST.isdisjoint(spoken.words.said):
        return False
    return any(_is_of_rest(topic, spoken, each) for each in topic.clauses)


def _is_of_rest(topic: Topic, spoken: Spoken, clause: Clause) -> bool:
    if REST.isdisjoint(spoken.words.norms(clause.first, clause.first + NEAR)):
        return False
    rated = any(each.term.status and each.term.strength in RATED for each in spoken.hits(clause))
    return rated and topic.named.isdisjoint(clause.span)
