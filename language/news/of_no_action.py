"""What is told of a reference that the plan does not have: of no other action either."""

from collections.abc import Iterator, Sequence

from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.vocabulary import Hit


def of_the_plan(scene: Heard, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """Read "8.2 done, 9.9 late, waiting on legal" as of 8.2 done, where there is no 9.9."""
    if not (scene.unknown and scene.marked.mentions):
        return clauses
    return list(_told_of_the_plan(scene, clauses))


def _told_of_the_plan(scene: Heard, clauses: Sequence[Clause]) -> Iterator[Clause]:
    unknown = [each.first for each in scene.unknown]
    told = True  # of what came last; a list is told of together: "8.2, 9.9 done"
    elsewhere = False
    for clause in clauses:
        if scene.mentions_in(clause):
            told = elsewhere = False
        elif any(map(clause.holds, unknown)):
            elsewhere = told
        if not elsewhere:
            told = told or _tells(scene, clause)
            yield clause


def _tells(scene: Heard, clause: Clause) -> bool:
    """A status or a day stands in it."""
    marks: list[Hit | Dated] = [*scene.marked.hits, *scene.marked.dates]
    return any(clause.holds(each.first) for each in marks)
