"""Snoozing, handing over, disowning and leave: what is wished rather than told."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from domain.intents import Away, Decision, Intent, Option, Reading, Snooze
from language.clauses.splitting import Clause
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.own_word import own_word
from language.news.updates import Outcome
from language.orders.asking import is_question
from language.orders.handing import DISOWN, disowned, reassignment
from language.orders.leave import is_plainly_leave
from language.promises.sound_days import is_wrong

SNOOZE = pattern("wishes.snooze")
OF_REMINDER = pattern("wishes.of_reminder")
TOO_EARLY = pattern("wishes.too_early")
FIRST = pattern("handing.first")
LEFT_SINCE = pattern("handing.left_since")
ASKED_OVER = pattern("handing.asked")  # "could 7.3 go over to Jo Fenn?" wishes
ASKING = frozenset(["so", "please", "pls", "and", "can", "could", "you", "maybe", "but", "then"])
NOT_YET = "status.not-complete"
MOST_OF_A_YEAR = timedelta(days=300)
UNTIL_WHEN = "Until when are you away?"
FROM_WHEN = "From when until when are you away?"


def wishes_in(scene: Heard) -> Reading | None:
    """What is wished of the whole message, or None where it tells or asks."""
    low, signs = scene.words.low, scene.words.signs
    disowns = not scene.marked.mentions and FIRST.match(low, signs) is not None
    gone = len(scene.sentences) == 1 or LEFT_SINCE.search(low, signs) is not None
    if _has_news(scene) and not (disowns and gone) and not OF_REMINDER.match(low, signs):
        return None
    if (known := own_word(scene)) is not None:
        return known
    wished = SNOOZE.search(low, signs) or DISOWN.search(low, signs) or ASKED_OVER.match(low, signs)
    if not wished and is_question(low, low.rstrip().endswith("?"), signs):
        return None
    if (leave := _of_leave(scene)) is not None:
        return leave
    wishes = wishes_of(scene, scene.clauses, scene.named)
    if not wishes:
        return None
    if (asked := until_when(scene, wishes)) is not None:
        return asked
    decision = Decision.APPLY if sure_of(wishes) else Decision.CONFIRM
    return _reading(decision, wishes, "wishes something of the action")


def _of_leave(scene: Heard) -> Reading | None:
    """When they are away; asked for, where it is not told or cannot be meant."""
    leave, doubt, spoken = scene.absence
    if doubt:
        question = f"{FROM_WHEN} ({doubt[:1].upper()}{doubt[1:]}.)"
        return Reading(decision=Decision.ASK, question=question, why=doubt)
    if leave:
        if any(_is_over_the_year(each, scene.today) for each in scene.marked.dates):
            return _reading(Decision.CONFIRM, leave, "says that they are away most of a year")
        intents: tuple[Intent, ...] = (*leave, *_asked_again(scene, leave[-1]))
        if not is_plainly_leave(scene.words.low):
            return _reading(Decision.CONFIRM, intents, "may be away")
        return _reading(Decision.APPLY, intents, "says that they are away")
    if spoken and not scene.named:
        return Reading(decision=Decision.ASK, question=UNTIL_WHEN, why="away, but not until when")
    return None


def _asked_again(scene: Heard, leave: Away) -> Iterator[Snooze]:
    """Read "off until Friday, nudge me on Monday" as both; on leave nobody is asked anyway."""
    wished = SNOOZE.search(scene.words.low, scene.words.signs)
    if not wished:
        return
    tokens = scene.words.tokens
    until = day_ahead(
        [each for each in scene.marked.dates if tokens[each.first].start >= wished.start()],
        scene.today,
    )
    if until and until > leave.until:
        yield from (Snooze(ref=ref, until=until) for ref in scene.named)


def until_when(scene: Heard, wishes: Sequence[Intent]) -> Reading | None:
    """Ask, where a reminder is put off to a day that there is not, or that has passed."""
    refs = [each.ref for each in wishes if isinstance(each, Snooze) and each.until is None]
    doubt = _no_day(scene.marked.dates, scene.today) if refs else ""
    if not doubt:
        return None
    named = " and ".join(filter(None, [", ".join(refs[:-1]), *refs[-1:]]))
    question = f"On which day shall I ask about {named}? ({doubt[:1].upper()}{doubt[1:]}.)"
    options = tuple(
        Option(label=label, intents=tuple(Snooze(ref=ref, until=day) for ref in refs))
        for label, day in _likely(scene.today)
    )
    return Reading(decision=Decision.ASK, question=question, why=doubt, options=options)


def _no_day(dates: Sequence[Dated], today: date) -> str:
    """What is wrong with a day that was named; "" where none was, or it may be meant."""
    wrong = (each.said.doubt for each in dates if is_wrong(each))
    passed = any(each.day and _has_passed(each, today) for each in dates)
    return next(wrong, "that day has passed" if passed else "")


def _has_passed(dated: Dated, today: date) -> bool:
    """Whether a day is over, or was so lately that without its year it is next year's."""
    if dated.day is None or dated.day <= today:
        return dated.day is not None
    return _is_over_the_year(dated, today)


