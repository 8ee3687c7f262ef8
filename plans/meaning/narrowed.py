"""A year that months in brackets narrow: "2026 season (April to September)"."""

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NARROWED = re.compile(
    r"\s*(?:(?:in|during|for|over)\s)?(?:the\s)?(?P<year>(?:19|20)\d\d)(?:\s[a-z]{3,12})?\s?"
    rf"\((?P<first>{_MONTH})(?:\s?(?:to|until|–|—|-)\s?(?P<last>{_MONTH}))?\)\W*",
    re.IGNORECASE,
)


def with_years_of_months(text: str) -> str:
    """The months in such a cell, each with its year; any other text as it is."""
    found = NARROWED.fullmatch(text)
    if found is None:
        return text
    year, first, last = int(found["year"]), found["first"], found["last"]
    if not last:
        return f"{first} {year}"
    return f"{first} {year} to {last} {year + (_number(last) < _number(first))}"


def _number(month: str) -> int:
    return MONTHS.index(month[:3].lower())
