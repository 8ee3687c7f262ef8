"""Whether what is told is recorded, confirmed first, asked about, or refused.

Recorded is what nothing makes unsure; confirmed, what something does; asked, what cannot be told.
A wrong record is worse than a question, and a needless question is worse than none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.intents import Decision, Intent, Option, Reading, Reassign, Update
from domain.work import Status
from language.hearing.heard import Heard
from language.hearing.recognised import found_in, plain_reading
from language.news.all_of_them import as_all_trained
from language.news.denied import as_denied
from language.news.excepted import with_excepted
from language.news.leaned import leaned
from language.news.left_at import as_left_at
from language.news.loose_ends import loose_ends
from language.news.not_then import as_not_then
from language.news.only_heard import as_only_heard
from language.news.prevailing import as_prevailing
from language.news.reopened import as_reopened
from language.news.runs_on import as_running_on
from language.news.second_thoughts import with_second_thoughts
from language.news.updates import Outcome
from language.news.wished import only_put_off, put_off_beside, sure_of, until_when, wishes_of
from language.orders.handing import HANDING_OVER
from language.references.finding import How

LIKELY = (Status.ON_TRACK, Status.COMPLETE, Status.AT_RISK, Status.DELAYED)
WHICH = "Which action is this about?"
PLAIN = "plainly said of an action that is certain"
UNTOLD = re.compile(r"which|when|how")
WHICH_IS_MEANT = frozenset(["ref.several", How.EITHER])
HANDED = "status.event"  # what merely happened
MANY = 4  # refs named one by one in a question


def decided(scene: Heard, outcomes: Sequence[Outcome]) -> Reading:
    """Apply what is plain, confirm what is inferred, ask where nothing can be read."""
    outcomes = [only_put_off(_handed_over(each, scene), scene) for each in outcomes]
    outcomes = with_excepted(scene, _less_either(outcomes))
    outcomes = [as_not_then(with_second_thoughts(each, scene), scene) for each in outcomes]
    outcomes = [as_prevailing(as_running_on(each, scene), scene) for each in outcomes]
    outcomes = [as_left_at(as_all_trained(each, scene), scene) for each in outcomes]
    told = sum([not each.empty for each in outcomes])
    outcomes = [leaned(each, scene, told > (not each.empty)) for each in outcomes]
    outcomes = [as_only_heard(as_reopened(each, scene), scene) for each in outcomes]
    refused = _refused(scene, outcomes)
    named = {update.ref for each in outcomes for update in each.updates}
    if named and named == set(refused):
        reading = plain_reading(scene, Decision.REFUSE, "none of it is theirs to change")
    else:
        reading = _of_theirs(scene, outcomes, refused)
    if weighed := [found for each in outcomes for found in each.weighed]:
        reading = reading.model_copy(update={"found": (*reading.found, *weighed)})
    if reading.decision in (Decision.REFUSE, Decision.CONFIRM):
        missing = tuple(dict.fromkeys(each.typed for each in scene.unknown))
        reading = reading.model_copy(update={"missing": missing}) if missing else reading
    return reading.model_copy(update={"refused": refused}) if refused else reading


def _less_either(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """Read "7.3 done, 7.4 or 7.5 late" as of 7.3: which of the others is late is told by nobody."""
    surely = [each for each in outcomes if each.topic.how is not How.EITHER]
    if not any(not each.empty for each in surely):
        return outcomes
    return [each if each in surely else replace(each, updates=()) for each in outcomes]


def _handed_over(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "1.1 done, 1.3 is handed over to Jo Fenn" as no word that 1.3 is complete."""
    if HANDED not in outcome.doubts or not scene.words.signs & HANDING_OVER:
        return outcome
    dated = any(each.forecast for each in outcome.updates)
    wishes = wishes_of(scene, outcome.topic.clauses, outcome.topic.refs)
    if dated or not any(isinstance(each, Reassign) for each in wishes):
        return outcome
    untold = (each.model_copy(update={"status": None}) for each in outcome.updates)
    return replace(outcome, updates=tuple(untold))


