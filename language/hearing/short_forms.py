"""Phone English about days written out, word for word: "end of nxt mth", "2 wks", "good fri".

What is short for one thing only is so wherever it stands, the rest only beside the words that tell
which: "hol" after "bank", "wds" after a figure. It is no slip, and so raises no doubt.
"""

from collections.abc import Callable

from language.hearing.spelling import rewritten
from language.lexicon.text import Words
from language.lexicon.words import word_set

SHORT = {
    "nxt": "next", "wk": "week", "wks": "weeks", "mth": "month", "mths": "months",
    "mnth": "month", "mnths": "months", "yr": "year", "yrs": "years", "qtr": "quarter",
    "qtrs": "quarters", "fortnite": "fortnight", "fnight": "fortnight", "ftnight": "fortnight",
    "tomoz": "tomorrow", "tomoro": "tomorrow", "tmrw": "tomorrow", "tmoz": "tomorrow",
    "tmrow": "tomorrow", "tmw": "tomorrow",
    "bfore": "before", "befor": "before", "bfor": "before", "cple": "couple",
    "b4": "before", "coupla": "couple of", "cupla": "couple of", "wkend": "weekend",
    "wknd": "weekend",
    "thrs": "thursday", "jany": "january", "feby": "february",
    "mtg": "meeting", "mtgs": "meetings", "wkshop": "workshop", "wkshp": "workshop",
    "octr": "october", "novr": "november", "decr": "december",
}  # fmt: skip
DAYS_OF = {  # which weekday a feast is, however shortly it is written
    "good": "friday", "maundy": "thursday", "shrove": "tuesday", "pancake": "tuesday",
    "ash": "wednesday", "palm": "sunday", "mothering": "sunday", "remembrance": "sunday",
    "whit": "monday", "easter": "monday sunday saturday",
}  # fmt: skip
HOLIDAYS = word_set("short_forms.holidays")  # what tells which bank holiday
FORWARD = word_set("short_forms.forward")
WORKING = frozenset(["wkg", "wkng", "wking", "wrkg", "wrking", "wrkng", "workin", "bus", "biz"])
WORKDAYS = {"wd": "working day", "wds": "working days", "workday": "working day"}
WORKDAYS["workdays"] = WORKDAYS["wds"]
FORMERLY = frozenset(["prev", "orig"])


def written_out(words: Words) -> Words:
    """The message with such words in full, token for token."""
    if BRIEF.isdisjoint(words.said):
        return words
    full = {at: long for at, norm in enumerate(words.listed) if (long := _full(words, at, norm))}
    return rewritten(words, full) if full else words


def _full(words: Words, at: int, norm: str) -> str:
    """The word that one is short for; "" where it is none."""
    if norm not in BRIEF or _is_part(words, at):
        return ""
    beside = BESIDE.get(norm)
    return SHORT.get(norm, "") or (beside(words, at) if beside else "")


def _is_part(words: Words, at: int) -> bool:
    """Read "WK3.1" as a reference and "yr/7" as it stands."""
    if words.norm(at) == "yr" and words.norm(at - 1) == "last":
        return True  # what figures are compared with, and no day
    return words.glued(at + 1) and words.norm(at + 1)[:1].isdigit()


def _holiday(words: Words, at: int) -> str:
    return "holiday" if words.norm(at - 1) == "bank" else ""


def _bank_holiday(words: Words, at: int) -> str:
    return "bank holiday" if words.norm(at - 1) in HOLIDAYS else ""


def _feast_day(words: Words, at: int) -> str:
    """Read "good fri" as Good Friday, but not "good fri to all of you"."""
    days = DAYS_OF.get(words.norm(at - 1), "").split()
    greeted = words.norm(at - 1) == "good" and words.norm(at + 1) in ("to", "all", "everyone")
    return "" if greeted else next((each for each in days if each[:3] == words.norm(at)[:3]), "")


def _forward(words: Words, at: int) -> str:
    """Read "bring it fwd a week", but not "fwd: see below"."""
    moved = not FORWARD.isdisjoint(words.norms(at - 4, at)) or words.norm(at + 1) == "by"
    return "forward" if moved and words.norm(at + 1) != ":" else ""


def _working(words: Words, at: int) -> str:
    """Read "5 bus days" so, but not "bus days out"."""
    counted = words.norm(at) not in ("bus", "biz") or words.norm(at - 1).isdigit()
    return "working" if counted and words.norm(at + 1) in ("day", "days") else ""


def _workdays(words: Words, at: int) -> str:
    counted = words.norm(at - 1).isdigit() or words.norm(at - 1) in ("more", "few", "extra")
    return WORKDAYS[words.norm(at)] if counted else ""


def _calendar(words: Words, at: int) -> str:
    return "calendar" if words.norm(at + 1) in ("year", "yr", "month", "mth") else ""


def _stop(words: Words, at: int) -> str:
    """Read "prev. 18 Dec" as "prev: 18 Dec": there no sentence ends."""
    return ":" if words.norm(at - 1) in FORMERLY and words.glued(at) else ""


BESIDE: dict[str, Callable[[Words, int], str]] = {
    **dict.fromkeys(("hol", "hols"), _holiday),
    "bh": _bank_holiday,
    **dict.fromkeys(
        ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"),
        _feast_day,
    ),
    "fwd": _forward,
    **dict.fromkeys(WORKING, _working),
    **dict.fromkeys(WORKDAYS, _workdays),
    "cal": _calendar,
    ".": _stop,
}
BRIEF = frozenset([*SHORT, *BESIDE])
