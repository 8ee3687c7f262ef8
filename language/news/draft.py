"""What is known of a topic's outcome while it is worked out, step by step."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.claims.progress import percent_in, says_of_what
from language.claims.spoken import Spoken, claims_of
from language.claims.topics import Topic
from language.promises.days_in_turn import days_in_turn
from language.promises.forecasts import may_promise, promise_in
from language.promises.next_time import as_due
from language.promises.promise import Promise
from language.references.known import KnownPlan
from language.verdicts.title_words import counted_in, of_shares


class Draft(NamedTuple):
    """An outcome in the making. A step returns the next draft and changes none."""

    # What is read, the same in every step.
    topic: Topic
    spoken: Spoken
    plan: KnownPlan
    passage: Passage
    claims: Sequence[Claim]
    percent: tuple[int, str] | None  # how much is done, and the doubt in it
    # What the steps settle, in this order.
    promises: Sequence[Promise | None]  # one for each action of the topic
    chosen: Claim | None = None  # the claim that counts
    clash: bool = False  # another contradicts it
    verdict: Claim | None = None  # the chosen one, where it sums up
    headline: Claim | None = None  # the chosen one, where it stands by itself
    status: Status | None = None
    doubts: tuple[str, ...] = ()
    undated: bool = False  # the days were told before the verdict, and promise nothing
    unsound: str = ""  # what is wrong with a day that there is not
    milestone: str | None = None
    each_own: tuple[Status, ...] = ()  # of each action, where they are told one by one

    @property
    def promise(self) -> Promise | None:
        """The promise for the first action, which speaks for the topic."""
        return self.promises[0] if self.promises else None

    @property
    def held_to(self) -> date | None:
        """The date that the one action of the topic is late against."""
        refs = self.topic.refs
        return self.plan.standings[refs[0]].held_to if len(refs) == 1 else None

    @property
    def share(self) -> int | None:
        """The percentage to record: what is wholly done is complete instead."""
        return self.percent[0] if self.percent and self.percent[0] < 100 else None

    @property
    def lost(self) -> tuple[str, ...]:
        """The doubt in a day that there is not."""
        return ("date.unsound",) if self.unsound else ()

    @property
    def of_it(self) -> list[str]:
        """The doubts in what is told, without those in which action it is told of."""
        return [each for each in self.doubts if not each.startswith("ref.")]

    def doubting(self, *doubts: str) -> "Draft":
        """The same, with more doubts."""
        return self._replace(doubts=(*self.doubts, *doubts)) if doubts else self


def first_draft(topic: Topic, spoken: Spoken, plan: KnownPlan) -> Draft:
    """What is told of a topic, before anything is settled. Its title's words are known."""
    claims = claims_of(topic, spoken)
    dates, today, former = spoken.marked.dates, spoken.today, spoken.former
    passage = Passage(
        spoken.words, topic.clauses, topic.named, claims, dates, today, former, topic.titled
    )
    percent = _percent(passage, topic, plan) if spoken.tells_shares else None
    return Draft(topic, spoken, plan, passage, claims, percent, _promises(passage, topic, plan))


def _promises(passage: Passage, topic: Topic, plan: KnownPlan) -> list[Promise | None]:
    """When each action is promised; a slip counts from each one's own date."""
    if not may_promise(passage):
        return [None for _ in topic.refs]
    expected = [plan.standings[ref].expected for ref in topic.refs]
    days = dict.fromkeys(expected)
    read = {day: as_due(promise_in(passage, day), passage, day) for day in days}
    return days_in_turn([read[day] for day in expected], passage)


def _percent(passage: Passage, topic: Topic, plan: KnownPlan) -> tuple[int, str] | None:
    """How much of it is done."""
    found = percent_in(passage, of_shares(topic, plan), counted_in(topic, plan))
    aimed = len(topic.refs) == 1 and plan.standings[topic.refs[0]].of_a_share
    if found and aimed and not found[1] and not says_of_what(passage.said):
        return found[0], "percent.alone"  # so much of the work, or as much as is aimed at?
    return found
