"""The days that are not worked in England and Wales, from the library that knows them."""

from datetime import date
from functools import cache

import holidays

from domain.calendar import Calendar

YEARS = range(2000, 2039)


@cache
def bank_holidays() -> Calendar:
    """Weekends and bank holidays are not worked."""
    return Calendar(closed=frozenset(_days()))


def _days() -> list[date]:
    return list(holidays.country_holidays("GB", subdiv="ENG", years=YEARS))
