"""Colours that a workbook gives to cells by rules ("green where it says Done"), not by hand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import column_index_from_string, range_boundaries

from plans.formats.colours import colour_name
from plans.formats.guard import Archive, xml_tree
from plans.rows import Cell

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STYLES = "xl/styles.xml"
MOST_RANGES = 50  # of one rule
MOST_RULES = 200  # of a sheet
MOST_CELLS = 100_000  # that the rules of a sheet are tried on
WIDEST = 60  # columns
BEGINS, ENDS = b"<conditionalFormatting", b"</conditionalFormatting>"
VALUE = re.compile(r"\"[^\"]{0,80}\"|-?\d{1,9}")
EQUAL = re.compile(
    r"\$?(?P<column>[A-Z]{1,3})\$?\d{1,7}\s?=\s?(?P<value>\"[^\"]{0,80}\"|-?\d{1,9})"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A colour, and for which cells: those of the ranges where the value says so.

    ``column`` is that of the cell which decides, counted from 0; None where each decides itself.
    """

    ranges: Sequence[tuple[int, int, int, int]]  # left, top, right, bottom, from 0
    kind: str
    value: str
    colour: str
    column: int | None = None

    def holds(self, text: str) -> bool:
        text, value = text.strip().lower(), self.value.lower()
        match self.kind:
            case "containsText":
                return value in text
            case "beginsWith":
                return text.startswith(value)
            case "endsWith":
                return text.endswith(value)
            case _:
                return text == value


def rules_of(content: bytes, fills: Sequence[str]) -> list[Rule]:
    """The rules of a sheet that colour cells by what they or their neighbours say."""
    if not fills:
        return []
    parts = (each.partition(ENDS) for each in content.split(BEGINS, MOST_RULES)[1:])
    blocks = (BEGINS + inside + end for inside, end, _ in parts if end)
    return [rule for block in blocks for rule in _rules(block, fills)]


def fills_of(archive: Archive) -> list[str]:
    """The colours of the looks that rules give, in the order in which rules name them."""
    if STYLES not in archive.names:
        return []
    looks = archive.tree(STYLES).iter(f"{MAIN}dxf")
    return [_fill(look) for look in looks]


def coloured(cells: Mapping[int, list[Cell]], rules: Sequence[Rule]) -> None:
    """Give the cells of a sheet, by row, the colours of its rules; the first that holds counts."""
    rows = sorted(cells)
    places = ((rule, *place) for rule in reversed(rules) for place in _places(rule, rows))
    for rule, row, column in islice(places, MOST_CELLS):
        line = cells[row]
        decides = column if rule.column is None else rule.column
        text = line[decides].text if decides < len(line) else ""
        if column < len(line) and rule.holds(text):
            line[column] = replace(line[column], colour=rule.colour)


def _places(rule: Rule, rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    for left, top, right, bottom in rule.ranges:
        for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
            for column in range(left, min(right, WIDEST) + 1):
                yield row, column


def _rules(block: bytes, fills: Sequence[str]) -> Iterator[Rule]:
    root = xml_tree(b"<rules>%b</rules>" % block)
    numbers = {str(at) for at in range(len(fills))}
    for part in root:
        ranges = [_range(each) for each in part.get("sqref", "").split()[:MOST_RANGES]]
        for rule in part.iter("cfRule"):
            look = rule.get("dxfId", "")
            colour = fills[int(look)] if look in numbers else ""
            said = _condition(rule)
            if colour and said:
                yield Rule(ranges, said[0], said[1], colour, said[2])


def _condition(rule: Element) -> tuple[str, str, int | None] | None:
    """What kind of rule it is, what it looks for, and in which column if not in the cell itself."""
    kind, formula = rule.get("type", ""), (rule.findtext("formula") or "").strip()
    if kind == "cellIs" and rule.get("operator") == "equal" and VALUE.fullmatch(formula):
        return "equal", formula.strip('"'), None
    if kind in ("containsText", "beginsWith", "endsWith") and rule.get("text"):
        return kind, rule.get("text", ""), None
    if kind == "expression" and (equal := EQUAL.fullmatch(formula)):
        return "equal", equal["value"].strip('"'), column_index_from_string(equal["column"]) - 1
    return None


def _range(reference: str) -> tuple[int, int, int, int]:
    left, top, right, bottom = range_boundaries(reference)
    return left - 1, top - 1, right - 1, bottom - 1


def _fill(look: Element) -> str:
    colours = (look.find(f"{MAIN}fill/{MAIN}patternFill/{MAIN}{end}Color") for end in ("bg", "fg"))
    named = (colour_name(each.get("rgb", "")) for each in colours if each is not None)
    return next((name for name in named if name), "")
