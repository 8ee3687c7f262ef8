"""Headers that only name a period ("Q1", "Autumn", "Apr", "2026/27"): one column for each."""

import re
from collections.abc import Sequence

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d|20\d\d|[’']?\d\d)"
_WHAT = r"(?:b?rag|rating|status|progress|update|position|review|milestones?|actions?|targets?)"
NAMED = re.compile(
    rf"(?:{_WHAT}\s)?(?:(?:end\s)?(?:of\s)?)?"
    rf"(?:(?:q|qtr|quarter)\s?[1-4]|[1-4](?:st|nd|rd|th)\s(?:quarter|qtr)|(?:term|year)\s[1-6]|"
    rf"(?:aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)(?:\sterm)?(?:\s[12])?|"
    rf"{_MONTH}(?:\s?(?:[–/-]|to)\s?{_MONTH})?|20\d\d\s?[/–-]\s?(?:20)?\d\d|20\d\d)"
    rf"(?:\s?[,(]?\s?{_YEAR}\)?)?(?:\s?\({_MONTH}\s?(?:[–/-]|to)\s?{_MONTH}\))?(?:\s{_WHAT})?",
    re.IGNORECASE,
)
LONGEST = 40
FEWEST = 2  # one alone is a column of dates, or a figure


def period_columns(headers: Sequence[str]) -> Sequence[int]:
    """The places of the columns that only name periods, where there are several."""
    found = [at for at, each in enumerate(headers) if len(each) < LONGEST and _is_period(each)]
    return found if len(found) >= FEWEST else ()


def _is_period(header: str) -> bool:
    return bool(NAMED.fullmatch(" ".join(header.replace(":", " ").replace("\n", " ").split())))
