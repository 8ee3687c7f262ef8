"""Which date in what was said is a promise to finish, and how far along the work is."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from language.words import word_set
from language.calendar import Length
from language.claims import LIGHT, Claim
from language.clauses import Clause
from language.dates import Dated
from language.text import Words

FINISHING = word_set("forecasts.finishing")
WEAK = word_set("forecasts.weak")
EVENTS = word_set("forecasts.events")
SOFT_EVENTS = word_set("forecasts.soft_events")
REPLYING = word_set("forecasts.replying")
PARTS = word_set("forecasts.parts")
LATER = word_set("forecasts.later")
EARLIER = frozenset(["early", "earlier", "ahead", "forward", "sooner", "quicker"])
NOT_LATER = word_set("forecasts.not_later")
SPEAKERS = word_set("forecasts.speakers")
NEGATIONS = word_set("forecasts.negations")
UNTIL = frozenset(["until", "till", "til", "'til"])
SHIFTS = word_set("forecasts.shifts")
GATHERINGS = word_set("forecasts.gatherings")
TARGETS = word_set("forecasts.targets")
PAST_VERBS = word_set("forecasts.past_verbs")
ANAPHORA = re.compile(r"\b(?:call it|make it|say|to|until|by|for|done|finished|complete|ready|closed) then\b")
PERCENT = re.compile(
    r"(?<![\d.])(?P<n>\d{1,3})(?:\.\d+)? ?(?:%|per ?cent\b)(?P<after> ?(?:done|complete[d]?|finished|there|of the way|through|progress|delivered)\b)?"
)
SHARE = re.compile(
    r"\b(?:(?:about|around|roughly|nearly|over|just over|just under|almost|approx) )?(?P<n>a half|half|halfway|half way|a third|one third|two thirds|a quarter|one quarter|three quarters)"
    r"(?: of the way)?(?: (?P<after>through|there|done|complete[d]?|finished|of the way))?\b"
)
TENS = {"ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SPELT = re.compile(rf"\b(?P<n>(?:{'|'.join(TENS)})(?:[ -]five)?) ?(?:per ?cent|%)(?P<after> ?(?:done|complete[d]?|finished|there|of the way|through)\b)?")
SHARES = {"a half": 50, "half": 50, "halfway": 50, "half way": 50, "a third": 33, "one third": 33, "two thirds": 67, "a quarter": 25, "one quarter": 25, "three quarters": 75}  # fmt: skip
AGAINST = re.compile(r"\b(?:against|v|vs|versus|target|baseline|compared|ceiling|up from|down from|on last year|was)\b")


class Promise(NamedTuple):
    """When it is said to be finished. ``day`` None with a ``doubt``: said, but not to be told."""

    day: date | None
    doubt: str
    clause: Clause
    rule: str
    slip: bool = False


class Passage(NamedTuple):
    """The clauses about some actions, what names them, and when they are now expected."""

    words: Words
    clauses: Sequence[Clause]
    about: frozenset[int]
    claims: Sequence[Claim]
    dates: Sequence[Dated]
    today: date


def promise_in(passage: Passage, expected: date | None) -> Promise | None:
    """The last date by which the topic is promised, or the slip from the date ``expected``."""
    found: list[Promise] = []
    for clause in passage.clauses:
        for dated in passage.dates:
            if clause.holds(dated.first):
                promise = _promise(passage, clause, dated, expected)
                if promise:
                    found.append(promise)
    if any(each.direct and each.level == 3 and each.status and each.status.value == "on_track" for each in passage.claims):
        found = [each for each in found if _of_the_action(passage, each)]
    dated_ones = [each for each in found if not each.slip]
    found = dated_ones or found
    return found[-1] if found else _then(passage)


def _of_the_action(passage: Passage, promise: Promise) -> bool:
    """Where the action is on track, only a date of its own moves it, not one of its parts."""
    if clause_names(passage, promise.clause):
        return True
    return _plain_subject([each for each in _norms(passage.words, promise.clause) if not each.isdigit()])


def percent_in(passage: Passage) -> tuple[int, str] | None:
    """How much is done, in per cent, and a doubt; None where no share of the work is said."""
    for clause in passage.clauses:
        low = _low(passage.words, clause)
        if clause.why or AGAINST.search(low):
            continue
        match = PERCENT.search(low) or SHARE.search(low) or SPELT.search(low)
        if match and _is_progress(passage, clause, match):
            said = match["n"]
            number = int(said) if said.isdigit() else SHARES.get(said) or _in_words(said)
            alone = not clause_names(passage, clause) and not match["after"] and not re.search(r"\b(?:at|put)\b", low)
            return number, "percent.alone" if alone or clause.asks or number >= 100 else ""
    return None


def _is_progress(passage: Passage, clause: Clause, match: re.Match[str]) -> bool:
    low = _low(passage.words, clause)
    following = low[match.end() :].strip()
    if match["after"]:
        return True
    if re.search(r"\b(?:will|by|until|to be|should|aim)\b", low):
        return False
    if re.search(r"\b(?:at|put|now) (?:\S+ ){0,2}$", low[: match.start()]):
        return not following.startswith("of ")
    return match.re is not SHARE and not following and _bare(passage, clause, match)


def _in_words(said: str) -> int:
    ten, _, five = said.replace("-", " ").partition(" ")
    return TENS[ten] + (5 if five else 0)


def _bare(passage: Passage, clause: Clause, match: re.Match[str]) -> bool:
    tokens = range(clause.first, clause.beyond)
    return all(
        passage.words.norm(at) in TENS
        or passage.words.norm(at) in ("five", "percent", "per", "cent")
        or at in passage.about or passage.words.norm(at) in LIGHT or not passage.words.norm(at).isalpha()
        for at in tokens
    )


def _low(words: Words, clause: Clause) -> str:
    return words.low[words.tokens[clause.first].start : words.tokens[clause.beyond - 1].end]


def _promise(passage: Passage, clause: Clause, dated: Dated, expected: date | None) -> Promise | None:
    if dated.said.length or dated.said.rule == "date.length":
        return _slip(passage, clause, dated, expected)
    cue = None if clause.why else _cue(passage, clause, dated)
    if cue is None or _is_over(passage, clause, dated):
        return None
    doubt = dated.said.doubt
    day = dated.day
    if day and not doubt and day < passage.today:
        return Promise(None, f"{day.day} {day:%B %Y} has passed", clause, cue)
    if day is None:
        return Promise(None, doubt, clause, cue)
    return Promise(day, doubt, clause, cue)


def _cue(passage: Passage, clause: Clause, dated: Dated) -> str | None:
    """The rule by which a date is when the work ends; None where something else is then."""
    words = passage.words
    before = [at for at in range(clause.first, dated.first) if at not in passage.about]
    norms = [words.norm(at) for at in before]
    if any(each in REPLYING for each in norms) or _was_due(norms):
        return None
    if _told_after(passage, clause, dated):
        return "forecast.told"
    if _negated(norms) or _on_track_for(passage, clause, norms) or _of_a_figure(passage, clause, dated, norms):
        return None
    finish = _last(norms, FINISHING)
    event = _last(norms, EVENTS)
    if finish >= 0 and norms[finish] in (*SHIFTS, "to") and _of_a_gathering(passage, clause, dated):
        return None
    if finish >= 0 and event > finish and norms[event] not in SOFT_EVENTS:
        return None
    if finish >= 0 and not _weak_only(norms, passage, clause):
        return f"forecast.{norms[finish]}"
    if event >= 0 and norms[event] not in ("on",):
        return None
    return "forecast.bare" if _nothing_else(passage, clause, dated) else None


def _told_after(passage: Passage, clause: Clause, dated: Dated) -> bool:
    """Read "1 June is the new target"."""
    after = [passage.words.norm(at) for at in range(dated.beyond, min(dated.beyond + 6, clause.beyond))]
    return after[:1] in (["is"], ["looks"], ["seems"], ["now"]) and any(each in TARGETS for each in after)


def _was_due(norms: list[str]) -> bool:
    """Read "was due Friday": what used to hold."""
    return any(first in ("was", "were") and then in ("due", "expected", "meant", "supposed", "to") for first, then in zip(norms, norms[1:], strict=False))


def _of_a_gathering(passage: Passage, clause: Clause, dated: Dated) -> bool:
    """Read "the board moved to 5 May": the meeting moves, not the work."""
    named = [at for at in clause_names(passage, clause) if at < dated.first]
    start = max(named) + 1 if named else clause.first
    return any(passage.words.norm(at) in GATHERINGS for at in range(start, dated.first))


def _weak_only(norms: list[str], passage: Passage, clause: Clause) -> bool:
    """Only words that may be about anything: they need the clause to have no other subject."""
    strong = [each for each in norms if each in FINISHING and each not in WEAK]
    return not strong and not (_plain_subject(norms) and _continues(passage, clause))


def _plain_subject(norms: list[str]) -> bool:
    return all(each in LIGHT or each in FINISHING or not each.isalpha() for each in norms)


def _of_a_figure(passage: Passage, clause: Clause, dated: Dated, norms: list[str]) -> bool:
    """Read "64% by March" and "the target for July was 15": a figure's date, not the work's."""
    after = passage.words.norm(dated.beyond)
    if after in ("was", "were", "had"):
        return True
    if any(each.hit.term.value == "not_started" and each.clause == clause for each in passage.claims):
        return True
    return "%" in norms and "100" not in norms


def _continues(passage: Passage, clause: Clause) -> bool:
    """A bare date goes on from what was said of the action, not of something else before it."""
    before = [each for each in passage.clauses if each.sentence == clause.sentence and each.first < clause.first]
    if not before or clause_names(passage, clause):
        return True
    if any(passage.words.norm(at) in SPEAKERS for at in range(clause.first, clause.beyond)):
        return True
    last = before[-1]
    dated = {at for each in passage.dates for at in range(each.first, each.beyond)}
    norms = [passage.words.norm(at) for at in range(last.first, last.beyond) if at not in passage.about | dated]
    if passage.words.norm(clause.first) in ("will", "should", "wont", "won't", "due", "to") and clause_names(passage, last):
        return True
    told = any(each.clause == last for each in passage.claims)
    return told or _plain_subject(norms)


def _nothing_else(passage: Passage, clause: Clause, dated: Dated) -> bool:
    """The clause is but the reference, a date and courtesies: "7.3 mid jan"."""
    told = {at for each in passage.claims for at in range(each.hit.first, each.hit.beyond)}
    held = {at for each in passage.dates for at in range(each.first, each.beyond)}
    words = passage.words
    rest = [
        at for at in range(clause.first, clause.beyond)
        if at not in passage.about and at not in told and at not in held
    ]
    claims = [each for each in passage.claims if each.clause == clause]
    if any(each.status and each.status.value in ("on_track", "ongoing", "not_started", "in_progress") for each in claims):
        return False
    if dated.said.rule == "date.year.financial.named" or not _continues(passage, clause):
        return False
    if "only" in _norms(words, clause):
        return False
    after_only = [at for at in rest if at > dated.first and words.norm(at) not in LIGHT]
    after_only += [at for at in passage.about if at == dated.beyond]
    plain = all(words.norm(at) in LIGHT or words.tokens[at].kind not in ("word", "number") for at in rest if at < dated.first)
    return plain and (not after_only or words.norm(dated.beyond) in ("of", "instead", "because"))


def clause_names(passage: Passage, clause: Clause) -> list[int]:
    """The tokens of a clause that name its action."""
    return [at for at in passage.about if clause.holds(at)]


def _negated(norms: list[str]) -> bool:
    """Read "won't be done by May" as no date, but "not done until May" as one."""
    at = _last(norms, NEGATIONS)
    if norms[at + 1 : at + 2] == ["later"]:
        return False
    if at < 0 or any(each in UNTIL for each in norms[at:]):
        return False
    return not any(each in ("call", "but", "now") for each in norms[at + 1 :])


def _on_track_for(passage: Passage, clause: Clause, norms: list[str]) -> bool:
    on_track = any(
        each.clause == clause and each.status and each.status.value in ("on_track", "ongoing")
        for each in passage.claims
    )
    return on_track and not any(each in ("by", "until", "finish", "complete", "completion", "will", "done", "ready") for each in norms)


def _is_over(passage: Passage, clause: Clause, dated: Dated) -> bool:
    """Read "finished on 2 November" as the past where that is the nearer one."""
    words, day = passage.words, dated.day
    done = [each for each in passage.claims if each.clause == clause and each.hit.term.value == "complete"]
    if dated.said.rule == "date.relative" and "yester" in words.norm(dated.first):
        return True
    if not done or day is None or any(each.promise and each.clause == clause for each in passage.claims):
        return False
    norms = [words.norm(at) for at in range(clause.first, dated.first)]
    if any(each in ("by", "will", "until", "than", "before") for each in norms):
        return False
    if any(each in ("since", "was", "were", "been", "last") for each in norms) and (not dated.said.yearless or day > passage.today):
        return True
    if dated.said.rule in ("date.weekday", "date.ordinal") and any(each in PAST_VERBS for each in norms):
        return True
    if not dated.said.yearless:
        return day <= passage.today
    return (day - passage.today).days > (passage.today - Length(-1, "year").after(day)).days


def _norms(words: Words, clause: Clause) -> list[str]:
    return [words.norm(at) for at in range(clause.first, clause.beyond)]


def _last(norms: list[str], wanted: frozenset[str]) -> int:
    return max((at for at, each in enumerate(norms) if each in wanted), default=-1)


def _slip(passage: Passage, clause: Clause, dated: Dated, expected: date | None) -> Promise | None:
    """A length of time that the work is late or needs: counts from when it is expected."""
    words = passage.words
    around = [words.norm(at) for at in range(max(clause.first, dated.first - 6), min(clause.beyond, dated.beyond + 4)) if at not in passage.about]
    if words.norm(dated.first) == "another":
        around.append("another")
    if any(each in NOT_LATER for each in around) or words.low[words.tokens[dated.beyond - 1].end - 1] == "'":
        return None
    later, earlier = any(each in LATER for each in around), any(each in EARLIER for each in around)
    if not (later or earlier) or (clause.why and not later):
        return None
    length = dated.said.length
    if any(each in ("about", "around", "roughly", "approx", "maybe", "possibly") for each in around) and length and expected:
        return Promise(length.after(expected) if later else length.before(expected), "how long exactly", clause, "forecast.slip", slip=True)
    if length is None:
        return Promise(None, dated.said.doubt, clause, "forecast.slip", slip=True)
    if expected is None:
        return Promise(None, "it has no date to count from", clause, "forecast.slip", slip=True)
    if earlier and not later:
        return Promise(length.before(expected), "earlier than planned", clause, "forecast.slip", slip=True)
    return Promise(length.after(expected), "", clause, "forecast.slip", slip=True)


def _then(passage: Passage) -> Promise | None:
    """Read "... isn't back until 14 May so call it then"."""
    for clause in passage.clauses:
        if ANAPHORA.search(_low(passage.words, clause)):
            earlier = [each for each in passage.dates if each.first < clause.beyond and each.day]
            if earlier:
                return Promise(earlier[-1].day, "", clause, "forecast.then")
    return None
