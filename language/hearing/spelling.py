"""Slips of the finger: a word that is one letter away from one that matters here."""

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from language.dates.date_words import MONTHS, WEEKDAYS
from language.lexicon.signs import bearing_of
from language.lexicon.text import Token, Words
from language.lexicon.vocabulary import known_words
from language.lexicon.words import word_set

# Long enough that one wrong letter leaves no doubt, and not one letter from another word.
TELLING = [
    "complete",
    "completed",
    "completion",
    "delayed",
    "delay",
    "progress",
    "progressing",
    "schedule",
    "finished",
    "finish",
    "started",
    "ongoing",
    "cancelled",
    "amber",
    "green",
    "overdue",
    "behind",
    "slipped",
    "slipping",
    "achieved",
    "target",
    "course",
    "published",
    "superseded",
    "dropped",
    "delivered",
    "business",
    "usual",
    "fortnight",
    "weeks",
    "months",
    "tomorrow",
    "nearly",
    "there",
    "underway",
    "track",
    "done",
    "risk",
    "everything",
    "postponed",
    "deferred",
    "rescheduled",
]
# Written as they sound, more than one letter away.
SOUNDED = {
    "slipt": "slipped", "sliped": "slipped", "delade": "delayed", "delaid": "delayed",
    "compleat": "complete", "compleated": "completed", "complet": "complete",
    "overdew": "overdue", "cancled": "cancelled", "canselled": "cancelled",
    "skedule": "schedule", "shedual": "schedule", "skedual": "schedule", "behynd": "behind",
    "finnisht": "finished", "finisht": "finished", "trac": "track", "weks": "weeks",
    "wensday": "wednesday", "wendsday": "wednesday", "wensdy": "wednesday",
    "thirsday": "thursday", "thurday": "thursday", "febury": "february",
}  # fmt: skip
TRACT = "tract"  # of land, but for "on tract"
BESIDE_TRACK = frozenset(["for", "to", "and", "but", "with", "still", "again", "now", "as", "so"])
TIME_WORDS = [
    word for word in (*MONTHS, *WEEKDAYS) if len(word) >= 5 or word in ("june", "july", "april")
]
# Words of their own, although one letter away.
WORDS = word_set("spelling.words")
SHORTEST = 4  # letters of a word in which a slip shows


class Respelt(dict[int, str]):
    """The tokens that were read as another word."""


@cache
def _slips() -> Mapping[str, str]:
    """Every telling word with one letter dropped, and the word it came from."""
    found: dict[str, str] = {}
    for word in (*TELLING, *TIME_WORDS):
        for at in range(1, len(word)):
            found.setdefault(word[:at] + word[at + 1 :], word)
        found.setdefault(word[1:], word)
    return MappingProxyType(found)


@cache
def _telling() -> frozenset[str]:
    return frozenset((*TELLING, *TIME_WORDS))


@lru_cache(maxsize=4096)
def meant(word: str) -> str | None:
    """The telling word that this one misspells; None where it is none."""
    if len(word) < SHORTEST or word in _telling() or word in known_words() or word in WORDS:
        return None
    if word in SOUNDED:
        return SOUNDED[word]
    slips = _slips()
    if word in slips and (len(word) >= 5 or slips[word] in ("april", "amber", "track")):
        return slips[word]
    for at in range(len(word)):
        shorter = word[:at] + word[at + 1 :]
        target = shorter if shorter in _telling() else slips.get(shorter)
        if target and _near(word, target):
            return target
    return None


def respelt(words: Words) -> tuple[Words, Respelt]:
    """The message with such slips put right, token for token; and which tokens those are."""
    slips = [
        (at, target)
        for at, norm in enumerate(words.listed)
        if len(norm) >= SHORTEST and (target := meant(norm) or _as_track(words, at))
    ]
    changed = Respelt(slips)
    return (rewritten(words, changed) if changed else words), changed


def _as_track(words: Words, at: int) -> str | None:
    """Read "on tract" and "off tract, sorry" as the track; not "on tract societies"."""
    if words.norm(at) != TRACT or words.norm(at - 1) not in ("on", "off"):
        return None
    after = words.norm(at + 1)
    return "track" if not after.isalpha() or after in BESIDE_TRACK else None


def _near(word: str, target: str) -> bool:
    """One letter too many, too few, another, or two the wrong way round; in a long enough word."""
    if len(target) < 5 and len(word) == len(target):
        return sorted(word) == sorted(target) and word[0] == target[0]
    if len(word) < len(target):
        return False
    if len(word) > len(target):
        return len(target) >= 5 or _doubled(word, target)
    differing = [at for at in range(len(word)) if word[at] != target[at]]
    if len(differing) == 1:
        return len(target) >= 6 and differing[0] > 0
    swapped = len(differing) == 2 and differing[1] == differing[0] + 1
    return (
        swapped
        and word[differing[0]] == target[differing[1]]
        and word[differing[1]] == target[differing[0]]
    )


def _doubled(word: str, target: str) -> bool:
    """A letter typed twice: "Jully"."""
    return any(
        word[at] == word[at - 1] and word[:at] + word[at + 1 :] == target
        for at in range(1, len(word))
    )


def rewritten(words: Words, changed: Mapping[int, str]) -> Words:
    """The message with other words in it; ``raw`` keeps its capitals and stays aligned."""
    low: list[str] = []
    raw: list[str] = []
    tokens: list[Token] = []
    borne = list(words.borne)
    end = length = 0
    for at, token in enumerate(words.tokens):
        gap, written = words.low[end : token.start], words.raw[token.start : token.end]
        norm = changed.get(at)
        borne[at] = borne[at].and_also(bearing_of(norm)) if norm else borne[at]
        low += (gap, norm or words.low[token.start : token.end])
        raw += (words.raw[end : token.start], _as_written(norm, written) if norm else written)
        start = length + len(gap)
        length = start + len(low[-1])
        tokens.append(token._replace(norm=norm or token.norm, start=start, end=length))
        end = token.end
    listed = [token.norm for token in tokens]
    return Words.of("".join(raw), "".join(low), tokens, listed, borne, words.figures)


def _as_written(norm: str, written: str) -> str:
    """The word that was meant, with the capitals of the one that was typed."""
    if written.isupper():
        return norm.upper()
    return norm.capitalize() if written[:1].isupper() else norm
