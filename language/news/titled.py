"""News of an action that is not named by its reference, but by words of its title."""

from collections.abc import Sequence

from domain.intents import Decision, Option, Reading
from language.claims.spoken import claims_of
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard, quoted_refs
from language.hearing.recognised import plain_reading
from language.lexicon.text import tokens_of
from language.news.deciding import WHICH, decided
from language.news.drafting import outcome_of
from language.news.few_words import in_few_words
from language.news.guess import Guess, guess
from language.news.in_part import in_part
from language.news.updates import Outcome
from language.references.finding import How, Unknown
from language.references.titles import stem

LAUGHS = frozenset(["😂", "🤣", "😅", ":joy:", ":rofl:", "lol", "haha", "hahaha", "lmao"])
SHORT = 12  # words; more than a bare status has
FEW = 5  # actions of one's own that are offered as answers


def without_ref(scene: Heard, clauses: Sequence[Clause]) -> Reading:
    """No reference and no reminder: a quotation, a mistyped number, a title, or not for us."""
    refs = quoted_refs(scene)
    if refs:
        topic = Topic(refs, How.QUOTED, clauses=list(clauses))
        return decided(scene, [outcome_of(topic, scene.spoken, scene.plan)])
    return of_unknown(scene, scene.unknown[0]) if scene.unknown else _by_title(scene, clauses)


def _in_jest(scene: Heard) -> bool:
    """Read "lorry stuck in the snow again 😂" as no news: nothing is told in so many words."""
    if LAUGHS.isdisjoint(scene.words.said):
        return False
    told = (each for each in scene.marked.hits if each.term.status)
    return all(
        each.term.strength in ("hint", "perhaps", "idiom", "event", "cheer") for each in told
    )


def _by_title(scene: Heard, clauses: Sequence[Clause]) -> Reading:
    told = any(each.term.status for each in scene.marked.hits) or bool(scene.marked.dates)
    if not clauses or _in_jest(scene):
        return plain_reading(scene, Decision.NONE, "names no action and tells nothing of one")
    speaker = scene.speaker
    taken = _told(scene)
    likely = guess(scene.words, clauses, taken, scene.plan, speaker.own, speaker.may)
    if not told:
        return _in_its_own_words(scene, clauses, likely)
    read = (_titled(scene, clauses, ref) for ref in likely.refs)
    told_well = (each for each in read if not each.empty and _told_well(each, likely))
    first = next(told_well, None)
    if first is None:
        named = _named_well(scene, likely) and not any(each.asks for each in clauses)
        own_words = _in_its_own_words if named else None
        return own_words(scene, clauses, likely) if own_words else _of_no_action(scene, clauses)
    if likely.clear and first.topic.refs == likely.refs[:1]:
        return decided(scene, [first])
    options = _options([first, *told_well])
    return plain_reading(scene, Decision.ASK, "several may be meant", WHICH, options)


def _in_its_own_words(scene: Heard, clauses: Sequence[Clause], likely: Guess) -> Reading:
    """Of an action whose title is well spoken of, though no word of ours says how it stands."""
    if any(each.asks for each in clauses) or not _named_well(scene, likely):
        why = "names no action and tells nothing of one"
        return plain_reading(scene, Decision.NONE, why)
    return decided(scene, in_few_words([_titled(scene, clauses, likely.refs[0])], scene))


def _named_well(scene: Heard, likely: Guess) -> bool:
    """Two words of the title of one's own action, and of no other."""
    own = likely.refs[:1] and likely.refs[0] in scene.speaker.own
    return bool(own) and likely.clear and likely.hits > 1


def _of_no_action(scene: Heard, clauses: Sequence[Clause]) -> Reading:
    if scene.message.about or not _is_bare_status(scene, clauses):
        return plain_reading(scene, Decision.NONE, "names no action of the plan")
    own = scene.own if len(scene.own) <= FEW else ()
    options = _options([_titled(scene, clauses, ref) for ref in own])
    return plain_reading(scene, Decision.ASK, "tells a status, but not of what", WHICH, options)


def _told(scene: Heard) -> frozenset[int]:
    """The tokens that tell a status or a date, and so speak for no title."""
    hits = (each for each in scene.marked.hits if each.term.status)
    return tokens_of((each for each in hits if each.term.strength != "event"), scene.marked.dates)


def _is_bare_status(scene: Heard, clauses: Sequence[Clause]) -> bool:
    """Little but a status: somebody means an action, and has not said which."""
    if len(scene.words.tokens) > SHORT:
        return False
    claims = claims_of(Topic((), How.TITLE, clauses=list(clauses)), scene.spoken)
    return any(each.direct and each.level == 3 for each in claims)


def _told_well(outcome: Outcome, likely: Guess) -> bool:
    """What merely happened is news of an action only where its title is well spoken of."""
    return likely.hits > 1 or "status.event" not in outcome.doubts


def _titled(scene: Heard, clauses: Sequence[Clause], ref: str) -> Outcome:
    title = scene.plan.titles.titled[ref]
    status = tokens_of(each for each in scene.marked.hits if each.term.status)
    named = {at for each in clauses for at in _named(scene, each, title)} - status
    topic = Topic((ref,), How.TITLE, named, list(clauses))
    return in_part(outcome_of(topic, scene.spoken, scene.plan), scene)


def _named(scene: Heard, clause: Clause, title: frozenset[str]) -> range:
    """From the first word of the title to the last, with the words between."""
    span = range(clause.first, clause.beyond)
    inside = [at for at in span if stem(scene.words.norm(at)) in title]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def of_unknown(scene: Heard, unknown: Unknown) -> Reading:
    """A reference that the plan does not have: the nearest ones are offered."""
    near = [ref for ref in scene.plan.near(unknown.typed) if scene.speaker.may_update(ref)]
    named, clauses = set(range(unknown.first, unknown.beyond)), list(scene.clauses)
    topics = [Topic((ref,), How.TYPED, named, clauses) for ref in near]
    outcomes = [outcome_of(each, scene.spoken, scene.plan) for each in topics]
    question = f"The plan has no {unknown.typed}. Which one do you mean?"
    why = "the plan has no such reference"
    return plain_reading(scene, Decision.ASK, why, question, _options(outcomes))


def _options(outcomes: Sequence[Outcome]) -> tuple[Option, ...]:
    return tuple(
        Option(label=each.updates[0].ref, intents=each.updates)
        for each in outcomes
        if not each.empty
    )
