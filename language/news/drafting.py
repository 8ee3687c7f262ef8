"""From the clauses of one topic to its outcome, in steps that each settle one thing.

A step leans on what those before it settled, and on nothing else: their order stands at the end.
"""

from collections.abc import Iterator
from itertools import zip_longest

from domain.work import Status
from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.commentary.headline import agrees, headline_of, settles, under_headline
from language.commentary.reading import told_in_commentary
from language.commentary.telling import Told
from language.lexicon.vocabulary import Hit
from language.news.draft import Draft, first_draft
from language.news.milestones import milestone_in
from language.news.unsure import doubts_of, topic_doubts
from language.news.updates import UNDER_WAY, Outcome, kept_of, measured
from language.promises.sound_days import day_doubt, happens_then, is_open, unsound
from language.references.finding import How
from language.references.known import KnownPlan
from language.verdicts.choosing import chosen_of, status_of
from language.verdicts.decisive import by_its_day
from language.verdicts.past_days import not_past
from language.verdicts.rest import tells_of_the_rest
from language.verdicts.shared_out import shared_out, tells_each_share
from language.verdicts.summing_up import drops, settled, verdict_of
from language.verdicts.title_words import counted_in, titled_words
from language.verdicts.under_way import goes_on

OF_A_PART = frozenset([UNDER_WAY, "status.part", "form.tail", "form.prose"])
CLASHING = frozenset(["status.two", "left.status", "form.tail", "ref.several"])
# Said of a part or denied: no verdict beside it makes it plain.
PARTIAL = frozenset(["form.heading", "form.counted", "form.denied", "form.by", "status.was"])


def with_claim(draft: Draft) -> Draft:
    """Choose the claim that counts: one that sums up, else a headline, else the plainest."""
    chosen, clash = chosen_of(draft.claims, draft.spoken.corrections)
    verdict = verdict_of(draft.claims, draft.spoken.words)
    headline = None if verdict else headline_of(draft.topic, draft.claims, draft.spoken)
    if verdict or headline:
        chosen, clash = verdict or headline, False
    return draft._replace(chosen=chosen, clash=clash, verdict=verdict, headline=headline)


def with_days_to_come(draft: Draft) -> Draft:
    """Leave the promises without days that are of what has been."""
    return draft._replace(promises=not_past(draft.promises, draft.chosen, draft.passage))


def with_status(draft: Draft) -> Draft:
    """Tell the status from the claim beside the days and the share; else that it goes on."""
    status, doubts = status_of(draft.chosen, draft.clash, draft.promises, draft.percent)
    draft = draft._replace(status=status, doubts=tuple(doubts))
    if not _goes_on(draft):
        return draft
    return draft._replace(status=Status.IN_PROGRESS).doubting(UNDER_WAY)


def _goes_on(draft: Draft) -> bool:
    """Neither a day nor a share tells how far it is, and its words tell that it is under way."""
    if any(draft.promises) or draft.percent:
        return False
    counted = counted_in(draft.topic, draft.plan)
    return goes_on(draft.passage, draft.chosen, draft.status, counted)


def with_doubts(draft: Draft) -> Draft:
    """Add what makes it unsure, and which days are unlikely."""
    topic, spoken, passage, chosen = draft.topic, draft.spoken, draft.passage, draft.chosen
    kept = chosen if draft.status else None
    doubts = doubts_of(topic, spoken, passage, kept, chosen, draft.promise)
    return draft.doubting(*doubts, *_unlikely(draft))


def _unlikely(draft: Draft) -> Iterator[str]:
    for ref, promise in zip(draft.topic.refs, draft.promises, strict=True):
        expected = draft.plan.standings[ref].expected
        if promise and (doubt := day_doubt(promise, draft.passage, expected)):
            yield doubt


def summed_up(draft: Draft) -> Draft:
    """Let a claim that sums up settle doubts, and drop a day that was told before it."""
    verdict, promise = draft.verdict, draft.promise
    if verdict is None:
        return draft
    left = tuple(settled(draft.doubts, promise, verdict))
    if promise and drops(promise, draft.doubts, verdict):
        return draft._replace(doubts=left, undated=True, status=verdict.status)
    return draft._replace(doubts=left)


def with_headline(draft: Draft) -> Draft:
    """Let a headline settle doubts, where its status is the one to record."""
    if draft.headline is None:
        return draft
    if draft.status is not draft.headline.status:
        return draft._replace(headline=None)
    return draft._replace(doubts=tuple(under_headline(draft.doubts)))


def with_doubt_in_share(draft: Draft) -> Draft:
    """Add what is doubted in a share, where it is not beside a plain status."""
    doubt = draft.percent[1] if draft.percent else ""
    return draft.doubting(doubt) if doubt and (draft.doubts or draft.status is None) else draft


def with_day_deciding(draft: Draft) -> Draft:
    """Let a plain day that is later than the one held to decide."""
    status, doubts = by_its_day(
        draft.status, draft.doubts, draft.promise, draft.passage, draft.held_to, draft.chosen
    )
    return draft._replace(status=status, doubts=tuple(doubts))


def with_sound_day(draft: Draft) -> Draft:
    """Say what is wrong with a day that there is not, unless the status leaves it open."""
    open_day = is_open(draft.status, draft.promise)
    open_day = open_day or happens_then(draft.spoken.words, draft.chosen)
    return draft._replace(unsound=unsound(draft.passage, None if open_day else draft.status))


