"""Dates as UK officers write them, said on Tuesday 10 November 2026."""

from datetime import date

import pytest

from language.dates.finding import dates_in, read_date
from language.lexicon.text import words_of

TODAY = date(2026, 11, 10)

DAYS = """
in a week on Friday = 2026-11-20
in a fortnight tomorrow = 2026-11-25
beg of April = 2027-04-10
first wk of March = 2027-03-05
penultimate Thursday of January = 2027-01-21
last but one Tuesday in March = 2027-03-23
fifth Monday of November = 2026-11-30
second working day of January = 2027-01-05
first working day of the new year = 2027-01-04
the last working day of May = 2027-05-28
ten days before Christmas = 2026-12-15
two weeks after Easter = 2027-04-11
this side of Christmas = 2026-12-24
end of the wk = 2026-11-13
EOW = 2026-11-13
quarter end = 2026-12-31
Q2 next year = 2027-09-30
May next year = 2027-05-31
May last year = 2025-05-31
4 May last year = 2025-05-04
summer next year = 2027-08-31
spring last year = 2025-05-31
the 12th March = 2027-03-12
Friday the 12th of March = 2027-03-12
the 4/5/27 = 2027-05-04
tomorrow week = 2026-11-18
today fortnight = 2026-11-24
COB Weds = 2026-11-11
close of play on the 3rd = 2026-12-03
end of business, Friday = 2026-11-13
early in the new year = 2027-01-10
in the new year = 2027-01-31
H1 2027/28 = 2027-09-30
H2 = 2027-03-31
12 March = 2027-03-12
12th of March 2027 = 2027-03-12
Friday 12 March 2027 = 2027-03-12
March 12th = 2027-03-12
4/5/27 = 2027-05-04
4.5.27 = 2027-05-04
04-05-2027 = 2027-05-04
2027-05-04 = 2027-05-04
4/5 = 2027-05-04
9 Nov = 2027-11-09
10 Nov = 2026-11-10
December = 2026-12-31
November = 2026-11-30
end of June = 2027-06-30
end June 28 = 2028-06-30
early May = 2027-05-10
mid-May = 2027-05-15
late May = 2027-05-31
beginning of May = 2027-05-10
first week of March = 2027-03-05
last week of March = 2027-03-26
first Monday of December = 2026-12-07
last Friday in January = 2027-01-29
Friday = 2026-11-13
this Friday = 2026-11-13
next Friday = 2026-11-20
Friday week = 2026-11-20
a week on Friday = 2026-11-20
two weeks on Friday = 2026-11-27
Tuesday = 2026-11-17
Thursday next week = 2026-11-19
w/c 7 December = 2026-12-11
week ending 11 December = 2026-12-11
next week = 2026-11-20
end of this week = 2026-11-13
the week after next = 2026-11-27
next month = 2026-12-31
middle of next month = 2026-12-15
end of the month = 2026-11-30
in six weeks = 2026-12-22
in a fortnight = 2026-11-24
within 10 working days = 2026-11-24
three weeks from now = 2026-12-01
tomorrow = 2026-11-11
the day after tomorrow = 2026-11-12
this time next month = 2026-12-10
Q3 = 2026-12-31
Q1 = 2027-06-30
end of Q4 = 2027-03-31
next quarter = 2027-03-31
end of the financial year = 2027-03-31
end of next financial year = 2028-03-31
end of 2027 = 2027-12-31
spring = 2027-05-31
this winter = 2027-02-28
summer 2028 = 2028-08-31
the 25th = 2026-11-25
the 5th = 2026-12-05
before Christmas = 2026-12-24
Easter = 2027-03-28
Good Friday = 2027-03-26
before Easter = 2027-03-25
August bank holiday = 2027-08-30
new year = 2027-01-01
April/May = 2027-05-31
16 to 27 November = 2026-11-27
close of play = 2026-11-10
"""
UNCLEAR = (
    "the other side of Christmas",
    "the week before Easter",
    "31 November",
    "30 February 2027",
    "29 February",
    "Tuesday 2 December",
    "half term",
    "the end of the spring term",
    "summer term 2027",
    "a few weeks",
    "2 to 3 weeks",
    "after Christmas",
)
NONE = (
    "it is with April in Finance",
    "we may need more staff",
    "we march on regardless",
    "a second visit",
    "Year 11 pupils",
    "spoke to Mrs Friday",
    "April Dunmore signed it",
    "15 March Road",
    "version 2.1",
    "24/7 cover",
    "3/4 of the schools",
    "12 of 17 replied",
    "call 0117 496 0000",
)


@pytest.mark.parametrize("line", DAYS.strip().splitlines())
def test_means_the_day_that_a_colleague_would_understand(line: str):
    said, day = line.split(" = ")
    read = read_date(said, TODAY)
    assert read is not None
    assert str(read.last) == day


@pytest.mark.parametrize("said", UNCLEAR)
def test_does_not_guess_at_what_cannot_be_told(said: str):
    read = read_date(said, TODAY)
    assert read is not None
    assert (read.doubt != "", read.last) == (True, None)


@pytest.mark.parametrize("said", NONE)
def test_sees_no_date_where_there_is_none(said: str):
    found = dates_in(words_of(said), TODAY)
    assert [each for each in found if each.day] == []


def test_a_length_of_time_is_no_day_by_itself():
    read = read_date("20 working days", TODAY)
    assert read is not None
    assert (read.last, read.length and read.length.unit) == (None, "working day")
