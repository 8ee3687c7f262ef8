"""The days that are not worked in a nation of the United Kingdom, from the library that knows."""

from datetime import date
from enum import StrEnum
from functools import cache

import holidays

from domain.calendar import Calendar

YEARS = range(2000, 2039)


class Nation(StrEnum):
    """Whose bank holidays are kept."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


SUBDIVISIONS = {
    Nation.ENGLAND_AND_WALES: "ENG",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@cache
def bank_holidays(nation: Nation = Nation.ENGLAND_AND_WALES) -> Calendar:
    """Weekends and bank holidays are not worked."""
    return Calendar(closed=frozenset(_days(nation)))


def _days(nation: Nation) -> list[date]:
    return list(holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=YEARS))
