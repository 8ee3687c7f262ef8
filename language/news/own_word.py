"""When somebody says that they will know, and no more: then they may be asked again."""

from datetime import date

from domain.intents import Decision, Reading, Snooze
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern

BEFORE = pattern("own_word.before")
AFTER = pattern("own_word.after")
NEEDED = frozenset(
    ["need", "want"]
)  # what for has to be said: "need until Friday to check", not "need June"


def own_word(scene: Heard) -> Reading | None:
    """Read "I'll know more on Friday" as when to ask again, and ask whether to."""
    low, dates = scene.words.low, scene.marked.dates
    if len(dates) != 1 or len(scene.named) != 1 or not BEFORE.sign & scene.words.signs:
        return None
    if scene.marked.mentions and scene.marked.mentions[0].first != 0:
        return None
    opens = (
        scene.words.tokens[scene.marked.mentions[0].beyond].start if scene.marked.mentions else 0
    )
    start = scene.words.tokens[dates[0].first].start
    end = scene.words.tokens[dates[0].beyond - 1].end
    before = BEFORE.fullmatch(low[opens:start], scene.words.signs)
    after = AFTER.fullmatch(low[end:], scene.words.signs)
    if before is None or after is None:
        return None
    needed = not NEEDED.isdisjoint(low[opens:start].split())
    if needed and not after.group().strip(" .!?"):
        return None
    day = _ahead(scene)
    if day is None:
        return None
    wish = Snooze(ref=scene.named[0], until=day)
    return Reading(decision=Decision.CONFIRM, intents=(wish,), why="says when they will know")


def _ahead(scene: Heard) -> date | None:
    said = scene.marked.dates[0].said
    day = said.length.after(scene.today) if said.length else said.first
    return day if day and day > scene.today else None
