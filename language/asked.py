"""The questions in a message, sentence by sentence."""

from domain.intents import Query
from language.clauses import Clause
from language.heard import Heard
from language.questions import is_question, query_of


def questions_in(scene: Heard) -> tuple[tuple[Query, ...], frozenset[int]]:
    """What is asked, and which sentences ask it."""
    found: list[Query] = []
    asking: set[int] = set()
    for sentence in scene.sentences():
        queries = _asked(scene, sentence)
        if queries:
            found += [each for each in queries if each not in found]
            asking.add(sentence[0].sentence)
    return tuple(found), frozenset(asking)


def _asked(scene: Heard, sentence: tuple[Clause, ...]) -> list[Query]:
    tokens = scene.words.tokens
    start, end = tokens[sentence[0].first].start, tokens[sentence[-1].beyond - 1].end
    if not is_question(scene.words.low[start:end], sentence[0].asks):
        return []
    first, beyond = sentence[0].first, sentence[-1].beyond
    refs = [ref for each in scene.marked.mentions if first <= each.first < beyond for ref in each.refs]
    dates = [each for each in scene.marked.dates if first <= each.first < beyond]
    return query_of(scene.words, scene.typed, (first, beyond), refs or _replied(scene, start, end), dates, scene.plan)


def _replied(scene: Heard, start: int, end: int) -> list[str]:
    """Under a reminder "when is it due?" is about its action."""
    low = scene.words.low[start:end]
    if len(scene.message.about) == 1 and any(word in low.split() for word in ("it", "this", "that", "this?", "it?")):
        return list(scene.message.about)
    return []
