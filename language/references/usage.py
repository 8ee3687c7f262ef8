"""Whether a sentence uses a number as a reference: not as a time, a sum, a share or a section."""

from itertools import pairwise

from language.lexicon.text import Words
from language.lexicon.words import word_set
from language.references.bare_numbers import is_bare_ref
from language.references.days_and_times import (
    is_a_day,
    is_a_room,
    is_a_service,
    is_a_time,
    is_given_up,
    is_numbered,
)

MONEY = frozenset("£$€")
COMPLETE = frozenset(["complete", "completed", "completion", "done"])
SHARES = word_set("shared.per_cent")
EQUALS = frozenset([":", "="])
MEASURES = word_set("references.measures")
COUNTED_BY = word_set("references.counted_by")
VALUES = word_set("references.values")
TIME_BEFORE = word_set("references.time_before")
TIME_AFTER = word_set("references.time_after")
DAYS = word_set("references.days")
COMPARED = word_set("references.compared")
NAMED = word_set("references.named")
MOVES = word_set("references.moves")
OPENING = word_set("references.opening") | {"", "\n"}
DETERMINERS = word_set("references.determiners")
VERBS = word_set("references.verbs")
CALLED = frozenset(["action", "actions", "ref"])
ROOMS = frozenset(["room", "rm", "suite", "bay", "platform"])
STANDING = word_set("references.standing")
ASKED = frozenset([("is", "it"), ("was", "it"), ("it", "is")])
WHOSE = frozenset(["my", "our"])
WHO_RATES = frozenset(["we", "i", "i'd", "we'd", "would", "to"])
EACH = frozenset(["per", "each"])
THIS = frozenset(["last", "this", "next"])  # "started last week 1.3 not begun"
REPORTING = frozenset(["to", "can", "i", "we", "please"])  # "happy to report 1.1 done"
PERIODS = frozenset(["month", "week", "day", "year", "head"])
ROUND = frozenset(["10", "100", "1000", "ten", "hundred"])
AFTER_WHOLE = frozenset(["", ":", "-", ",", "&", "is", "now"])
AVERAGING = EACH | {"average"}
MEASURING = VALUES | COMPARED | {"rate"}
DIALLED = 6  # digits before the last part of a telephone number
RATING = frozenset(["red", "ok"])  # "7.3red"
LONG_WORD = 4  # letters: stuck to a number, still a word of its own ("7.3delayed")


def used_as_ref(words: Words, first: int, beyond: int) -> bool:
    """Whether a number of the plan is meant as a reference here; codes with letters always are."""
    said = words.norm(first)
    before = words.norm(first - 1)
    if not said[:1].isdigit():
        return before not in ROOMS or _own_subject(words, first, beyond)
    if before in MONEY or _is_measure(words, beyond):
        return False
    if before.isdigit() and _dialled(words, first):
        return False
    counted = before in COUNTED_BY and words.norm(first - 2) not in THIS
    counted = counted and not (before == "report" and words.norm(first - 2) in REPORTING)
    if counted and not _own_subject(words, first, beyond):
        return False
    if before == "or" and _is_either(words, first):
        return False
    if _is_ratio(words, beyond) or _is_compared(words, first, beyond):
        return False
    if _on_a_calendar(words, first, beyond) or (before in MEASURING and _measured(words, first)):
        return False
    if before == "at" and words.norm(first - 2) in STANDING and _no_subject(words, beyond):
        return False
    if not AVERAGING.isdisjoint(words.said) and _averaged(words, first, beyond):
        return False
    return "." in said or beyond > first + 1 or _whole_number(words, first, beyond)


def opens(words: Words, at: int) -> bool:
    """Whether a clause opens here."""
    return words.norm(at - 1) in OPENING


def stands_alone(words: Words, at: int, beyond: int) -> bool:
    """Nothing is stuck to it that would make it part of something longer."""
    return not _stuck_before(words, at) and not _stuck_after(words, beyond)


def _stuck_before(words: Words, at: int) -> bool:
    before = words.norm(at - 1)
    if not words.glued(at) or before in CALLED:
        return False
    fraction = before == "/" and words.norm(at - 2).isdigit()
    return before in MONEY or before.isalnum() or fraction


def _stuck_after(words: Words, beyond: int) -> bool:
    after, then = words.norm(beyond), words.norm(beyond + 1)
    if not words.glued(beyond):
        return _is_measure(words, beyond) or (after == "/" and then.isdigit())
    if after in ("/", ":") and words.glued(beyond + 1):
        return then[:1].isdigit() and "." not in then
    own = after.isalpha() and (len(after) >= LONG_WORD or after in RATING)
    return after == "%" or (after.isalnum() and not own)


def _is_ratio(words: Words, at: int) -> bool:
    """Read "3.3 out of 10" and "2.1 in 10 homes" as figures, but not "4.2 in 10 weeks"."""
    if words.norm(at) == "out" and words.norm(at + 1) == "of":
        of = words.norm(at + 2)
        return of.isdigit() or of in ("five", "ten")
    rounded = words.norm(at) == "in" and words.norm(at + 1) in ROUND
    return rounded and words.norm(at + 2) not in MEASURES | PERIODS


