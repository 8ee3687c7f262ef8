"""Actions called by their titles in a row, and told of together: "handrails, guide done"."""

from collections.abc import Sequence

from language.claims.directly import LIGHT
from language.claims.topics import Topic
from language.hearing.heard import Heard

BESIDE = frozenset([",", "/", "+"])


def in_a_row(topics: Sequence[Topic], scene: Heard) -> list[Topic]:
    """The topics, with one of which nothing is told taken together with the next."""
    found: list[Topic] = []
    for each in reversed(topics):
        if found and _is_bare(each, scene) and _leads_to(each, found[0], scene):
            found[0] = _together(each, found[0])
        else:
            found.insert(0, each)
    return found


def _is_bare(topic: Topic, scene: Heard) -> bool:
    """It is named, and no word more is said of it."""
    if len(topic.clauses) != 1 or not topic.named:
        return False
    norms = scene.words.norms(topic.clauses[0].first, topic.clauses[0].beyond)
    hits = any(each.term.status for each in scene.spoken.hits(topic.clauses[0]))
    if hits or any(each.endswith("ed") for each in norms):
        return False  # "wardens trained, handrails late"
    left = (at for at in topic.clauses[0].span if at not in topic.named)
    return all(scene.words.norm(at) in LIGHT for at in left)


def _leads_to(topic: Topic, after: Topic, scene: Heard) -> bool:
    """Only a comma parts it from one of which a status is told at once."""
    first, then = topic.clauses[0], after.clauses[0]
    between = scene.words.norms(first.beyond, then.first)
    if first.sentence != then.sentence or not BESIDE.issuperset(between):
        return False
    hits = (each for clause in after.clauses for each in scene.spoken.hits(clause))
    return len(after.clauses) == len(after.refs) and any(each.term.status for each in hits)


def _together(topic: Topic, after: Topic) -> Topic:
    named = topic.named | after.named
    clauses = [*topic.clauses, *after.clauses]
    return Topic((*topic.refs, *after.refs), after.how, named=named, clauses=clauses)
