"""PDF documents made for tests, as a word processor or a spreadsheet would print them."""

import io
from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11)
HEADING = ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=15, leading=22)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=22, leading=30)
RULED = (("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"))
UNRULED = (("VALIGN", (0, 0), (-1, -1), "TOP"),)
WIDTHS = (220, 140, 120)

type Line = Sequence[str]


def printed(*flowables: Flowable, **options: object) -> bytes:
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=landscape(A4), **options).build(list(flowables))
    return file.getvalue()


def heading(text: str) -> Paragraph:
    return Paragraph(text, HEADING)


def title(text: str) -> Paragraph:
    return Paragraph(text, TITLE)


def prose(text: str) -> Paragraph:
    return Paragraph(text, BODY)


def table(
    lines: Sequence[Line],
    *styles: Sequence[object],
    ruled: bool = True,
    widths: Sequence[float] = WIDTHS,
    repeat: int = 1,
) -> Table:
    """A table of wrapped text, ruled or not."""
    cells = [[Paragraph(text, BODY) for text in line] for line in lines]
    made = Table(cells, colWidths=widths, repeatRows=repeat)
    made.setStyle(TableStyle([*(RULED if ruled else UNRULED), *styles]))
    return made


def a_scan(pages: int = 1) -> bytes:
    """Pages that are pictures."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        canvas.drawImage(ImageReader(_grey()), 50, 50, 400, 600)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pages_of_text(pages: int) -> bytes:
    """Pages with a line of some hundred letters on each."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for _ in range(pages):
        canvas.drawString(50, 400, "Harbour " * 14)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _grey() -> io.BytesIO:
    from PIL import Image

    file = io.BytesIO()
    Image.new("L", (40, 60), 128).save(file, "PNG")
    file.seek(0)
    return file
