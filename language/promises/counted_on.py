"""Days counted from another that was named just before: "sign off is 9 May, live the day after"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from language.claims.directly import LIGHT
from language.dates.calendar import FRIDAY, Length
from language.dates.finding import Dated
from language.dates.periods import Said
from language.lexicon.patterns import Wording
from language.lexicon.text import ENDS, Words
from language.references.numerals import DIGITS

COUNTED = Wording.of(
    r"\b(?:the (?:very )?following (?P<unit>day|week|month)"
    r"|(?:the )?(?:very )?next (?P<unit1>day|week|month) after that"
    r"|the (?P<unit2>day|week|month) after(?: that)?"
    r"|(?P<number>a|an|one|two|three|four|five|six|\d{1,2}) (?P<unit3>day|week|fortnight|month)s?"
    r" (?:after that|later|on from that|after it|(?P<that>behind (?:that|it)(?: one)?)))"
    r"(?! than\b)(?! (?:the|our|next|tomorrow|a|an|it)\b)"
    r"(?=\s*(?:$|[.,;:!?)(\n-]|(?:and|so|but|at|then|if|all|or|instead|we|with)\b))"
)
FAR = 12  # words between the two
WE = frozenset(["we", "then", "i", "it"])


def counted_on(words: Words, dates: Sequence[Dated]) -> list[Dated]:
    """The same dates, with what is counted from one of them as the day that it comes to.

    Read "moved to 18 May, a month later" as 18 May: nothing else happens a month later.
    """
    found = list(dates)
    if not COUNTED.sign & words.signs:
        return found
    for match in COUNTED.all_in(words.low, words.signs):
        first, beyond = _span(words, match)
        before = [e for e in found if e.beyond <= first and e.day and e.said.first == e.day]
        if not before or not _goes_on(words, before[-1].beyond, first):
            continue
        day = _day(match, before[-1].said.last or date.max)
        said = Said(match.end(), "date.counted-on", day, day, before[-1].said.yearless)
        found = [e for e in found if e.beyond <= first or e.first >= beyond]
        found.append(Dated(first, beyond, said))
    return sorted(found, key=lambda each: each.first)


def _span(words: Words, match: re.Match[str]) -> tuple[int, int]:
    held = [
        at
        for at, token in enumerate(words.tokens)
        if match.start() <= token.start and token.end <= match.end()
    ]
    return held[0], held[-1] + 1


def _goes_on(words: Words, beyond: int, first: int) -> bool:
    """Something of its own is said in between, in the same sentence."""
    between = words.norms(beyond, first)
    if not ENDS.isdisjoint(between) or len(between) > FAR:
        return False
    own = [each for each in between if each[:1].isdigit() or (each.isalpha() and each not in LIGHT)]
    return bool(own) or any(then in WE for _, then in pairwise(["", *between]))


def _day(match: re.Match[str], day: date) -> date:
    unit = match["unit"] or match["unit1"] or match["unit2"] or match["unit3"]
    said = match["number"] or "1"
    number = 1 if said in ("a", "an") else int(DIGITS.get(said, said))
    if unit == "fortnight":
        return Length(2 * number, "week").after(day)
    later = Length(number, unit).after(day)
    if unit == "week" and not match["number"]:
        return later + timedelta(days=FRIDAY - later.weekday())  # the Friday of that week
    return later
