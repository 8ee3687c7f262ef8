"""Bank holidays differ from nation to nation."""

from datetime import date

import pytest

from bot.working_days import Nation, bank_holidays

ST_ANDREW = date(2026, 11, 30)
BATTLE_OF_THE_BOYNE = date(2026, 7, 13)  # the 12th is a Sunday
EASTER_MONDAY = date(2026, 4, 6)


@pytest.mark.parametrize(
    ("nation", "closed"),
    [
        (Nation.ENGLAND_AND_WALES, {EASTER_MONDAY}),
        (Nation.SCOTLAND, {ST_ANDREW}),
        (Nation.NORTHERN_IRELAND, {EASTER_MONDAY, BATTLE_OF_THE_BOYNE}),
    ],
)
def test_each_nation_keeps_its_own(nation: Nation, closed: set[date]):
    days = (ST_ANDREW, BATTLE_OF_THE_BOYNE, EASTER_MONDAY)

    assert {day for day in days if not bank_holidays(nation).works(day)} == closed


@pytest.mark.parametrize("nation", Nation)
def test_new_year_and_weekends_are_nobodys_working_days(nation: Nation):
    for year in range(2000, 2038):
        assert not bank_holidays(nation).works(date(year, 1, 1))
    assert not bank_holidays(nation).works(date(2026, 7, 4))
