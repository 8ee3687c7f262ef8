"""Plans of 500 rows from each format, beside the plainest use of the library underneath."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from docx import Document
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from benchmarks.figures import Figure, milliseconds, p50, timed, times
from plans.formats.excel import read_excel
from plans.formats.pdf import read_pdf
from plans.formats.word import read_word
from plans.read import read
from tests.plans.hostile import word
from tests.plans.pdf_files import printed, table
from tests.plans.test_excel import a_sheet, saved

ROWS = 500
ROUNDS = 5
HEADER = ("Ref", "Action", "Lead officer", "By when", "Status", "Success criteria")
WIDTHS = (40, 240, 120, 100, 70, 120)

type Lines = Sequence[tuple[str, ...]]


def figures() -> Iterator[Figure]:
    rows = [HEADER, *map(_row, range(1, ROWS + 1))]
    yield from _word(rows)
    yield from _excel(rows)
    for name, ruled in (("ruled", True), ("unruled", False)):
        yield from _pdf(f"{name}.pdf", printed(table(rows, ruled=ruled, widths=WIDTHS)))


def _row(number: int) -> tuple[str, ...]:
    return (
        f"{1 + number // 50}.{number % 50}",
        f"Survey street {number} between the harbour and the hill with the fire service, "
        "and publish what was found",
        ("Ada Quill", "Head of Housing", "Bo Tarn and Cy Dunn")[number % 3],
        ("March 2027", "30 June 2027", "Autumn 2027")[number % 3],
        "On track",
        f"{number} homes visited",
    )


def _word(rows: Lines) -> Iterator[Figure]:
    content = _saved_word(rows)
    ours = p50(timed(lambda: read_word(content), ROUNDS))
    walked = p50(timed(lambda: _walked(content), ROUNDS))
    beside = f"walking python-docx's cells takes {times(walked, ours)} as long"
    yield Figure(f"{ROWS} rows of .docx into rows", milliseconds(ours), beside)
    parsed = p50(timed(lambda: _parsed(content), ROUNDS))
    yield Figure("its XML parsed, and no more", milliseconds(parsed))
    yield _whole("plan.docx", content)


def _excel(rows: Lines) -> Iterator[Figure]:
    content = saved(a_sheet(rows)[0])
    ours = p50(timed(lambda: read_excel(content), ROUNDS))
    plain = p50(timed(lambda: _values(content), ROUNDS))
    beside = f"{times(ours, plain)} the time for openpyxl's values alone"
    yield Figure(f"{ROWS} rows of .xlsx into rows", milliseconds(ours), beside)
    yield _whole("plan.xlsx", content)


def _pdf(name: str, content: bytes) -> Iterator[Figure]:
    ours = p50(timed(lambda: read_pdf(content), ROUNDS))
    plain = p50(timed(lambda: _text(content), ROUNDS))
    beside = f"{times(ours, plain)} the time for PDFium's text alone"
    yield Figure(f"{ROWS} rows of {name} into rows", milliseconds(ours), beside)
    yield _whole(name, content)


def _whole(name: str, content: bytes) -> Figure:
    took = p50(timed(lambda: read(name, content), ROUNDS))
    actions = len(read(name, content).actions)
    return Figure(f"{name} into {actions} actions", milliseconds(took))


def _saved_word(rows: Lines) -> bytes:
    """The document as python-docx would save it; it would take minutes to fill these cells."""
    document = Document()
    document.add_table(rows=1, cols=len(HEADER))
    file = io.BytesIO()
    document.save(file)
    cell = "<w:tc><w:tcPr><w:tcW w:w='1500'/></w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>"
    lines = "".join(f"<w:tr>{''.join(cell % text for text in row)}</w:tr>" for row in rows)
    grid = "<w:gridCol w:w='1500'/>" * len(HEADER)
    body = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl><w:sectPr/>"
    return _with_main_part(file.getvalue(), word(body))


def _with_main_part(whole: bytes, bare: bytes) -> bytes:
    """A document with everything around it, and the words of another."""
    main = "word/document.xml"
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as around,
        zipfile.ZipFile(io.BytesIO(bare)) as inside,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in around.namelist():
            made.writestr(name, (inside if name == main else around).read(name))
    return file.getvalue()


def _walked(content: bytes) -> list[list[str]]:
    document = Document(io.BytesIO(content))
    return [[cell.text for cell in row.cells] for each in document.tables for row in each.rows]


def _parsed(content: bytes) -> ElementTree.Element:
    archive = zipfile.ZipFile(io.BytesIO(content))
    return ElementTree.fromstring(archive.read("word/document.xml"))


def _values(content: bytes) -> list[tuple[object, ...]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    return [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]


def _text(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in PdfDocument(content)]
