"""Of all days and lengths of time that are said of an action, the one that is promised."""

from datetime import date

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.lexicon.words import word_set
from language.promises.asked_for import ASKED_FOR, is_asked_for
from language.promises.before_it import day_of
from language.promises.by_others import BY_OTHERS
from language.promises.closing import once_done
from language.promises.cues import CORRECTING
from language.promises.dating import Dating, plain_subject, without_dates
from language.promises.due_then import due_anyway
from language.promises.elapsed import PAST_IT, is_over, was_lately
from language.promises.ending_day import end_of
from language.promises.expected_now import NOW_ON
from language.promises.from_a_start import counts_from_a_start
from language.promises.last_of_all import WITH_THE_LAST
from language.promises.new_day.in_place import IN_PLACE
from language.promises.no_new_day import is_no_new_day, is_no_slip
from language.promises.own_event import OWN_EVENT
from language.promises.pointed_at import THEN, points_back
from language.promises.promise import Promise
from language.promises.trailing import TRAILING
from language.promises.unaltered import unaltered

LATER = word_set("forecasts.later")
EARLIER = frozenset(["early", "earlier", "ahead", "forward", "sooner", "quicker"])
NOT_LATER = word_set("forecasts.not_later")
ROUGHLY = frozenset(["about", "around", "roughly", "approx", "maybe", "possibly"])
OR_SO = (["or", "so"], ["or", "thereabouts"], ["give", "or"])
COMPARING = frozenset(["where", "what", "average", "national", "regional", "neighbours", "peers"])
PLANNED = frozenset(
    ["planned", "plan", "expected", "hoped", "due", "forecast", "intended", "scheduled", "thought"]
)
MISSING = frozenset(["miss", "misses", "missing", "overshoot", "overrun"])
COMPARED = (["over"], ["under"], ["within"], ["exceeding"])  # "31 families over 6 weeks"
DETERMINING = frozenset(["the", "these", "those", "last", "past", "first", "same"])
OFTEN = (["once"], ["twice"], ["times"], ["days"], ["hours"])  # "patrols go out twice a week"
NO_SLIP = (*COMPARED, *OFTEN, ["have"], ["has"], ["got"])  # "the fitters have another month"
# With them the whole is finished.
REST = frozenset(["remaining", "rest", "outstanding", "balance", "remainder"])
DUE = frozenset(["due", "deadline", "target", "planned", "original", "agreed", "end"])
SETTLED = frozenset([Status.ON_TRACK, Status.ONGOING, Status.CANCELLED, Status.NOT_STARTED])
ASKING = frozenset(["could", "can", "may", "might", "please"])
NEARLY = 10  # days that a slip and the date given with it may differ
LAST_WORDS = ("forecast.participle", "forecast.made")
VAGUE = frozenset(
    ["forecast.bare", "forecast.loose", TRAILING, NOW_ON, OWN_EVENT, IN_PLACE, BY_OTHERS]
)
SET_ANEW = frozenset(["forecast.made", IN_PLACE])  # whatever was cancelled or is on track
ONCE_SO = "forecast.once"  # under the condition that it comes to pass


def may_promise(passage: Passage) -> bool:
    """Whether a day, a length of time or a word for one is said at all."""
    return bool(passage.dates) or not THEN.isdisjoint(passage.words.said)


