"""What in a whole message was recognised, or may well be meant, and came to nothing."""

import re
from collections.abc import Iterator, Sequence

from domain.intents import Disown, Intent, Reassign, Snooze
from language.claims.topics import Topic
from language.clauses.splitting import Clause
from language.clauses.unsaid import MEANT_NOT
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern, sign_of_any
from language.lexicon.signs import Signs
from language.lexicon.vocabulary import Hit
from language.news.denied import denials
from language.news.wished import SNOOZE
from language.orders.asking import INSIDE
from language.orders.handing import DISOWN, HANDING_OVER, reassignment

CORRECTING = pattern("loose_ends.correcting")
REQUESTS = pattern("loose_ends.requests")
HANDING = pattern("loose_ends.handing")
FORWARDED = pattern("loose_ends.forwarded")
OF_AN_OWNER = sign_of_any(DISOWN, HANDING) | HANDING_OVER
OF_A_REQUEST = sign_of_any(REQUESTS, INSIDE)
AT_NEED = re.compile(
    r"\b(?:any (?:questions|queries|problems|issues)|if (?:you|u) (?:need|want|have))\b"
)
SORRY = frozenset(["sorry", "apologies", "apologise", "thanks", "thank"])
PLAIN = ("said", "label", "mark", "local")


def loose_ends(scene: Heard, topics: Sequence[Topic], intents: Sequence[Intent]) -> Iterator[str]:
    """The rules by which something was left hanging."""
    low, signs = scene.words.low, scene.words.signs
    kinds = {type(each) for each in intents}
    if CORRECTING.search(low, signs) or MEANT_NOT.match(scene.typed.low, scene.typed.signs):
        yield "left.correction"
    if FORWARDED.match(low, signs):
        yield "left.forwarded"
    if _is_put_off(low, signs) and Snooze not in kinds:
        yield "left.snooze"
    if kinds.isdisjoint({Disown, Reassign}) and _speaks_of_owner(scene):
        yield "left.owner"
    held = {clause.first for topic in topics for clause in topic.clauses}
    telling = (each for each in scene.sentences if each[0].first in held)
    if scene.away and not scene.absence.leave:
        yield "left.leave"
    if signs & OF_A_REQUEST and any(_is_request(scene, each) for each in telling):
        yield "left.request"
    aside = [each for each in scene.clauses if each.first not in held]
    if aside and any(_plainly_told(scene, each) for each in aside):
        yield "left.clause"
    yield from denials(scene, topics, intents)


def _speaks_of_owner(scene: Heard) -> bool:
    low, signs = scene.words.low, scene.words.signs
    if not signs & OF_AN_OWNER:
        return False
    named = reassignment(scene.typed.raw, scene.named[:1], scene.plan, signs)
    return bool(named or DISOWN.search(low, signs) or HANDING.search(low, signs))


def _is_put_off(low: str, signs: Signs) -> bool:
    """Read "ask me again", but not "waiting for her to come back to me", "any questions, ..."."""
    match = SNOOZE.search(low, signs)
    if match and AT_NEED.search(low, 0, match.end()):
        return False
    return match is not None and not low[: match.start()].endswith("to ")


def _is_request(scene: Heard, sentence: tuple[Clause, ...]) -> bool:
    """Read "can we push 7.3 to May" as asked, not told."""
    signs = scene.signs_of(sentence)
    if not signs & OF_A_REQUEST:
        return False
    low = scene.words.span(sentence[0].first, sentence[-1].beyond)
    return bool(REQUESTS.match(low, signs) or INSIDE.search(low, signs))


def _plainly_told(scene: Heard, clause: Clause) -> bool:
    """A status in so many words, in a clause that is about no action."""
    norms = scene.words.norms(clause.first, clause.beyond)
    if clause.asks or clause.why or not SORRY.isdisjoint(norms):
        return False
    return any(_is_plain(each) for each in scene.spoken.hits(clause))


def _is_plain(hit: Hit) -> bool:
    return hit.term.status is not None and hit.term.strength in PLAIN
