"""What makes it unsure what is told of a topic: each rule by its name."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from domain.work import Status
from language.claims.claimed import Claim
from language.claims.passage import Passage
from language.claims.spoken import Spoken
from language.claims.topics import Topic
from language.clauses.place import is_whole
from language.clauses.splitting import Clause
from language.lexicon.patterns import pattern
from language.lexicon.text import ENDS
from language.lexicon.words import word_set
from language.promises.asked_for import ASKED_FOR
from language.promises.by_others import BY_OTHERS
from language.promises.dating import FINISHING
from language.promises.elapsed import is_this_period
from language.promises.expected_now import NOW_ON
from language.promises.forecasts import ONCE_SO, REST
from language.promises.new_day.in_place import IN_PLACE
from language.promises.next_time import NEXT_TIME, SOONER
from language.promises.not_before import A_PART, TAKES
from language.promises.own_event import OWN_EVENT
from language.promises.promise import Promise
from language.promises.trailing import TRAILING
from language.references.finding import SURE, How
from language.verdicts.conditional import WANTING, is_conditional
from language.verdicts.leftover import leftover_doubts
from language.verdicts.plain_form import forecast_doubts, form_doubts, unread

DUTIES = word_set("forecasts.duties")
AHEAD = word_set("forecasts.ahead")
WANTED = pattern("forecasts.wanted")
SOME = pattern("forecasts.some")
OF_ANOTHER = pattern("forecasts.another")
GOING_ON = word_set("shared.going_on")
FRACTION = re.compile(r"\W*(?P<so_many>\d{1,2}) ?/ ?(?P<of>\d{1,2})\W*")
DO_THEM = re.compile(r"(?:will|'ll|can|shall|going to) do (?:both|them|these|all)\b")  # or answer?
SOON = 7  # days, in which a reminder may well be wished again
NEXT = frozenset(["then", "followed", "after"])
INFERRED = frozenset([TRAILING, NOW_ON, NEXT_TIME, SOONER, TAKES, OWN_EVENT, A_PART]) | {
    IN_PLACE, ASKED_FOR, BY_OTHERS,
}  # fmt: skip
WEAKENING = frozenset(["hedge", "unreal", "condition"])
WAS = frozenset(["was", "were"])
BUT = frozenset(["but", "however", "although", "though", "until", "till"])
STAGES = frozenset(["stage", "phase", "draft", "module", "pilot", "interim", "initial"])


def doubts_of(
    topic: Topic,
    spoken: Spoken,
    passage: Passage,
    kept: Claim | None,
    chosen: Claim | None,
    promise: Promise | None,
) -> Iterator[str]:
    """The rules by which it is unsure: ``kept`` is the claim that is to be recorded."""
    yield from topic_doubts(topic, spoken, promise)
    yield from leftover_doubts(passage, promise, chosen, spoken)
    yield from form_doubts(spoken, topic.named, topic.clauses, kept)
    yield from forecast_doubts(spoken, topic.named, topic.clauses, promise)
    if kept and _was_but(kept, spoken):
        yield "status.was"
    if kept and _mistyped(kept, spoken):
        yield "status.typo"
    if kept and not promise and _back_by(kept, passage):
        yield "status.future"
    if kept and not promise and _in_this_period(kept, passage):
        yield "status.this-period"
    if promise and _bare_answer(topic, promise, passage):
        yield "forecast.bare"


def topic_doubts(topic: Topic, spoken: Spoken, promise: Promise | None) -> list[str]:
    """What makes it unsure of which action it is, and by when."""
    found = [] if topic.how in SURE else [str(topic.how)]
    found += ["ref.crowded"] if topic.crowded else []
    found += ["ref.elsewhere"] if topic.aside else []
    if topic.how is How.REPLIED and len(topic.refs) > 1:
        found.append("ref.several")
    found += _promise_doubts(topic, spoken, promise) if promise else ()
    return found + (["status.unsure"] if _has(spoken, topic.clauses, "unsure") else [])


def _promise_doubts(topic: Topic, spoken: Spoken, promise: Promise) -> Iterator[str]:
    """What makes it unsure that it is finished then."""
    clause = promise.clause
    if promise.doubt:
        yield "forecast.doubt"
    if promise.day and _hedged(topic, spoken, promise):
        yield "forecast.hedge"
    if clause.asks:
        yield "forecast.asked"
    if promise.rule in INFERRED:
        yield promise.rule
    if promise.day:
        yield from _not_promised(spoken, clause)
        loose = _is_loose(topic, spoken, promise) or _of_a_stage(topic, spoken, clause)
        if loose or _of_another(topic, spoken, promise):
            yield "forecast.part"


def _is_loose(topic: Topic, spoken: Spoken, promise: Promise) -> bool:
    """Of something of its own; read "plan by June" as of the plan that the title names."""
    if promise.rule != "forecast.loose":
        return False
    clause, words = promise.clause, spoken.words
    known = topic.named | topic.titled.at | {at for at in clause.span if is_whole(words, at)}
    if not REST.isdisjoint(spoken.words.norms(clause.first, clause.beyond)):
        return False
    left = unread(spoken, known, clause.span)
    return any(words.norm(at) not in FINISHING for at in left)


def _not_promised(spoken: Spoken, clause: Clause) -> Iterator[str]:
    """A day by which it is wanted, or a part of it is, or on which something may have happened."""
    norms = frozenset(spoken.words.norms(clause.first, clause.beyond))
    said, signs = spoken.words.span(clause.first, clause.beyond), spoken.words.signs
    if not norms.isdisjoint(DUTIES) or WANTED.search(said, signs):
        yield "forecast.duty"
    some = SOME.search(said, signs)
    if some and some["some"] != some["all"]:
        yield "forecast.part"
    happened = any(each.term.strength == "event" for each in spoken.hits(clause))
    if happened and norms.isdisjoint(AHEAD):
        yield "forecast.event"


def _has(spoken: Spoken, clauses: Sequence[Clause], *values: str) -> bool:
    if spoken.kinds.isdisjoint(values):
        return False
    return any(each.term.value in values for clause in clauses for each in spoken.hits(clause))


def _hedged(topic: Topic, spoken: Spoken, promise: Promise) -> bool:
    """Hedged, or under a condition; read "delayed to June, awaiting data" as why it is so."""
    clause = promise.clause
    if promise.rule == ONCE_SO:
        return True
    if spoken.kinds.isdisjoint(WEAKENING):
        return False
    if _has(spoken, _beside(topic, clause, spoken), "hedge", "unreal"):
        return True
    if is_conditional(topic.clauses, clause, spoken):
        return True
    late = {"delayed", "at_risk"} & {each.term.value for each in spoken.hits(clause)}
    set_here = (each for near in _beside(topic, clause, spoken) for each in spoken.hits(near))
    conditions = [each for each in set_here if each.term.value == "condition"]
    return any(not (late and spoken.words.norm(each.first) in WANTING) for each in conditions)


def _beside(topic: Topic, clause: Clause, spoken: Spoken) -> list[Clause]:
    """A clause and the short one after it: "..., all being well"; or that opens as a condition."""
    at = topic.clauses.index(clause)
    after = [each for each in topic.clauses[at + 1 : at + 2] if each.sentence == clause.sentence]
    return [clause, *(each for each in after if _is_short(each) or _conditional(each, spoken))]


def _is_short(clause: Clause) -> bool:
    return clause.beyond - clause.first <= 4


def _conditional(clause: Clause, spoken: Spoken) -> bool:
    near = (clause.first, clause.first + 1)
    return any(
        each.term.value == "condition" and each.first in near for each in spoken.hits(clause)
    )


def _of_a_stage(topic: Topic, spoken: Spoken, clause: Clause) -> bool:
    """Read "stage one will be finished by May" and "signed by 4 May, then Cabinet": not yet all."""
    at = topic.clauses.index(clause)
    after = [each for each in topic.clauses[at + 1 : at + 2] if each.sentence == clause.sentence]
    if any([spoken.words.norm(each.first) in NEXT for each in after]):
        return True
    if STAGES.isdisjoint(spoken.words.said):
        return False
    own = topic.titled.at  # "phase two" of "Deliver phase two" is all of it
    return not STAGES.isdisjoint([spoken.words.norm(at) for at in clause.span if at not in own])


def _of_another(topic: Topic, spoken: Spoken, promise: Promise) -> bool:
    """Read "two are open. A third, at the docks, will open in May" as of that one."""
    if promise.slip or not OF_ANOTHER.sign & spoken.words.signs:
        return False
    start = promise.clause.first
    if spoken.words.norm(start) in GOING_ON:  # "a third, at the docks, will open"
        here = (each for each in topic.clauses if each.sentence == promise.clause.sentence)
        start = min(each.first for each in here)
    own = [at for at in range(start, promise.clause.beyond) if at not in topic.named]
    first = next((at for at in own if spoken.words.norm(at).isalnum()), promise.clause.first)
    another = OF_ANOTHER.match(spoken.words.span(first, promise.clause.beyond))
    return another is not None and topic.titled.at.isdisjoint((first, first + 1))


def _was_but(kept: Claim, spoken: Spoken) -> bool:
    """Read "it was complete but two posts are empty again" as so once."""
    if (
        kept.hit.term.status is not Status.COMPLETE
        or spoken.words.norm(kept.hit.first - 1) not in WAS
    ):
        return False
    after = spoken.words.norms(kept.hit.beyond, len(spoken.words.tokens))
    return not BUT.isdisjoint(takewhile(lambda norm: norm not in ENDS, after))


def _in_this_period(kept: Claim, passage: Passage) -> bool:
    """Read "done this quarter" as done in it; though it might be when it will be."""
    done = kept.hit.term.status is Status.COMPLETE
    after = (each for each in passage.dates if each.first == kept.hit.beyond)
    return done and any(is_this_period(each, passage.today) for each in after)


def _back_by(kept: Claim, passage: Passage) -> bool:
    """Read "back on track by 9 December" as how it will stand then, if all goes well."""
    back = "back" in passage.words.norms(kept.hit.first - 2, kept.hit.first + 1)
    then = {each.first for each in passage.dates if each.day and each.day > passage.today}
    at = kept.hit.beyond + 1
    return back and passage.words.norm(at - 1) in ("by", "in", "before") and at in then


def _mistyped(chosen: Claim, spoken: Spoken) -> bool:
    return not spoken.slips.isdisjoint(range(chosen.hit.first, chosen.hit.beyond))


def _bare_answer(topic: Topic, promise: Promise, passage: Passage) -> bool:
    """A reminder answered with "tomorrow" and no more: finished then, or to be asked then?"""
    if promise.rule == "forecast.bare" and _may_be_a_share(passage):
        return True
    soon = promise.day is not None and (promise.day - passage.today).days <= SOON
    if soon and DO_THEM.search(passage.words.low):
        return True
    bare = promise.rule == "forecast.bare" and topic.how is How.REPLIED and not passage.claims
    return bare and soon


def _may_be_a_share(passage: Passage) -> bool:
    """Read "1/2" and "6/12" as a day, or as so many of so many."""
    match = FRACTION.fullmatch(passage.words.low)
    return match is not None and int(match["so_many"]) < int(match["of"])
