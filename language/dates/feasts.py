"""Feasts and bank holidays that officers name their dates by."""

from datetime import date, timedelta

from language.dates.calendar import easter, month_of, nth_weekday

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "xmas day": (12, 25),
    "crimbo": (12, 25), "christmas eve": (12, 24), "xmas eve": (12, 24), "boxing day": (12, 26),
    "halloween": (10, 31), "bonfire night": (11, 5), "guy fawkes": (11, 5), "burns night": (1, 25),
    "valentine's day": (2, 14), "valentines day": (2, 14), "valentine's": (2, 14),
    "st david's day": (3, 1), "st patrick's day": (3, 17), "st george's day": (4, 23),
    "remembrance day": (11, 11), "michaelmas": (9, 29), "midsummer": (6, 24),
    "new year's day": (1, 1), "new years day": (1, 1),
    "new year": (1, 1), "new year's eve": (12, 31), "nye": (12, 31), "new years eve": (12, 31),
}  # fmt: skip
FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "easter weekend": 1,
    "shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "mothering sunday": -21,
    "palm sunday": -7, "maundy thursday": -3, "easter saturday": -1, "whitsun": 49,
    "whit monday": 50, "pancake tuesday": -47, "easter bank holiday": 1,
}  # fmt: skip
MONDAYS = {  # the month, and the how manieth Monday of it
    "august bank holiday": (8, -1), "summer bank holiday": (8, -1), "may day": (5, 1),
    "may bank holiday": (5, 1), "early may bank holiday": (5, 1), "late may bank holiday": (5, -1),
    "spring bank holiday": (5, -1), "spring bank": (5, -1), "may day bank holiday": (5, 1),
    "aug bank holiday": (8, -1),
}  # fmt: skip
SUNDAYS = {"remembrance sunday": (11, 2)}
# "The new year" by itself is more than its first day: language/dates/periods.py.
FEASTS = tuple(each for each in (*FIXED, *FROM_EASTER, *MONDAYS, *SUNDAYS) if each != "new year")


def feast(name: str, year: int) -> date | None:
    """The day of a feast or bank holiday in a year."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in FROM_EASTER:
        return easter(year) + timedelta(days=FROM_EASTER[name])
    month, nth = MONDAYS.get(name) or SUNDAYS[name]
    return nth_weekday(month_of(year, month), 0 if name in MONDAYS else 6, nth)
