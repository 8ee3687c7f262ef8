"""A list of actions, each told of by its title: "3.3 & 3.4: strategy now May, trainers April"."""

from collections.abc import Sequence

from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.news.parcels import parcels
from language.references.finding import How

MARKS = frozenset([":", "-"])


def of_a_list(scene: Heard, clauses: Sequence[Clause]) -> list[Topic]:
    """Each of the list with what is told of it by its title; none where any is left out."""
    if len(scene.marked.mentions) != 1 or MARKS.isdisjoint(scene.words.said):
        return []
    whole = scene.marked.mentions[0]
    opens = whole.first == 0 and whole.how is How.TYPED and len(whole.refs) > 1
    if not opens or scene.words.norm(whole.beyond) not in MARKS:
        return []
    after = whole.beyond + 1
    told = [each._replace(first=max(each.first, after)) for each in clauses if each.beyond > after]
    topics = parcels(scene, told, whole.refs)
    return topics if {ref for each in topics for ref in each.refs} == {*whole.refs} else []
