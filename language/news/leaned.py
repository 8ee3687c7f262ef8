"""What is proposed where no rule is sure: the status that the words lean to, to be confirmed.

Nothing is ever recorded by it: what was unsure stays so, and what was plain by the rules is
confirmed first where the words lean another way.
"""

from collections.abc import Sequence
from dataclasses import replace

from domain.intents import Found, Update
from domain.work import Status
from language.claims.claimed import MARKING, Claim
from language.clauses.misrecorded import MISTAKEN
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.leaning.features import DAY
from language.leaning.weighing import Leaning, leaning, speakers
from language.lexicon.patterns import pattern
from language.lexicon.text import ENDS, Token
from language.news.findings import findings_of
from language.news.not_over import NOT_OVER
from language.news.prevailing import PREVAILS
from language.news.second_thoughts import TOLD_BESIDE
from language.news.updates import Outcome
from language.news.wished import wishes_of

LEANING = "status.leaning"
ENOUGH = 0.45  # share that is worth proposing where nothing else is told
STRONG = 0.55  # share that counts against what the rules say is plain, or against a day
OVERWHELMING = 0.7  # the same, where it is said in so many words
HARDLY = 0.3  # share of what is hardly so
GUESSED = frozenset(["status.terse", "prose.goes-on"])  # from next to nothing
UNSURE = frozenset(["status.hedge", "status.stage"])
OTHERS, HEDGED, PLAINLY = 5.0, 2.0, 4.0  # how much likelier than what was read, by how it was read
OF_STATUS = ("status.", "form.", "left.", "verdict.", "prose.", "percent.")
# What a rule knows better: a denial, an exception, what is said of others too.
SETTLED = frozenset(["status.not-late", "status.exception", "status.denied", "status.elliptic"]) | {
    "ref.all", "ref.rest", "ref.part", "status.fewer", "status.aimed", "status.listed",
    "left.beside", "left.rolls-on", "left.being-finished", "left.outlasting", "status.those-left",
    "left.stuck", "left.undecided", "left.in-principle", "left.later", "left.excepted",
    "left.dropped", "left.short", "status.not-then", "status.answered", "status.in-post",
    "status.excepted", "status.answered-all", "status.first-step", "left.deed",
    "status.overrun", "percent.part", "status.all-of-them", "status.none-of-them",
    "left.put-right", "left.one-more", "forecast.from-today", "left.denied-day",
    "told.runs-on", "told.all-trained", "forecast.held", "forecast.that-day",
} | TOLD_BESIDE | NOT_OVER | PREVAILS  # fmt: skip
DENIALS = frozenset(["status.not-complete", "status.not-on-track", "status.not-late"])
RATINGS = ("label", "mark")
LATE = frozenset([Status.DELAYED, Status.AT_RISK])
RAG = frozenset([Status.ON_TRACK, Status.AT_RISK, Status.DELAYED])
NOTHING_NEW = pattern("leaned.nothing_new")
GOES_ON = pattern("leaned.goes_on")
FEW = 4  # tokens; "7.3 done" and "1 in" say too little to be weighed


def leaned(outcome: Outcome, scene: Heard, others: bool) -> Outcome:
    """The same, with what the words lean to. ``others``: of other actions something is told."""
    if not outcome.updates or not outcome.topic.clauses:
        return outcome
    said = said_of(scene, outcome.topic.clauses)
    if (_is_few(said) and (others or not outcome.empty)) or _stands(outcome, scene):
        return outcome
    lean = leaning(said, findings_of(outcome))
    found = _as_begun(_by(lean, outcome, others, scene), scene)
    if LEANING not in found.doubts:
        return found
    return replace(found, weighed=(*found.weighed, _explained(found, said, lean, scene)))


