"""What is said beside a deed and bears on the whole: that it goes on, that something is still being
done to it, or that another part of it runs. All of it is to be confirmed."""

from collections.abc import Iterator
from dataclasses import replace

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import inside
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern
from language.news.updates import Outcome
from language.references.titles import heading, stem

BEING_FINISHED = pattern("last_words.being_finished")
COMPARED = pattern("last_words.compared")
HANGING = pattern("last_words.hanging")
OF_THEM = pattern("last_words.their_day")
RUNNING = pattern("last_words.running")
DENIED = pattern("last_words.denied")
ROLLS_ON = "left.rolls-on"
BEING = "left.being-finished"
BESIDE = "left.beside"
THEIR_DAY = "left.their-day"
AGAINST = "status.compared"
REST = frozenset(["rest", "remainder", "life", "others", "other", "last", "work"])
ITSELF = frozenset(
    ["it", "this", "that", "we", "i", "the", "but", "so", "and", "have", "has", "is"]
)
PLAIN = 3  # the level of what is said in so many words


def in_last_words(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with what the words beside the deed make of it."""
    if len(outcome.topic.refs) != 1 or outcome.updates[0].forecast:
        return outcome
    match outcome.updates[0].status:
        case Status.COMPLETE if _rolls_on(outcome, scene):
            return outcome.telling(Status.ONGOING, (*outcome.doubts, ROLLS_ON))
        case Status.COMPLETE if any(_being_finished(outcome, scene)):
            return replace(outcome, doubts=(*outcome.doubts, BEING))
        case Status.NOT_STARTED if any(_running(outcome, scene)):
            return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, BESIDE))
        case Status.AT_RISK if not outcome.doubts and _is_compared(outcome, scene):
            return replace(outcome, doubts=(AGAINST,))
        case Status.AT_RISK if not outcome.doubts and any(_on_their_day(outcome, scene)):
            return replace(outcome, doubts=(THEIR_DAY,))
        case _:
            return outcome


def _rolls_on(outcome: Outcome, scene: Heard) -> bool:
    """Read "reviewed again at the board, this one rolls on" as ongoing: its last word is that."""
    told = sorted((each for each in outcome.claims if each.status), key=lambda each: each.hit.first)
    if not told or told[-1].status is not Status.ONGOING:
        return False
    last = told[-1]
    if last.doubt or last.past or last.promise or last.clause.asks:
        return False
    if not REST.isdisjoint(last.subject):
        return False
    return last.direct or not _titled(outcome, scene).isdisjoint(map(stem, last.subject))


def _titled(outcome: Outcome, scene: Heard) -> frozenset[str]:
    return heading(scene.plan.standings[outcome.topic.refs[0]].title).stems


def _being_finished(outcome: Outcome, scene: Heard) -> Iterator[bool]:
    """Read "finished last week, just being typed up" as not quite over.

    What is a sentence by itself stays: "Complete. Certificates being printed."
    """
    done = [each for each in outcome.claims if each.status is Status.COMPLETE]
    rated = any(each.direct and each.level >= PLAIN and _is_alone(each, outcome) for each in done)
    for clause in () if rated else outcome.topic.clauses:
        said = scene.words.span(clause.first, clause.beyond)
        yield bool(BEING_FINISHED.search(said, scene.words.signs)) and not clause.asks


def _is_alone(claim: Claim, outcome: Outcome) -> bool:
    inside = [each for each in outcome.topic.clauses if each.sentence == claim.clause.sentence]
    beside = claim.clause.beyond - claim.hit.beyond
    return len(inside) == 1 and len(outcome.topic.clauses) > 1 and beside == 0


def _running(outcome: Outcome, scene: Heard) -> Iterator[bool]:
    """Read "checks are now held every week. The last element is yet to begin" as under way."""
    unbegun = [each for each in outcome.claims if each.status is Status.NOT_STARTED]
    if not unbegun or not all(each.subject - ITSELF for each in unbegun):
        return
    told = {each.clause for each in unbegun}
    for clause in outcome.topic.clauses:
        if clause not in told and not clause.asks and not clause.why:
            yield _says(clause, RUNNING, scene) and not _says(clause, DENIED, scene)


def _is_compared(outcome: Outcome, scene: Heard) -> bool:
    """Read "14% at the end of March against 17%. Touch and go" as judged from the figures."""
    rated = any(each.level >= PLAIN and each.direct for each in outcome.claims)
    low, signs = scene.words.low, scene.words.signs
    return not rated and bool(COMPARED.search(low, signs) and HANGING.search(low, signs))


def _on_their_day(outcome: Outcome, scene: Heard) -> Iterator[bool]:
    """Read "ICT now saying 27 Feb. I'd not bet on it" as perhaps delayed until then."""
    if any(each.level >= PLAIN and each.direct for each in outcome.claims):
        return
    for clause in outcome.topic.clauses:
        for dated in inside(scene.marked.dates, clause):
            led = scene.words.span(clause.first, dated.first)
            later = dated.day is not None and dated.day > scene.today
            yield later and OF_THEM.search(led, scene.words.signs) is not None


def _says(clause: Clause, wording: Wording, scene: Heard) -> bool:
    said = scene.words.span(clause.first, clause.beyond)
    return wording.search(said, scene.words.signs) is not None
