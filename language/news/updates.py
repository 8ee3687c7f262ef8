"""What is to be recorded of the actions of a topic, and every doubt in it."""

from dataclasses import dataclass, replace
from datetime import date

from domain.intents import Found, Update
from domain.work import Status
from language.claims.claimed import Claim
from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.lexicon.once import once
from language.news.noted import links_in, note_of, reason_of
from language.promises.promise import Promise
from language.references.finding import SURE
from language.references.known import KnownPlan

UNDER_WAY = "status.under-way"


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


def kept_of(
    topic: Topic, spoken: Spoken, percent: int | None = None, milestone: str | None = None
) -> Kept:
    """What an update of each action of a topic has of its words."""
    note = note_of(topic, spoken.typed)
    reason, links = reason_of(note, spoken.words.signs), links_in(topic, spoken.typed)
    return Kept(note, reason, links, percent, milestone)


def measured(update: Update, plan: KnownPlan) -> Update:
    """Read "we sign in mid-April" as delayed of what was due in March, and as on track of what is
    due in May: that is what these mean."""
    held_to = plan.standings[update.ref].held_to
    if update.status or update.milestone or not (update.forecast and held_to):
        return update
    status = Status.DELAYED if update.forecast > held_to else Status.ON_TRACK
    return update.model_copy(update={"status": status})


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