def _refused(scene: Heard, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    refs = dict.fromkeys([update.ref for each in outcomes for update in each.updates])
    return tuple([ref for ref in refs if not scene.speaker.may_update(ref)])


def _of_theirs(scene: Heard, outcomes: Sequence[Outcome], refused: Sequence[str]) -> Reading:
    told = [each for each in outcomes if not each.empty]
    updates = _merged([u for each in told for u in each.updates if u.ref not in refused])
    wishes = _wishes(scene, outcomes)
    if not updates:
        return _wished(scene, wishes) if wishes else _how(scene, outcomes, refused)
    undated = [each.promise for each in told if each.promise and each.promise.day is None]
    if undated and not any(update.status for update in updates):
        return _when(scene, updates, undated[0].doubt)
    wrong_day = next((each.unsound for each in told if each.unsound), "")
    if wrong_day and len(updates) == 1:
        return _when(scene, updates, wrong_day)
    doubts = _doubts(scene, outcomes, wishes)
    if not WHICH_IS_MEANT.isdisjoint(doubts):
        return _which_of_several(scene, updates)
    return _recorded(scene, (*as_denied(scene, updates, doubts), *wishes), doubts)


def _wishes(scene: Heard, outcomes: Sequence[Outcome]) -> tuple[Intent, ...]:
    """What is wished of the actions of which nothing is told; and when to ask again of any."""
    return tuple(
        wish
        for each in outcomes
        for wish in (wishes_of if each.empty else put_off_beside)(
            scene, each.topic.clauses, each.topic.refs
        )
    )


def _wished(scene: Heard, wishes: tuple[Intent, ...]) -> Reading:
    if (asked := until_when(scene, wishes)) is not None:
        return asked
    return _recorded(scene, wishes, [] if sure_of(wishes) else ["wish"])


def _doubts(
    scene: Heard, outcomes: Sequence[Outcome], wishes: tuple[Intent, ...]
) -> dict[str, None]:
    doubts = [doubt for each in outcomes if not each.empty for doubt in each.doubts]
    topics = [each.topic for each in outcomes]
    updates = [update for each in outcomes if not each.empty for update in each.updates]
    told = frozenset([update.ref for update in updates])
    doubts += loose_ends(scene, topics, (*updates, *wishes))
    if wishes:
        doubts += [] if sure_of(wishes) else ["wish"]
    elif any([_says_nothing(each, told) for each in outcomes]):
        doubts.append("ref.silent")
    return dict.fromkeys([*doubts, "ref.unknown"] if scene.unknown else doubts)


def _recorded(scene: Heard, intents: tuple[Intent, ...], doubts: Iterable[str]) -> Reading:
    why = ", ".join(doubts)
    decision = Decision.CONFIRM if why else Decision.APPLY
    why = f"inferred: {why}" if why else PLAIN
    return Reading(decision=decision, intents=intents, why=why, found=found_in(scene))


def _says_nothing(outcome: Outcome, told: frozenset[str]) -> bool:
    """A reference promises news; silence about it is worth a question."""
    topic = outcome.topic
    if told.issuperset(topic.refs) or topic.excepted:
        return False  # "1.1 and 1.2 aren't: 1.1 is on track and 1.2 is late"; "all done bar 1.3"
    return outcome.empty and bool(topic.named) and topic.how is not How.QUOTED


def _merged(updates: Iterable[Update]) -> tuple[Update, ...]:
    """One update for an action; what was said of it later counts."""
    found: dict[str, Update] = {}
    for update in updates:
        before = found.get(update.ref)
        news = _news(update, before) if before else {}
        found[update.ref] = before.model_copy(update=news) if before else update
    return tuple(found.values())


def _news(update: Update, before: Update) -> dict[str, object]:
    news = {name: getattr(update, name) for name in ("status", "forecast", "percent", "reason")}
    kept = {name: value for name, value in news.items() if value not in (None, "")}
    if before.status is Status.COMPLETE and update.forecast and not update.status:
        kept["status"] = None  # "all done, the last one by Christmas"
    note = " … ".join(filter(None, (before.note, update.note)))
    return kept | {"note": note, "evidence": (*before.evidence, *update.evidence)}


def _which_of_several(scene: Heard, updates: tuple[Update, ...]) -> Reading:
    """Said under a reminder for several, without saying of which."""
    whole = Option(label="All of them" if len(updates) > 2 else "Both", intents=updates)
    each_one = (Option(label=update.ref, intents=(update,)) for update in updates)
    why = "the reminder named several"
    return plain_reading(scene, Decision.ASK, why, WHICH, (whole, *each_one))


def _how(scene: Heard, outcomes: Sequence[Outcome], refused: Sequence[str]) -> Reading:
    """No status can be read: ask for it, with the likely ones."""
    updates = [u for each in outcomes for u in each.updates if u.ref not in refused]
    refs = [update.ref for update in updates]
    promises = (each.promise for each in outcomes)
    doubt = next((each.doubt for each in promises if each and each.doubt), "")
    if doubt:
        return _when(scene, updates, doubt)
    options = tuple(_option(status, updates) for status in LIKELY)
    question = f"How {'does' if len(refs) == 1 else 'do'} {listed(refs)} stand?"
    return plain_reading(scene, Decision.ASK, "no status can be read", question, options)


def _option(status: Status, updates: Sequence[Update]) -> Option:
    intents = tuple(update.model_copy(update={"status": status}) for update in updates)
    return Option(label=status.words.capitalize(), intents=intents)


def _when(scene: Heard, updates: Sequence[Update], doubt: str) -> Reading:
    """By when, where a day was given that cannot be told or is none; or what was told, undated."""
    refs = [update.ref for update in updates]
    told = updates[0].status if updates else None
    label = f"{told.words.capitalize()}, no date yet" if told else "No date yet"
    undated = tuple(each.model_copy(update={"forecast": None}) for each in updates)
    option = Option(label=label, intents=undated, undated=True)
    said = f"I cannot tell {doubt}" if UNTOLD.match(doubt) else f"{doubt[:1].upper()}{doubt[1:]}"
    question = f"By when will {listed(refs)} be finished? ({said}.)"
    return plain_reading(scene, Decision.ASK, doubt, question, (option,))


def listed(refs: Sequence[str]) -> str:
    """The refs as a person would list them: "7.1, 7.2 and 7.4"."""
    if len(refs) > MANY:
        return f"these {len(refs)}"
    return " and ".join(filter(None, [", ".join(refs[:-1]), *refs[-1:]]))
