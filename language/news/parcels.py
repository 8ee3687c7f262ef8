"""Under a reminder for several, which part of the answer is about which of them.

Officers answer by what the actions are about ("booklet's at the printers, third visit done"), or
simply in their order. The choice is among a few: the parts are dealt out as is likeliest on the
whole, each action getting parts that stand together.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.text import ENDS, is_emoji
from language.lexicon.words import word_set
from language.news.few_words import said_in
from language.news.in_a_row import in_a_row
from language.news.likeness import evidence
from language.news.verbless import tells
from language.references.finding import How
from language.references.replied import OTHERS

MOST = 12  # parts; more are a report and no answer
JOINTS = word_set("parcels.joints")
LIGHT = word_set("parcels.light")
SURE = 0.5  # evidence by which a part plainly names an action
COVERED, NEXT, OPENS = 0.4, 0.3, 0.3
EVEN = 0.3  # where there are as many parts as actions
UNNAMED, SKIPPED, SILENT = 0.8, 0.6, 0.3


class Part(NamedTuple):
    """Some words that may be about one action, and how surely they name each."""

    clause: Clause
    named: Sequence[float]
    told: bool  # a status, a day or a share is told in it
    opens: bool  # a sentence begins here

    @property
    def anchored(self) -> bool:
        return max(self.named) >= SURE


class Dealt(NamedTuple):
    """To which action each part has been given so far; -1 to none. ``score``: how likely it is."""

    score: float
    places: tuple[int, ...]

    @property
    def taken(self) -> frozenset[int]:
        return frozenset(self.places)


def parcels(scene: Heard, clauses: Sequence[Clause], about: Sequence[str]) -> list[Topic]:
    """The actions of the reminder that are told of, each with its own parts; none where unsure."""
    clauses = [part for each in clauses for part in _others_apart(scene, each)]
    of_others = next((each for each in clauses if _is_of_others(scene, each)), None)
    parts = list(_parts(scene, (each for each in clauses if each != of_others), about))
    if not 0 < len(parts) <= MOST:
        return []
    even = EVEN if len(parts) == len(about) else 0.0
    places = _dealt(parts, len(about), even).places
    rest = tuple(ref for place, ref in enumerate(about) if place not in places)
    if of_others and not rest:
        return parcels(scene, [each for each in clauses if each != of_others], about)
    if not _is_likely(parts, places, len(about), scene):
        return []
    others = [Topic(rest, How.TITLE, clauses=[of_others])] if of_others else []
    return [*in_a_row(_topics(parts, places, about, scene), scene), *others]


def _others_apart(scene: Heard, clause: Clause) -> Sequence[Clause]:
    """Read "guide ✅ other one 🟠" as two, of which the second is of the others."""
    for at in range(clause.first + 1, clause.beyond - 1):
        if is_emoji(scene.words.tokens[at]):
            after = clause._replace(first=at + 1)
            if _is_of_others(scene, after):
                return clause._replace(beyond=at + 1), after
    return (clause,)


def _is_of_others(scene: Heard, clause: Clause) -> bool:
    """Read "guide done, the rest on track" as of the others."""
    told = any(each.term.status for each in scene.spoken.hits(clause))
    joined = scene.words.norm(clause.first) in ("but", "and")
    span = scene.words.span(clause.first + joined, clause.beyond)
    return told and OTHERS.match(span, scene.words.signs) is not None


def _topics(
    parts: Sequence[Part], places: Sequence[int], about: Sequence[str], scene: Heard
) -> list[Topic]:
    topics: dict[int, Topic] = {}
    for part, place in zip(parts, places, strict=True):
        if place >= 0:
            topic = topics.setdefault(place, Topic((about[place],), How.TITLE))
            topic.clauses.append(part.clause)
            topic.named |= _title_words(scene, part.clause, about[place])
    return list(topics.values())


def _title_words(scene: Heard, clause: Clause, ref: str) -> set[int]:
    """Where a clause has words of a title that neither tell nor are of a date."""
    title, free = scene.plan.titles.titled[ref], set(clause.span) - scene.spoken.telling
    return {at for at in free if scene.spoken.stems[at] in title}


def _is_likely(parts: Sequence[Part], places: Sequence[int], many: int, scene: Heard) -> bool:
    """Something names its action, or each of them is told of in turn."""
    opening = _openings(parts, places)
    named = [place for place, part in opening.items() if _names(place, part)]
    rest = [part for place, part in opening.items() if place not in named]
    if not all(_has_subject(scene, each) and each[0].told for each in rest):
        return False
    if len(opening) == 1:
        return len(named) == 1 and places[0] >= 0
    return bool(named) or (len(parts) == many == len(opening))


def _openings(parts: Sequence[Part], places: Sequence[int]) -> Mapping[int, list[Part]]:
    found: dict[int, list[Part]] = {}
    for part, place in zip(parts, places, strict=True):
        if place >= 0:
            found.setdefault(place, []).append(part)
    return found


def _names(place: int, some: Sequence[Part]) -> bool:
    return any(each.named[place] >= SURE for each in some)


def _has_subject(scene: Heard, some: Sequence[Part]) -> bool:
    """It has words of its own, and is no bare status that could be of them all."""
    span = (at for each in some for at in each.clause.span)
    free = (at for at in span if at not in scene.spoken.telling)
    return any(
        scene.words.tokens[at].kind == "number"
        or (scene.words.tokens[at].kind == "word" and scene.words.norm(at) not in LIGHT)
        for at in free
    )


def _parts(scene: Heard, clauses: Iterable[Clause], about: Sequence[str]) -> Iterator[Part]:
    for clause in clauses:
        for each in _cut(scene, clause, about):
            before = scene.words.norm(each.first - 1)
            opens = each.first == 0 or before in ENDS
            yield Part(each, evidence_in(scene, each, about), _is_told(scene, each), opens)


def evidence_in(scene: Heard, clause: Clause, about: Sequence[str]) -> list[float]:
    """How surely the words of a clause that tell nothing name each of some actions."""
    plain = frozenset(
        at
        for hit in scene.spoken.hits(clause)
        if hit.term.status and hit.term.strength != "event"
        for at in range(hit.first, hit.beyond)
    )
    span = [at for at in clause.span if at not in scene.spoken.dated and at not in plain]
    return evidence(scene.words, span, scene.plan, about)


def _is_told(scene: Heard, clause: Clause) -> bool:
    if any(each.term.status for each in scene.spoken.hits(clause)):
        return True
    if "%" in scene.words.norms(clause.first, clause.beyond):
        return True
    dated = any(clause.holds(each.first) for each in scene.marked.dates)
    return dated or tells(said_in(scene, clause), scene.words.signs)


def _cut(scene: Heard, clause: Clause, about: Sequence[str]) -> Iterator[Clause]:
    """Read "café open ✅ carers 8 of 15" and "café open and carers late" as two."""
    first = clause.first
    for at in range(clause.first + 1, clause.beyond - 1):
        token = scene.words.tokens[at]
        if not (token.norm in JOINTS or is_emoji(token)) or at <= first:
            continue
        before = evidence_in(scene, clause._replace(first=first, beyond=at + 1), about)
        after = evidence_in(scene, clause._replace(first=at + 1), about)
        if max(after) >= SURE and max(before) >= SURE and _place(after) != _place(before):
            yield clause._replace(first=first, beyond=at + is_emoji(token))
            first = at + 1
    yield clause._replace(first=first)


def _place(named: Sequence[float]) -> int:
    return max(range(len(named)), key=named.__getitem__)


def _dealt(parts: Sequence[Part], many: int, even: float) -> Dealt:
    """The likeliest way to give the parts, one after another, to the actions.

    ``even``: how much likelier their order is where each may have a part of its own.
    """
    best: dict[tuple[frozenset[int], int], Dealt] = {(frozenset(), -1): Dealt(0.0, ())}
    for part in parts:
        after: dict[tuple[frozenset[int], int], Dealt] = {}
        for dealt in best.values():
            for each in _goes_on(dealt, part, many, even):
                key = each.taken, each.places[-1]
                if key not in after or after[key].score < each.score:
                    after[key] = each
        best = after
    return max(best.values(), key=lambda each: each.score)


def _goes_on(dealt: Dealt, part: Part, many: int, even: float) -> Iterator[Dealt]:
    """It is about what the last was about, or about one that was not told of yet."""
    last = dealt.places[-1] if dealt.places else -1
    if last >= 0:
        yield _given(dealt, part, last, _own(part, last))
    elif not part.anchored:
        yield _given(dealt, part, -1, -SILENT if part.told else 0.0)
    for place in range(many):
        if place not in dealt.taken and (part.named[place] or part.told):
            score = _own(part, place) + _opening(part, last, place)
            yield _given(dealt, part, place, score + (even if place == last + 1 else 0.0))


def _given(dealt: Dealt, part: Part, place: int, score: float) -> Dealt:
    return Dealt(dealt.score + score, (*dealt.places, place))


def _own(part: Part, place: int) -> float:
    """How surely it is named; less what speaks for another."""
    own = part.named[place]
    others = max((each for at, each in enumerate(part.named) if at != place), default=0.0)
    return own - max(others - own, 0.0)


def _opening(part: Part, last: int, place: int) -> float:
    score = COVERED + (NEXT if place == last + 1 else 0.0) + (OPENS if part.opens else 0.0)
    score -= 0.0 if part.named[place] >= SURE else UNNAMED
    return score - (SKIPPED if place < last and part.named[place] < SURE else 0.0)
