"""The speaker's other actions beside one that is named: "7.3 red, everything else green"."""

from collections.abc import Sequence

from domain.work import Status
from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.vocabulary import Hit
from language.lexicon.words import word_set
from language.references.finding import How
from language.verdicts.plain_form import unread
from language.verdicts.rest import RATED

OTHERS = frozenset(["rest", "remainder", "remaining", "other", "others", "else"])
NAMING = word_set("the_rest.naming") | OTHERS


def with_the_rest(scene: Heard, topics: Sequence[Topic]) -> list[Topic]:
    """The topics, with what is told of the rest as a topic of its own; which they are is unsure.

    Only where the rest of the message says plainly how the named ones stand: in "chapter 4 is with
    legal, everything else signed off" the rest is that of one action.
    """
    if scene.message.about or OTHERS.isdisjoint(scene.words.said):
        return list(topics)
    named = {ref for each in topics for ref in each.refs}
    others = scene.plan.still_open(ref for ref in scene.own if ref not in named)
    told = [(each, _clauses_of_rest(each, scene.spoken)) for each in topics]
    clauses = [clause for _, rest in told for clause in rest]
    if not others or not clauses or not all(_is_rated(*each, scene.spoken) for each in told):
        return list(topics)
    for topic, rest in told:
        topic.clauses = [each for each in topic.clauses if each not in rest]
    at = {token for clause in clauses for token in _naming(clause, scene.spoken)}
    return [*topics, Topic(others, How.PLACED, named=at, clauses=clauses)]


def _clauses_of_rest(topic: Topic, spoken: Spoken) -> list[Clause]:
    return [each for each in topic.clauses if _is_of_rest(topic, spoken, each)]


def _is_of_rest(topic: Topic, spoken: Spoken, clause: Clause) -> bool:
    """It names the rest, says how it stands, and nothing else."""
    naming = _naming(clause, spoken)
    if OTHERS.isdisjoint(map(spoken.words.norm, naming)) or not topic.named.isdisjoint(clause.span):
        return False
    return _rates(clause, spoken) and not unread(spoken, {*naming}, clause.span)


def _is_rated(topic: Topic, rest: Sequence[Clause], spoken: Spoken) -> bool:
    """How the action itself stands is said in a clause that tells nothing else."""
    own = (each for each in topic.clauses if each not in rest and topic.named & {*each.span})
    return any(_rates(each, spoken) and not unread(spoken, topic.named, each.span) for each in own)


def _rates(clause: Clause, spoken: Spoken) -> bool:
    hits = [each for each in spoken.hits(clause) if each.term.status]
    return any(each.term.strength in RATED or _is_fine(each) for each in hits)


def _is_fine(hit: Hit) -> bool:
    """Read "the rest are fine" as a rating of them, though it is none in so many words."""
    return hit.term.status is Status.ON_TRACK and hit.term.strength == "idiom"


def _naming(clause: Clause, spoken: Spoken) -> list[int]:
    """The tokens with which a clause names the rest: "and all the others"."""
    found: list[int] = []
    for at in clause.span:
        if spoken.words.norm(at) not in NAMING:
            break
        found.append(at)
    return found
