"""What each clause claims about the status: with negation, tense, hedges and conditions."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from domain.work import Status
from language.claims.closed_then import closes_later
from language.claims.come_about import comes_about
from language.claims.described import of_something_else
from language.claims.directly import ENDED, LEVELS, SPEAKERS, VAGUE, has_object, is_direct
from language.claims.for_now import lasts
from language.claims.fulfilled import fulfils, misses_a_day
from language.claims.in_time import is_in_time
from language.claims.risked import as_feared
from language.claims.suiting import of_a_day
from language.clauses.place import NONE, Ground, Place
from language.clauses.splitting import Clause
from language.clauses.turns import Turns, in_fact
from language.lexicon.text import tokens_of
from language.lexicon.vocabulary import Hit
from language.lexicon.words import word_set

OBJECT = word_set("claims.object")
MARKING = word_set("claims.marking")
SETTING = word_set("claims.setting")
PART = word_set("claims.part")
FUTURE = word_set("claims.future")
SPEECH = word_set("claims.speech")
IFS = frozenset(["if", "unless", "when", "once", "should"])
OVER = frozenset(["done", "complete", "completed", "finished", "opened", "delivered", "closed"]) | {
    "launched", "published", "signed", "installed", "issued", "submitted", "appointed", "live",
    "held", "adopted", "approved",
}  # fmt: skip
WHOLLY = frozenset([Status.COMPLETE, Status.ON_TRACK])  # said of all that there is
RATING = frozenset(["rate", "call", "mark", "make", "keep", "put", "class", "score", "set"])
WILL = frozenset(["should", "will", "shall", "we'll", "i'll", "they'll", "to"])
HAVING = word_set("claims.having")
ALL = frozenset(["all", "everything", "every", "both", "each", "everyone"])
# Where no phrase turns the meaning, one of these must stand before what is not so, or not yet.
BEARING = NONE | {"not", "have"}
NO_MORE = frozenset(["longer"])  # "no longer delayed" says more than "isn't delayed"
SLOW = frozenset([Status.DELAYED, Status.AT_RISK])


class Claim(NamedTuple):
    """A status that a clause speaks of. ``doubt`` names the rule that made it unsure.

    ``direct``: said of the action itself, not of some part or person in it.
    ``promise``: not so yet, but said to become so.
    """

    hit: Hit
    clause: Clause
    status: Status | None
    level: int
    direct: bool
    doubt: str = ""
    promise: bool = False
    past: bool = False
    subject: frozenset[str] = frozenset()
    noun: bool = False
    opening: str = ""  # the word that its clause opens with
    hearsay: bool = False  # somebody else says so


def claims_in(ground: Ground, hits: Sequence[Hit], beside: Sequence[Hit] = ()) -> list[Claim]:
    """Every status claimed in a clause.

    ``beside`` are the phrases of the clauses next to it that bear on what it claims.
    """
    telling = [each for each in hits if each.term.status]
    turns = Turns.of(hits, beside)
    told = tokens_of(telling, [each for each in hits if each.term.value == "framing"])
    places = [Place.of(ground, hit, told) for hit in telling]
    claims = ((_claim(each, turns), each) for each in places if not of_something_else(each))
    return [_as_feared(each, place) for each, place in claims]


def _as_feared(claim: Claim, place: Place) -> Claim:
    claim = claim._replace(status=as_feared(claim.status, place))
    doubt = "" if claim.doubt else _unless(claim, place)
    return claim._replace(doubt=doubt) if doubt else claim


def _claim(place: Place, turns: Turns) -> Claim:
    hit, words, status = place.hit, place.words, place.hit.term.status
    subject = place.subject | ({"part"} if has_object(place) else frozenset())
    claim = Claim(
        hit,
        place.clause,
        status,
        LEVELS[hit.term.strength],
        is_direct(place),
        subject=subject,
        noun=_is_noun(place),
        opening=words.norm(place.clause.first),
        hearsay=_is_hearsay(place),
    )
    if misses_a_day(place):
        claim = claim._replace(level=3)
    if claim.level == 1 and _is_deed(place):
        claim = claim._replace(level=2)
    bears = bool(turns.kinds) or place.before in BEARING or not BEARING.isdisjoint(place.subject)
    denied = _denied(claim, place, turns) if bears else None
    if denied:
        return denied
    if _is_verb(place) or closes_later(place) or (bears and _is_to_come(claim, place, turns)):
        return _doubted(_promised(claim), turns)
    if status is Status.CANCELLED and not claim.direct and claim.level > 2:
        return claim._replace(status=None, doubt="status.part")  # "the second course was cancelled"
    if place.before == "being" and status is Status.COMPLETE:
        claim = claim._replace(status=Status.IN_PROGRESS, level=min(claim.level, 2))
    past = turns.just_before(hit, "past", words) and status not in ENDED
    past = past or place.before == "from" or (_is_how_late(place) and "future" not in turns.kinds)
    meant, lasting = lasts(place)
    if lasting:
        claim = claim._replace(status=meant)
    return _held_back(claim, _doubt(claim, turns) or lasting or of_a_day(place), past)


def _denied(claim: Claim, place: Place, turns: Turns) -> Claim | None:
    """What is claimed where it is said not to be so; None where it is not."""
    hit, words, status = place.hit, place.words, claim.status
    if place.before == "not" and hit.first - 2 in place.told:
        return claim._replace(status=None, doubt="status.negated")  # "amber not green"
    unlikely = turns.before(hit, "disbelief")
    if unlikely or place.of_none or turns.just_before(hit, "negation", words):
        return _doubted(_negated(claim, _is_future(place), is_in_time(place)), turns)
    if _not_all(place) and status is Status.ON_TRACK:
        return claim._replace(status=Status.AT_RISK, doubt="status.negation-near")
    if turns.before(hit, "negation") and status is Status.COMPLETE:
        return _not_quite(claim)
    return None


def _unless(claim: Claim, place: Place) -> str:
    """Read "we'll be late unless somebody finds a hall" as not late yet."""
    if claim.status not in SLOW or "unless" not in place.words.said:
        return ""
    after = place.words.norms(place.hit.beyond, place.clause.beyond + 1)
    return "status.condition" if "unless" in after else ""


def _is_to_come(claim: Claim, place: Place, turns: Turns) -> bool:
    promised = turns.just_before(place.hit, "future", place.words)
    return (promised and claim.subject.isdisjoint(MARKING)) or _will_have(place)


def _will_have(place: Place) -> bool:
    """Read "we should have the whole panel appointed by May" as to come, not as what has not."""
    if place.hit.term.status is not Status.COMPLETE or "have" not in place.subject:
        return False
    norms = place.words.norms(place.clause.first, place.hit.first)
    return any(
        verb == "have" and lead in WILL and what in HAVING
        for lead, verb, what in zip(norms, norms[1:], norms[2:], strict=False)
    )


def _is_how_late(place: Place) -> bool:
    """Read "done two weeks late" as how it came about, and done."""
    at = place.hit.first - 1
    while at in place.dated:
        at -= 1
    return at < place.hit.first - 1 and place.words.norm(at) in OVER


def _is_deed(place: Place) -> bool:
    done = fulfils(place) or comes_about(place)
    return done and is_direct(place) and not has_object(place)


def _is_noun(place: Place) -> bool:
    """Read "the delay" as one, but not "we rate this red"."""
    named = place.before in ("the", "that", "this", "any")
    return named and place.words.norm(place.hit.first - 2) not in RATING


def _not_all(place: Place) -> bool:
    """Read "not everything is on track"."""
    if "not" not in place.subject:
        return False
    norms = place.words.norms(place.clause.first, place.hit.first)
    return any(first == "not" and then in ALL for first, then in pairwise(norms))


def _doubted(claim: Claim, turns: Turns) -> Claim:
    doubt = "" if claim.doubt else _doubt(claim, turns)
    return claim._replace(doubt=doubt) if doubt else claim


def _not_quite(claim: Claim) -> Claim:
    """Read "not all partners have signed": whatever it is, it is not complete."""
    status = None if claim.level == 1 else Status.IN_PROGRESS
    return claim._replace(status=status, doubt="status.negation-near")


def _held_back(claim: Claim, doubt: str, past: bool) -> Claim:
    status = claim.status
    instead = in_fact(claim.subject) if status is Status.COMPLETE else None
    if instead:
        return claim._replace(status=instead, doubt="status.unreal")
    partly = not claim.direct and claim.level > 1 and not PART.isdisjoint(claim.subject)
    if status is Status.COMPLETE and (doubt in ("status.condition", "status.exception") or partly):
        status = Status.IN_PROGRESS
        doubt = doubt or "status.part"
    doubt = doubt or ("status.past" if past else "")
    if not doubt and not past:
        return claim
    return claim._replace(status=status, doubt=doubt, past=past)


def _negated(claim: Claim, future: bool, in_time: bool) -> Claim:
    match claim.status:
        case Status.DELAYED | Status.AT_RISK if claim.subject.isdisjoint(NO_MORE):
            return claim._replace(status=Status.ON_TRACK, doubt="status.not-late")
        case Status.DELAYED | Status.AT_RISK:
            return claim._replace(status=Status.ON_TRACK)
        case Status.COMPLETE:
            return _unfinished(claim, future, in_time)
        case Status.ON_TRACK:
            return claim._replace(status=Status.DELAYED, doubt="status.not-on-track")
        case Status.IN_PROGRESS if claim.hit.term.strength == "label":
            return claim._replace(status=Status.NOT_STARTED)
        case _:
            return claim._replace(status=None, doubt="status.negated")


def _unfinished(claim: Claim, future: bool, in_time: bool) -> Claim:
    """Read "not done" as under way, "won't be done" as late, and "not on time" as plainly so."""
    if future and in_time:
        return claim._replace(status=Status.DELAYED)
    status = Status.DELAYED if future else Status.IN_PROGRESS
    doubt = "status.not-in-time" if future else "status.not-complete"
    return claim._replace(status=status, doubt=doubt, level=min(claim.level, 2))


def _is_future(place: Place) -> bool:
    """Read "won't be done", "not going to be done", "not done by the deadline"."""
    after = place.words.norms(place.hit.beyond, min(place.hit.beyond + 2, place.clause.beyond))
    return not place.subject.isdisjoint(FUTURE) or "by" in after


def _promised(claim: Claim) -> Claim:
    match claim.status:
        case Status.COMPLETE:
            return claim._replace(status=None, promise=True)
        case Status.DELAYED | Status.AT_RISK:
            return claim
        case Status.IN_PROGRESS if claim.hit.term.strength == "label":
            return claim._replace(status=Status.NOT_STARTED, doubt="status.future")
        case _:
            return claim._replace(doubt="status.future")


def _doubt(claim: Claim, turns: Turns) -> str:
    if claim.clause.asks:
        return "status.asked"
    if claim.hearsay:
        return "status.hearsay"
    if claim.clause.why and claim.opening in IFS:
        return "status.condition"
    if claim.status is Status.COMPLETE and claim.opening == "then":
        return "status.then"
    # What is late because of a condition is late all the same; "if" comes before anything.
    kinds = turns.kinds
    if "if" in kinds or ("condition" in kinds and claim.status not in SLOW):
        return "status.condition"
    if "unreal" in kinds:
        return "status.unreal"
    if "exception" in kinds and claim.status in WHOLLY:
        return "status.exception"
    if claim.hit.term.rule == "delayed.label" and claim.noun:
        return "status.noun"
    vague = claim.hit.term.strength in VAGUE and claim.level < LEVELS["said"]
    if "hedge" in kinds or vague:
        return "status.hedge"
    return "status.event" if claim.level == 1 else ""


def _is_hearsay(place: Place) -> bool:
    """Read "audit say it is complete", but not "I'd say it is"."""
    if SPEECH.isdisjoint(place.subject):
        return False
    pairs = pairwise(place.words.norms(place.clause.first - 1, place.hit.first))
    return any(then in SPEECH and first not in SPEAKERS for first, then in pairs)


def _is_verb(place: Place) -> bool:
    """Read "complete the audit" and "to complete": something to be done, not done."""
    if place.before == "to" and place.hit.term.status is Status.COMPLETE:
        return place.subject.isdisjoint(SETTING)
    within = place.hit.beyond < place.clause.beyond  # not "first is complete the second amber"
    return within and place.words.norm(place.hit.first) == "complete" and place.after in OBJECT
