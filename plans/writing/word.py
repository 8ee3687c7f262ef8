"""A plan as a Word document: its title, and one table across the page."""

import io
import re
from collections.abc import Iterable
from datetime import date
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from plans.writing.columns import HEADINGS, Sheet, Value
from plans.writing.dates import day

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org"
TYPES = (
    f'{HEAD}<Types xmlns="{OFFICE}/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1"'
    f' Type="{OFFICE}/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TABLE = (
    f'<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>'
)
# A3 on its side, in twentieths of a point: there are many columns.
PAGE = (
    '<w:sectPr><w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720" w:header="0" w:footer="0"'
    ' w:gutter="0"/></w:sectPr>'
)
BOLD, SMALL = "<w:b/>", '<w:sz w:val="16"/>'


def as_word(sheet: Sheet) -> bytes:
    """A document that any word processor opens, with the header row on every page."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", _document(sheet)),
        ):
            # Without a moment of its own: the same plan is the same file.
            archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return out.getvalue()


def _document(sheet: Sheet) -> str:
    lines = "".join(_paragraph(line, BOLD) for line in sheet.lines)
    widths = "<w:gridCol/>" * len(HEADINGS)
    rows = "".join(_row(row, SMALL) for row in sheet.rows)
    header = _row(HEADINGS, BOLD + SMALL, "<w:trPr><w:tblHeader/></w:trPr>")
    table = f"<w:tbl>{TABLE}<w:tblGrid>{widths}</w:tblGrid>{header}{rows}</w:tbl>"
    body = f"<w:body>{lines}{table}{_paragraph('', SMALL)}{PAGE}</w:body>"
    return f'{HEAD}<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main">{body}</w:document>'


def _row(values: Iterable[Value], look: str, kind: str = "") -> str:
    return f"<w:tr>{kind}{''.join(_cell(each, look) for each in values)}</w:tr>"


def _cell(value: Value, look: str) -> str:
    text = day(value) if isinstance(value, date) else value
    return f"<w:tc>{''.join(_paragraph(line, look) for line in text.split('\n'))}</w:tc>"


def _paragraph(text: str, look: str) -> str:
    words = escape(NOT_IN_XML.sub("", text))
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    return f"<w:p>{run if words else ''}</w:p>"
