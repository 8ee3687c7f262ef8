"""The news in a message: what is told of which actions, and what is to come of it."""

import re
from collections.abc import Iterable, Sequence

from domain.intents import Decision, Found, Option, Reading, Update
from domain.work import Status
from language.clauses import Clause
from language.cues import REPLYING
from language.guess import Guess, guess
from language.heard import Heard, quoted_refs
from language.leave import of_leave
from language.patterns import pattern
from language.references import How
from language.spoken import Spoken
from language.topics import Topic, topics_of
from language.updates import Outcome, outcome_of, same_for
from language.wished import decided, wishes_of
from language.words import word_set

LIKELY = (Status.ON_TRACK, Status.COMPLETE, Status.AT_RISK, Status.DELAYED)
MEANT = re.compile(r"\b(?:i meant?|no,? wait|scratch that|make that|should (?:be|say|read))\b")
LIKEWISE = pattern("told.likewise")
COURTEOUS = pattern("told.courteous")
WHICH = "Which action is this about?"
CHATTER = word_set("told.chatter")


def news_in(scene: Heard, asking: frozenset[int]) -> Reading:
    """Read all that is told but in the sentences that ask."""
    clauses = [
        each for each in scene.clauses if each.sentence not in asking and not _of_leave(scene, each)
    ]
    if _is_chatter(scene, clauses):
        return _plain(Decision.NONE, "a courtesy", scene)
    topics = _topics(scene, clauses)
    if not topics:
        return _without_action(scene, clauses)
    spoken = _spoken(scene)
    outcomes = [outcome_of(topic, spoken, scene.plan) for topic in topics]
    return _decided(scene, _corrected(scene, _likewise(scene, outcomes)))


def _of_leave(scene: Heard, clause: Clause) -> bool:
    """Read "7.3 amber and I'm away until 4 January": the date is not the action's."""
    return of_leave(scene.words, clause) and not any(
        clause.holds(each.first) for each in scene.marked.mentions
    )


def _spoken(scene: Heard) -> Spoken:
    return Spoken(scene.typed, scene.words, scene.marked, scene.today, scene.slips)


def _topics(scene: Heard, clauses: Sequence[Clause]) -> list[Topic]:
    about = tuple(ref for ref in scene.message.about if ref in scene.plan.order)
    if len(about) > 1 and not scene.marked.mentions:
        by_title = _by_title(scene, clauses, about)
        if len(by_title) > 1:
            return by_title
    return topics_of(clauses, scene.marked.mentions, about)


def _likewise(scene: Heard, outcomes: list[Outcome]) -> list[Outcome]:
    """Read "7.1 finished and so is 7.2": the same is said of both."""
    found: list[Outcome] = []
    for each in outcomes:
        if found and each.empty and LIKEWISE.search(_words_of(scene, each)):
            each = same_for(each, found[-1])
        found.append(each)
    return found


def _corrected(scene: Heard, outcomes: list[Outcome]) -> list[Outcome]:
    """Read "6.4 done, no wait, I mean 6.2": what was said of the first is taken back."""
    kept: list[Outcome] = []
    for each in outcomes:
        before = kept[-1] if kept else None
        if before and before.topic.named and each.topic.named:
            tokens = scene.words.tokens
            between = scene.words.low[
                tokens[max(before.topic.named)].end : tokens[min(each.topic.named)].start
            ]
            if MEANT.search(between):
                kept.pop()
        kept.append(each)
    return kept


def _words_of(scene: Heard, outcome: Outcome) -> str:
    clauses = outcome.topic.clauses
    tokens = scene.words.tokens
    return scene.words.low[tokens[clauses[0].first].start : tokens[clauses[0].beyond - 1].end]


def _by_title(scene: Heard, clauses: Sequence[Clause], about: Sequence[str]) -> list[Topic]:
    """Under a reminder for several: each clause by the title that it speaks of."""
    found: list[Topic] = []
    for clause in clauses:
        some = [clause]
        likely = guess(scene.words, some, frozenset(), scene.plan, about, about)
        ref = likely.refs[0] if likely.clear and likely.refs[0] in about else None
        if ref:
            found.append(Topic((ref,), How.TITLE, frozenset(), list(some)))
        elif found:
            found[-1].clauses += some
    return found


