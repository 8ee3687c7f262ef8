"""What takes back a status in the same message: denied, only believed, or not so before a day."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from domain.intents import Intent, Update
from domain.work import Status
from language.claims.topics import Topic
from language.hearing.heard import Heard
from language.lexicon.patterns import Wording, pattern, sign_of_any
from language.lexicon.vocabulary import Hit
from language.references.titles import stem

BARE = pattern("denied.bare")
OVER_NOW = pattern("denied.over_now")
UNDONE = pattern("denied.undone")
FELL_THROUGH = pattern("denied.fell_through")
WINKED = pattern("denied.winked")
HALF = pattern("reach.half")  # "the text is done, the pictures aren't" says that it is under way
STILL_OPEN = pattern("denied.still_open")
BELIEF = pattern("denied.belief")
TURNING = pattern("denied.turning")
CLOSING = pattern("denied.closing")
OVER = pattern("denied.over")
SIGN = sign_of_any(BARE, FELL_THROUGH, WINKED, BELIEF, CLOSING, STILL_OPEN)
SLOW = frozenset([Status.DELAYED, Status.AT_RISK, Status.CANCELLED])
LATE = frozenset([Status.DELAYED, Status.AT_RISK])
PLAIN = ("said", "label", "mark", "local")


def denials(scene: Heard, topics: Sequence[Topic], intents: Sequence[Intent]) -> Iterator[str]:
    """The rules by which something said is not so, or not so today."""
    if not scene.words.signs & SIGN:
        return
    updates = [each for each in intents if isinstance(each, Update)]
    if not any(map(_tells, updates)):
        return
    slow = all(map(_is_slow, updates))
    if _is_open(scene, BARE) or (not slow and _is_open(scene, FELL_THROUGH)):
        yield "left.denied"
    if _is_open(scene, WINKED):
        yield "left.winked"
    believed = list(_beliefs(scene))
    if believed and any(_is_believed(scene, topic, believed) for topic in topics):
        yield "left.belief"
    if any([each.status is Status.COMPLETE for each in updates]):
        yield from ["left.closing"] if _is_to_come(scene) else []
        yield from ["left.denied"] if _is_undone(scene) else []
        yield from ["left.open"] if STILL_OPEN.search(scene.words.low, scene.words.signs) else []


def _is_undone(scene: Heard) -> bool:
    """Read "we didn't appoint. The stand-in has agreed to stay" as not done."""
    low, signs = scene.words.low, scene.words.signs
    found = [(each.end(), each["verb"] or each["verb2"]) for each in UNDONE.all_in(low, signs)]
    if not found:
        return False
    end, verb = found[-1]
    if any(start >= end for start in _told_at(scene, _hits(scene))):
        return False
    after = (each for each in scene.words.tokens if each.start >= end)
    return not any(stem(each.norm) == stem(verb) for each in after)


def as_denied(
    scene: Heard, updates: tuple[Update, ...], doubts: Collection[str]
) -> tuple[Update, ...]:
    """Read "I thought it was done, so it isn't" of one action as under way, to be confirmed.

    And "delayed no longer" as on track.
    """
    denied = "left.denied" in doubts or ("left.belief" in doubts and _ends_in_denial(scene))
    instead = _instead(scene, updates[0]) if denied and len(updates) == 1 else None
    return (updates[0].model_copy(update={"status": instead}),) if instead else updates


def _instead(scene: Heard, update: Update) -> Status | None:
    if update.status is Status.COMPLETE:
        return Status.IN_PROGRESS
    over = update.status in LATE and OVER_NOW.search(scene.words.low, scene.words.signs)
    return Status.ON_TRACK if over and update.forecast is None else None


def _ends_in_denial(scene: Heard) -> bool:
    found = [match.end() for match in BARE.all_in(scene.words.low, scene.words.signs)]
    return bool(found) and not scene.words.low[found[-1] :].strip(" .!")


def _is_slow(update: Update) -> bool:
    """Read "no longer possible" as what it comes to, where no day is promised beside it."""
    return update.status in SLOW and update.forecast is None


def _tells(update: Update) -> bool:
    return bool(update.status or update.forecast or update.percent is not None)


def _is_open(scene: Heard, wording: Wording) -> bool:
    """It is said, and no plain status comes after it: "... is not. So red" tells its own."""
    low, signs = scene.words.low, scene.words.signs
    if not wording.sign & signs:
        return False
    ends = [match.end() for match in wording.all_in(low, signs)]
    if ends and wording is BARE:
        halves = {match.end() for match in HALF.all_in(low, signs)}
        ends = [each for each in ends if each not in halves]
    return bool(ends) and not any(start >= ends[-1] for start in _told_at(scene, _hits(scene)))


def _hits(scene: Heard) -> Iterator[Hit]:
    return (each for each in scene.marked.hits if each.term.status)


def _told_at(scene: Heard, hits: Iterable[Hit]) -> Iterator[int]:
    """Where each status stands that is told in so many words."""
    for each in hits:
        if each.term.strength in PLAIN:
            yield scene.words.tokens[each.first].start


def _is_believed(scene: Heard, topic: Topic, spans: Sequence[tuple[int, int]]) -> bool:
    """All that is said of these actions is what somebody thought, or has written down."""
    hits = [each for clause in topic.clauses for each in scene.spoken.hits(clause)]
    telling = [each for each in hits if each.term.status]
    inside = [each for each in telling if _stands_in(scene, each, spans)]
    own = [each for each in telling if each not in inside]
    return bool(inside) and not any(True for _ in _told_at(scene, own))


def _beliefs(scene: Heard) -> Iterator[tuple[int, int]]:
    """From such words to where the sentence turns."""
    low = scene.words.low
    for match in BELIEF.all_in(low, scene.words.signs):
        turning = TURNING.search(low[match.end() :])
        yield match.start(), match.end() + turning.start() if turning else len(low)


def _stands_in(scene: Heard, hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    start = scene.words.tokens[hit.first].start
    return any(first <= start < beyond for first, beyond in spans)


def _is_to_come(scene: Heard) -> bool:
    """Read "the last course closes on Friday and that's us finished" as not finished today."""
    low, tokens = scene.words.low, scene.words.tokens
    days = [each for each in scene.marked.dates if each.day and each.day > scene.today]
    for match in CLOSING.all_in(low, scene.words.signs):
        before = [each for each in days if tokens[each.first].start < match.start()]
        if before and not OVER.search(low[: match.start()]):
            return True
    return False
