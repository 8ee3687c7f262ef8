"""From the clauses about some actions to what is to be recorded of them, and every doubt in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.intents import Update
from domain.work import Status
from language.claims import Claim, claims_in
from language.clauses import Clause, Marked
from language.forecasts import Passage, Promise, percent_in, promise_in
from language.known import KnownPlan
from language.references import SURE, How
from language.text import Words
from language.topics import Topic
from language.vocabulary import Hit, Term

IF = Term("if", "turn")
REASON = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|waiting (?:on|for)|awaiting|cos|as|since|on account of|thanks to|held up by|caused by)\b[ ,:]*(?P<why>[^.;!\n]{3,300})",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of a topic's actions. ``doubts`` are the rules that made it unsure."""

    topic: Topic
    updates: tuple[Update, ...]
    doubts: tuple[str, ...]
    claims: tuple[Claim, ...]
    promise: Promise | None = None

    @property
    def empty(self) -> bool:
        """Nothing in it could be recorded but the words."""
        return all(each.status is None and each.forecast is None and each.percent is None for each in self.updates)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A message ready to be read: as typed, as meant, with what was recognised in it."""

    typed: Words
    words: Words
    marked: Marked
    today: date
    slips: frozenset[int]


def outcome_of(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Outcome:
    """Read the clauses of one topic."""
    claims = _claims(topic, spoken)
    passage = Passage(spoken.words, topic.clauses, topic.named, claims, spoken.marked.dates, spoken.today)
    chosen, clash = _chosen(claims, topic, spoken)
    percent = percent_in(passage)
    promises = [promise_in(passage, plan.standings[ref].expected) for ref in topic.refs]
    status, doubts = _status(chosen, clash, promises, percent)
    doubts += _other_doubts(topic, spoken, chosen if status else None, promises[0] if promises else None, claims)
    doubts += [percent[1]] if percent and percent[1] and (status is None or doubts) else []
    updates = tuple(
        Update(
            ref=ref,
            status=status,
            forecast=promise.day if promise else None,
            percent=percent[0] if percent and percent[0] < 100 else None,
            note=note_of(topic, spoken.typed),
            reason=reason_of(topic, spoken.typed),
            evidence=links_in(topic, spoken.typed),
        )
        for ref, promise in zip(topic.refs, promises, strict=True)
    )
    return Outcome(topic, updates, tuple(dict.fromkeys(doubts)), tuple(claims), promises[0] if promises else None)


def _claims(topic: Topic, spoken: Spoken) -> list[Claim]:
    found: list[Claim] = []
    leading: Clause | None = None
    for clause, following in zip(topic.clauses, [*topic.clauses[1:], None], strict=True):
        beside = _hits(spoken, following) if following and following.sentence == clause.sentence else []
        if following and following.why and _over(spoken, clause):
            beside = []
        if any(each.term.status for each in beside) and not (following and following.why):
            beside = []
        near = _weighty(spoken, following, beside)
        if leading and leading.why and leading.sentence == clause.sentence:
            near += [each._replace(term=IF) for each in _hits(spoken, leading) if each.first == leading.first]
        hits = [each for each in _hits(spoken, clause) if topic.how is not How.PART or each.term.value != "exception"]
        found += claims_in(spoken.words, clause, hits, topic.named, near)
        leading = clause
    return found


def _over(spoken: Spoken, clause: Clause) -> bool:
    """Read "was completed when ...": it has happened, and that was when."""
    return any(spoken.words.norm(at) in ("was", "were", "been") for at in range(clause.first, clause.beyond))


def _weighty(spoken: Spoken, clause: Clause | None, beside: Sequence[Hit]) -> list[Hit]:
    """Of the next clause: "subject to ...", "I think", but not "if that changes"."""
    if clause is None:
        return []
    short = clause.beyond - clause.first <= 4
    past = any(spoken.words.norm(at) in ("was", "were", "had") for at in range(clause.first, clause.beyond))
    return [
        each for each in beside
        if each.term.value == "exception"
        or (each.first == clause.first and spoken.words.norm(each.first) in ("when", "once", "if", "unless") and not past)
        or (each.term.value == "condition" and spoken.words.norm(each.first) not in ("if", "whether"))
        or (each.term.value == "hedge" and short)
    ]


def same_for(outcome: Outcome, other: Outcome) -> Outcome:
    """The topic of ``outcome`` with what is said of another."""
    said = other.updates[0]
    same = {"status": said.status, "percent": said.percent}
    updates = tuple(each.model_copy(update=same) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=other.doubts)


def note_of(topic: Topic, typed: Words) -> str:
    """The officer's own words about these actions, whole."""
    if not topic.clauses:
        return ""
    first = min(each.first for each in topic.clauses)
    return typed.quote(first, max(each.beyond for each in topic.clauses)).strip(" ,;-\n")


def reason_of(topic: Topic, typed: Words) -> str:
    match = REASON.search(note_of(topic, typed))
    return match["why"].strip() if match else ""


def links_in(topic: Topic, typed: Words) -> tuple[str, ...]:
    """The links given with an update, without Slack's angle brackets and labels."""
    found = (
        typed.raw[token.start : token.end].strip("<>").partition("|")[0].rstrip(".,;)")
        for clause in topic.clauses
        for token in typed.tokens[clause.first : clause.beyond]
        if token.kind == "link"
    )
    return tuple(dict.fromkeys(found))


def _hits(spoken: Spoken, clause: Clause) -> Sequence[Hit]:
    dated = {at for each in spoken.marked.dates for at in range(each.first, each.beyond)}
    named = {at for each in spoken.marked.mentions for at in range(each.first, each.beyond)}
    return [
        each for each in spoken.marked.hits
        if clause.holds(each.first) and each.first not in dated and each.first not in named
    ]