def _is_compared(words: Words, first: int, beyond: int) -> bool:
    """Read "footfall was 2.2 up on May" as a figure, but not "2.2 is up on May"."""
    then = words.norms(beyond, beyond + 2)
    return then in (["up", "on"], ["down", "on"]) and not opens(words, first)


def _is_either(words: Words, first: int) -> bool:
    """Read "is it 2 hours a week or 2.2?" as figures, but not "is it 1.1 or 1.2?"."""
    asked = words.norms(max(first - 7, 0), first - 1)
    measured = not MEASURES.isdisjoint(asked) or not PERIODS.isdisjoint(asked)
    return measured and any(each in ASKED for each in pairwise(asked))


def _dialled(words: Words, first: int) -> bool:
    """Read "01632 960 7.4" as a telephone number."""
    before, earlier = words.norm(first - 1), words.norm(first - 2)
    return earlier.isdigit() and len(before + earlier) >= DIALLED


MILES_OFF = frozenset([("miles", each) for each in ("behind", "off", "away", "out", "ahead")])


def _is_measure(words: Words, at: int) -> bool:
    """Read "7.6 per cent" as a figure, but not "7.6 per Sheila", nor "P2.1 P2.2" as 2.1 pence."""
    if words.glued(at + 1) and words.norm(at + 1)[:1].isdigit():
        return False
    if words.norm(at) in SHARES and not words.glued(at) and words.norm(at + 1) in COMPLETE:
        heads = words.norm(at + 2) in EQUALS and words.norm(at + 3).isdigit()
        return not heads  # "7.3 % complete: 60"
    if words.norm(at) != "per" or at + 1 >= len(words.tokens):
        figure = words.norm(at) in MEASURES and not _crossed(words, at)
        return figure and ("miles", words.norm(at + 1)) not in MILES_OFF
    return not words.raw[words.tokens[at + 1].start].isupper()


def _crossed(words: Words, at: int) -> bool:
    """Read "1.1 x 1.2 x" as two with a cross each, but "1.1 x 4" as a sum."""
    after = words.norm(at + 1)
    cross = words.norm(at) == "x" and not words.glued(at)
    return cross and ("." in after or not after.isalnum())


def _own_subject(words: Words, first: int, beyond: int) -> bool:
    """Read "if we get the room 7.3 will be fine": "the room" is not called 7.3."""
    return words.norm(first - 2) in DETERMINERS and words.norm(beyond) in VERBS


def _on_a_calendar(words: Words, first: int, beyond: int) -> bool:
    theirs = is_numbered(words, first) or is_a_room(words, first, beyond)
    return theirs or is_a_day(words, first) or _time_like(words, first, beyond)


def _time_like(words: Words, first: int, beyond: int) -> bool:
    """Read "at 7.30" and "the 7.30 meeting" as a time of day."""
    if _late_for(words, first) and words.norm(beyond) in TIME_AFTER:
        return True  # "late for the 7.3 meeting"
    hour, _, minute = words.norm(first).partition(".")
    if len(minute) != 2 or not minute.isdigit() or int(hour) > 23 or int(minute) > 59:
        return False
    before, after = words.norm(first - 1), words.norm(beyond)
    on_a_day = after in ("on", "for") and words.norm(beyond + 1) in DAYS
    if _late_for(words, first) or is_a_time(words, beyond) or is_a_service(words, first, beyond):
        return True
    if is_given_up(words, beyond):
        return True
    return before in TIME_BEFORE or before in DAYS or after in TIME_AFTER or on_a_day


def _late_for(words: Words, first: int) -> bool:
    """Read "running late for the 2.10" and "late for my 7.30 visit": one is late for a time."""
    late, led, whose = words.norms(first - 3, first) if first > 2 else ("", "", "")
    return late in ("late", "later") and led == "for" and whose in DETERMINERS | WHOSE


def _no_subject(words: Words, beyond: int) -> bool:
    """Read "we'd be at 7.1" as a figure, but not "he will be at 7.1: all done"."""
    return words.norm(beyond) not in VERBS | {":", "-", "="}


def _averaged(words: Words, first: int, beyond: int) -> bool:
    """Read "5.1 new carers a month on average" as a figure."""
    if words.norm(first - 1) in ("", "\n"):
        return False
    after = words.norms(beyond, beyond + 6)
    rates = (each in EACH and then in PERIODS for each, then in pairwise(after))
    return "average" in after or any(rates)


def _measured(words: Words, first: int) -> bool:
    """Read "a rate of 7.3" and "down from 8.1 to 7.2" as figures."""
    before, earlier = words.norm(first - 1), words.norm(first - 2)
    if before == "rate" and earlier in WHO_RATES:
        return False
    if before == "about" and earlier == "up" and words.norm(first - 3) in ("me", "us"):
        return False  # "wake me up about 7.3"
    figure = earlier in VALUES or earlier in MOVES or earlier.endswith("%")
    return before in VALUES or (before in COMPARED and figure)


def _whole_number(words: Words, first: int, beyond: int) -> bool:
    """A number without a point is a reference where it opens a clause or is called an action."""
    after = words.norm(beyond)
    if words.norm(first - 1) in NAMED:
        return True
    plain = opens(words, first) and (after in AFTER_WHOLE or not after.isalpha())
    return plain or is_bare_ref(words, first, beyond)
