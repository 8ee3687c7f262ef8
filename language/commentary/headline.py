"""The verdict that stands by itself: what else is told is the note, and takes nothing back.

"Amber - modelling done, costs still to agree" and "All staff trained. On track.": a clause that
says nothing but how the action stands is the officer's own verdict. Words that we do not know in
its clause make it doubtful; in the note they do not.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from operator import attrgetter

from domain.work import Status
from language.claims.claimed import PART, Claim
from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.commentary.telling import Told
from language.lexicon.text import is_emoji
from language.verdicts.begun import is_of_a_part
from language.verdicts.choosing import EARLY, PLAIN, SLOW
from language.verdicts.plain_form import unread

UNFINISHED = frozenset(
    [Status.DELAYED, Status.AT_RISK, Status.IN_PROGRESS, Status.NOT_STARTED, Status.ON_TRACK]
)
SENTENCE = attrgetter("sentence")
TOLD = 2  # the level of a figure of speech
SETTLED = frozenset(["status.two", "left.status", "form.tail", "form.prose"])
# Beside these the note may tell how it goes, or that there is more to do.
OPEN = frozenset([Status.IN_PROGRESS, Status.NOT_STARTED, Status.COMPLETE])


def headline_of(topic: Topic, claims: Sequence[Claim], spoken: Spoken) -> Claim | None:
    """The one verdict that stands by itself; None where none does, or another gainsays it."""
    alone = [each for each in claims if _is_plain(each) and _is_alone(each, topic.named, spoken)]
    if not alone:
        return None
    said = alone[-1]
    if len(claims) == 1:
        return said
    if is_of_a_part(said, claims):
        return None
    rivals = [each for each in alone if _opens(each, topic)] if _is_last(said, topic) else alone
    if any(each.status is not said.status for each in rivals):
        return None
    beside = (each for each in claims if not _concludes(said, each, topic))
    return None if any(_gainsays(each, said, spoken.turns) for each in beside) else said


def under_headline(doubts: Sequence[str]) -> list[str]:
    """The doubts that are left beside such a verdict."""
    return [each for each in doubts if each not in SETTLED]


def settles(said: Claim | None, doubts: Sequence[str], topic: Topic) -> bool:
    """Whether such a verdict leaves nothing to what is told as prose: that need not be read."""
    return said is not None and not doubts and not _leaves_open(said, topic)


def agrees(told: Told, said: Claim | None, doubts: Sequence[str], topic: Topic) -> bool:
    """Whether what is told as prose may count: it says no other than a plain verdict does.

    A day that may be promised beside the verdict is not lost by it.
    """
    if said is None or _leaves_open(said, topic):
        return True
    loses = any(each.startswith("forecast.") for each in doubts) and told.day is None
    return bool(doubts) and not (told.doubts or loses) and told.status is said.status


def _leaves_open(said: Claim, topic: Topic) -> bool:
    """How it goes, or what there is of it beside, may be told in the note."""
    return said.status in OPEN and not (said.status is Status.COMPLETE and _is_last(said, topic))


def _concludes(said: Claim, claim: Claim, topic: Topic) -> bool:
    """Read "a day late but it is there. Complete" as complete: the last word, after the story."""
    return _is_last(said, topic) and claim.clause.sentence < said.clause.sentence


def _opens(claim: Claim, topic: Topic) -> bool:
    """Whether its clause is the first of its sentence."""
    opening = bisect_left(topic.clauses, claim.clause.sentence, key=SENTENCE)
    return topic.clauses[opening] == claim.clause


def _is_last(said: Claim, topic: Topic) -> bool:
    """A sentence of its own after all others."""
    first, last = topic.clauses[0], topic.clauses[-1]
    return first.sentence < said.clause.sentence and said.clause.beyond >= last.beyond


def _is_plain(claim: Claim) -> bool:
    """In so many words, of the action, now, and nothing beside it weakens it."""
    said = claim.status is not None and claim.level >= PLAIN and claim.direct
    weakened = claim.doubt or claim.past or claim.promise or claim.hearsay
    return said and not (weakened or claim.clause.why or claim.clause.asks or claim.noun)


def _is_alone(claim: Claim, named: Set[int], spoken: Spoken) -> bool:
    """Nothing else is in its clause, or a sign such as an emoji sets off what comes after."""
    first, beyond = claim.clause.first, claim.hit.beyond
    if not spoken.dated.isdisjoint(range(first, claim.hit.first)):
        return False  # "it opened on 2 May, a few days late"
    if not PART.isdisjoint(spoken.words.norms(beyond, claim.clause.beyond)):
        return False  # "on track for three of the four"
    after = unread(spoken, named, range(beyond, claim.clause.beyond))
    return not after or any(map(is_emoji, spoken.words.tokens[beyond - 1 : beyond + 1]))


def _gainsays(claim: Claim, said: Claim, turns: Sequence[int]) -> bool:
    """Another verdict of the action; beside what is done, whatever is not; "but" what is late."""
    if claim.status in (None, said.status) or claim.past or claim.clause.why:
        return False
    if claim.level < TOLD:
        return False
    if claim.direct and (claim.level >= PLAIN or claim.status not in EARLY):
        return True
    if claim.status not in UNFINISHED:
        return False
    turned = any(said.hit.first < at <= claim.clause.beyond for at in turns)
    return said.status is Status.COMPLETE or (turned and claim.status in SLOW)
