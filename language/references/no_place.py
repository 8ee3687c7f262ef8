"""Figures under a reminder that name none of its actions by place, but count, date or number."""

from language.lexicon.text import Words
from language.lexicon.words import word_set

COUNTED_OFF = frozenset(["the", "and", "other", "first", "last", "remaining"])  # "the other two"
EXCEPTING = word_set("shared.excepting")
FEW = frozenset(["one", "two", "three"])
UNITS = frozenset(["day", "days", "week", "weeks", "wks", "month", "months", "of"])
BEFORE_IT = {"two": "one", "three": "two"}
NAMED = frozenset(["number", "no", "item", "action", "#", "line"])
AND = frozenset(["and", "&"])
PARTING = frozenset([".", "/", "%"])


def counts_or_dates(words: Words, at: int, listed: int) -> bool:
    """Whether the figure at a token is of something else than the ``listed`` actions."""
    before = words.norm(at - 1)
    if words.norm(at) in FEW and before in COUNTED_OFF:
        return True
    if before not in NAMED and words.norm(at) in BEFORE_IT.keys() - {*words.norms(0, at)}:
        return BEFORE_IT[words.norm(at)] not in words.norms(0, at)  # "two done, one to go"
    if words.norm(at) == "one" and before in EXCEPTING:
        return True  # "all but one done"
    if before in AND and words.norm(at - 2).isdigit() and words.norm(at - 3).isalpha():
        return True  # "stages 1 and 2 done"
    if words.norm(at + 1) in ("-", "to") and words.norm(at + 3) in UNITS:
        return words.norm(at + 2).isdigit()  # "2-4 weeks late"
    if words.norm(at + 1) in PARTING and words.glued(at + 2):
        return True
    return _is_a_month(words, at, listed)


def _is_a_month(words: Words, at: int, listed: int) -> bool:
    """Read "10/1" as the tenth of January: there is no tenth action beside the first."""
    day = words.norm(at - 2)
    parted = words.norm(at - 1) == "/" and words.glued(at) and words.glued(at - 1)
    return parted and day.isdigit() and int(day) > listed
