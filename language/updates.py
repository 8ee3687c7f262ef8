"""From the clauses about some actions to what is to be recorded of them, and every doubt in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest

from domain.intents import Update
from domain.work import Status
from language.choosing import chosen_of, status_of
from language.claims import Claim
from language.clauses import Clause
from language.forecasts import Promise, promise_in
from language.known import KnownPlan
from language.leftover import leftover_doubts
from language.milestones import milestone_in
from language.noted import links_in, note_of, reason_of
from language.passage import Passage
from language.plain_form import forecast_doubts, form_doubts
from language.progress import percent_in
from language.references import SURE, How
from language.shared_out import shared_out
from language.sound_days import day_doubt
from language.spoken import WHOLE, Spoken, claims_of
from language.title_words import counted_in, of_shares, titled_words
from language.topics import Topic
from language.under_way import under_way
from language.verdicts import drops, settled, verdict_of
from language.vocabulary import Hit
from language.words import word_set

DUTIES = word_set("forecasts.duties")
AHEAD = word_set("forecasts.ahead")
STAGES = frozenset(["stage", "phase", "draft", "module", "pilot", "interim", "initial"])
UNDER_WAY = "status.under-way"
OF_A_PART = frozenset([UNDER_WAY, "status.part", "form.tail", "form.prose"])
CLASHING = frozenset(["status.two", "left.status", "form.tail", "ref.several"])
COMPLETE = Status.COMPLETE


@dataclass(frozen=True)
class Outcome:
    """What is said of a topic's actions. ``doubts`` are the rules that made it unsure."""

    topic: Topic
    updates: tuple[Update, ...]
    doubts: tuple[str, ...]
    claims: tuple[Claim, ...]
    promise: Promise | None = None

    @cached_property
    def empty(self) -> bool:
        """Nothing in it could be recorded but the words."""
        return not any(
            each.status or each.forecast or each.percent is not None for each in self.updates
        )