def _as_begun(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "talks continue in good heart. No site yet" as under way, and not as not begun."""
    unbegun = LEANING in outcome.doubts and outcome.updates[0].status is Status.NOT_STARTED
    if not unbegun or not GOES_ON.search(scene.words.low, scene.words.signs):
        return outcome
    return outcome.telling(Status.IN_PROGRESS, outcome.doubts)


def _by(lean: Leaning, outcome: Outcome, others: bool, scene: Heard) -> Outcome:
    if outcome.empty:
        return _telling(outcome, lean.status) if lean.share >= ENOUGH else outcome
    status = outcome.updates[0].status
    if any([each.forecast for each in outcome.updates]):
        return _of_a_day(outcome, status, lean, scene)
    if outcome.doubts:
        return _instead(outcome, status, lean, others)
    if len(outcome.updates) > 1:
        return outcome  # "all three are ongoing": learnt is what is said of one
    return _doubted(outcome, status, lean)


def _explained(outcome: Outcome, said: Sequence[Token], lean: Leaning, scene: Heard) -> Found:
    """What was weighed, how likely its status is, and which words spoke for it most."""
    clauses, typed, status = outcome.topic.clauses, scene.typed, outcome.updates[0].status
    first, beyond = clauses[0].first, clauses[-1].beyond
    told = ", ".join(f"“{each}”" for each in speakers(said, status))
    return Found(
        rule=LEANING,
        start=typed.tokens[first].start,
        end=typed.tokens[beyond - 1].end,
        text=typed.quote(first, beyond),
        value=f"{status} at {lean.shares[status]:.2f}, for {told}",
    )


def said_of(scene: Heard, clauses: Sequence[Clause]) -> list[Token]:
    """What some clauses tell, with where their sentences end; each day is one token."""
    held = {at for each in clauses for at in each.span}
    days = scene.spoken.dated
    return [
        DAY if at in days else each
        for at, each in enumerate(scene.words.tokens)
        if (at in held or each.norm in ENDS) and not (at in days and at - 1 in days)
    ]


def _is_few(said: Sequence[Token]) -> bool:
    return sum([each.norm not in ENDS for each in said]) <= FEW


def _stands(outcome: Outcome, scene: Heard) -> bool:
    """What is not for the words to tell."""
    if outcome.empty:
        unclear = outcome.promise is not None and outcome.promise.doubt
        return bool(unclear) or _is_set_aside(outcome, scene)
    if any([each.hit.term.strength == "local" for each in outcome.claims]):
        return True  # a word of their own
    first, *more = outcome.updates
    several = any([each.status is not first.status for each in more])
    return several or first.percent is not None or bool(first.milestone)


def _is_set_aside(outcome: Outcome, scene: Heard) -> bool:
    """Nothing is told that a status could be proposed for."""
    clauses = outcome.topic.clauses
    if MISTAKEN.search(scene.words.low, scene.words.signs):
        return True  # "it was marked complete in error"
    if NOTHING_NEW.search(scene.words.low, scene.words.signs):
        return True  # "nowt to report": of what was, and of what is not
    if any(["same" in scene.words.norms(each.first, each.beyond) for each in clauses]):
        return True  # as what?
    if outcome.topic.excepted or len({each.status for each in outcome.claims if each.direct}) > 1:
        return True
    return any([each.asks for each in clauses]) or bool(
        wishes_of(scene, clauses, outcome.topic.refs)
    )


def _instead(outcome: Outcome, status: Status | None, lean: Leaning, others: bool) -> Outcome:
    """Another status than the one that was read, where it is so much likelier."""
    doubts = outcome.doubts
    if not any([each.startswith(OF_STATUS) for each in doubts]) or not SETTLED.isdisjoint(doubts):
        return outcome
    plain = any([_is_plain(each, status) for each in outcome.claims])
    ratio = PLAINLY if plain else HEDGED if not UNSURE.isdisjoint(doubts) else 1.0
    if others:
        ratio = max(ratio, OTHERS if GUESSED.isdisjoint(doubts) else HEDGED)
    share = lean.shares[status] if status else 0.0
    return _telling(outcome, lean.status) if lean.share > ratio * share else outcome


def _is_plain(claim: Claim, status: Status | None) -> bool:
    """Said of the action in so many words: what is unsure is something else."""
    plain = claim.direct and claim.level > 2 and not claim.doubt
    return plain and claim.status is status and status is not None


def _doubted(outcome: Outcome, status: Status | None, lean: Leaning) -> Outcome:
    """What is plain by the rules, where the words lean far to something else."""
    last = max(outcome.claims, key=_place, default=None)
    if last and last.doubt in DENIALS and last.hit.term.status is status is not None:
        return outcome.telling(status, (*outcome.doubts, "status.denied"))
    plain = any([_is_plain(each, status) for each in outcome.claims])
    if lean.share < (OVERWHELMING if plain else STRONG):
        return outcome
    if status in (None, Status.CANCELLED) or lean.shares[status] > HARDLY:
        return outcome
    rated = any([_is_rating(each, status, outcome) for each in outcome.claims])
    return outcome if rated else _telling(outcome, lean.status)


def _place(claim: Claim) -> int:
    return claim.hit.first


def _is_rating(claim: Claim, status: Status, outcome: Outcome) -> bool:
    """Read "green. The supplier has gone quiet" as their own rating, whatever else they tell.

    So is what is a sentence by itself: "The police have agreed to fund the desk. Ongoing."
    """
    if claim.direct and claim.status is status and _is_all(claim, outcome):
        return True
    if claim.status is not status or not claim.direct or claim.hit.term.strength not in RATINGS:
        return False
    return status in RAG or not MARKING.isdisjoint(claim.subject)


def _is_all(claim: Claim, outcome: Outcome) -> bool:
    """Nothing else stands in its sentence but the phrase, and it is the last."""
    clause = outcome.topic.clauses[-1]
    alone = [each.sentence for each in outcome.topic.clauses].count(clause.sentence) == 1
    return alone and (clause.first, clause.beyond) == (claim.hit.first, claim.hit.beyond)


def _of_a_day(outcome: Outcome, status: Status | None, lean: Leaning, scene: Heard) -> Outcome:
    """The day is in time, and nothing else is; which day it is was weighed by itself."""
    if status is not Status.ON_TRACK or lean.status not in LATE or lean.share < OVERWHELMING:
        return outcome
    if lean.status is Status.DELAYED and any([_is_sooner(each, scene) for each in outcome.updates]):
        return outcome.telling(status, (*outcome.doubts, LEANING))
    return _telling(outcome, lean.status)


def _is_sooner(update: Update, scene: Heard) -> bool:
    """Read "by March, was August" as sooner, which cannot be late, whatever the words lean to."""
    held_to = scene.plan.standings[update.ref].held_to
    return bool(update.forecast and held_to and update.forecast < held_to)


def _telling(outcome: Outcome, status: Status | None) -> Outcome:
    if status is None or any([_is_denied(each, status) for each in outcome.claims]):
        return outcome
    return outcome.telling(status, (*outcome.doubts, LEANING))


def _is_denied(claim: Claim, status: Status) -> bool:
    """Read "don't close it yet" as that it is not complete, wherever else the words lean."""
    return claim.hit.term.status is status and claim.status is not status