def _chosen(claims: list[Claim], topic: Topic, spoken: Spoken) -> tuple[Claim | None, bool]:
    """The claim that counts, and whether another contradicts it."""
    told = [each for each in claims if each.status is not None and not each.clause.why]
    told = told or [each for each in claims if each.status is not None]
    present = [each for each in told if not each.past] or told
    present = _after_correction(present, spoken)
    if not present:
        return None, False
    best = max(_rank(each) for each in present)
    top = [each for each in present if _rank(each) == best]
    if len({each.status for each in top}) == 1:
        clash = best[1] < 3 and any(each.level == 3 and each.status is not top[0].status for each in present)
        return next((each for each in top if not each.doubt), top[0]), clash
    return _between(top)


def _rank(claim: Claim) -> tuple[bool, int]:
    # What is said of the action itself counts before what is said of its parts.
    return (claim.direct, claim.level)


def _negated(claim: Claim) -> bool:
    return claim.hit.term.status is not claim.status


def _between(top: list[Claim]) -> tuple[Claim, bool]:
    """Work that has started and is on track is on track; else the last word counts, unsure."""
    weak = (Status.IN_PROGRESS, Status.NOT_STARTED)
    strong = [each for each in top if each.status not in weak]
    if any(each.status is Status.COMPLETE for each in top):
        return replace(top[-1], status=Status.IN_PROGRESS), True
    if strong and len({each.status for each in strong}) == 1:
        return strong[-1], False
    if {each.status for each in top} == {Status.ON_TRACK, Status.DELAYED} and all(map(_negated, top)):
        return replace(top[-1], status=Status.AT_RISK), True
    slow = [each for each in top if each.status in (Status.DELAYED, Status.AT_RISK)]
    if len(slow) == len(top):
        return slow[-1], True
    return top[-1], True


def _after_correction(claims: list[Claim], spoken: Spoken) -> list[Claim]:
    """What comes after "no wait", "but now" or "gone from" counts; what came before does not."""
    turns = [each.first for each in spoken.marked.hits if each.term.value == "change" and each.term.strength == "turn"]
    for turn in reversed(turns):
        later = [each for each in claims if each.hit.first > turn]
        earlier = [each for each in claims if each.hit.first < turn and each.direct]
        if later and earlier and any(each.direct for each in later):
            return later
    return claims


def _status(
    chosen: Claim | None, clash: bool, promises: list[Promise | None], percent: tuple[int, str] | None
) -> tuple[Status | None, list[str]]:
    if chosen is None:
        return (Status.COMPLETE, ["percent.whole"]) if percent and percent[0] >= 100 else (None, [])
    promised = any(each for each in promises)
    if chosen.status is Status.COMPLETE and any(each and each.day for each in promises):
        # "Done by 5 June" is a promise; "signed, out by 5 June" still is one.
        same = any(each and each.clause == chosen.clause for each in promises)
        return (None, []) if same or chosen.level == 1 else (Status.IN_PROGRESS, ["status.both"])
    if chosen.status is Status.COMPLETE and any(each and each.clause == chosen.clause for each in promises):
        return None, []
    if _needless(chosen, promises):
        return _kept(chosen), []
    if chosen.level == 1 and (promised or percent):
        return None, []
    doubts = [chosen.doubt] if chosen.doubt else []
    doubts += ["status.two"] if clash else []
    doubts += ["status.part"] if _of_a_part(chosen) else []
    return chosen.status, doubts


def _needless(chosen: Claim, promises: list[Promise | None]) -> bool:
    """Where a date is plainly promised, a status that is but inferred adds only doubt."""
    sure = all(each and each.day and not each.doubt for each in promises)
    if sure and chosen.hit.term.strength == "hint" and not chosen.clause.asks:
        return True
    inferred = chosen.doubt in ("status.not-complete", "status.not-in-time", "status.event") or (
        chosen.status is Status.IN_PROGRESS and not chosen.doubt and chosen.level < 3
    )
    return sure and inferred


def _kept(chosen: Claim) -> Status | None:
    """Beside a plain date, what is late or at risk is still said."""
    slow = (Status.DELAYED, Status.AT_RISK)
    return chosen.status if chosen.status in slow else None


def _of_a_part(claim: Claim) -> bool:
    """Said of something in the action: enough to ask, where it would finish the action."""
    if claim.direct:
        return False
    return claim.status in (Status.COMPLETE, Status.CANCELLED, Status.NOT_STARTED) or claim.level < 3


def _other_doubts(
    topic: Topic, spoken: Spoken, chosen: Claim | None, promise: Promise | None, claims: list[Claim]
) -> list[str]:
    found = [] if topic.how in SURE else [str(topic.how)]
    if topic.how is How.REPLIED and len(topic.refs) > 1:
        found.append("ref.several")
    if promise and promise.doubt:
        found.append("forecast.doubt")
    used = {at for at in range(chosen.hit.first, chosen.hit.beyond)} if chosen else set()
    if used & spoken.slips:
        found.append("status.typo")
    if promise and promise.day and _hedged(spoken, promise.clause):
        found.append("forecast.hedge")
    if promise and promise.rule == "forecast.bare" and topic.how is How.REPLIED and not claims:
        found.append("forecast.bare")
    if _unsure_afterwards(topic, spoken):
        found.append("status.unsure")
    return found


def _hedged(spoken: Spoken, clause: Clause) -> bool:
    soft = ("hedge", "condition")
    return any(each.term.value in soft and clause.holds(each.first) for each in _hits(spoken, clause))


def _unsure_afterwards(topic: Topic, spoken: Spoken) -> bool:
    return any(
        each.term.value == "unsure" and any(clause.holds(each.first) for clause in topic.clauses)
        for each in spoken.marked.hits
    )
