"""Hours counted from now, as far as they tell a day: "in 48 hours", "72 hrs from now"."""

import re
from datetime import date, timedelta

from language.dates.date_words import NUMBERS

A_DAY = 24
A_MORNING = 6  # hours, so few that the day does not end before them
NOT_TOLD = "which day that is"


def by_hours(match: re.Match[str], today: date) -> date | str:
    """Whole days as such, a few hours as today; in between it may be the one day or the other."""
    said = match["hours"] or match.groupdict().get("later") or ""
    count = int(said) if said.isdigit() else NUMBERS[said]
    if count % A_DAY and count > A_MORNING:
        return NOT_TOLD
    return today + timedelta(days=count // A_DAY)
