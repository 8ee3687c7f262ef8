"""A status for each of several in turn, and then news of the last by its place among them."""

from collections.abc import Sequence

from language.claims.passage import inside
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.references.finding import How

LIGHT = frozenset(["and", "then", "but", "with", ","])
BY_PLACE = (How.PLACED, How.ORDINAL)


def up_to_the_last(scene: Heard, topics: Sequence[Topic], about: tuple[str, ...]) -> list[Topic]:
    """Read "done, done, and the last one slips" under a reminder of three as of each in its turn.

    Only where there is just a status for each of those before.
    """
    topic = topics[0] if len(topics) == 1 else None
    if topic is None or len(about) < 2 or topic.refs != about[-1:] or topic.how not in BY_PLACE:
        return list(topics)
    naming = min(topic.named)
    leading = [each for each in topic.clauses if each.beyond <= naming]
    if len(leading) != len(about) - 1 or not all(_is_a_status(scene, each) for each in leading):
        return list(topics)
    topic.clauses = [each for each in topic.clauses if each not in leading]
    turns = [
        Topic((ref,), How.PLACED, clauses=[clause])
        for ref, clause in zip(about, leading, strict=False)
    ]
    return [*turns, topic]


def _is_a_status(scene: Heard, clause: Clause) -> bool:
    """A status and no other word stands in it."""
    said = {at for at in clause.span if scene.words.norm(at) not in LIGHT}
    statuses = [each for each in inside(scene.marked.hits, clause) if each.term.status]
    told = {at for each in statuses for at in range(each.first, each.beyond)}
    return len(statuses) == 1 and said <= told