def _is_chatter(scene: Heard, clauses: Sequence[Clause]) -> bool:
    if not scene.marked.mentions and COURTEOUS.match(scene.words.low) and not _tells(scene):
        return True
    if scene.marked.mentions or any(
        each.term.status and each.term.strength != "idiom" for each in scene.marked.hits
    ):
        return False
    words = [scene.words.norm(at) for each in clauses for at in range(each.first, each.beyond)]
    telling = [
        each
        for each in words
        if each[:1].isalnum() or len(each) > 1 or ord(each[:1] or " ") > 0x2000
    ]
    return all(each in CHATTER for each in telling) and not _only_status(scene, telling)


def _tells(scene: Heard) -> bool:
    """Says how something stands, or by when it is done."""
    status = any(each.term.status and each.term.strength != "event" for each in scene.marked.hits)
    replying = any(token.norm in REPLYING for token in scene.words.tokens)
    return status or (bool(scene.marked.dates) and not replying) or len(scene.words.tokens) > 16


def _only_status(scene: Heard, telling: Sequence[str]) -> bool:
    """Under a reminder "fine" and "no problem" are news; "ok thanks" and "will do" are not."""
    idioms = [each for each in scene.marked.hits if each.term.status]
    courtesy = {"thanks", "thank", "cheers", "ta", "noted", "will", "got", "ok", "okay", "no"}
    return bool(scene.message.about and idioms) and not courtesy & set(telling)


def _without_action(scene: Heard, clauses: Sequence[Clause]) -> Reading:
    """No reference and no reminder: a title, a quotation, a mistyped number, or not for us."""
    refs = quoted_refs(scene)
    if refs:
        topic = Topic(refs, How.QUOTED, frozenset(), list(clauses))
        return _decided(scene, [outcome_of(topic, _spoken(scene), scene.plan)])
    if scene.unknown:
        return _unknown(scene)
    return _by_its_title(scene, clauses)


def _by_its_title(scene: Heard, clauses: Sequence[Clause]) -> Reading:
    told = any(each.term.status for each in scene.marked.hits) or bool(scene.marked.dates)
    if not told or not clauses:
        return _plain(Decision.NONE, "names no action and tells nothing of one", scene)
    taken = {
        at
        for each in scene.marked.hits
        if each.term.status and each.term.strength != "event"
        for at in range(each.first, each.beyond)
    }
    taken |= {at for each in scene.marked.dates for at in range(each.first, each.beyond)}
    likely = guess(scene.words, clauses, taken, scene.plan, scene.speaker.own, scene.speaker.may)
    outcomes = [_titled(scene, clauses, ref) for ref in likely.refs]
    outcomes = [each for each in outcomes if not each.empty and _told_well(each, likely)]
    if likely.clear and outcomes and outcomes[0].topic.refs == likely.refs[:1]:
        return _decided(scene, outcomes[:1])
    if outcomes:
        return _which(scene, outcomes)
    if not scene.message.about and _is_bare_status(scene, clauses):
        return _plain(
            Decision.ASK,
            "tells how something stands, but not which action",
            scene,
            WHICH,
            _own(scene, clauses),
        )
    return _plain(Decision.NONE, "names no action of the plan", scene)


def _is_bare_status(scene: Heard, clauses: Sequence[Clause]) -> bool:
    """Little but a status: somebody means an action, and has not said which."""
    outcome = outcome_of(
        Topic((), How.TITLE, frozenset(), list(clauses)), _spoken(scene), scene.plan
    )
    return (
        any(each.direct and each.level == 3 for each in outcome.claims)
        and len(scene.words.tokens) <= 12
    )


def _own(scene: Heard, clauses: Sequence[Clause]) -> tuple[Option, ...]:
    """The speaker's own actions as likely answers, where they are few."""
    if len(scene.own) > 5:
        return ()
    outcomes = (_titled(scene, clauses, ref) for ref in scene.own)
    return tuple(Option(label=each.updates[0].ref, intents=each.updates) for each in outcomes)


def _told_well(outcome: Outcome, likely: Guess) -> bool:
    """What merely happened is news of an action only where its title is well spoken of."""
    return likely.hits > 1 or "status.event" not in outcome.doubts


