"""What was recognised in the news of an action, and then used for nothing.

Whatever is left over, and not set aside by a rule with a name, makes a record worth a question.
"""

from collections.abc import Iterator

from domain.work import Status
from language.claims.claimed import SPEECH, Claim
from language.claims.directly import LIGHT
from language.claims.passage import Passage
from language.claims.spoken import Spoken
from language.dates.calendar import Length
from language.dates.days import ORDINAL
from language.lexicon.words import word_set
from language.promises.cues import EVENTS, not_the_works
from language.promises.dating import (
    FINISHING,
    GATHERINGS,
    Dating,
    follows_what_happened,
    without_dates,
)
from language.promises.elapsed import done_on, is_over
from language.promises.forecasts import NOT_LATER
from language.promises.of_a_state import is_of_a_state
from language.promises.other_days import REPLYING
from language.promises.promise import Promise
from language.verdicts.choosing import SLOW, before_correction

AHEAD = word_set("forecasts.ahead") - {"till", "til", "until", "to", "be"}
SINCE_THEN = word_set("leftover.happened")
TO_WRITE = REPLYING | {"remind", "nudge", "ping", "prompt", "snooze"}
AN_EVENT = EVENTS | GATHERINGS
UNTIL = (["until"], ["till"], ["til"], ["by"])
EARLY = frozenset([Status.IN_PROGRESS, Status.NOT_STARTED])
SETTLED = frozenset(
    [Status.ON_TRACK, Status.ONGOING, Status.COMPLETE, Status.CANCELLED, Status.NOT_STARTED]
)
RECENT = 92  # days; a month that passed longer ago may be the next as well
FEW = 2  # words of a clause's own: enough to be about something else
TOLD = 2  # the level of a figure of speech; what merely happened claims less


def leftover_doubts(
    passage: Passage, promise: Promise | None, chosen: Claim | None, spoken: Spoken
) -> Iterator[str]:
    """The rules by which something of a topic is left over."""
    told = [each for each in passage.claims if not _is_then(each, promise)]
    if chosen and any([_claims_otherwise(each, chosen, spoken) for each in told]):
        yield "left.status"
    if not passage.dates:
        return
    if chosen and chosen.status is Status.COMPLETE and any(map(_long_past, datings(passage))):
        yield "left.year"
    if chosen and chosen.status is Status.COMPLETE and any(map(_perhaps_then, datings(passage))):
        yield "left.weekday"
    if promise and promise.rival:
        yield "left.forecast"
    used = promise.dates if promise else frozenset()
    if chosen and chosen.direct and chosen.level > TOLD and chosen.status in SETTLED:
        return  # what is on track or over has no new date
    # Of what is late every day to come may be the new date, but for a meeting's.
    asides = GATHERINGS if chosen and chosen.status is Status.DELAYED else AN_EVENT
    left = [each for each in datings(passage) if is_left(each, used, asides)]
    if promise and promise.rule in ("forecast.so", "forecast.participle"):
        left = [each for each in left if each.dated.first > max(promise.dates)]
    left = [each for each in left if not _is_measured(each, chosen)]
    if not all(_leads_up(each, chosen, spoken) or _is_noted(each, chosen) for each in left):
        yield "left.date"


def _claims_otherwise(claim: Claim, chosen: Claim, spoken: Spoken) -> bool:
    """Another status is claimed of the action, now, and no rule says that it does not count."""
    if claim.status in (None, chosen.status) or claim.level < TOLD or claim.hit == chosen.hit:
        return False
    if _ticks(claim, chosen):
        return False
    if claim.past or claim.clause.why or before_correction(claim, chosen, spoken.corrections):
        return False
    if claim.level == TOLD and before_correction(claim, chosen, spoken.turns):
        return False
    if claim.status is Status.ON_TRACK and claim.hit.term.status in SLOW:
        return False  # "no longer at risk, now complete"
    if claim.status is Status.AT_RISK and chosen.status is Status.DELAYED:
        return False
    if claim.status in EARLY:  # what is on track or late is also under way
        return chosen.status is Status.COMPLETE and not _led_up_to(claim, chosen)
    if claim.status is Status.ON_TRACK and chosen.status is Status.IN_PROGRESS:
        return False
    done_part = claim.status is Status.COMPLETE and not claim.direct
    return not (done_part and chosen.direct)


def _is_then(claim: Claim, promise: Promise | None) -> bool:
    """Read "won't make March, all wrapped up by 16 April" as complete on that day, and not now."""
    if promise is None or promise.day is None or promise.rule != "forecast.by":
        return False
    return claim.status is Status.COMPLETE and claim.clause == promise.clause


