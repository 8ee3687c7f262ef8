"""Which occurrence of recurring work a message completes: the one that it names, above all.

Where none is named it is the one just past, or the present one. Where it cannot be told, it is
asked which.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from domain.intents import Decision, Intent, Option, Reading, Update
from domain.named_occurrences import Meant, Work, done_now, done_on, named
from domain.occurrences import Occurrence
from domain.work import Status
from language.hearing.heard import Heard
from language.news.deciding import listed
from language.news.periods_told import Told, periods_told, without

INFERRED = "inferred: occurrence"
UNTOLD = "for which period it is done cannot be told"
MANY = "Which periods of {} are complete? Please name them: “March done”."

type Again = Callable[[str], Reading]
"""Reads another text in place of the message."""


def with_occurrences(reading: Reading, scene: Heard, again: Again) -> Reading:
    """The reading with the occurrence of everything in it that comes round and is complete."""
    works = _works(reading, scene)
    if not works:
        return reading
    told = [each for each in periods_told(scene, _refs(reading)) if works.keys() >= set(each.refs)]
    periods = [each for each in told if each.is_period]
    if periods:
        better = again(without(scene, periods))
        if not _completes(better, {ref for each in periods for ref in each.refs}):
            return reading
        reading = _in_their_words(better, reading, scene)
    meant = {ref: _meant(ref, work, told, scene) for ref, work in works.items()}
    return _decided(reading, meant)


def _works(reading: Reading, scene: Heard) -> dict[str, Work]:
    found = {ref: scene.plan.standings[ref] for ref in _refs(reading)}
    plan = scene.plan.plan
    return {
        ref: Work(each.recurs, plan.period, each.done, plan.known_since)
        for ref, each in found.items()
        if each.recurs
    }


def _refs(reading: Reading) -> tuple[str, ...]:
    options = (intent for each in reading.options for intent in each.intents)
    return tuple(dict.fromkeys(each.ref for each in _updates((*reading.intents, *options))))


def _updates(intents: Iterable[Intent]) -> list[Update]:
    return [each for each in intents if isinstance(each, Update)]


def _completes(reading: Reading, refs: set[str]) -> bool:
    """Whether it is now read that these are complete, each of them."""
    recorded = reading.decision in (Decision.APPLY, Decision.CONFIRM)
    done = {each.ref for each in _updates(reading.intents) if each.status is Status.COMPLETE}
    return recorded and refs <= done


def _in_their_words(reading: Reading, before: Reading, scene: Heard) -> Reading:
    """With the words as they were said, the period among them."""
    notes = {each.ref: each.note for each in _updates(before.intents)}
    intents = tuple(
        each.model_copy(update={"note": notes.get(each.ref) or scene.message.text.strip()})
        if isinstance(each, Update)
        else each
        for each in reading.intents
    )
    return reading.model_copy(update={"intents": intents, "found": before.found})


def _meant(ref: str, work: Work, told: Sequence[Told], scene: Heard) -> Meant:
    """What is told of one action; its periods count before the days on which they were done."""
    own = [each for each in told if ref in each.refs]
    periods = [named(work, each.days, scene.today) for each in own if each.is_period]
    if periods:
        return _together(periods)
    if own:
        return done_on(work, own[0].days, scene.today)
    return done_now(work, scene.today)


def _together(found: Sequence[Meant]) -> Meant:
    unsure = next((each for each in found if each.likely), None)
    if unsure:
        return unsure
    rounds = {each.label: each for one in found for each in one.told}
    return Meant(told=tuple(rounds.values()), sure=all(each.sure for each in found))


def _decided(reading: Reading, meant: Mapping[str, Meant]) -> Reading:
    if reading.decision not in (Decision.APPLY, Decision.CONFIRM):
        return reading
    done = [each for each in _updates(reading.intents) if _is_done(each, meant)]
    asked = list(dict.fromkeys(each.ref for each in done if meant[each.ref].likely))
    if asked:
        return _which(reading, asked, meant)
    intents = tuple(one for each in reading.intents for one in _each(each, meant))
    sure = all(meant[each.ref].sure for each in done)
    news: dict[str, object] = {"intents": intents}
    if not sure and reading.decision is Decision.APPLY:
        news |= {"decision": Decision.CONFIRM, "why": INFERRED}
    return reading.model_copy(update=news)


def _is_done(intent: Intent, meant: Mapping[str, Meant]) -> bool:
    if not isinstance(intent, Update) or intent.milestone is not None:
        return False
    return intent.status is Status.COMPLETE and intent.ref in meant


def _each(intent: Intent, meant: Mapping[str, Meant]) -> Sequence[Intent]:
    """The intent once for each occurrence."""
    if not isinstance(intent, Update) or not _is_done(intent, meant):
        return [intent]
    return [_of(intent, each) for each in meant[intent.ref].told] or [intent]


def _of(update: Update, occurrence: Occurrence) -> Update:
    return update.model_copy(update={"milestone": occurrence.label, "forecast": None})


def _which(reading: Reading, asked: Sequence[str], meant: Mapping[str, Meant]) -> Reading:
    """Ask for which period it is, with the likely ones; of several no more than that."""
    options = tuple(_option(reading, each, asked[0], meant) for each in meant[asked[0]].likely)
    question = f"Which period of {asked[0]} is complete?"
    if len(asked) > 1:
        question, options = MANY.format(listed(asked)), ()
    return reading.model_copy(
        update={
            "decision": Decision.ASK,
            "intents": (),
            "question": question,
            "options": options,
            "why": UNTOLD,
        }
    )


def _option(
    reading: Reading, occurrence: Occurrence, ref: str, meant: Mapping[str, Meant]
) -> Option:
    chosen = {**meant, ref: Meant(told=(occurrence,))}
    intents = tuple(one for each in reading.intents for one in _each(each, chosen))
    label = occurrence.label
    return Option(label=f"{label[:1].upper()}{label[1:]}", intents=intents)
