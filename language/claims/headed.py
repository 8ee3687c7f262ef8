"""News under a heading, as reports have it: "progress: 60%", "current status complete"."""

import re
from typing import NamedTuple

from language.claims.shares import PERCENT
from language.lexicon.text import Words
from language.lexicon.words import word_set

HEADINGS = word_set("headed.headings")
HEADED_BY = frozenset([":", "-", "–", "="])
OF_PROGRESS = frozenset(["progress", "brag", "ragb"])
IS = frozenset(["is", "now", "rating", "status"])
PRESENT = "current"
PROGRESS = (
    r"(?:progress|completion|(?:%|per ?cent(?:age)?) (?:completed?|completion|done|progress))"
    r"(?: (?:on|for|with|against|of) [\w.]+)?(?: (?:so far|to date|overall))?"
)
STANDS = (
    "is|are|now|at|of|stands|standing|currently|has|have|reached|been|gone|moved|risen|up|to|about"
    "|around|approximately|approx|roughly|some|estimated|still|only|just|over|nearly|almost|well"
)
BEFORE_A_FIGURE = re.compile(rf"(?:\b|(?=%)){PROGRESS}(?: (?:{STANDS})\b)*[ :=–-]*\Z")
ONLY_A_FIGURE = re.compile(
    r"(?:%|\bper ?cent(?:age)?) (?:completed?|completion|done|progress)"
    r" ?(?:[:=–-]|is|now|at|)? ?(?P<n>\d{1,3})(?![\d.,]| ?(?:%|/|of\b|per\b))"
)
RISEN = re.compile(
    r"\b(?:up )?from (?:about |around )?\d{1,3} ?%? to (?:about |around )?(?P<n>\d{1,3}) ?%"
    r"|\bwas (?:at )?\d{1,3} ?%?,? (?:and |but )?(?:is |it's )?now (?:at )?(?P<then>\d{1,3}) ?%"
)


def is_heading(words: Words, at: int, news: int) -> bool:
    """Whether a word only heads the news that begins at a place: "Progress: complete"."""
    norm, after = words.norm(at), words.norm(at + 1)
    if norm == PRESENT:
        return at + 1 < news and (after in HEADINGS or after in IS)
    if norm not in HEADINGS:
        return False
    if norm == "progress" and after == "update":
        return words.norm(at + 2) in HEADED_BY
    return after in HEADED_BY or (norm in OF_PROGRESS and (after in IS or at + 1 == news))


class Headed(NamedTuple):
    """A figure, where its heading begins and where the figure ends."""

    figure: int
    start: int
    end: int


def headed_figure(low: str, of_a_share: bool) -> Headed | None:
    """What stands under a heading of progress, or was reached from another figure.

    Of an action that is to reach a share itself that may be the share.
    """
    if found := ONLY_A_FIGURE.search(low):
        return Headed(int(found["n"]), found.start(), found.end())
    share = PERCENT.search(low)
    heading = BEFORE_A_FIGURE.search(low[: share.start()]) if share else None
    if share and heading:
        return Headed(int(share["n"]), heading.start(), share.end())
    risen = None if of_a_share else RISEN.search(low)
    return Headed(int(risen["n"] or risen["then"]), risen.start(), risen.end()) if risen else None
