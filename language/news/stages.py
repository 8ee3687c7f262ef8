"""A first stage is over and a later one is to come: "text agreed, the sessions run to the end of
May".

What is said to be done is then a part, and the action is under way. Where the later stage is told
to end on a day, that is the day of the whole; where it only begins then, it is none.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import inside
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.lexicon.signs import Signs
from language.lexicon.words import word_set
from language.news.few_words import said_in
from language.news.updates import Outcome, measured
from language.verdicts.begun import ITSELF

OVER = pattern("stages.over")
BEGINNING = pattern("stages.beginning")
LASTING = pattern("stages.lasting")
NOT_THEN = pattern("stages.not_then")
ENDING = pattern("stages.ending")
STEADY = pattern("stages.steady")
SIGN = sign_of_any(BEGINNING, LASTING, ENDING)
STAGE = "status.stage"
THEN = "forecast.stage"
MISSED = "status.not-then"
UNDER_WAY = Status.IN_PROGRESS
PLAIN = 3  # the level of what is said in so many words
GUESSED = frozenset(["status.part", "deliverable.several", "status.event", "prose.deed"])
NEXT = word_set("stages.next")
PERSONS = word_set("stages.persons")
HIRED = frozenset(["appointed", "recruited", "hired", "post"])
OPEN = (
    Status.COMPLETE,
    Status.ONGOING,
    Status.ON_TRACK,
    Status.DELAYED,
    Status.IN_PROGRESS,
    Status.NOT_STARTED,
)


def in_stages(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, but under way where what is done is but the first of it; to be confirmed."""
    if not OVER.sign & scene.words.signs:
        return outcome
    update = outcome.updates[0]
    if update.forecast or update.percent is not None or update.status not in OPEN:
        return outcome
    if update.milestone or any(map(_is_of_the_whole, outcome.claims)):
        return outcome
    later = next(_later(outcome, scene), None)
    if later is None:
        return _beside(outcome, scene)
    clause, wording = later
    if update.status is Status.ON_TRACK and not _is_manner(outcome, scene):
        return outcome
    if wording is ENDING and _is_denied(clause, scene):
        late = _day(clause, scene) == scene.plan.standings[update.ref].held_to
        return outcome.telling(Status.DELAYED, (*outcome.doubts, MISSED)) if late else outcome
    if wording is not BEGINNING:
        return _until(outcome, _day(clause, scene), scene)
    return outcome.telling(_meanwhile(outcome, scene), (*outcome.doubts, STAGE))


def _meanwhile(outcome: Outcome, scene: Heard) -> Status:
    """How it stands before the later stage begins: "..., all good for March"."""
    status = outcome.updates[0].status
    if status in (Status.ON_TRACK, Status.DELAYED):
        return status
    signs = scene.words.signs
    told = (said_in(scene, each) for each in outcome.topic.clauses)
    return Status.ON_TRACK if any(STEADY.search(each, signs) for each in told) else UNDER_WAY


def _is_manner(outcome: Outcome, scene: Heard) -> bool:
    """Read "building starts in January as planned" as how that goes, and not the action."""
    steady = [each.hit.first for each in outcome.claims if each.status is Status.ON_TRACK]
    return bool(steady) and all(scene.words.norm(at) == "as" for at in steady)


def _beside(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "Refurb done. Opening do on 12 January." as of a part: more is to come.

    So is what is not begun of what has been done in part.
    """
    status, doubts = outcome.updates[0].status, outcome.doubts
    done, over = status is Status.COMPLETE and not GUESSED.isdisjoint(doubts), False
    begun = status is Status.NOT_STARTED and all(each.subject - ITSELF for each in outcome.claims)
    for clause in outcome.topic.clauses if done or begun else ():
        said = said_in(scene, clause)
        later = begun or _is_to_come(clause, said, scene)
        if over and later and not clause.asks:
            return outcome.telling(UNDER_WAY, (*doubts, STAGE))
        over = over or bool(OVER.search(said, scene.words.signs))
    return outcome


def _is_to_come(clause: Clause, said: str, scene: Heard) -> bool:
    """Whether it tells of a day to come, and of no other round of what is done."""
    dates = inside(scene.marked.dates, clause)
    if not dates or any(each.said.rule == "date.weekday" for each in dates):
        return False
    return _day(clause, scene) is not None and NEXT.isdisjoint(said.split())


def _until(outcome: Outcome, day: date | None, scene: Heard) -> Outcome:
    """With the day on which its last stage ends, if one is told."""
    if day is None:
        return outcome.telling(Status.IN_PROGRESS, (*outcome.doubts, STAGE))
    bare = {"status": None, "forecast": day}
    updates = tuple(measured(each.model_copy(update=bare), scene.plan) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=(*outcome.doubts, THEN))


def _is_denied(clause: Clause, scene: Heard) -> bool:
    """Read "won't be finished in July" as no promise: only until then would be one."""
    return NOT_THEN.search(said_in(scene, clause), scene.words.signs) is not None


def _is_of_the_whole(claim: Claim) -> bool:
    """Read "done, the evaluation begins in May" as done: the officer's own word on the action."""
    whole = claim.direct and claim.level >= PLAIN and not (claim.doubt or claim.past)
    return whole and claim.status in (Status.COMPLETE, Status.AT_RISK, Status.CANCELLED)


def _later(outcome: Outcome, scene: Heard) -> Iterator[tuple[Clause, Wording]]:
    """The clauses that tell of a later stage, after one that tells of what is over."""
    over, hired = False, False
    for clause in outcome.topic.clauses:
        said, signs = said_in(scene, clause), scene.words.signs
        norms = said.split()
        if clause.asks:
            continue
        wording = _wording(said, signs) if over and not hired else None
        if wording and not (wording is BEGINNING and not PERSONS.isdisjoint(norms[:2])):
            yield clause, wording
        if OVER.search(said, signs):
            over, hired = True, not HIRED.isdisjoint(norms)


def _wording(said: str, signs: Signs) -> Wording | None:
    return next((each for each in (ENDING, LASTING, BEGINNING) if each.search(said, signs)), None)


def _day(clause: Clause, scene: Heard) -> date | None:
    """The one day to come that it tells."""
    days = {
        each.day
        for each in inside(scene.marked.dates, clause)
        if each.day and each.day > scene.today and not each.said.doubt
    }
    return days.pop() if len(days) == 1 else None