def _titled(scene: Heard, clauses: Sequence[Clause], ref: str) -> Outcome:
    from language.titles import stem, stems

    title = set(stems(scene.plan.standings[ref].title))
    named = frozenset(
        at
        for clause in clauses
        for at in range(clause.first, clause.beyond)
        if stem(scene.words.norm(at)) in title
    )
    topic = Topic((ref,), How.TITLE, _filled(scene, named, clauses), list(clauses))
    return outcome_of(topic, _spoken(scene), scene.plan)


def _filled(scene: Heard, named: frozenset[int], clauses: Sequence[Clause]) -> frozenset[int]:
    """Words between words of the title belong to it."""
    filled = set(named)
    for clause in clauses:
        inside = [at for at in named if clause.holds(at)]
        status = {
            at
            for each in scene.marked.hits
            if each.term.status
            for at in range(each.first, each.beyond)
        }
        if inside:
            filled |= set(range(min(inside), max(inside) + 1)) - status
    return frozenset(filled)


def _which(scene: Heard, outcomes: Sequence[Outcome]) -> Reading:
    mine = [each for each in outcomes if scene.speaker.may_update(each.updates[0].ref)]
    if not mine:
        return _plain(Decision.ASK, "no action of theirs is named", scene, WHICH)
    options = tuple(Option(label=each.updates[0].ref, intents=each.updates) for each in mine)
    return _plain(Decision.ASK, "several actions may be meant", scene, WHICH, options)


def _unknown(scene: Heard) -> Reading:
    """A reference that the plan does not have: the nearest ones are offered."""
    unknown = scene.unknown[0]
    near = [ref for ref in scene.plan.near(unknown.typed) if scene.speaker.may_update(ref)]
    clauses = list(scene.clauses)
    named = frozenset(range(unknown.first, unknown.beyond))
    outcomes = [
        outcome_of(Topic((ref,), How.TYPED, named, clauses), _spoken(scene), scene.plan)
        for ref in near
    ]
    options = tuple(
        Option(label=each.updates[0].ref, intents=each.updates)
        for each in outcomes
        if not each.empty
    )
    question = f"The plan has no {unknown.typed}. Which one do you mean?"
    return _plain(Decision.ASK, "the plan has no such reference", scene, question, options)


def _decided(scene: Heard, outcomes: Sequence[Outcome]) -> Reading:
    """Apply what is plain, confirm what is inferred, ask where nothing can be read."""
    told = [each for each in outcomes if not each.empty]
    refused = tuple(
        dict.fromkeys(
            u.ref for each in outcomes for u in each.updates if not scene.speaker.may_update(u.ref)
        )
    )
    named = [u.ref for each in outcomes for u in each.updates]
    if named and len(refused) == len(set(named)):
        return _plain(Decision.REFUSE, "none of it is theirs to change", scene).model_copy(
            update={"refused": refused}
        )
    updates = _merged(u for each in told for u in each.updates if u.ref not in refused)
    wishes = tuple(
        wish
        for each in outcomes
        if each.empty
        for wish in wishes_of(scene, each.topic.clauses, each.topic.refs)
    )
    if not updates and wishes:
        return decided(wishes)
    if not updates:
        return _how(scene, outcomes, refused)
    doubts = [doubt for each in told for doubt in each.doubts]
    if not wishes and any(_says_nothing(scene, each) for each in outcomes):
        doubts.append("ref.silent")
    if doubts and "ref.several" in doubts:
        return _which_of_several(scene, updates)
    if scene.unknown:
        doubts.append("ref.unknown")
    if any(each.promise and each.promise.day is None for each in told) and not any(
        u.status for u in updates
    ):
        return _when(scene, updates, told)
    decision = Decision.CONFIRM if doubts else Decision.APPLY
    why = (
        f"inferred: {', '.join(dict.fromkeys(doubts))}"
        if doubts
        else "plainly said of an action that is certain"
    )
    if wishes and decided(wishes).decision is Decision.CONFIRM:
        decision = Decision.CONFIRM
    return Reading(
        decision=decision,
        intents=(*updates, *wishes),
        refused=refused,
        why=why,
        found=_found(scene, outcomes),
    )


