"""The news in a message: what is told of which actions, and what is to come of it."""

import re
from collections.abc import Iterable, Sequence, Set
from operator import or_

from domain.intents import Decision, Reading
from domain.work import Status
from language.claims.passage import inside
from language.claims.topics import Topic, topics_of
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.hearing.recognised import plain_reading
from language.lexicon.patterns import pattern
from language.lexicon.text import ENDS
from language.news.chatter import is_chatter
from language.news.contrasted import told_of_unknown
from language.news.deciding import decided
from language.news.few_words import in_few_words
from language.news.for_both import day_for_several, with_day
from language.news.in_part import in_part
from language.news.mistaken import parted
from language.news.of_a_list import of_a_list
from language.news.of_all import of_all
from language.news.of_the_others import in_what_manner, of_the_rest, to_both, with_this_one
from language.news.parcels import SURE, evidence_in, parcels
from language.news.promising import promising
from language.news.put_right import put_right
from language.news.the_rest import with_the_rest
from language.news.titled import of_unknown, without_ref
from language.news.updates import Outcome, outcome_of, same_for, unlike
from language.orders.leave import of_leave
from language.references.finding import How, Mention

LIKEWISE = pattern("told.likewise")
NEARLY = pattern("told.nearly")
NOT_SO = pattern("told.not_so")
WILL_NOT = pattern("told.will_not")
OPENING = ENDS | {"", "the", "and", "so", ":", "-"}
PLACED = (How.ORDINAL, How.WITHIN)
UNLIKE = re.compile(r"\A(?:but )?[^ ]+(?: [^ ]+){0,2} (?:is|are|has|have)(?: been)?[ .!]*\Z")


def news_in(scene: Heard, asking: frozenset[int]) -> Reading:
    """Read all that is told but in the sentences that ask."""
    telling = [each for each in scene.clauses if each.sentence not in asking]
    away = scene.away
    clauses = [each for each in telling if not (away and _only_leave(scene, each))]
    if is_chatter(scene, clauses):
        return plain_reading(scene, Decision.NONE, "a courtesy")
    if (another := told_of_unknown(scene)) is not None:
        return of_unknown(scene, another)
    outcomes = [promising(each, scene) for each in _outcomes(scene, clauses)]
    return decided(scene, outcomes) if outcomes else without_ref(scene, clauses)


def outcomes_in(scene: Heard) -> list[Outcome]:
    """What the rules make of all that is said, before it is weighed and decided upon."""
    return _outcomes(scene, scene.clauses)


def _outcomes(scene: Heard, clauses: Sequence[Clause]) -> list[Outcome]:
    topics = _topics(scene, clauses)
    if not topics:
        return []
    shared = day_for_several(scene, topics)
    read = (outcome_of(topic, scene.spoken, scene.plan) for topic in topics)
    read = (to_both(of_the_rest(each, scene), scene) for each in read)
    outcomes = [in_part(each, scene) for each in read]
    outcomes = in_few_words(_likewise(scene, of_all(outcomes, scene)), scene)
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
    naming = max(each.sentence for each in last.clauses if not last.named.isdisjoint(each.span))
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


def _likewise(scene: Heard, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Read "1.1 is done, so is 1.2" as said of both; "1.1 is not done but 1.2 is" as its like."""
    if len(outcomes) == 1:
        return list(outcomes)  # it is like no other
    found: list[Outcome] = []
    done = any(_is_done(each) for each in outcomes)
    for each in outcomes:
        opening = _opening(each.topic)
        text = scene.words.span(opening.first, opening.beyond)
        compared = scene.words.norm(opening.beyond) == "as"  # "7.4 same as last time"
        if found and each.empty and not compared and LIKEWISE.search(text):
            each = same_for(each, found[-1])
        elif found and each.empty and UNLIKE.search(text):
            each = unlike(each, found[-1])
        elif _will_be_late(scene, each, found, done):
            each = each.telling(Status.DELAYED, ("status.elliptic",))
        elif done and each.empty and (doubts := _not_done(scene, each)) is not None:
            each = each.telling(Status.IN_PROGRESS, doubts)
        found.append(each)
    return found


def _opening(topic: Topic) -> Clause:
    """The clause that names it, with the next where a dash parts the two: "1.2 - likewise"."""
    opening, *others = topic.clauses
    if others and others[0].sentence == opening.sentence and topic.named >= {*opening.span}:
        return opening._replace(beyond=others[0].beyond)
    return opening


def _is_done(outcome: Outcome) -> bool:
    return any(each.status is Status.COMPLETE for each in outcome.updates)


def _is_on_track(outcome: Outcome) -> bool:
    return any(each.status is Status.ON_TRACK for each in outcome.updates)


def _not_done(scene: Heard, outcome: Outcome) -> tuple[str, ...] | None:
    """Read "1.1 done, 1.2 nearly" and "1.1 done, 1.2 not": the doubts in it, None where not so."""
    text, signs = _after_its_name(scene, outcome), scene.words.signs
    more = len(outcome.topic.clauses) > 1
    if NEARLY.fullmatch(text, signs):
        return ("status.elliptic",) if more else ()
    if more:
        return None
    return ("status.elliptic",) if NOT_SO.fullmatch(text, signs) else None


def _will_be_late(scene: Heard, outcome: Outcome, found: Sequence[Outcome], done: bool) -> bool:
    """Read "1.1 on track, 1.2 not" and "1.1 done, 1.2 won't be" as of the late."""
    if found and _is_on_track(found[-1]) and _not_done(scene, outcome):
        return True
    return done and outcome.empty and _will_not(scene, outcome)


def _will_not(scene: Heard, outcome: Outcome) -> bool:
    """Read "the first is done, the second won't be" as that it will be late."""
    text = _after_its_name(scene, outcome)
    return len(outcome.topic.clauses) == 1 and bool(WILL_NOT.fullmatch(text, scene.words.signs))


def _after_its_name(scene: Heard, outcome: Outcome) -> str:
    """What its first clause says after the name, which comes first; "" where it says more."""
    clause, named = outcome.topic.clauses[0], outcome.topic.named
    after = max(named, default=-1) + 1
    one = all(each.sentence == clause.sentence for each in outcome.topic.clauses)
    return (
        scene.words.span(after, clause.beyond)
        if one and clause.first < after < clause.beyond
        else ""
    )
