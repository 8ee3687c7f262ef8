"""The news in a message: what is told of which actions, and what is to come of it."""

from collections.abc import Iterable, Sequence, Set
from operator import or_

from domain.intents import Decision, Reading
from domain.work import Status
from language.claims.passage import inside
from language.claims.topics import Topic, topics_of
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.hearing.recognised import plain_reading
from language.lexicon.text import ENDS
from language.news.answered_each import answered_each
from language.news.chatter import is_chatter
from language.news.contrasted import told_of_unknown
from language.news.deciding import decided
from language.news.drafting import outcome_of
from language.news.few_words import in_few_words
from language.news.for_both import day_for_several, with_day
from language.news.held_to import as_held_to
from language.news.in_part import in_part
from language.news.late_in_turn import late_in_turn
from language.news.likewise import likewise
from language.news.mistaken import parted
from language.news.of_a_list import of_a_list
from language.news.of_all import of_all
from language.news.of_no_action import of_the_plan
from language.news.of_the_others import in_what_manner, of_the_rest, to_both, with_this_one
from language.news.parcels import SURE, evidence_in, parcels
from language.news.promising import promising
from language.news.put_right import put_right
from language.news.shares_in_turn import in_turn
from language.news.that_day import with_that_day
from language.news.the_rest import with_the_rest
from language.news.time_needed import with_time_needed
from language.news.titled import of_unknown, without_ref
from language.news.two_days import of_either_day
from language.news.up_to_the_last import up_to_the_last
from language.news.updates import Outcome
from language.orders.leave import of_leave
from language.references.finding import How, Mention

OPENING = ENDS | {"", "the", "and", "so", ":", "-"}
PLACED = (How.ORDINAL, How.WITHIN)


def news_in(scene: Heard, asking: frozenset[int]) -> Reading:
    """Read all that is told but in the sentences that ask."""
    telling = [each for each in scene.clauses if each.sentence not in asking]
    away = scene.away
    clauses = [each for each in telling if not (away and _only_leave(scene, each))]
    if is_chatter(scene, clauses):
        return plain_reading(scene, Decision.NONE, "a courtesy")
    if (another := told_of_unknown(scene)) is not None:
        return of_unknown(scene, another)
    read = (with_time_needed(each, scene) for each in _outcomes(scene, clauses))
    read = (as_held_to(with_that_day(each, scene), scene) for each in read)
    read = (of_either_day(each, scene) for each in read)
    outcomes = [promising(each, scene) for each in read]
    return decided(scene, outcomes) if outcomes else without_ref(scene, clauses)


def outcomes_in(scene: Heard) -> list[Outcome]:
    """What the rules make of all that is said, before it is weighed and decided upon.

    For `make leanings`, which learns from it, and for the tests of what was learnt.
    """
    return _outcomes(scene, scene.clauses)


def _outcomes(scene: Heard, clauses: Sequence[Clause]) -> list[Outcome]:
    topics = _topics(scene, of_the_plan(scene, clauses))
    if not topics:
        return []
    shared = day_for_several(scene, topics)
    read = (outcome_of(topic, scene.spoken, scene.plan) for topic in topics)
    read = (late_in_turn(in_turn(each, scene), scene) for each in read)
    read = (to_both(of_the_rest(each, scene), scene) for each in read)
    outcomes = [in_part(each, scene) for each in read]
    outcomes = answered_each(outcomes, scene)
    outcomes = in_few_words(likewise(scene, of_all(outcomes, scene)), scene)
    outcomes = in_what_manner(outcomes, scene)
    outcomes = with_day(outcomes, shared, scene.plan)
    return put_right(scene, outcomes)


def _only_leave(scene: Heard, clause: Clause) -> bool:
    """Read "7.3 amber and I'm away until 4 January": the date is not the action's."""
    return not scene.mentions_in(clause) and of_leave(scene.words, clause)


def _topics(scene: Heard, clauses: Sequence[Clause]) -> list[Topic]:
    about = tuple([ref for ref in scene.message.about if ref in scene.plan.order])
    if len(about) > 1 and not _names_them(scene, clauses, about):
        parts = parcels(scene, clauses, about)
        if parts:
            return parts
    if not about and (parts := of_a_list(scene, clauses)):
        return parts
    topics = topics_of(scene.words, clauses, scene.marked.mentions, about)
    topics = up_to_the_last(scene, topics, about)
    topics = with_this_one(scene, with_the_rest(scene, parted(scene, topics)), about)
    return [*topics, *_of_another(scene, topics, about)]


def _names_them(scene: Heard, clauses: Sequence[Clause], about: tuple[str, ...]) -> bool:
    """A reference is typed, or a sentence opens with "both", "the first" or "2".

    But for "all flats fitted", which is of one of them, and "cameras up, all four".
    """
    mentions = scene.marked.mentions
    whole = (each.how is How.PLACED and len(each.refs) == len(about) for each in mentions)
    ordinal = (each.how is How.ORDINAL for each in mentions)
    if not all(map(or_, whole, ordinal)):
        return True
    for each in mentions:
        named = _spoken_of(scene, clauses, each, about) if len(each.refs) > 1 else 0
        opens = scene.words.norm(each.first - 1) in OPENING
        if named > 1 or (opens and named != 1):
            return True
    return False


def _spoken_of(
    scene: Heard, clauses: Sequence[Clause], mention: Mention, about: tuple[str, ...]
) -> int:
    """How many of the actions are named by their titles beside words for all of them."""
    held = [each for each in clauses if each.holds(mention.first)]
    return sum(each >= SURE for each in evidence_in(scene, held[0], about)) if held else 0


def _of_another(scene: Heard, topics: Sequence[Topic], about: tuple[str, ...]) -> list[Topic]:
    """Read "so the first is done. Three fairs held; the last is on 3 May" as news of the second.

    What is told in later sentences may be of an action of the reminder that nothing names: so it is
    where its title says so, and of which it is stays unsure in any case.
    """
    if not topics or len(topics[-1].refs) != 1 or topics[-1].how not in PLACED:
        return []
    last = topics[-1]
    rest = set(about) - {ref for each in topics for ref in each.refs}
    named = [each.sentence for each in last.clauses if not last.named.isdisjoint(each.span)]
    naming = max(named, default=last.clauses[-1].sentence)
    later = [each for each in last.clauses if each.sentence > naming]
    told = _statuses(scene, (each for each in last.clauses if each not in later))
    if not rest or not any(_has_news(scene, each, told) for each in later):
        return []
    last.crowded = True
    norms = (norm for each in later for norm in scene.words.norms(each.first, each.beyond))
    titled = scene.plan.titles.alone(norms, {*rest, *last.refs})
    if len(titled) != 1 or titled.isdisjoint(rest):
        return []
    last.clauses = [each for each in last.clauses if each not in later]
    return [Topic(tuple(titled), How.TITLE, clauses=later)]


def _has_news(scene: Heard, clause: Clause, told: Set[Status | None]) -> bool:
    """Another status than what was told, or a day to come."""
    days = (each.day for each in inside(scene.marked.dates, clause))
    return not _statuses(scene, [clause]) <= told or any(day and day > scene.today for day in days)


def _statuses(scene: Heard, clauses: Iterable[Clause]) -> set[Status | None]:
    hits = (each for clause in clauses for each in scene.spoken.hits(clause) if each.term.status)
    return {each.term.status for each in hits if each.term.strength != "event"}