def _is_over_the_year(dated: Dated, today: date) -> bool:
    """Whether a day without its year is next year's only because this year's has just passed."""
    ahead = dated.day - today if dated.day else timedelta(0)
    return dated.said.yearless and ahead > MOST_OF_A_YEAR


def _likely(today: date) -> Iterator[tuple[str, date]]:
    for label, days in (("Tomorrow", 1), ("In a week", 7), ("In a month", 28)):
        yield label, today + timedelta(days=days)


def put_off_until(scene: Heard, refs: Sequence[str]) -> Reading | None:
    """Read "4 April" as the day on which to ask again, where that was asked."""
    until = day_ahead(scene.marked.dates, scene.today)
    wishes = tuple(Snooze(ref=ref, until=until) for ref in refs)
    if until:
        return _reading(Decision.APPLY, wishes, "says when to ask again")
    return until_when(scene, wishes)


def wishes_of(scene: Heard, clauses: Sequence[Clause], refs: Sequence[str]) -> tuple[Intent, ...]:
    """What some clauses wish of some actions."""
    if not clauses or not refs:
        return ()
    first, beyond = clauses[0].first, max(each.beyond for each in clauses)
    low, signs = scene.words.span(first, beyond), scene.words.signs
    raw = scene.typed.quote(first, beyond)
    dates = [each for each in scene.marked.dates if first <= each.first < beyond]
    handed = reassignment(raw, refs, scene.plan, signs)
    return (
        tuple(each for each in handed if each.to != scene.speaker.name)
        or tuple(disowned(low, refs, signs))
        or tuple(_snoozes(scene, first, beyond, refs, dates))
    )


def put_off_beside(
    scene: Heard, clauses: Sequence[Clause], refs: Sequence[str]
) -> tuple[Intent, ...]:
    """Read "Red. Ask me again on 1 March" as both: a sentence of its own says until when."""
    sentences = {each.sentence for each in clauses}
    if len(sentences) < 2 or not SNOOZE.sign & scene.words.signs:
        return ()
    return _wished_last(scene, [e for e in clauses if e.sentence == max(sentences)], refs)


def _wished_last(scene: Heard, last: Sequence[Clause], refs: Sequence[str]) -> tuple[Intent, ...]:
    """Until when the last of what is said puts it off, where that tells nothing else."""
    if any(each.term.status for clause in last for each in scene.spoken.hits(clause)):
        return ()
    wishes = wishes_of(scene, last, refs)
    return wishes if wishes and sure_of(wishes) else ()


