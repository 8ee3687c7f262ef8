"""Figures that are a day or a time of day: "drinks on 1.2?", "2.10 instead of quarter past".

They look like references of the plan, and the sentence tells that they are none.
"""

from language.dates.date_words import MONTHS
from language.lexicon.text import ENDS, Words
from language.lexicon.words import word_set

SOCIAL = word_set("references.social")
CLOCK = word_set("references.clock")
CAUGHT = word_set("references.caught")
RUNNING = word_set("references.running")
CAUGHT_INSTEAD = CAUGHT | word_set("references.caught_instead")
VEHICLES = word_set("references.vehicles")
ROOMS = word_set("references.rooms")
ASKED_FOR = word_set("references.asked_for_room")
REGISTERS = frozenset(["register", "log"])
RISKS = frozenset(["risk", "risks", "issue", "issues"])
NUMBERED = word_set("references.numbered") | VEHICLES
NUMBERS = frozenset(["no", "no.", "number", "nr"])
WHICH = frozenset(["the", "my", "our", "his", "her", "their"])
BEING = frozenset(["is", "was", "has", "been", "'s", "got", "being", "now"])
LEADING = frozenset(["on", "for", "from", "until", "till", "til", "by"])
INSTEAD = (["instead", "of"], ["rather", "than"])
DAYS_OF_A_MONTH = range(1, 32)
NEAR = 3  # tokens between a day and its month: "1st of February"


def is_a_day(words: Words, first: int) -> bool:
    """Read "lunch on 6.1?" and "free on 6.1? January 6th I mean" as the sixth of January."""
    if words.norm(first - 1) not in LEADING:
        return False
    day, _, month = words.norm(first).partition(".")
    if not (_within(day, DAYS_OF_A_MONTH) and _within(month, range(1, 13))):
        return False
    social = words.norm(first - 1) == "on" and words.norm(first - 2) in SOCIAL
    return social or _is_said_in_full(words, int(day), int(month))


def is_a_service(words: Words, first: int, beyond: int) -> bool:
    """Read "my 7.30 is delayed", "stuck on the 7.30" and "the 7.30 bus" as what runs then."""
    if words.norm(first - 1) not in WHICH:
        return False
    if CAUGHT.intersection(words.norms(max(first - 3, 0), first - 1)):
        return True
    at = beyond
    while words.norm(at) in BEING:
        at += 1
    return words.norm(beyond) in VEHICLES or (at > beyond and words.norm(at) in RUNNING)


def is_given_up(words: Words, beyond: int) -> bool:
    """Read "7.30 cancelled, getting the 7.45" as what runs then: another is caught instead."""
    at = beyond + (words.norm(beyond) in BEING)
    if words.norm(at) not in RUNNING:
        return False
    return any(
        words.norm(each - 2) in CAUGHT_INSTEAD
        for each in words.figures
        if each > at and words.norm(each - 1) == "the" and "." in words.norm(each)
    )


def is_a_room(words: Words, first: int, beyond: int) -> bool:
    """Read "room 7.3 is taken, can we have 7.4 instead" as another room."""
    if ROOMS.isdisjoint(words.said):
        return False
    known = any(words.norm(each - 1) in ROOMS for each in words.figures if each != first)
    instead = words.norm(beyond) == "instead"
    return known and (words.norm(first - 1) in ASKED_FOR or instead)


def is_numbered(words: Words, first: int) -> bool:
    """Read "bus no 7.3" and "risk register 7.3" as a number of theirs."""
    if words.norm(first - 1) in REGISTERS:
        return words.norm(first - 2) in RISKS
    return words.norm(first - 1) in NUMBERS and words.norm(first - 2) in NUMBERED


def is_a_time(words: Words, beyond: int) -> bool:
    """Read "2.10 instead of quarter past" and "7.30 not half past" as a time of day."""
    if words.norms(beyond, beyond + 2) in INSTEAD:
        return words.norm(beyond + 2) in CLOCK
    return words.norm(beyond) == "not" and _is_an_hour(words, beyond + 1)


def _is_an_hour(words: Words, at: int) -> bool:
    """Read "7" and "half past", but neither "7 of them" nor "half done"."""
    hour, after = words.norm(at), words.norm(at + 1)
    if hour in ("half", "quarter"):
        return after in ("past", "to")
    return hour.isdigit() and hour in CLOCK and (after in ENDS or not after)


def _within(figure: str, span: range) -> bool:
    return figure.isdigit() and figure[:1] != "0" and int(figure) in span


def _is_said_in_full(words: Words, day: int, month: int) -> bool:
    """Whether the same day of the same month stands elsewhere in words: "January 6th"."""
    named = (at for at, norm in enumerate(words.listed) if MONTHS.get(norm) == month)
    return any(str(day) in words.norms(max(at - NEAR, 0), at + NEAR) for at in named)
