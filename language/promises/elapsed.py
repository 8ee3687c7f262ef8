"""Whether a date beside something done is the past: "finished on 2 November"."""

from datetime import date

from language.dates.calendar import Length
from language.dates.days import ORDINAL
from language.dates.finding import Dated
from language.lexicon.words import word_set
from language.promises.closing import closes_then
from language.promises.dating import Dating
from language.promises.final_stage import is_final_stage
from language.promises.new_day.amended import is_amended

PAST_VERBS = word_set("forecasts.past_verbs")
GETTING = frozenset(["get", "getting", "want", "wants", "need", "needs", "'ll", "'d"])
COMING = frozenset(["next", "coming", "this", "in"])
TO_COME = frozenset(["will", "won't", "wont", "until", "til", "till", "than", "before"])
SINCE = frozenset(["since", "was", "were", "been"])
CAME_TO_PASS = word_set("elapsed.came_to_pass")
DONE = frozenset(["done", "completed", "held", "carried", "met"]) | PAST_VERBS
PAST = PAST_VERBS | CAME_TO_PASS
AHEAD = word_set("forecasts.ahead") | TO_COME
HALTED = frozenset(
    ["paused", "started", "stopped", "halted", "began", "stalled", "resumed", "restarted"]
)
HAPPENED = frozenset(["was", "were", "had", "went", "took", "came", "left", "got", "sent", "put"])
MOVING = (
    word_set("forecasts.shifts")
    | word_set("sound_days.shifted")
    | frozenset(["needed", "expected"])
)
STILL_TO_COME = AHEAD - {"by", "than"}
NOT_YET = AHEAD | GETTING | {"is", "are", "be", "gets", "have", "having"}
WAS = frozenset(["was", "were"])
INTENDED = frozenset(["to", "due", "expected", "supposed", "meant", "going", "planned", "told"]) | {
    "promised", "aiming", "asked", "hoping", "hoped", "scheduled", "if", "not", "set", "hard",
}  # fmt: skip
THIS_PERIOD = ("date.quarter.nearby", "date.month.nearby", "date.week.nearby", "date.week")
ENDED = frozenset(["done", "finished", "completed", "complete"])
LATELY = 60  # days
NEWLY = 45  # days in which "by 4 February" has passed, of what was done
PAST_IT = (["after"], ["past"], ["beyond"])  # "two weeks past the due date"


def is_over(dating: Dating) -> bool:
    """Read "finished on 2 November" as the past where that is the nearer one."""
    passage, clause, dated = dating.passage, dating.clause, dating.dated
    if "yester" in passage.words.norm(dated.first) or _was_then(dating):
        return True
    if closes_then(dating) or is_amended(dating) or is_final_stage(dating):
        return False  # "the last bin goes in on 3 May, then done"
    claims = passage.claims_of(clause)
    done = any(each.hit.term.value == "complete" for each in claims) or _was_done(dating)
    if "being" in passage.words.norms(clause.first, dated.first):
        return False
    if not done or dated.day is None or any(each.promise for each in claims):
        return False
    if done_on(dating):
        return True
    return _has_been(dating, passage.words.norms(clause.first, dated.first))


def was_lately(dating: Dating) -> bool:
    """Read "was considered by the board on 16 June", said in June, as of this June: it happened.

    A day without its year that has just passed is never put off to the next year by the past tense.
    """
    day, today = dating.dated.day, dating.passage.today
    if day is None or not dating.dated.said.yearless or day <= today or is_amended(dating):
        return False
    if (today - Length(-1, "year").after(day)).days > LATELY:
        return False
    norms = dating.before
    if not STILL_TO_COME.isdisjoint(norms) or not STILL_TO_COME.isdisjoint(dating.after):
        return False
    told = any(each.endswith("ed") and each not in MOVING for each in norms)
    return told or not (HAPPENED | PAST).isdisjoint(norms)


def _was_then(dating: Dating) -> bool:
    """Read "it was on Monday" as last Monday, whichever is the nearer."""
    norms = [each for each in dating.before if each not in ("on", "the", "held", "in")]
    if dating.dated.said.rule in ("date.weekday", ORDINAL):
        return norms[-1:] in (["was"], ["were"], ["happened"])
    return HALTED.issuperset(norms[-1:] or [""]) and _is_nearer_past(dating)


def _is_nearer_past(dating: Dating) -> bool:
    """Read "paused October" in November as last October."""
    day, today = dating.dated.day, dating.passage.today
    if day is None or not dating.dated.said.yearless:
        return False
    return (day - today).days > (today - Length(-1, "year").after(day)).days


def is_this_period(dated: Dated, today: date) -> bool:
    """Read "done this quarter" as done in it, where nothing says that it will be."""
    first, last = dated.said.first, dated.said.last
    holds = first is not None and last is not None and first <= today <= last
    return holds and dated.said.rule in THIS_PERIOD


def done_on(dating: Dating) -> bool:
    """Read "fair done Weds" as the day on which it was; though it might be when it will be."""
    norms = dating.passage.words.norms(dating.clause.first, dating.dated.first)
    if dating.dated.said.rule != "date.weekday" or norms[-1:] not in (["done"], ["finished"]):
        return False
    word = dating.passage.words.norm(dating.dated.first)
    return word not in COMING | {"last"} and AHEAD.isdisjoint(norms) and GETTING.isdisjoint(norms)


def _was_done(dating: Dating) -> bool:
    """Read "on track, checks done with the printer on 3 June" as what was done beside it.

    "Bid submitted at 16.40 on Friday" is done, and "bid to be submitted on Friday" is not.
    """
    norms = dating.passage.words.norms(dating.clause.first, dating.dated.first)
    if done_on(dating):
        return True
    if dating.dated.said.rule == "date.weekday" and not CAME_TO_PASS.isdisjoint(norms):
        return AHEAD.isdisjoint(norms)  # "the line took its first call Tuesday"
    return norms[-1:] == ["on"] and not DONE.isdisjoint(norms) and AHEAD.isdisjoint(norms)


def _has_been(dating: Dating, norms: list[str]) -> bool:
    day, today, said = dating.dated.day, dating.passage.today, dating.dated.said
    if day is None or not TO_COME.isdisjoint(norms):
        return False
    if not WAS.isdisjoint(norms) and INTENDED.isdisjoint(norms) and said.yearless:
        return True  # "all reviews were done by the end of January"
    if said.yearless and _has_ended(norms):
        return True
    if norms[-1:] == ["by"]:  # but "signed by her on 2 May"
        return said.yearless and (today - Length(-1, "year").after(day)).days <= NEWLY
    since = not SINCE.isdisjoint(norms) or norms[-1:] == ["last"]  # but "last session 3 May"
    if since and (not said.yearless or day > today):
        return True
    if is_this_period(dating.dated, today):
        return ENDED.issuperset(norms[-1:] or [""]) and NOT_YET.isdisjoint(norms)
    coming = dating.passage.words.norm(dating.dated.first) in COMING
    if coming and said.rule != "date.relative":  # but "this afternoon"
        return False
    if said.rule in ("date.weekday", ORDINAL) and not PAST.isdisjoint(norms):
        return True
    if not said.yearless:
        return day <= today
    return (day - today).days > (today - Length(-1, "year").after(day)).days


def _has_ended(norms: list[str]) -> bool:
    """Read "yes, finished in March" as what has been, in whatever month it is said."""
    at = -2 if norms[-1:] and norms[-1] in ("in", "on", "during") else -1
    return norms[at : at + 1 or None] in (["finished"], ["completed"]) and not NOT_YET.intersection(
        norms
    )
