"""The month in which a body's financial year ends, where its plan says so."""

import re
from collections.abc import Iterable

from plans.meaning.days import month_number

MARCH = 3
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = r"(?:\d\d?(?:st|nd|rd|th)?\s)?"
_YEAR = r"\b(?:financial|fiscal)\syears?\b[^.;]{0,20}?"
SAID = re.compile(
    rf"{_YEAR}\s(?:ended|ending|ends?)\s(?:on\s)?{_DAY}(?P<end>{_MONTHS})|"
    rf"{_YEAR}(?:\s(?:runs?|is|starts?|from)|\s?[:,–-])?\s\(?(?:from\s)?{_DAY}(?P<first>{_MONTHS})[a-z]{{0,6}}[\s\d,]{{0,10}}"
    rf"(?:to|through|until|[–-])\s?{_DAY}(?P<last>{_MONTHS})",
    re.IGNORECASE,
)
YEAR = re.compile(r"f(?:inancial|iscal)\syear", re.IGNORECASE)
LONGEST = 400  # characters of a line that are looked at


def year_end_in(lines: Iterable[str]) -> int:
    """The last month of the financial year: March, unless one of the lines says another."""
    for line in lines:
        for said in SAID.finditer(line[:LONGEST]) if YEAR.search(line[:LONGEST]) else ():
            if said["end"] or _is_whole(said):
                return month_number(said["end"] or said["last"])
    return MARCH


def _is_whole(said: re.Match[str]) -> bool:
    """Whether the months are a year's first and last, and not those of its first quarter."""
    return (month_number(said["first"]) - month_number(said["last"])) % 12 == 1
