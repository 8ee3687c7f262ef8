"""From the clauses about some actions to what is to be recorded of them, and every doubt in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from domain.intents import Found, Update
from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.claims.progress import percent_in, says_of_what
from language.claims.spoken import Spoken, claims_of
from language.claims.topics import Topic
from language.commentary.headline import agrees, headline_of, settles, under_headline
from language.commentary.reading import told_in_commentary
from language.commentary.telling import Told
from language.lexicon.once import once
from language.lexicon.vocabulary import Hit
from language.news.milestones import milestone_in
from language.news.noted import links_in, note_of, reason_of
from language.news.unsure import doubts_of, topic_doubts
from language.promises.forecasts import may_promise, promise_in
from language.promises.in_turn import in_turn
from language.promises.next_time import as_due
from language.promises.promise import Promise
from language.promises.sound_days import day_doubt, happens_then, is_open, unsound
from language.references.finding import SURE, How
from language.references.known import KnownPlan
from language.verdicts.choosing import chosen_of, status_of
from language.verdicts.decisive import by_its_day
from language.verdicts.past_days import not_past
from language.verdicts.rest import tells_of_the_rest
from language.verdicts.shared_out import shared_out, tells_each_share
from language.verdicts.summing_up import drops, settled, verdict_of
from language.verdicts.title_words import counted_in, of_shares, titled_words
from language.verdicts.under_way import goes_on

UNDER_WAY = "status.under-way"
OF_A_PART = frozenset([UNDER_WAY, "status.part", "form.tail", "form.prose"])
CLASHING = frozenset(["status.two", "left.status", "form.tail", "ref.several"])
# Said of a part or denied: no verdict beside it makes it plain.
PARTIAL = frozenset(["form.heading", "form.counted", "form.denied", "form.by", "status.was"])
COMPLETE = Status.COMPLETE


@dataclass(frozen=True)
class Outcome:
    """What is said of a topic's actions. ``doubts`` are the rules that made it unsure."""

    topic: Topic
    updates: tuple[Update, ...]
    doubts: tuple[str, ...]
    claims: tuple[Claim, ...]
    promise: Promise | None = None
    unsound: str = ""  # what is wrong with a day that there is not
    weighed: tuple[Found, ...] = ()  # what was taken or put aside for how the words lean

    @once
    def empty(self) -> bool:
        """Nothing in it could be recorded but the words."""
        return not any(
            [each.status or each.forecast or each.percent is not None for each in self.updates]
        )

    def telling(self, status: Status, doubts: tuple[str, ...]) -> "Outcome":
        """The same, where the words tell a status only beside those about another action."""
        updates = tuple(each.model_copy(update={"status": status}) for each in self.updates)
        return replace(self, updates=updates, doubts=doubts)


@dataclass(slots=True, eq=False)
class Kept:
    """What is the same for every action of a topic: the words, and what they share."""

    note: str
    reason: str
    evidence: tuple[str, ...]
    percent: int | None
    milestone: str | None

    def update(self, ref: str, status: Status | None, day: date | None) -> Update:
        return Update(
            ref=ref,
            status=status,
            forecast=day,
            note=self.note,
            reason=self.reason,
            evidence=self.evidence,
            percent=self.percent,
            milestone=self.milestone,
        )


def _kept(
    topic: Topic, spoken: Spoken, percent: int | None = None, milestone: str | None = None
) -> Kept:
    note = note_of(topic, spoken.typed)
    reason, links = reason_of(note, spoken.words.signs), links_in(topic, spoken.typed)
    return Kept(note, reason, links, percent, milestone)


