"""Whether the day or the month comes first in dates in figures, by what the document shows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from domain.work import Action
from plans.document import Note, PlanDocument
from plans.rows import Block, Line

UNCLEAR = "date-order-unclear"
FIGURES = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")
LONGEST = 2_000  # characters of a line or cell that are looked at
LAST_MONTH = 12
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY_THEN_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\s\d{{4}}\b", re.IGNORECASE)
MONTH_THEN_DAY = re.compile(rf"\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,\s\d{{4}}\b", re.IGNORECASE)
# Spellings of which the one side of the Atlantic has no use.
BRITISH = re.compile(
    r"£|\b(?:programmes?|organis\w+|prioritis\w+|centres?|colours?|behaviour\w*|"
    r"neighbour\w*|labour|favour\w*|whilst|fortnight\w*|cllrs?|councillors?|nhs|boroughs?)\b",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(?:centers?|colors?|behavior\w*|neighbor\w*|labor|favor\w*|enrollments?|zip codes?|"
    r"fulfill|defense|sheriff\w*|school districts?|k-12)\b",
    re.IGNORECASE,
)
ENOUGH = 2  # spellings; one may stand in the name of something abroad


class Order(StrEnum):
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@dataclass(frozen=True, slots=True)
class Judged:
    """The order in which dates are read, and what shows it: "" where nothing does.

    ``told`` where a person has said so.
    """

    order: Order = Order.DAY_FIRST
    because: str = ""
    told: bool = False

    @property
    def month_first(self) -> bool:
        return self.order is Order.MONTH_FIRST


def order_in(blocks: Sequence[Block], told: Order | None = None) -> Judged:
    """What somebody has said, or the document shows: by a date that can be read in one way only,
    by its dates in words, or by its spelling."""
    if told:
        return Judged(told, told=True)
    parted = (text for text in _texts(blocks) if "/" in text or "-" in text)
    found = [match for text in parted for match in FIGURES.finditer(text)]
    days = next((each[0] for each in found if int(each[1]) > LAST_MONTH), "")
    months = next((each[0] for each in found if int(each[3]) > LAST_MONTH), "")
    if days or months or not found:
        return _by_figures(days, months)
    return _by_words(blocks) or _by_spelling(blocks) or Judged()


def either_way(actions: Iterable[Action]) -> Sequence[str]:
    """The dates of actions that are one day with the day first and another with the month first,
    each once."""
    found = (each for action in actions for each in FIGURES.finditer(action.due_text[:LONGEST]))
    return list(dict.fromkeys(each[0] for each in found if _is_open(each)))


def open_dates(document: PlanDocument) -> Sequence[str]:
    """The dates of a document that nobody has said how to read and nothing in it shows."""
    unclear = any(note.code == UNCLEAR for note in document.notes)
    return either_way(document.actions) if unclear else ()


def order_notes(judged: Judged, actions: Sequence[Action]) -> list[Note]:
    """What to say of the order: that it is the month first, or that nothing shows which it is."""
    dates = either_way(actions)
    if judged.told or not dates or (judged.because and not judged.month_first):
        return []
    first = next(each for each in actions if dates[0] in each.due_text)
    if judged.month_first:
        message = f"Dates such as “{dates[0]}” were read with the month first: {judged.because}."
        return [Note(code="dates-month-first", source=first.source, message=message)]
    message = (
        f"{_such(dates)} can be read with the day or the month first, and nothing in the document "
        "shows which is meant. The day was taken to come first; --dates month-first reads it "
        "the other way."
    )
    return [Note(code=UNCLEAR, source=first.source, message=message)]


def _by_figures(days: str, months: str) -> Judged:
    """Where both ways occur, nothing is shown of the dates that can be read either way."""
    if months and not days:
        return Judged(Order.MONTH_FIRST, f"“{months}” cannot be read otherwise")
    return Judged(because=f"“{days}” cannot be read otherwise" if days and not months else "")


def _by_words(blocks: Sequence[Block]) -> Judged | None:
    """A workbook's real dates are put into words by us, so that these show nothing."""
    texts = list(_texts(each for each in blocks if each.source.sheet is None))
    british = _first(DAY_THEN_MONTH, texts, 1)
    american = _first(MONTH_THEN_DAY, texts, 1)
    if british and not american:
        return Judged(because=f"“{british}” has the day first")
    if american and not british:
        return Judged(Order.MONTH_FIRST, f"“{american}” has the month first")
    return None


def _by_spelling(blocks: Sequence[Block]) -> Judged | None:
    texts = list(_texts(blocks))
    british, american = _first(BRITISH, texts, 1), _first(AMERICAN, texts, ENOUGH)
    if british and not american:
        return Judged(because=f"it writes “{british}”")
    if american and not british:
        return Judged(Order.MONTH_FIRST, f"the document is American, as it writes “{american}”")
    return None


def _first(pattern: re.Pattern[str], texts: Iterable[str], enough: int) -> str:
    """The first that is found, if there are enough of them."""
    found = list(islice((each[0] for text in texts for each in pattern.finditer(text)), enough))
    return found[0] if len(found) == enough else ""


def _is_open(figures: re.Match[str]) -> bool:
    one, other = int(figures[1]), int(figures[3])
    return one != other and max(one, other) <= LAST_MONTH


def _such(dates: Sequence[str]) -> str:
    if len(dates) == 1:
        return f"“{dates[0]}”"
    others = "1 other date" if len(dates) == 2 else f"{len(dates) - 1} other dates"
    return f"“{dates[0]}” and {others}"


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text[:LONGEST]
        else:
            yield from (cell.text[:LONGEST] for cell in block.cells if not cell.merged)