def _led_up_to(claim: Claim, chosen: Claim) -> bool:
    """Read "the adviser started on the 3rd, complete" as complete: a clause says only that."""
    alone = tuple(chosen.clause[:2]) == tuple(chosen.hit[:2]) and chosen.level > TOLD
    return alone and claim.status is Status.IN_PROGRESS and claim.clause.beyond <= chosen.hit.first


def _ticks(claim: Claim, chosen: Claim) -> bool:
    """Read "signed off by all three ✅" as one thing: the mark repeats what its clause says."""
    same = claim.hit.term.status is chosen.hit.term.status and claim.clause == chosen.clause
    return same and claim.hit.term.strength == "mark"


def _leads_up(dating: Dating, chosen: Claim | None, spoken: Spoken) -> bool:
    """Read "cover runs out on 8 May, so red": why it is so."""
    if chosen is None:
        return False
    return any(dating.dated.first < at < chosen.hit.first for at in spoken.turns)


def _is_noted(dating: Dating, chosen: Claim | None) -> bool:
    """Read "amber. The furniture arrives on 4 December" as the note: a day of something else."""
    if chosen is None or not chosen.direct or chosen.level <= TOLD:
        return False
    if chosen.status is Status.DELAYED:
        return False  # of what is late any day to come may be the new one
    if dating.clause == chosen.clause or dating.passage.names(dating.clause):
        return False
    own = [each for each in without_dates(dating.passage, dating.clause) if _tells(each)]
    promised = not AHEAD.isdisjoint(dating.passage.norms(dating.clause))
    return len(own) >= FEW and SPEECH.isdisjoint(own) and not promised


def _is_measured(dating: Dating, chosen: Claim | None) -> bool:
    """Read "amber (57 wks)" as a rating and the figure behind it, but not "late (3 weeks)"."""
    words, dated = dating.passage.words, dating.dated
    bracketed = words.norm(dated.first - 1) == "(" and words.norm(dated.beyond) == ")"
    length = dated.said.length or dated.said.rule == "date.length"
    if chosen is None or not (length and bracketed):
        return False
    return chosen.direct and chosen.level > TOLD and chosen.status is not Status.DELAYED


def _tells(norm: str) -> bool:
    return norm.isalpha() and norm not in LIGHT and norm not in FINISHING


def _long_past(dating: Dating) -> bool:
    """Read "done mid-May" in November: last May, or the next?"""
    day, today = dating.dated.day, dating.passage.today
    if day is None or day <= today or not dating.dated.said.yearless or not is_over(dating):
        return False
    if dating.dated.said.rule == ORDINAL:
        return False  # "started on the 3rd": that of this month, or of the last
    return (today - Length(-1, "year").after(day)).days > RECENT


def _perhaps_then(dating: Dating) -> bool:
    """Read "fair done Weds" as when it was, or will be; "the fair finished Weds" is over."""
    before = dating.passage.words.norms(dating.clause.first, dating.dated.first)
    return done_on(dating) and (before[-1:] != ["finished"] or len(before) == 1)


def datings(passage: Passage) -> list[Dating]:
    """Every date of a topic, where it stands."""
    return [
        Dating(passage, clause, dated)
        for clause in passage.clauses
        for dated in passage.dates_of(clause)
    ]


def is_left(dating: Dating, used: frozenset[int], asides: frozenset[str]) -> bool:
    """A day that nothing was made of, and that belongs to no meeting, reason, report or past."""
    dated, clause = dating.dated, dating.clause
    if dated.first in used or clause.why or dated.first in dating.passage.former:
        return False
    if dating.before[-2:] == ["as", "of"]:
        return False  # "red as of Friday"
    if dated.said.length or dated.said.rule == "date.length":
        if dating.before[-1:] == ["at"]:
            return False  # "red, waits at 11 weeks"
        late = dating.passage.says(clause, "delayed") or dating.alone
        return late and NOT_LATER.isdisjoint(dating.around())
    if dated.day is None and dated.said.doubt and dated.said.rule == "date.day":
        return asides.isdisjoint({*dating.before, *dating.after})  # "Tuesday 4 March", a Wednesday
    if dated.day is None or dated.day <= dating.passage.today:
        return False
    words = {*dating.before, *dating.after} if dating.before[-1:] not in UNTIL else set[str]()
    if not words.isdisjoint(asides) or not TO_WRITE.isdisjoint(dating.before):
        return False
    if is_of_a_state(dating):
        return False
    return not (_happened(dating) or is_over(dating) or not_the_works(dating))


def _happened(dating: Dating) -> bool:
    """Read "signed 3 May" and "sent out Friday": when something was done."""
    last = dating.passage.before(dating.clause)
    if last is not None and follows_what_happened(dating, last):
        return True  # "approved by Cabinet, 12 November"
    claims = dating.passage.claims_of(dating.clause)
    done = any(each.hit.term.strength == "event" and not each.promise for each in claims)
    return done or not SINCE_THEN.isdisjoint(dating.before)