def outcome_of(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Outcome:
    """Read the clauses of one topic."""
    topic.titled = titled_words(topic, spoken, plan)
    claims = claims_of(topic, spoken)
    passage = _passage(topic, spoken, claims)
    promises = _promises(passage, topic, plan)
    percent = percent_in(passage, of_shares(topic, plan), counted_in(topic, plan))
    chosen, clash = chosen_of(claims, spoken.corrections)
    verdict = verdict_of(claims, spoken.words)
    if verdict:
        chosen, clash = verdict, False
    promises = _not_past(promises, chosen, passage)
    status, doubts = status_of(chosen, clash, promises, percent)
    promise = promises[0] if promises else None
    if not any(promises) and not percent and under_way(spoken.words, topic.clauses, chosen, status):
        status, doubts = Status.IN_PROGRESS, [*doubts, UNDER_WAY]
    doubts += _doubts_of(topic, spoken, passage, chosen if status else None, chosen, promise)
    doubts += _unlikely(promises, passage, topic, plan)
    if verdict:
        dropped = promise and drops(promise, doubts, verdict)
        doubts = settled(doubts, promise, verdict)
        promises = [None for _ in promises] if dropped else promises
        status = verdict.status if dropped else status
    if percent and percent[1] and (status is None or doubts):
        doubts.append(percent[1])
    status, milestone, doubts = _with_milestone(topic, spoken, plan, claims, chosen, status, doubts)
    doubts += _of_others(topic, spoken, claims)
    each_own = shared_out(topic, spoken) if len(topic.refs) > 1 and len(claims) > 1 else ()
    if each_own:
        doubts = [each for each in doubts if each not in CLASHING]
        doubts += ["ref.in-order"] if topic.how is How.REPLIED else []
    note = note_of(topic, spoken.typed)
    reason, evidence = reason_of(note, spoken.words.signs), links_in(topic, spoken.typed)
    updates = tuple(
        Update(
            ref=ref,
            status=own or status,
            forecast=each.day if each else None,
            percent=percent[0] if percent and percent[0] < 100 else None,
            note=note,
            reason=reason,
            evidence=evidence,
            milestone=milestone,
        )
        for ref, each, own in zip_longest(topic.refs, promises, each_own)
    )
    return Outcome(topic, updates, tuple(dict.fromkeys(doubts)), tuple(claims), promise)


def _passage(topic: Topic, spoken: Spoken, claims: Sequence[Claim]) -> Passage:
    dates, today, former = spoken.marked.dates, spoken.today, spoken.former
    deed = "" if topic.titled.several else topic.titled.deed
    return Passage(spoken.words, topic.clauses, topic.named, claims, dates, today, former, deed)


def _doubts_of(
    topic: Topic,
    spoken: Spoken,
    passage: Passage,
    kept: Claim | None,
    chosen: Claim | None,
    promise: Promise | None,
) -> Iterator[str]:
    """The rules by which it is unsure: ``kept`` is the claim that is to be recorded."""
    yield from _doubts(topic, spoken, promise)
    yield from leftover_doubts(passage, promise, chosen, spoken)
    yield from form_doubts(spoken, topic.named, topic.clauses, kept)
    yield from forecast_doubts(spoken, topic.named, topic.clauses, promise)
    if kept and _mistyped(kept, spoken):
        yield "status.typo"
    if promise and _bare_answer(topic, promise, passage.claims):
        yield "forecast.bare"


def _with_milestone(
    topic: Topic,
    spoken: Spoken,
    plan: KnownPlan,
    claims: Sequence[Claim],
    chosen: Claim | None,
    status: Status | None,
    doubts: list[str],
) -> tuple[Status | None, str | None, list[str]]:
    """A stage that is done is done for itself, and the action is under way."""
    labels = plan.standings[topic.refs[0]].milestones if len(topic.refs) == 1 else ()
    milestone, rule = milestone_in(spoken.words, claims, labels)
    if milestone is None or chosen is None:
        return status, None, doubts
    if status in (Status.COMPLETE, Status.IN_PROGRESS) and chosen.hit.term.status is COMPLETE:
        doubts = [each for each in doubts if each not in OF_A_PART]
        status = Status.IN_PROGRESS
    return status, milestone, [*doubts, rule] if rule else doubts


def _promises(passage: Passage, topic: Topic, plan: KnownPlan) -> list[Promise | None]:
    """When each action is promised; a slip counts from each one's own date."""
    expected = [plan.standings[ref].expected for ref in topic.refs]
    read = {day: promise_in(passage, day) for day in dict.fromkeys(expected)}
    return [read[day] for day in expected]


def _not_past(
    promises: list[Promise | None], chosen: Claim | None, passage: Passage
) -> list[Promise | None]:
    """Read "signed before Christmas - done" as the Christmas that has been."""
    if chosen is None or not (chosen.status is COMPLETE and chosen.direct and chosen.level > 1):
        return promises
    return [
        None if each and day_doubt(each, passage, None) == "forecast.rolled" else each
        for each in promises
    ]


def _unlikely(
    promises: Sequence[Promise | None], passage: Passage, topic: Topic, plan: KnownPlan
) -> list[str]:
    pairs = zip(topic.refs, promises, strict=True)
    found = (day_doubt(each, passage, plan.standings[ref].expected) for ref, each in pairs if each)
    return [each for each in found if each]


def same_for(outcome: Outcome, other: Outcome) -> Outcome:
    """The topic of ``outcome`` with what is said of another."""
    said = other.updates[0]
    same = {"status": said.status, "percent": said.percent}
    updates = tuple(each.model_copy(update=same) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=other.doubts)


def unlike(outcome: Outcome, other: Outcome) -> Outcome:
    """The topic of ``outcome`` with the status that is denied of another."""
    denied = {
        each.hit.term.status for each in other.claims if each.status is not each.hit.term.status
    }
    if len(denied) != 1:
        return outcome
    updates = tuple(
        each.model_copy(update={"status": denied.copy().pop()}) for each in outcome.updates
    )
    return replace(outcome, updates=updates, doubts=("status.elliptic",))


def _doubts(topic: Topic, spoken: Spoken, promise: Promise | None) -> list[str]:
    found = [] if topic.how in SURE else [str(topic.how)]
    found += ["ref.crowded"] if topic.crowded else []
    found += ["ref.elsewhere"] if topic.aside else []
    if topic.how is How.REPLIED and len(topic.refs) > 1:
        found.append("ref.several")
    if promise and promise.doubt:
        found.append("forecast.doubt")
    if promise and promise.day and _hedged(topic, spoken, promise.clause):
        found.append("forecast.hedge")
    if promise and promise.clause.asks:
        found.append("forecast.asked")
    if promise and promise.day:
        found += _not_promised(spoken, promise.clause)
    if (
        promise
        and promise.day
        and (promise.rule == "forecast.loose" or _of_a_stage(spoken, promise.clause))
    ):
        found.append("forecast.part")
    return found + (["status.unsure"] if _has(spoken, topic.clauses, "unsure") else [])


def _of_others(topic: Topic, spoken: Spoken, claims: Sequence[Claim]) -> Iterator[str]:
    """Read "all fine except the wardens, that's amber" as of some; "on track, the last in May" of
    them all, perhaps."""
    if len(topic.refs) > 1 and topic.how not in WHOLE:
        left = (each for clause in topic.clauses for each in spoken.hits(clause))
        if any(each.term.value == "exception" and _is_open(topic, spoken, each) for each in left):
            yield "ref.exception"
    first = min(topic.named, default=0)
    if topic.how is How.ORDINAL and any(each.clause.beyond <= first for each in claims):
        dated = any(first < each.first < topic.clauses[-1].beyond for each in spoken.marked.dates)
        if dated or any(each.hit.first > first for each in claims):
            yield "ref.leading"


def _is_open(topic: Topic, spoken: Spoken, hit: Hit) -> bool:
    """No action is named after the words that except one."""
    near = range(hit.beyond, hit.beyond + 4)
    return not any(each.first in near for each in spoken.marked.mentions)


def _not_promised(spoken: Spoken, clause: Clause) -> Iterator[str]:
    """A day by which somebody else wants it, or on which something may have happened already."""
    norms = frozenset(spoken.words.norms(clause.first, clause.beyond))
    if not norms.isdisjoint(DUTIES):
        yield "forecast.duty"
    happened = any(each.term.strength == "event" for each in spoken.hits(clause))
    if happened and norms.isdisjoint(AHEAD):
        yield "forecast.event"


def _has(spoken: Spoken, clauses: Sequence[Clause], *values: str) -> bool:
    return any(each.term.value in values for clause in clauses for each in spoken.hits(clause))


def _hedged(topic: Topic, spoken: Spoken, clause: Clause) -> bool:
    """Hedged, or under a condition; read "delayed to June, awaiting data" as why it is so."""
    if _has(spoken, _beside(topic, clause), "hedge", "unreal"):
        return True
    late = {"delayed", "at_risk"} & {each.term.value for each in spoken.hits(clause)}
    clauses = [clause] if late else _beside(topic, clause)
    return _has(spoken, clauses, "condition")


def _beside(topic: Topic, clause: Clause) -> list[Clause]:
    """A clause and the short one after it: "..., all being well"."""
    at = topic.clauses.index(clause)
    after = [each for each in topic.clauses[at + 1 : at + 2] if each.sentence == clause.sentence]
    return [clause, *(each for each in after if each.beyond - each.first <= 4)]


def _of_a_stage(spoken: Spoken, clause: Clause) -> bool:
    """Read "stage one will be finished by May": not yet the action."""
    return not STAGES.isdisjoint(spoken.words.norms(clause.first, clause.beyond))


def _mistyped(chosen: Claim, spoken: Spoken) -> bool:
    return not spoken.slips.isdisjoint(range(chosen.hit.first, chosen.hit.beyond))


def _bare_answer(topic: Topic, promise: Promise, claims: Sequence[Claim]) -> bool:
    """A reminder answered with nothing but a date: finished then, or to be asked then?"""
    return promise.rule == "forecast.bare" and topic.how is How.REPLIED and not claims
