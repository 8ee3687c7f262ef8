"""The action's own event, in the present or the future with its day: "all parties sign on 3 May".

Which events end which work is data: what is to be opened opens, who is to be appointed starts, what
is to be bought is signed for, what is to be held takes place. It is inferred, and so confirmed.
"""

from itertools import pairwise

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.directly import LIGHT
from language.lexicon.words import word_set
from language.promises.dating import Dating

OWN_EVENT = "forecast.own-event"
KINDS = ("opening", "going_live", "publishing", "signing", "starting", "holding", "reporting")
DEEDS = {kind: word_set(f"own_event.{kind}_deeds") for kind in KINDS}
EVENTS = {kind: word_set(f"own_event.{kind}_events") for kind in KINDS}
ABOUT = {kind: word_set(f"own_event.{kind}_about") for kind in KINDS}
ANY = frozenset[str]().union(*EVENTS.values())
FOREIGN = word_set("own_event.foreign")
DENIED = word_set("forecasts.negations") | {"if", "unless", "was", "were", "had", "hopes", "until"}
LEADING = word_set("own_event.leading")
COUNTS = word_set("deliverable.counts")
ALL = frozenset(["all", "the", "both"])
NOT_YET = (["can't"], ["cannot"], ["won't"], ["cant"], ["wont"])
UNTIL = word_set("shared.until")
DECIDING = word_set("own_event.deciding")
NOW = frozenset(
    ["now", "goes", "going", "moved", "rescheduled", "deferred", "slipped", "rearranged"]
)
LONGEST = 12  # words of a clause that tells but this


def is_own_event(dating: Dating) -> bool:
    """Whether nothing is told but that what the title asks for comes about on this day."""
    if dating.dated.said.length or any(_tells_more(each) for each in dating.passage.claims):
        return False
    if not DECIDING.isdisjoint(dating.before):
        return _is_put_off(dating)
    if ANY.isdisjoint(dating.before):
        return False
    kinds = [kind for kind in KINDS if dating.passage.titled.deed in DEEDS[kind]]
    if "accepted" in dating.passage.words.said:  # "both have accepted and start on 3 May"
        kinds = [kind for kind in kinds if kind != "starting"]
    return any(_tells(dating, kind) for kind in kinds)


def _tells(dating: Dating, kind: str) -> bool:
    """Whether an event of this kind is told, of the thing itself and of nothing else."""
    norms = _undenied(dating.before)
    foreign = not FOREIGN.isdisjoint(norms) and not _is_asked_for(dating)
    if len(norms) > LONGEST or not DENIED.isdisjoint(norms) or foreign:
        return False
    at = max((at for at, each in enumerate(norms) if each in EVENTS[kind]), default=-1)
    if at < 0 or len(norms) - at > 5:
        return False
    if any(each in COUNTS and before not in ALL for before, each in pairwise(["", *norms])):
        return False  # "five in post, three start in January"
    titled = {dating.passage.words.norm(at) for at in dating.passage.titled.at}
    known = LIGHT | LEADING | ABOUT[kind] | EVENTS[kind] | titled
    return all(each in known or not each.isalpha() for each in norms + dating.after_it)


def _is_asked_for(dating: Dating) -> bool:
    """Read "phase 2 goes live" as the very thing, where the title is "Implement phase 2"."""
    words, titled = dating.passage.words, dating.passage.titled
    span = range(dating.clause.first, dating.dated.first)
    parts = [at for at in span if words.norm(at) in FOREIGN]
    numbers = [at + 1 for at in parts if words.norm(at + 1).isdigit()]
    return titled.at.issuperset([*parts, *numbers])


def _undenied(norms: list[str]) -> list[str]:
    """Read "she can't start till 3 May" as that she starts then."""
    if norms[-1:] == [] or norms[-1] not in UNTIL:
        return norms
    at = next((at for at in range(len(norms)) if norms[at : at + 1] in NOT_YET), None)
    return norms if at is None else [*norms[:at], *norms[at + 1 : -1]]


def _tells_more(claim: Claim) -> bool:
    """What is done has no day to come ("appointed, starts 3 May"), what is on time no new one."""
    if claim.status is Status.ON_TRACK:
        return claim.direct and claim.level > 2 and not claim.doubt
    over = claim.status is Status.COMPLETE and not claim.promise
    return over and claim.doubt in ("", "status.event")


def _is_put_off(dating: Dating) -> bool:
    """Read "slipping, Cabinet is now 27 April" as put off until those decide who are to."""
    late = any(each.status is Status.DELAYED and each.direct for each in dating.passage.claims)
    if not late or NOW.isdisjoint([*dating.before, *dating.after]):
        return False
    if not DENIED.isdisjoint(dating.before):
        return False
    known = LIGHT | LEADING | DECIDING | NOW
    return all(e in known or not e.isalpha() for e in [*dating.before, *dating.after_it])