def prose_instead(draft: Draft) -> Told | None:
    """What one action's commentary tells, where that counts before the plainest clause."""
    topic, headline, of_it = draft.topic, draft.headline, draft.of_it
    if len(topic.refs) != 1 or settles(headline, of_it, topic):
        return None
    standing = draft.plan.standings[topic.refs[0]]
    prose = told_in_commentary(draft.passage, draft.spoken, standing, draft.promise)
    told = draft.status or (Status.IN_PROGRESS if draft.percent else None)
    if not (prose and prose.outweighs(told, draft.promise, of_it)):
        return None
    return prose if agrees(prose, headline, of_it, topic) else None


def _of_prose(draft: Draft, told: Told) -> Outcome:
    """What commentary tells, beside doubts in what it is about."""
    topic, spoken = draft.topic, draft.spoken
    day = told.day.day if told.day else told.promised
    update = measured(kept_of(topic, spoken).update(topic.refs[0], told.status, day), draft.plan)
    partial = (each for each in draft.doubts if each in PARTIAL)
    doubts = [*topic_doubts(topic, spoken, None), *told.doubts, *partial, *draft.lost]
    claims = tuple(draft.claims)
    return Outcome(topic, (update,), tuple(dict.fromkeys(doubts)), claims, unsound=draft.unsound)


def with_milestone(draft: Draft) -> Draft:
    """Read a stage that is done as done for itself: the action is under way."""
    topic, chosen = draft.topic, draft.chosen
    labels = draft.plan.standings[topic.refs[0]].milestones if len(topic.refs) == 1 else ()
    milestone, rule = milestone_in(draft.spoken.words, draft.claims, labels)
    if milestone is None or chosen is None:
        return draft
    ended = draft.status in (Status.COMPLETE, Status.IN_PROGRESS)
    if ended and chosen.hit.term.status is Status.COMPLETE:
        doubts = tuple([each for each in draft.doubts if each not in OF_A_PART])
        draft = draft._replace(status=Status.IN_PROGRESS, doubts=doubts)
    draft = draft._replace(milestone=milestone)
    return draft.doubting(rule) if rule else draft


def with_doubts_of_others(draft: Draft) -> Draft:
    """Add the doubts in a day that there is not, and in whether it is said of all the actions."""
    return draft.doubting(*draft.lost, *_of_others(draft))


def _of_others(draft: Draft) -> Iterator[str]:
    """Read "all fine except the wardens, that's amber" as of some; "on track, the last in May" of
    them all, perhaps."""
    topic, spoken, claims = draft.topic, draft.spoken, draft.claims
    if len(topic.refs) > 1:
        left = (each for clause in topic.clauses for each in spoken.hits(clause))
        if any(each.term.value == "exception" and _leaves_open(each, draft) for each in left):
            yield "ref.exception"
    if tells_of_the_rest(topic, spoken):
        yield "ref.rest"
    first = min(topic.named, default=0)
    if topic.how is How.ORDINAL and any(each.clause.beyond <= first for each in claims):
        dated = any(first < each.first < topic.clauses[-1].beyond for each in spoken.marked.dates)
        if dated or any(each.hit.first > first for each in claims):
            yield "ref.leading"


def _leaves_open(hit: Hit, draft: Draft) -> bool:
    """No action is named after the words that except one."""
    near = range(hit.beyond, hit.beyond + 4)
    if any(norm[:1].isdigit() for norm in map(draft.spoken.words.norm, near)):
        return False
    return not any(each.first in near for each in draft.spoken.marked.mentions)


def with_each_own(draft: Draft) -> Draft:
    """Share the statuses out where several actions are told one by one."""
    topic, spoken = draft.topic, draft.spoken
    if len(topic.refs) < 2:
        return draft
    each_own = shared_out(topic, spoken)
    if not each_own:
        shares = spoken.tells_shares and tells_each_share(topic, spoken)
        return draft.doubting("percent.each") if shares else draft
    doubts = [each for each in draft.doubts if each not in CLASHING]
    doubts += ["ref.in-order"] if topic.how is How.REPLIED else []
    if Status.IN_PROGRESS in each_own and "negation" in spoken.kinds:
        doubts.append("status.not-complete")
    return draft._replace(each_own=each_own, doubts=tuple(doubts))


def _outcome(draft: Draft) -> Outcome:
    """One update for each action, with its own status and day where it has one."""
    topic = draft.topic
    kept = kept_of(topic, draft.spoken, draft.share, draft.milestone)
    days = [each.day if each and not draft.undated else None for each in draft.promises]
    updates = [
        measured(kept.update(ref, own or draft.status, day), draft.plan)
        for ref, day, own in zip_longest(topic.refs, days, draft.each_own)
    ]
    doubts, claims = tuple(dict.fromkeys(draft.doubts)), tuple(draft.claims)
    return Outcome(topic, tuple(updates), doubts, claims, draft.promise, draft.unsound)


SETTLING = (
    with_claim,
    with_days_to_come,
    with_status,
    with_doubts,
    summed_up,
    with_headline,
    with_doubt_in_share,
    with_day_deciding,
    with_sound_day,
)
# What commentary tells instead is told before these.
SHARING_OUT = (with_milestone, with_doubts_of_others, with_each_own)


def outcome_of(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Outcome:
    """Read the clauses of one topic."""
    topic.titled = titled_words(topic, spoken, plan)
    draft = first_draft(topic, spoken, plan)
    for step in SETTLING:
        draft = step(draft)
    if (told := prose_instead(draft)) is not None:
        return _of_prose(draft, told)
    for step in SHARING_OUT:
        draft = step(draft)
    return _outcome(draft)
