"""Whether a status is said of the action itself, or of some part, person or thing in it."""

from itertools import pairwise

from domain.work import Status
from language.claims.described import FOLLOWS
from language.claims.fulfilled import of_many, of_some
from language.claims.headed import is_heading
from language.clauses.place import Place, after_it, is_thing, is_whole, outside_brackets
from language.lexicon.words import word_set

LIGHT = word_set("claims.light") | {"\n"}
NO_ADVERBS = word_set("adverbs.no_adverbs")
LEVELS = {
    "local": 3, "said": 3, "label": 3, "mark": 3, "idiom": 2, "hint": 2, "perhaps": 2, "event": 1,
    "cheer": 1, "aside": 1,
}  # fmt: skip
VAGUE = frozenset(["perhaps", "hint", "aside"])  # what is never more than likely
CONCLUDING = word_set("claims.concluding")
SPEAKERS = word_set("claims.speakers")
BEGUN = frozenset(["started", "begun", "commenced"])
ENDED = frozenset([Status.COMPLETE, Status.CANCELLED])
PARTLY = word_set("claims.partly")
TARGET = frozenset(["target", "targets"])
SHARES = frozenset(["%", "percent", "pc"])
RATINGS = word_set("claims.ratings")
OUR = frozenset(["my", "our"])
HALVES = frozenset(["bit", "part", "end", "side", "half", "share", "element", "strand", "stage"])
ARRIVING = word_set("directly.arriving")
HOW_LATE = ARRIVING | word_set("directly.how_late")
WILL = word_set("directly.will")
ENDS = frozenset(["end", "side"])  # "the end of May"
NEAR = 5  # words: "for the staff training side"


def has_object(place: Place) -> bool:
    """Read "finished the first draft" and "cancel the room": done to something, not the action."""
    if place.after not in PARTLY or place.hit.beyond >= place.clause.beyond:
        return False  # "the first is complete the second is amber"
    if place.hit.term.status not in ENDED:
        return False
    ends = place.hit.beyond in place.about or place.hit.beyond + 1 in place.about
    ends |= place.hit.term.strength == "mark" and place.hit.first - 1 in place.told  # "done ✅ the"
    return not (ends or place.hit.beyond in place.dated)  # "done two weeks late"


def is_direct(place: Place) -> bool:
    """Said of the action: right before its name, or after it with nothing else between."""
    words, hit = place.words, place.hit
    leads = place.after in ("action", "the", "with", "on") and hit.beyond < place.clause.beyond
    joined = hit.beyond + leads
    if hit.beyond in place.about or joined in place.about or _closes(place):
        return True
    if has_object(place) or (hit.term.status is Status.CANCELLED and of_some(place)):
        return False
    if hit.term.status is Status.COMPLETE and _is_of_a_share(place):
        return False
    if words.norm(hit.beyond - 1) in BEGUN and not (place.after in FOLLOWS or not place.after):
        return place.after.endswith("ing") or not place.after.isalpha()
    span = range(place.clause.first, hit.first)
    named = [at + 1 for at in span if at in place.about or _concludes(place, at)]
    start = max([named[-1] if named else place.clause.first, *after_it(place)])
    return all(_is_light(place, at) for at in outside_brackets(words, start, hit.first))


def _is_of_a_share(place: Place) -> bool:
    """Read "my bit" and "the training bit of 7.3", and "a tick for the first half", as no more."""
    before = [*pairwise(place.words.norms(place.clause.first, place.hit.first))]
    if any(whose in OUR and what in HALVES for whose, what in before):
        return True
    some = any(what in HALVES - ENDS and of == "of" for what, of in before)
    if some and ("as", "part") not in before:
        return True
    after = place.words.norms(place.hit.beyond, min(place.clause.beyond, place.hit.beyond + NEAR))
    for_it = after[:2] in (["for", "the"], ["on", "the"])
    return for_it and not HALVES.isdisjoint(after[3:])


def _concludes(place: Place, at: int) -> bool:
    """Read "..., so amber" and "... 👍 green": what was said before leads up to it."""
    token = place.words.tokens[at]
    if LEVELS[place.hit.term.strength] < 3 and place.words.norm(place.hit.first) not in TARGET:
        return False
    rates = token.norm in RATINGS and place.words.norm(at - 1) in SPEAKERS
    emoji = token.kind == "code" or (token.kind == "mark" and ord(token.norm) > 0x2100)
    return rates or emoji or token.norm in CONCLUDING


def _is_light(place: Place, at: int) -> bool:
    token = place.words.tokens[at]
    if _is_arriving(place, at):
        return True
    recognised = at in place.told or at in place.dated or place.words.norm(at + 1) in SHARES
    titled = at in place.ground.titled.at and not of_many(place)
    light = token.norm in LIGHT or (token.norm.endswith("ly") and token.norm not in NO_ADVERBS)
    light = light or (token.norm == "longer" and place.words.norm(at - 1) == "no")
    light = light and not is_thing(place.words, at)
    light = light or is_whole(place.words, at) or is_heading(place.words, at, place.hit.first)
    return recognised or titled or light or token.kind not in ("word", "number")


def _is_arriving(place: Place, at: int) -> bool:
    """Read "will land a fortnight late" and "will come in a week late" as late by so much."""
    if place.words.norm(at) not in ARRIVING or place.hit.term.status is not Status.DELAYED:
        return False
    after = (each for each in range(at + 1, place.hit.first) if each not in place.dated)
    led = all(place.words.norm(each) in HOW_LATE for each in after)
    return led and not WILL.isdisjoint(place.words.norms(max(at - 3, 0), at))


def _closes(place: Place) -> bool:
    """Read "the hub opened this morning ✅": a sign at the end is the action's."""
    if place.hit.term.strength != "mark" or place.hit.beyond < place.clause.beyond:
        return False
    # "both started on Monday ✅": what that comes to
    return place.hit.term.status not in ENDED or not BEGUN.isdisjoint(place.subject)