def _says_nothing(scene: Heard, outcome: Outcome) -> bool:
    """A reference that opens a clause promises news; where none can be read, that is worth a question."""
    if not outcome.empty or outcome.topic.how is not How.TYPED or not outcome.topic.clauses:
        return False
    named, clause = min(outcome.topic.named), outcome.topic.clauses[0]
    return named == clause.first and clause.beyond - named > 3


def _which_of_several(scene: Heard, updates: tuple[Update, ...]) -> Reading:
    """Said under a reminder for several, without saying of which."""
    each_one = tuple(Option(label=update.ref, intents=(update,)) for update in updates)
    options = (
        Option(label="All of them" if len(updates) > 2 else "Both", intents=updates),
        *each_one,
    )
    return _plain(Decision.ASK, "the reminder named several", scene, WHICH, options)


def _merged(updates: Iterable[Update]) -> tuple[Update, ...]:
    """One update for an action; what was said of it later counts."""
    found: dict[str, Update] = {}
    for update in updates:
        before = found.get(update.ref)
        found[update.ref] = (
            update if before is None else before.model_copy(update=_news(update, before))
        )
    return tuple(found.values())


def _news(update: Update, before: Update) -> dict[str, object]:
    news = {name: value for name, value in update.model_dump(exclude_none=True).items() if value}
    return news | {
        "note": f"{before.note} {update.note}".strip(),
        "evidence": (*before.evidence, *update.evidence),
    }


def _how(scene: Heard, outcomes: Sequence[Outcome], refused: tuple[str, ...]) -> Reading:
    """No status can be read: ask for it, with the likely ones."""
    when = next((each.promise for each in outcomes if each.promise and each.promise.doubt), None)
    updates = [u for each in outcomes for u in each.updates if u.ref not in refused]
    refs = [u.ref for u in updates]
    if when is not None:
        question = (
            f"By when will {_listed(refs)} be finished? ({when.doubt[:1].upper()}{when.doubt[1:]}.)"
        )
        return _plain(Decision.ASK, when.doubt, scene, question).model_copy(
            update={"refused": refused}
        )
    options = tuple(
        Option(
            label=status.words.capitalize(),
            intents=tuple(u.model_copy(update={"status": status}) for u in updates),
        )
        for status in LIKELY
    )
    verb = "does" if len(refs) == 1 else "do"
    question = f"How {verb} {_listed(refs)} stand?"
    reading = _plain(Decision.ASK, "no status can be read", scene, question, options)
    return reading.model_copy(update={"refused": refused})


def _when(scene: Heard, updates: tuple[Update, ...], told: Sequence[Outcome]) -> Reading:
    doubt = next(each.promise.doubt for each in told if each.promise and each.promise.day is None)
    question = f"By when will {_listed([u.ref for u in updates])} be finished? ({doubt[:1].upper()}{doubt[1:]}.)"
    return _plain(Decision.ASK, doubt, scene, question)


def _listed(refs: Sequence[str]) -> str:
    if len(refs) > 4:
        return f"these {len(refs)}"
    return ", ".join(refs[:-1]) + (" and " if len(refs) > 1 else "") + refs[-1] if refs else "it"


def _plain(
    decision: Decision, why: str, scene: Heard, question: str = "", options: tuple[Option, ...] = ()
) -> Reading:
    return Reading(
        decision=decision, why=why, question=question, options=options, found=_found(scene)
    )


def _found(scene: Heard, outcomes: Sequence[Outcome] = ()) -> tuple[Found, ...]:
    """What was recognised, in the order of the text."""
    spans = [
        (each.first, each.beyond, str(each.how), ", ".join(each.refs))
        for each in scene.marked.mentions
    ]
    spans += [
        (each.first, each.beyond, each.said.rule, str(each.day or each.said.doubt or ""))
        for each in scene.marked.dates
    ]
    spans += [
        (each.first, each.beyond, each.term.rule, each.term.value) for each in scene.marked.hits
    ]
    tokens = scene.typed.tokens
    return tuple(
        Found(
            rule=rule,
            start=tokens[first].start,
            end=tokens[beyond - 1].end,
            text=scene.typed.quote(first, beyond),
            value=value,
        )
        for first, beyond, rule, value in sorted(spans)
    )
