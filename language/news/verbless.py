"""How an action stands where nobody says so in a verb of ours: "all three bins in", "8 of 12".

Never more than a guess at what a few words mean, which is confirmed first.
"""

import re
from collections.abc import Callable, Set
from typing import NamedTuple

from domain.work import Status
from language.lexicon.patterns import Wording, pattern
from language.lexicon.signs import Signs
from language.references.numerals import DIGITS
from language.references.titles import heading, stem

UNSURE = pattern("verbless.unsure")
NOT_BEGUN = pattern("verbless.not_begun")
LATE = pattern("verbless.late")
LEFT = pattern("verbless.left")
UNDER_WAY = pattern("verbless.under_way")
WHOLE = pattern("verbless.whole")
OVER = pattern("verbless.over")
YES = pattern("verbless.yes")
NO = pattern("verbless.no")
DENYING = frozenset(
    ["no", "none", "not", "nobody", "never", "neither", "nothing", "without", "nor"]
)
SHORT = 2  # letters
HIDDEN = "·"  # stands for a day that is told
COUNTED = re.compile(
    r"\b(?P<done>\d{1,5}|[a-z]+) ?(?:(?:[a-z]+ ){0,3}(?:out )?of (?:the |our |all )?| ?/ ?)"
    r"(?P<whole>\d{1,5}|[a-z]+)\b(?!/)"
)
YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = re.compile(
    r"(?<![\d.,£/:])\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d.,£/:])\d{1,6}(?![\d.,:/]?\d|%)"
)
WORD = re.compile(r"[a-z]+")


class About(NamedTuple):
    """The words, and the title and the figures of the action that they are about."""

    low: str
    signs: Signs
    title: str
    figures: Set[str]


def tells(low: str, signs: Signs) -> bool:
    """Whether such words tell something at all."""
    return stands(About(low, signs, "", frozenset())) is not None


def stands(about: About) -> Status | None:
    """How it stands by the first rule that fits; None where none does, or something is unsure."""
    if about.low.endswith("?") or UNSURE.search(about.low, about.signs):
        return None
    for status, rule in RULES:
        if rule(about):
            return None if status is Status.COMPLETE and _denies(about) else status
    return None


def _denies(about: About) -> bool:
    return not DENYING.isdisjoint(WORD.findall(about.low))


def is_left(about: About) -> bool:
    """Something is said to be left to do."""
    return _says(LEFT)(about)


def is_partial(about: About) -> bool:
    """Something is said to be left, or fewer are told of than there are to be."""
    return is_left(about) or is_some(about)


def _says(wording: Wording) -> Callable[[About], bool]:
    return lambda about: wording.search(about.low, about.signs) is not None


def _share(about: About) -> float | None:
    """How many of how many are told, or of how many the title has; None where neither is."""
    for match in COUNTED.finditer(about.low):
        done, whole = _number(match["done"]), _number(match["whole"])
        if done is not None and whole:
            return done / whole
    whole = max((int(each) for each in about.figures if not YEAR.fullmatch(each)), default=0)
    found = [int(each.replace(",", "")) for each in NUMBER.findall(about.low)]
    found += [int(DIGITS[each]) for each in WORD.findall(about.low) if each in DIGITS]
    return found[0] / whole if len(found) == 1 and whole > 1 else None


def _number(said: str) -> int | None:
    said = DIGITS.get(said, said)
    return int(said) if said.isdigit() else None


def is_some(about: About) -> bool:
    """Fewer are told of than there are to be."""
    share = _share(about)
    return share is not None and 0 < share < 1


def _is_all(about: About) -> bool:
    share = _share(about)
    return share is not None and share >= 1


def _does_it(about: About) -> bool:
    """Read "screen replaced" of "Replace the screen" as done."""
    deed = stem(heading(about.title).deed) if about.title else ""
    said = WORD.findall(about.low)
    return len(deed) > SHORT and any(each.endswith("ed") and stem(each) == deed for each in said)


def _is_just_its_deed(about: About) -> bool:
    """Read "drafted" of "Draft a charter" as done, though a draft is else but a beginning."""
    deed = heading(about.title).deed if about.title else ""
    done = f"{deed.removesuffix('e')}ed"
    if len(deed) <= SHORT or done not in WORD.findall(about.low):
        return False
    return not _says(UNDER_WAY)(about._replace(low=about.low.replace(done, "")))


RULES: tuple[tuple[Status, Callable[[About], bool]], ...] = (
    (Status.NOT_STARTED, _says(NOT_BEGUN)),
    (Status.DELAYED, _says(LATE)),
    (Status.IN_PROGRESS, _says(LEFT)),
    (Status.IN_PROGRESS, is_some),
    (Status.COMPLETE, _is_just_its_deed),
    (Status.IN_PROGRESS, _says(UNDER_WAY)),
    (Status.COMPLETE, _is_all),
    (Status.COMPLETE, _says(WHOLE)),
    (Status.COMPLETE, _does_it),
    (Status.COMPLETE, _says(OVER)),
    (Status.COMPLETE, _says(YES)),
    (Status.IN_PROGRESS, _says(NO)),
)
