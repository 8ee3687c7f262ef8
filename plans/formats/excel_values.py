"""The value of a spreadsheet cell as its number format shows it to the reader of the sheet."""

import re
from datetime import date, datetime, time

QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
DECIMALS = re.compile(r"0\.(0+)")
LEADING_ZEROS = re.compile(r"0{2,}")
CURRENCY = re.compile(r"[£$€]")
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})

type Value = str | bool | int | float | date | datetime | time | None


def shown(value: object, number_format: str) -> str:
    """What stands in the cell for whoever looks at it; errors and blanks are ""."""
    match value:
        case None:
            return ""
        case str():
            return "" if value in ERRORS else value.replace("_x000D_", "\n")
        case bool():
            return "Yes" if value else "No"
        case int() | float():
            return _number(value, number_format)
        case date():
            return _day(value, number_format)
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def _day(day: date, number_format: str) -> str:
    """A date in words, with no more of it than the format shows: "mmm-yy" shows a month."""
    form = QUOTED.sub("", number_format).lower()
    if "d" in form or not ("m" in form or "y" in form):
        return f"{day.day} {day:%B %Y}"
    return f"{day:%B %Y}" if "m" in form else f"{day.year}"


def _number(value: float, number_format: str) -> str:
    form, _, _ = number_format.partition(";")
    currency = CURRENCY.search(form)
    bare = QUOTED.sub("", form)
    if "%" in bare:
        value *= 100
    decimals = DECIMALS.search(bare)
    comma = "," if "#,#" in bare else ""
    if decimals:
        text = f"{value:{comma}.{min(len(decimals[1]), 9)}f}"
    elif "0" in bare:
        text = f"{round(value):{comma}}" if abs(value) < 1e15 else str(value)
        if zeros := LEADING_ZEROS.fullmatch(bare):
            text = text.zfill(len(zeros[0]))
    else:
        text = f"{value:.12g}"
    return f"{currency[0] if currency else ''}{text}{'%' if '%' in bare else ''}"