def promise_in(passage: Passage, expected: date | None) -> Promise | None:
    """The last date by which the topic is promised, or the slip from the date ``expected``."""
    found: list[Promise] = []
    if kept := unaltered(passage):
        return _as_before(*kept)
    due = due_anyway(passage, expected)
    for clause in passage.clauses:
        for dated in passage.dates_of(clause):
            if dated.first in passage.former or dated.first in due:
                continue
            promise = _promise(Dating(passage, clause, dated), expected)
            found += [promise._replace(dates=frozenset([dated.first]))] if promise else []
    used = frozenset([at for each in found for at in each.dates])
    if found and (found[-1].rule in LAST_WORDS or _explains(found)):
        here = found[-1].clause.sentence  # "it waits for the spring, finishing in June"
        found = [*(each for each in found[:-1] if each.clause.sentence != here), found[-1]]
    found = _as_corrected(found, passage)
    firm = [each for each in found if each.rule not in VAGUE] or found
    days = {each.day for each in firm if not each.slip}
    rival = len(days) > 1 or any([_apart(found[-1], each) for each in found])
    if found and any(map(_is_settled, passage.claims)):
        found = [each for each in found if _of_the_action(passage, each)]
    found = [each for each in found if not each.slip] or found
    found = [each for each in found if each.rule != BY_OTHERS] or found
    last = _as_dated(found[-1], passage) if found else _otherwise(passage)
    return last._replace(dates=used | last.dates, rival=rival) if last else None


def _explains(found: list[Promise]) -> bool:
    """Read "not till after half term, so 22 February": the day that the words before it mean."""
    return found[-1].rule == "forecast.so" and all(each.day is None for each in found[:-1])


def _as_before(clause: Clause, dated: Dated | None) -> Promise | None:
    """Read "doesn't alter September for the changes themselves" as September, if so confirmed."""
    if dated is None or dated.day is None:
        return None
    return Promise(dated.day, dated.said.doubt, clause, NOW_ON, dates=frozenset([dated.first]))


def _otherwise(passage: Passage) -> Promise | None:
    """A day that no clause gives by itself."""
    return points_back(passage) or _once(passage)


def _once(passage: Passage) -> Promise | None:
    """Read "complete once it is signed off on 4 May" as then, if it is."""
    found = [
        Promise(dated.day, "", clause, ONCE_SO, dates=frozenset([dated.first]))
        for clause, dated in once_done(passage)
    ]
    return found[0] if len(found) == 1 else None


def _as_dated(promise: Promise, passage: Passage) -> Promise:
    """Read "22 May, three weeks after it was due" as 22 May, not as three weeks to the day."""
    if not promise.slip or promise.day is None:
        return promise
    meant = [
        each
        for clause in passage.clauses
        for each in passage.dates_of(clause)
        if each.day
        and not each.said.doubt
        and each.day > passage.today
        and each.first not in passage.former
        and abs((each.day - promise.day).days) <= NEARLY
    ]
    if len({each.day for each in meant}) != 1:
        return promise
    here = frozenset(each.first for each in meant)
    return promise._replace(day=meant[0].day, dates=promise.dates | here)


def _as_corrected(found: list[Promise], passage: Passage) -> list[Promise]:
    """Read "end of May, no sorry, June": the day before such a word does not count."""
    for at in range(len(found) - 1, 0, -1):
        first, beyond = max(found[at - 1].dates), min(found[at].dates)
        if not CORRECTING.isdisjoint(passage.words.norms(first, beyond)):
            return found[at:]
    return found


def _apart(last: Promise, other: Promise) -> bool:
    """Read "three months late, so 3 May" where three months make another day."""
    if last.day is None or other.day is None or last.slip == other.slip:
        return False
    return abs((last.day - other.day).days) > NEARLY


def _is_settled(claim: Claim) -> bool:
    """What is on track, over or not begun has no new date but one of its own."""
    return claim.direct and claim.level == 3 and not claim.doubt and claim.status in SETTLED


def _is_unbegun(claim: Claim) -> bool:
    return claim.status is Status.NOT_STARTED


def _of_the_action(passage: Passage, promise: Promise) -> bool:
    """Where the action is on track, only a date of its own moves it, not one of its parts."""
    if passage.names(promise.clause) or promise.rule in (*SET_ANEW, WITH_THE_LAST):
        return True
    if promise.rule == "forecast.so" and all(map(_is_unbegun, filter(_is_settled, passage.claims))):
        return True  # "can't start until January, so end of February"
    norms = without_dates(passage, promise.clause, passage.titled.at)
    return not REST.isdisjoint(norms) or plain_subject(norms)


