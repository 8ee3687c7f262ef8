"""Several of a reminder told in their order, one of them by how late it is: "done, done, and a
month behind"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from domain.intents import Update
from domain.work import Status
from language.dates.finding import Dated
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.news.updates import Outcome
from language.verdicts.shared_out import ITEMS

LATE = pattern("late_in_turn.late")
IN_ORDER = "ref.in-order"
DAY = "§"
JOINTS = frozenset([",", "and", "&", ";", "/", "+", "\n", "then"])
CLOSING = frozenset([".", "!"])


class Told(NamedTuple):
    """How one of them stands, and by when it will be done, or how much later."""

    status: Status
    dated: Dated | None = None


def late_in_turn(outcome: Outcome, scene: Heard) -> Outcome:
    """The same, with as many states as there are actions given to each in turn."""
    topic = outcome.topic
    if len(topic.refs) < 2 or not topic.clauses or not LATE.sign & scene.words.signs:
        return outcome
    told = [_told(each, scene) for each in _items(outcome, scene)]
    found = [each for each in told if each]
    if len(found) != len(told) or len(told) != len(topic.refs):
        return outcome
    if not any(each.dated for each in found) or len({each.status for each in found}) < 2:
        return outcome
    pairs = zip(outcome.updates, found, strict=True)
    updates = tuple(_update(each, said, scene) for each, said in pairs)
    return replace(outcome, updates=updates, doubts=(IN_ORDER,))


def _items(outcome: Outcome, scene: Heard) -> Iterator[Sequence[int]]:
    """The tokens of each, without what joins them."""
    topic = outcome.topic
    first = max([topic.clauses[0].first, *(at + 1 for at in topic.named)])
    item: list[int] = []
    for at in range(first, topic.clauses[-1].beyond):
        if scene.words.norm(at) in JOINTS and at not in scene.spoken.dated:
            yield from [item] if item else []
            item = []
        elif scene.words.norm(at) not in CLOSING and (item or scene.words.norm(at) not in ":-–"):
            item = [*item, at]
    yield from [item] if item else []


def _told(item: Sequence[int], scene: Heard) -> Told | None:
    dates = {at: each for each in scene.marked.dates for at in range(each.first, each.beyond)}
    said = _said(item, dates, scene)
    status = next((status for one, status in ITEMS if one.fullmatch(said)), None)
    if status:
        return Told(status)
    inside = {each.first: each for at in item if (each := dates.get(at))}
    if len(inside) != 1 or not LATE.fullmatch(said):
        return None
    dated = next(iter(inside.values()))
    told = dated.day is not None and dated.day > scene.today
    return Told(Status.DELAYED, dated) if told or dated.said.length else None


def _said(item: Sequence[int], dates: Mapping[int, Dated], scene: Heard) -> str:
    """Its words, with one sign for a day or a length of time."""
    opening = {each.first for each in dates.values()}
    kept = (at for at in item if at not in dates or at in opening)
    return " ".join(DAY if at in dates else scene.words.norm(at) for at in kept)


def _update(update: Update, told: Told, scene: Heard) -> Update:
    day = _day(update, told.dated, scene) if told.dated else None
    news = {"status": told.status, "forecast": day, "percent": None}
    return update.model_copy(update=news)


def _day(update: Update, dated: Dated, scene: Heard) -> date | None:
    expected = scene.plan.standings[update.ref].expected
    if dated.said.length is None:
        return dated.day
    return dated.said.length.after(expected) if expected else None
