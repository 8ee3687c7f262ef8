"""Whether what was to be done is said to be done, or plainly not in time."""

import re

from domain.work import Status
from language.clauses.place import Place
from language.lexicon.words import word_set

PRESENT = {"held": "hold", "sent": "send", "began": "begin", "went": "go", "set": "set"}
COUNTS = frozenset(
    ["one", "two", "three", "four", "five", "first", "second", "half", "most", "some", "part"]
)
PARTLY = frozenset(["by", "with", "in", "for", "to", "as", "of", "but"])  # "agreed by officers"
SOME = word_set("deliverable.counts") | {"one", "several", "some", "few", "couple", "half", "most"}
THE_WHOLE = word_set("fulfilled.the_whole")
BEING = word_set("fulfilled.being")
SINGLE = frozenset(["day", "off", "stop", "year", "week", "to"])  # "the one day fair"
NEAR = 5  # words from a count to what is said of so many
GOES_ON = word_set("fulfilled.goes_on")
AHEAD = 12  # words in which it shows that there is more to do
UNLESS = frozenset(["without", "unless", "if", "until"])
OVER = frozenset([Status.COMPLETE, Status.CANCELLED])
SHARE = re.compile(r"\b\d{1,4} (?:out )?of (?:the )?\d|%|\b\d{1,3} ?/ ?\d")


def fulfils(place: Place) -> bool:
    """Said of what was to be published that it is published, and not of so many of it."""
    titled, words = place.ground.titled, place.words
    if (titled.several and not _is_linked(place)) or not _is_done_of(
        words.norm(place.hit.first), titled.deed
    ):
        return False
    if SHARE.search(words.span(place.hit.first, place.clause.beyond)):
        return False
    if place.after in PARTLY or not GOES_ON.isdisjoint(
        words.norms(place.hit.beyond, place.hit.beyond + AHEAD)
    ):
        return False
    return not _counts(place, range(place.clause.first, place.hit.first))


def _is_linked(place: Place) -> bool:
    """Read "published today: https://..." as shown, though it is published every year."""
    opens = place.hit.first == place.clause.first == 0
    return opens and any(each.kind == "link" for each in place.words.tokens[place.hit.beyond :])


def misses_a_day(place: Place) -> bool:
    """Read "won't make February" and "will not open by the end of March" as plainly late."""
    near = range(place.hit.beyond, place.hit.beyond + 4)
    hinted = place.hit.term.strength == "hint" and place.hit.term.status is Status.DELAYED
    if not hinted or place.dated.isdisjoint(near):
        return False
    return UNLESS.isdisjoint(place.words.norms(place.hit.beyond, place.clause.beyond))


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


def of_some(place: Place) -> bool:
    """Read "four carers have withdrawn" as of those, but not "the two posts are cancelled"."""
    words, at = place.words, place.hit.first
    near = range(max(place.clause.first, at - NEAR), at)
    counted = [each for each in near if words.norm(each) in SOME or _is_count(place, each)]
    if not counted or words.norm(counted[-1] - 1) in THE_WHOLE:
        return False
    if words.norm(counted[-1] + 1) in SINGLE:
        return False
    between = words.norms(counted[-1] + 1, at)
    return any(each.isalpha() and each not in BEING for each in between)


def _is_count(place: Place, at: int) -> bool:
    """A number, but not that of "action 3 is cancelled" or of "3b is"."""
    words, about = place.words, place.about
    lettered = at + 1 < len(words.tokens) and words.tokens[at + 1].glued
    named = at in about and (at + 1 not in about or lettered)
    return words.norm(at).isdigit() and not named