def _promise(dating: Dating, expected: date | None) -> Promise | None:
    clause, said = dating.clause, dating.dated.said
    if said.length or said.rule == "date.length":
        return _slip(dating, expected)
    cue = None if is_no_new_day(dating) else end_of(dating)
    if cue is None or is_over(dating) or was_lately(dating):
        return None
    day = day_of(dating)
    if day and not said.doubt and day < dating.passage.today:
        return Promise(None, f"{day.day} {day:%B %Y} has passed", clause, cue)
    yearless = said.yearless and "quarter" not in said.rule
    return Promise(day, said.doubt, clause, cue, yearless=yearless)


def _is_so_late(dating: Dating) -> bool:
    """Read "will be about two weeks late" as two weeks: nobody reckons a slip to the day."""
    return dating.before[-1:] == ["about"] and dating.after[:1] == ["late"]


def _slip(dating: Dating, expected: date | None) -> Promise | None:
    """A length of time that the work is late or needs: counts from when it is expected."""
    around = set(dating.around())
    later, earlier = not LATER.isdisjoint(around), not EARLIER.isdisjoint(around)
    later = later or _after_due(dating.after) or _missed_by(dating.before)
    if is_asked_for(dating) and not later:
        day, doubt = _slipped(dating, expected, later=True)
        return Promise(day, doubt, dating.clause, ASKED_FOR, slip=True)
    if _compared(dating.after) or not NOT_LATER.isdisjoint(around):
        return None
    asked = "extra" in around and not ASKING.isdisjoint(
        dating.before
    )  # "could we have a month more"
    left = _led(dating.before) in NO_SLIP and not asked
    if dating.possessive or left or is_no_slip(dating) or not (later or earlier):
        return None
    if counts_from_a_start(dating):
        return None
    if dating.clause.why and not later:
        return None
    day, doubt = _slipped(dating, expected, later)
    if day and (day == dating.passage.today if later else day < dating.passage.today):
        return None  # "went in yesterday, two weeks early", and "ten days late" for the tenth
    roughly = dating.after[:2] in OR_SO or not ROUGHLY.isdisjoint(around)
    if day and not doubt and roughly and not _is_so_late(dating):
        doubt = "how long exactly"
    return Promise(day, doubt, dating.clause, "forecast.slip", slip=True)


def _missed_by(before: list[str]) -> bool:
    """Read "will miss by three weeks", but not "missed by three votes"."""
    return before[-1:] == ["by"] and not MISSING.isdisjoint(before)


def _led(before: list[str]) -> list[str]:
    """The word that leads to a length of time: "over the last six weeks"."""
    while before[-1:] and before[-1] in DETERMINING:
        before = before[:-1]
    return before[-1:]


def _after_due(after: list[str]) -> bool:
    """Read "two weeks after the due date", "a month on from the original date"."""
    return (after[:1] in PAST_IT or after[:2] == ["on", "from"]) and not DUE.isdisjoint(after[1:4])


def _compared(after: list[str]) -> bool:
    """Read "two months behind where we were" and "a week to spare" as no slip.

    But "two weeks later than planned" is one.
    """
    if after[:2] in (["to", "spare"], ["in", "hand"]):
        return True
    for at, norm in enumerate(after[:3]):
        if norm == "than":
            return PLANNED.isdisjoint(after[at:])
        if norm in COMPARING:
            return True
    return False


def _slipped(dating: Dating, expected: date | None, later: bool) -> tuple[date | None, str]:
    length = dating.dated.said.length
    if length is None or dating.dated.said.doubt:
        return None, dating.dated.said.doubt
    if expected is None:
        return None, "it has no date to count from"
    return (
        (length.after(expected), "") if later else (length.before(expected), "earlier than planned")
    )
