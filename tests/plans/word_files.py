"""Word documents made for tests, as a word processor would save them."""

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Cell

HEADER = ("Action", "Lead", "By when")


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def new() -> WordDocument:
    return Document()


def table(
    document: WordDocument, rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER
) -> Table:
    """A table with a header row and rows of plain text."""
    lines = [header, *rows]
    made = document.add_table(rows=len(lines), cols=len(header))
    for cells, line in zip(made.rows, lines, strict=True):
        for cell, text in zip(cells.cells, line, strict=True):
            cell.text = text
    return made


def fill(cell: _Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)


def number_it(paragraph: object, list_id: int, level: int = 0) -> None:
    """Put a paragraph into a numbered or bulleted list."""
    form = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]  # python-docx offers no API
    form.get_or_add_numPr().get_or_add_ilvl().val = level
    form.get_or_add_numPr().get_or_add_numId().val = list_id


def add_list(document: WordDocument, list_id: int, *levels: tuple[str, str]) -> None:
    """A list of its own with a format and a text for each level: ("decimal", "%1.")."""
    root = document.part.numbering_part.element
    form = OxmlElement("w:abstractNum")
    form.set(qn("w:abstractNumId"), str(900 + list_id))
    for at, (number_format, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(at))
        for name, value in (("start", "1"), ("numFmt", number_format), ("lvlText", text)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            level.append(child)
        form.append(level)
    root.insert(0, form)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), str(list_id))
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), str(900 + list_id))
    number.append(reference)
    root.append(number)
