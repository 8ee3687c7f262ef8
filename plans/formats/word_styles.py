"""What the styles and lists of a Word document say of a paragraph: its rank, its number."""

import re
from dataclasses import dataclass, field
from functools import cache
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
PLACE = re.compile(r"%(\d)")
LEVELS = 9
OFF = frozenset({"0", "false", "off", "none"})
DEEPEST = 12  # styles based on styles
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style gives: the level of a heading, a place in a list, crossed out."""

    level: int | None = None
    list_id: str = ""
    list_level: int = 0
    bullet: bool = False
    struck: bool = False


PLAIN = Style()


class Styles:
    """The styles of a document by their ids; each is looked up when it is first used."""

    def __init__(self, root: Element | None) -> None:
        elements = root.iter(f"{W}style") if root is not None else ()
        self._printed = {each.get(f"{W}styleId", ""): each for each in elements}
        self._known: dict[str, Style] = {}

    def named(self, name: str) -> Style:
        """A style with what it has from the one it is based on."""
        if name not in self._known:
            self._known[name] = self._style(name, DEEPEST)
        return self._known[name]

    def _style(self, name: str, depth: int) -> Style:
        element = self._printed.get(name)
        if element is None or not depth:
            return PLAIN
        base = self._style(value(element, "basedOn"), depth - 1)
        called = value(element, "name")
        heading = HEADING.fullmatch(called)
        outline = number(element, "pPr/outlineLvl", LEVELS)
        level = int(heading[1]) if heading else outline + 1 if outline < LEVELS else base.level
        return Style(
            level=level,
            list_id=value(element, "pPr/numPr/numId") or base.list_id,
            list_level=number(element, "pPr/numPr/ilvl", base.list_level),
            bullet=called.lower().startswith("list bullet") or base.bullet,
            struck=switched_on(element, "rPr/strike", before=base.struck),
        )


@dataclass(slots=True)
class _List:
    """One list: the form of each of its levels, and how far it has counted."""

    formats: list[str] = field(default_factory=lambda: ["decimal"] * LEVELS)
    texts: list[str] = field(default_factory=lambda: [""] * LEVELS)
    starts: list[int] = field(default_factory=lambda: [1] * LEVELS)
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, level: int) -> str:
        """The number that the next paragraph at this level gets; "" for a bullet."""
        for at in range(level):
            self.counts[at] = self.counts[at] or self.starts[at]
        before = self.counts[level]
        self.counts[level] = self.starts[level] if before is None else before + 1
        self.counts[level + 1 :] = [None] * (LEVELS - level - 1)
        if self.formats[level] in ("bullet", "none"):
            return ""
        return PLACE.sub(lambda place: self._figure(int(place[1]) - 1), self.texts[level])

    def _figure(self, at: int) -> str:
        return figure(self.counts[at] or self.starts[at], self.formats[at]) if at >= 0 else ""


class Numbering:
    """Counts the paragraphs of a document's lists, as Word does when it shows them."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        forms = {
            each.get(f"{W}abstractNumId", ""): _read_list(each)
            for each in root.iter(f"{W}abstractNum")
        }
        for each in root.iter(f"{W}num"):
            form = forms.get(value(each, "abstractNumId"))
            if form:
                self._lists[each.get(f"{W}numId", "")] = form

    def next(self, list_id: str, level: int) -> str | None:
        """The number of the next paragraph, "" for a bullet; None where it is in no list."""
        found = self._lists.get(list_id)
        return found.next(min(max(level, 0), LEVELS - 1)) if found else None


def figure(count: int, form: str) -> str:
    """A count as a list shows it: 3 is "3", "c", "C", "iii" or "III"."""
    match form:
        case "lowerLetter":
            return chr(ord("a") + (count - 1) % 26)
        case "upperLetter":
            return chr(ord("A") + (count - 1) % 26)
        case "lowerRoman":
            return _roman(count)
        case "upperRoman":
            return _roman(count).upper()
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)


def value(element: Element, path: str) -> str:
    """The value of a property somewhere below, "" if it is not there."""
    found = element.find(_path(path))
    return found.get(VAL, "") if found is not None else ""


def number(element: Element, path: str, otherwise: int) -> int:
    """The value of a property as a number, ``otherwise`` where it is none."""
    found = element.find(_path(path))
    return otherwise if found is None else figure_of(found, otherwise)


def figure_of(element: Element, otherwise: int) -> int:
    """The number in the value of an element."""
    found = element.get(VAL, "")
    return int(found) if found.isascii() and found.isdigit() and len(found) < 6 else otherwise


def switched_on(element: Element, path: str, *, before: bool = False) -> bool:
    """Whether a property that is on by being there is on."""
    found = element.find(_path(path))
    return before if found is None else found.get(VAL, "1") not in OFF


@cache
def _path(path: str) -> str:
    return f"{W}{path.replace('/', f'/{W}')}"


def _read_list(element: Element) -> _List:
    made = _List()
    for level in element.iter(f"{W}lvl"):
        at = level.get(f"{W}ilvl", "")
        if len(at) == 1 and at.isdigit() and int(at) < LEVELS:
            made.formats[int(at)] = value(level, "numFmt") or "decimal"
            made.texts[int(at)] = value(level, "lvlText")
            made.starts[int(at)] = number(level, "start", 1)
    return made


def _roman(count: int) -> str:
    text, left = "", min(count, 39)
    for worth, letters in ROMAN:
        text += letters * (left // worth)
        left %= worth
    return text