def only_put_off(outcome: Outcome, scene: Heard) -> Outcome:
    """Read "the accounts aren't signed off, ask me on Monday" as when to ask, and as no more."""
    if not _tells_nothing_yet(outcome, scene):
        return outcome
    refs = outcome.topic.refs
    last = _from_the_wish(scene, outcome.topic.clauses)
    if len({*scene.named}) > len(refs) or not last or not _wished_last(scene, last, refs):
        return outcome
    untold = (each.model_copy(update={"status": None}) for each in outcome.updates)
    return replace(outcome, updates=tuple(untold))


def _tells_nothing_yet(outcome: Outcome, scene: Heard) -> bool:
    """It is not done yet, or it is too early to say; and no day is promised."""
    if any(each.forecast for each in outcome.updates) or not outcome.topic.clauses:
        return False
    first = outcome.topic.clauses[0]
    opening = scene.words.span(first.first, first.beyond)
    early = TOO_EARLY.match(opening, scene.words.signs) is not None
    return NOT_YET in outcome.doubts or early


def _from_the_wish(scene: Heard, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses from that on which opens with "chase me", and is not the first."""
    opens = (at for at, each in enumerate(clauses) if at and _opens_with_wish(scene, each))
    return clauses[next(opens, len(clauses)) :]


def _opens_with_wish(scene: Heard, clause: Clause) -> bool:
    low = scene.words.span(clause.first, clause.beyond)
    match = SNOOZE.search(low, scene.words.signs)
    return match is not None and ASKING.issuperset(low[: match.start()].split())


def sure_of(wishes: Sequence[Intent]) -> bool:
    """A reminder put off until a day is plain; all else is confirmed."""
    return all(isinstance(each, Snooze) and each.until for each in wishes)


def leave_in(scene: Heard) -> tuple[Away, ...]:
    """Leave that is told of beside the news."""
    leave = scene.absence.leave
    return leave if leave and scene.named and _has_news(scene) else ()


def _snoozes(
    scene: Heard, first: int, beyond: int, refs: Sequence[str], dates: Sequence[Dated]
) -> list[Snooze]:
    """ "Ask me again on Friday"."""
    low = scene.words.span(first, beyond)
    match = SNOOZE.search(low, scene.words.signs)
    if not match:
        return []
    start = scene.words.tokens[first].start + match.start()
    until = day_ahead(_from(scene, dates, start), scene.today)
    if match.group() == "not now" and until is None and len(low.split()) > 4:
        return []
    return [Snooze(ref=ref, until=until) for ref in refs]


def _from(scene: Heard, dates: Sequence[Dated], start: int) -> Sequence[Dated]:
    """The days from the wish on, or else the last before it.

    Read "the board sits on Wednesday, ping me on Thursday" as Thursday, "the board sits on the
    19th, ask me then" as the 19th, and "once the Q3 figures land, say 2 Feb" as that day.
    """
    tokens, norm = scene.words.tokens, scene.words.norm
    said = [each for each in dates if "say" in (norm(each.first - 1), norm(each.beyond))]
    if said and said[0].said.first == said[0].said.last:
        return said
    after = [each for each in dates if tokens[each.first].start >= start]
    return after if any(each.said.first or each.said.length for each in after) else dates[-1:]


def day_ahead(dates: Sequence[Dated], today: date) -> date | None:
    """The first day named that is to come; not one of next year that has only just passed."""
    for each in dates:
        day = each.said.length.after(today) if each.said.length else each.said.first
        if day and day > today:
            passed = each.said.yearless and day - today > MOST_OF_A_YEAR
            return None if passed else day
    return None


def _has_news(scene: Heard) -> bool:
    """A status in so many words; of several actions each of its own, in a figure of speech too."""
    telling = {"said", "label", "mark", "local"}
    if len({each.refs for each in scene.marked.mentions}) > 1:
        telling.add("idiom")
    told = any([each.term.status and each.term.strength in telling for each in scene.marked.hits])
    return told or "%" in scene.words.said


def _reading(decision: Decision, intents: tuple[Intent, ...], why: str) -> Reading:
    return Reading(decision=decision, intents=intents, why=why)