def outcome_of(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Outcome:
    """Read the clauses of one topic."""
    topic.titled = titled_words(topic, spoken, plan)
    claims = claims_of(topic, spoken)
    passage = _passage(topic, spoken, claims)
    promises = _promises(passage, topic, plan)
    percent = _percent(passage, topic, plan) if spoken.tells_shares else None
    chosen, clash = chosen_of(claims, spoken.corrections)
    verdict = verdict_of(claims, spoken.words)
    headline = None if verdict else headline_of(topic, claims, spoken)
    if verdict or headline:
        chosen, clash = verdict or headline, False
    promises = not_past(promises, chosen, passage)
    status, doubts = status_of(chosen, clash, promises, percent)
    promise = promises[0] if promises else None
    if not (any(promises) or percent) and goes_on(passage, chosen, status, counted_in(topic, plan)):
        status, doubts = Status.IN_PROGRESS, [*doubts, UNDER_WAY]
    doubts += doubts_of(topic, spoken, passage, chosen if status else None, chosen, promise)
    doubts += _unlikely(promises, passage, topic, plan) if any(promises) else ()
    if verdict:
        dropped = promise and drops(promise, doubts, verdict)
        doubts = settled(doubts, promise, verdict)
        promises = [None for _ in promises] if dropped else promises
        status = verdict.status if dropped else status
    headline = headline if headline and status is headline.status else None
    if headline:
        doubts = under_headline(doubts)
    doubts += [percent[1]] if percent and percent[1] and (doubts or status is None) else []
    status, doubts = by_its_day(status, doubts, promise, passage, _held_to(topic, plan), chosen)
    of_it = [each for each in doubts if not each.startswith("ref.")]  # not of whom it is
    bare = settles(headline, of_it, topic)
    prose = None if bare else _prose(passage, topic, spoken, plan, promise)
    told = status or (Status.IN_PROGRESS if percent else None)
    open_day = is_open(status, promise) or happens_then(spoken.words, chosen)
    wrong_day = unsound(passage, None if open_day else status)
    lost = ["date.unsound"] if wrong_day else []
    if prose and prose.outweighs(told, promise, of_it) and agrees(prose, headline, of_it, topic):
        prose = prose._replace(doubts=(*prose.doubts, *PARTIAL.intersection(doubts), *lost))
        return replace(_of_prose(topic, spoken, plan, prose, claims), unsound=wrong_day)
    status, milestone, doubts = _with_milestone(topic, spoken, plan, claims, chosen, status, doubts)
    doubts += [*lost, *_of_others(topic, spoken, claims)]
    each_own, doubts = _each_own(topic, spoken, doubts)
    share = percent[0] if percent and percent[0] < 100 else None
    kept = _kept(topic, spoken, share, milestone)
    updates = [
        measured(kept.update(ref, own or status, each.day if each else None), plan)
        for ref, each, own in zip_longest(topic.refs, promises, each_own)
    ]
    doubts = list(dict.fromkeys(doubts))
    return Outcome(topic, tuple(updates), tuple(doubts), tuple(claims), promise, wrong_day)


def _each_own(
    topic: Topic, spoken: Spoken, doubts: list[str]
) -> tuple[tuple[Status, ...], list[str]]:
    """The status of each action where they are told one by one, and what is unsure then."""
    each_own = shared_out(topic, spoken) if len(topic.refs) > 1 else ()
    if not each_own:
        shares = len(topic.refs) > 1 and spoken.tells_shares and tells_each_share(topic, spoken)
        return (), [*doubts, "percent.each"] if shares else doubts
    unsure = ["ref.in-order"] if topic.how is How.REPLIED else []
    if Status.IN_PROGRESS in each_own and "negation" in spoken.kinds:
        unsure.append("status.not-complete")
    return each_own, [*(each for each in doubts if each not in CLASHING), *unsure]


def _passage(topic: Topic, spoken: Spoken, claims: Sequence[Claim]) -> Passage:
    dates, today, former = spoken.marked.dates, spoken.today, spoken.former
    return Passage(
        spoken.words, topic.clauses, topic.named, claims, dates, today, former, topic.titled
    )


def _prose(
    passage: Passage, topic: Topic, spoken: Spoken, plan: KnownPlan, promise: Promise | None
) -> Told | None:
    """What it tells as commentary, where it is about one action."""
    if len(topic.refs) != 1:
        return None
    return told_in_commentary(passage, spoken, plan.standings[topic.refs[0]], promise)


def _of_prose(
    topic: Topic, spoken: Spoken, plan: KnownPlan, told: Told, claims: Sequence[Claim]
) -> Outcome:
    """What commentary tells, beside doubts in what it is about."""
    day = told.day.day if told.day else told.promised
    update = measured(_kept(topic, spoken).update(topic.refs[0], told.status, day), plan)
    doubts = [*topic_doubts(topic, spoken, None), *told.doubts]
    return Outcome(topic, (update,), tuple(dict.fromkeys(doubts)), tuple(claims))


def _held_to(topic: Topic, plan: KnownPlan) -> date | None:
    """The date that the one action of a topic is late against."""
    return plan.standings[topic.refs[0]].held_to if len(topic.refs) == 1 else None


def measured(update: Update, plan: KnownPlan) -> Update:
    """Read "we sign in mid-April" as delayed of what was due in March, and as on track of what is
    due in May: that is what these mean."""
    held_to = plan.standings[update.ref].held_to
    if update.status or update.milestone or not (update.forecast and held_to):
        return update
    status = Status.DELAYED if update.forecast > held_to else Status.ON_TRACK
    return update.model_copy(update={"status": status})


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
    if not may_promise(passage):
        return [None for _ in topic.refs]
    expected = [plan.standings[ref].expected for ref in topic.refs]
    days = dict.fromkeys(expected)
    read = {day: as_due(promise_in(passage, day), passage, day) for day in days}
    return in_turn([read[day] for day in expected], passage)


def _percent(passage: Passage, topic: Topic, plan: KnownPlan) -> tuple[int, str] | None:
    """How much of it is done."""
    found = percent_in(passage, of_shares(topic, plan), counted_in(topic, plan))
    aimed = len(topic.refs) == 1 and plan.standings[topic.refs[0]].of_a_share
    if found and aimed and not found[1] and not says_of_what(passage.said):
        return found[0], "percent.alone"  # so much of the work, or as much as is aimed at?
    return found


def _unlikely(
    promises: Sequence[Promise | None], passage: Passage, topic: Topic, plan: KnownPlan
) -> list[str]:
    pairs = zip(topic.refs, promises, strict=True)
    found = (day_doubt(each, passage, plan.standings[ref].expected) for ref, each in pairs if each)
    return [each for each in found if each]


def same_for(outcome: Outcome, other: Outcome) -> Outcome:
    """The topic of ``outcome`` with what is said of another."""
    said = other.updates[0]
    same: dict[str, object] = {"status": said.status, "percent": said.percent}
    how = outcome.topic.how
    doubts = other.doubts if how in SURE else (*other.doubts, str(how))
    if said.forecast and not (other.promise and other.promise.slip):
        same["forecast"], doubts = said.forecast, (*doubts, "status.elliptic")
    updates = tuple(each.model_copy(update=same) for each in outcome.updates)
    return replace(outcome, updates=updates, doubts=doubts)


def unlike(outcome: Outcome, other: Outcome) -> Outcome:
    """The topic of ``outcome`` with the status that is denied of another."""
    told = (each for each in other.claims if each.status is not each.hit.term.status)
    denied = {status for each in told if (status := each.hit.term.status)}
    return outcome.telling(denied.pop(), ("status.elliptic",)) if len(denied) == 1 else outcome


def _of_others(topic: Topic, spoken: Spoken, claims: Sequence[Claim]) -> Iterator[str]:
    """Read "all fine except the wardens, that's amber" as of some; "on track, the last in May" of
    them all, perhaps."""
    if len(topic.refs) > 1:
        left = (each for clause in topic.clauses for each in spoken.hits(clause))
        if any(each.term.value == "exception" and _is_open(topic, spoken, each) for each in left):
            yield "ref.exception"
    if tells_of_the_rest(topic, spoken):
        yield "ref.rest"
    first = min(topic.named, default=0)
    if topic.how is How.ORDINAL and any(each.clause.beyond <= first for each in claims):
        dated = any(first < each.first < topic.clauses[-1].beyond for each in spoken.marked.dates)
        if dated or any(each.hit.first > first for each in claims):
            yield "ref.leading"


def _is_open(topic: Topic, spoken: Spoken, hit: Hit) -> bool:
    """No action is named after the words that except one."""
    near = range(hit.beyond, hit.beyond + 4)
    if any(norm[:1].isdigit() for norm in map(spoken.words.norm, near)):
        return False
    return not any(each.first in near for each in spoken.marked.mentions)
