"""The words and drawn lines of a PDF's pages, read by a process that may come to harm."""

import json
import subprocess
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypedDict

from domain.problems import Unreadable
from plans.formats.colours import colour_name
from plans.formats.guard import too_much

READER = Path(__file__).with_name("pdf_process.py")
PATIENCE = 120  # seconds by the clock, for a busy machine; the process counts its own work
AS_TEXT = "Save it as Word or Excel, or run text recognition over it, and import that."


class Box(NamedTuple):
    """A part of a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def height(self) -> float:
        return (self.top + self.bottom) / 2


class Word(NamedTuple):
    """A word where it stands. There are thousands, for which a tuple is the quickest."""

    text: str
    box: Box
    size: float
    bold: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its words, its straight lines that lie and that stand, and its coloured areas."""

    number: int
    words: Sequence[Word]
    lying: Sequence[Box] = ()
    standing: Sequence[Box] = ()
    areas: Sequence[tuple[Box, str]] = ()
    pictures: int = 0


class _Printed(TypedDict):
    """A page as the process prints it."""

    words: list[tuple[str, float, float, float, float, float, bool]]
    drawn: list[tuple[float, float, float, float, str]]
    pictures: int


class _Answer(TypedDict, total=False):
    pages: list[_Printed]
    fault: str


def pages_of(content: bytes) -> list[Page]:
    """The pages of a PDF.

    Raise Unreadable where it is protected, damaged, all pictures or far longer than a plan.
    """
    answer = _answer(content)
    match answer.get("fault"):
        case "protected":
            raise Unreadable(
                "The PDF is protected by a password.",
                "Save a copy without the password, and import that.",
            )
        case "too much":
            raise too_much()
        case str():
            raise _damaged()
    pages = [_page(number, page) for number, page in enumerate(answer["pages"], 1)]
    if not any(page.words for page in pages):
        scanned = any(page.pictures for page in pages)
        what = "is a scan, a picture of each page" if scanned else "is blank"
        raise Unreadable(f"The PDF {what}, without text to read.", AS_TEXT)
    return pages


def _answer(content: bytes) -> _Answer:
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(READER)],
            input=content,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise too_much() from None
    if done.returncode < 0:  # ended by the system, at its limit of time or by a crash
        raise too_much()
    try:
        answer: _Answer = json.loads(done.stdout)
    except ValueError:
        raise _damaged() from None
    return answer


def _damaged() -> Unreadable:
    return Unreadable("The PDF is damaged.", "Open it, print it to PDF again, and import that.")


def _page(number: int, printed: _Printed) -> Page:
    drawn = [
        (Box(left, top, right, bottom), colour)
        for left, top, right, bottom, colour in printed["drawn"]
    ]
    lines = [box for box, colour in drawn if not colour]
    lying = [box for box in lines if box.right - box.left > box.bottom - box.top]
    words = [
        Word(text, Box(left, top, right, bottom), size, bold)
        for text, left, top, right, bottom, size, bold in printed["words"]
    ]
    crossing = _crossing(words, lying)
    return Page(
        number=number,
        words=[_crossed(word, crossing) for word in words] if crossing else words,
        lying=[line for line in lying if line not in crossing],
        standing=[box for box in lines if box.right - box.left <= box.bottom - box.top],
        areas=[(box, name) for box, colour in drawn if colour and (name := colour_name(colour))],
        pictures=printed["pictures"],
    )


def _crossing(words: Iterable[Word], lying: Iterable[Box]) -> set[Box]:
    """The lines that run through the middle of words and cross them out."""
    lines = sorted(lying, key=lambda line: line.height)
    heights = [line.height for line in lines]
    found: set[Box] = set()
    for word in words if lines else ():
        first = bisect_left(heights, word.box.top)
        last = bisect_right(heights, word.box.bottom, lo=first)
        found.update(line for line in lines[first:last] if _crosses(line, word.box))
    return found


def _crosses(line: Box, word: Box) -> bool:
    fourth = (word.bottom - word.top) / 4
    within = word.top + fourth < line.height < word.bottom - fourth
    return within and line.left < word.middle < line.right


def _crossed(word: Word, crossing: Iterable[Box]) -> Word:
    struck = any(_crosses(line, word.box) for line in crossing)
    return Word(word.text, word.box, word.size, word.bold, struck) if struck else word
