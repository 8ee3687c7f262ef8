"""Whether what a title says is to be done is what is said to be done: "toolkit published"."""

import re

from domain.work import Status
from language.place import Place

PRESENT = {"held": "hold", "sent": "send", "began": "begin", "went": "go", "set": "set"}
COUNTS = frozenset(
    ["one", "two", "three", "four", "five", "first", "second", "half", "most", "some", "part"]
)
OVER = frozenset([Status.COMPLETE, Status.CANCELLED])
SHARE = re.compile(r"\b\d{1,4} (?:out )?of (?:the )?\d|%|\b\d{1,3} ?/ ?\d")


def fulfils(place: Place) -> bool:
    """Said of what was to be published that it is published, and not of so many of it."""
    titled, words = place.ground.titled, place.words
    if titled.several or not _is_done_of(words.norm(place.hit.first), titled.deed):
        return False
    if SHARE.search(words.span(place.hit.first, place.clause.beyond)):
        return False
    return not _counts(place, range(place.clause.first, place.hit.first))


def of_many(place: Place) -> bool:
    """One part of a title with several that is over is not the action's end."""
    if place.hit.term.status not in OVER:
        return False
    span = range(place.clause.first, place.hit.first)
    return place.ground.titled.several or _counts(place, span)


def _is_done_of(said: str, deed: str) -> bool:
    """Whether "published" says that what was to "publish" has been done."""
    if not deed:
        return False
    regular = (f"{deed}ed", f"{deed}d", f"{deed[:-1]}ied", f"{deed}{deed[-1]}ed")
    return said in regular or PRESENT.get(said) == deed


def _counts(place: Place, span: range) -> bool:
    """Whether a number stands there beside the names of actions."""
    norms = (place.words.norm(at) for at in span if at not in place.about)
    return any(each in COUNTS or each[:1].isdigit() for each in norms)
