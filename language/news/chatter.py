"""Courtesies: what needs no answer but a courtesy."""

from collections.abc import Sequence

from language.clauses.splitting import Clause
from language.hearing.heard import Heard
from language.lexicon.patterns import pattern
from language.lexicon.words import word_set
from language.promises.other_days import REPLYING

COURTEOUS = pattern("told.courteous")
DENIAL = pattern("told.denial")
BUSY, LATER = pattern("told.busy"), pattern("told.later")
WHEN_BACK = pattern("told.when_back")
PRAISING = pattern("told.praising")  # "thanks, the friendliest nudge this week"
WHEN_OUT = pattern("told.when_out")  # "will look at it after planning committee"
IN_PAPERS = pattern("told.in_papers")  # "minutes attached, walking clubs are on page 4"
LATE_FOR = pattern("told.late_for")  # "running late for the 2.10 visit"
CHATTER = word_set("told.chatter")
ACKNOWLEDGING = word_set("told.acknowledging")
LONG = 16  # words; a longer message that opens with thanks has more to say
EMOJI = 0x2000


def is_chatter(scene: Heard, clauses: Sequence[Clause]) -> bool:
    """Whether a message is but a courtesy."""
    low, signs = scene.words.low, scene.words.signs
    if IN_PAPERS.match(low, signs):
        return True
    if scene.marked.mentions or _denies(scene):
        return False
    if WHEN_OUT.fullmatch(low, signs):
        return True
    if _is_busy(scene) or LATE_FOR.match(low, signs) or PRAISING.fullmatch(low, signs):
        return True
    if COURTEOUS.match(scene.words.low, scene.words.signs) and not _tells(scene):
        return True
    if any([each.term.status and each.term.strength != "idiom" for each in scene.marked.hits]):
        return False
    telling = [norm for each in clauses for norm in _telling(scene, each)]
    return CHATTER.issuperset(telling) and not _only_status(scene, telling)


def _is_busy(scene: Heard) -> bool:
    """Read "on site all day, will look at it tonight" as nothing of how it stands."""
    low, signs = scene.words.low.strip(), scene.words.signs
    where = BUSY.match(low, signs)
    if where is None and WHEN_BACK.match(low, signs) is None:
        return False
    return LATER.fullmatch(low[where.end() :] if where else low, signs) is not None


def _denies(scene: Heard) -> bool:
    """Under a reminder a bare "no" is no courtesy: it is asked how things stand."""
    if not scene.message.about:
        return False
    return DENIAL.match(scene.words.low, scene.words.signs) is not None


def _tells(scene: Heard) -> bool:
    """Says how something stands, or by when it is done."""
    words = scene.words.tokens
    status = any(each.term.status and each.term.strength != "event" for each in scene.marked.hits)
    replying = any(token.norm in REPLYING for token in words)
    return status or (bool(scene.marked.dates) and not replying) or len(words) > LONG


def _telling(scene: Heard, clause: Clause) -> list[str]:
    norms = scene.words.norms(clause.first, clause.beyond)
    return [each for each in norms if each[:1].isalnum() or len(each) > 1 or ord(each) > EMOJI]


def _only_status(scene: Heard, telling: Sequence[str]) -> bool:
    """Under a reminder "fine" and "no problem" are news; "ok thanks" and "will do" are not."""
    idioms = any(each.term.status for each in scene.marked.hits)
    return bool(scene.message.about) and idioms and ACKNOWLEDGING.isdisjoint(telling)
