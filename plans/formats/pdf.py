"""PDF files: their lines, and their tables with or without drawn lines, page after page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from domain.work import Source
from plans.document import Note
from plans.formats.grid import Placed, gridded
from plans.formats.guard import limited
from plans.formats.pdf_columns import Bands, bands_of, header_at, header_cells, rows_under
from plans.formats.pdf_lines import PdfLine, lines_of
from plans.formats.pdf_pages import Page, Word, pages_of
from plans.formats.pdf_tables import RuledTable, ruled_tables
from plans.markup import BULLET, plain_words
from plans.receipt import running_left_out
from plans.rows import Block, Line, Row

FIGURES = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?", re.IGNORECASE)
REPEATED = 3  # pages on which a line at one height is furniture of the page, not part of the plan
EDGE = 3  # lines at the top and at the bottom of a page
MOST_PARTS = 3  # of a line that is furniture; a row of a table has more
LARGER = 1.12  # than most letters: a heading
LONGEST_HEADING = 120
PARAGRAPH = 1.6  # of the height of letters: lines further apart are no paragraph
SAME_MARGIN = 3.0  # points


def read_pdf(content: bytes) -> tuple[list[Block], list[Note]]:
    """The lines and rows of a PDF, and notes on what of it was not read."""
    pages = pages_of(content)
    left_out: list[PdfLine] = []
    blocks = limited(_blocks(pages, left_out))
    texts = [line.text for line in left_out]
    return blocks, [*_unread(pages), *running_left_out(texts, Source())]


def _unread(pages: Iterable[Page]) -> list[Note]:
    return [
        Note(
            code="page-not-read",
            source=Source(page=page.number),
            message=f"Page {page.number} is a picture, so nothing was read from it.",
        )
        for page in pages
        if page.pictures and not page.words
    ]


def _blocks(pages: Sequence[Page], left_out: list[PdfLine]) -> Iterator[Block]:
    lines = {page.number: lines_of(page.words) for page in pages}
    walk = _Walk(_furniture(lines), _ranks(lines), left_out)
    for page in pages:
        yield from walk.page(page, lines[page.number])


def _furniture(lines: dict[int, list[PdfLine]]) -> frozenset[tuple[int, str]]:
    """What stands at the edge of most pages but for its figures: headers and footers."""
    found = Counter(
        key
        for page in lines.values()
        for key in {_key(line) for line in (*page[:EDGE], *page[-EDGE:])}
    )
    least = max(REPEATED, len(lines) // 2)
    return frozenset(key for key, times in found.items() if times >= least)


def _key(line: PdfLine) -> tuple[int, str]:
    return round(line.box.top), FIGURES.sub("0", line.text)


def _without_furniture(
    lines: list[PdfLine], furniture: frozenset[tuple[int, str]]
) -> list[PdfLine]:
    """The lines of a page without those at its edges that are no part of the plan."""

    def is_furniture(at: int) -> bool:
        line = lines[at]
        if PAGE_NUMBER.fullmatch(line.text):
            return True
        repeated = len(line.parts) <= MOST_PARTS and _key(line) in furniture
        return repeated and header_at(lines, at) is None

    first, last = 0, len(lines)
    while first < min(last, EDGE) and is_furniture(first):
        first += 1
    while last > max(first, len(lines) - EDGE) and is_furniture(last - 1):
        last -= 1
    return lines[first:last]


def _ranks(lines: dict[int, list[PdfLine]]) -> dict[float, int]:
    """The level of a heading for each size of letters that is larger than most."""
    letters: Counter[float] = Counter()
    for page in lines.values():
        for line in page:
            letters[line.size] += len(line.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    larger = sorted((size for size in letters if size > LARGER * usual), reverse=True)
    return {size: rank for rank, size in enumerate(larger, 1)}


class _Walk:
    """Goes through the pages once, and keeps the unruled table that goes on."""

    def __init__(
        self,
        furniture: frozenset[tuple[int, str]],
        ranks: dict[float, int],
        left_out: list[PdfLine],
    ) -> None:
        self._left_out = left_out
        self._furniture = furniture
        self._ranks = ranks
        self._open: Bands | None = None
        self._tables = 0

    def page(self, page: Page, lines: list[PdfLine]) -> Iterator[Block]:
        tables = ruled_tables(page)
        if tables:
            inside = (any(_inside(word, table) for table in tables) for word in page.words)
            free = [word for word, is_in in zip(page.words, inside, strict=True) if not is_in]
            lines = lines_of(free)
        kept = _without_furniture(lines, self._furniture)
        there = set(map(id, kept))
        self._left_out += [line for line in lines if id(line) not in there]
        lines = kept
        at = 0
        for table in tables:
            above = at
            while at < len(lines) and lines[at].box.top < table.box.top:
                at += 1
            yield from self._running(lines[above:at], page.number)
            yield from self._ruled(table, page.number)
        yield from self._running(lines[at:], page.number)

    def _ruled(self, table: RuledTable, page: int) -> Iterator[Row]:
        self._open = None
        self._tables += 1
        yield from self._rows(table.rows, page)

    def _running(self, lines: list[PdfLine], page: int) -> Iterator[Block]:
        """Lines that stand in no ruled table: headings, prose, and unruled tables."""
        headers = {at: found for at in range(len(lines)) if (found := header_at(lines, at))}
        at = 0
        while at < len(lines):
            if header := headers.get(at):
                at += header.lines
                end = next((later for later in headers if later >= at), len(lines))
                self._tables += 1
                self._open = bands_of(header, lines[at:end])
                yield from self._rows([header_cells(header)], page)
            elif self._holds(lines, at) and not _ends_prose(lines, at):
                begun = at
                while at < len(lines) and self._holds(lines, at) and at not in headers:
                    at += 1
                yield from self._unruled(lines[begun:at], page)
            else:
                yield from self._prose(lines[at], page)
                at += 1

    def _holds(self, lines: Sequence[PdfLine], at: int) -> bool:
        return self._open is not None and self._open.holds(lines[at])

    def _unruled(self, lines: Sequence[PdfLine], page: int) -> Iterator[Row]:
        if self._open:
            yield from self._rows(rows_under(self._open, lines), page)

    def _rows(self, drawn: list[list[Placed]], page: int) -> Iterator[Row]:
        for at, cells in enumerate(gridded(drawn), 1):
            if any(not cell.blank for cell in cells):
                source = Source(page=page, table=self._tables, row=at)
                yield Row(cells, source, table=self._tables, after_gap=at == 1)

    def _prose(self, line: PdfLine, page: int) -> Iterator[Line]:
        text = line.text
        if not text:
            return
        bullet = BULLET.match(text)
        level = self._ranks.get(line.size) if len(text) <= LONGEST_HEADING else None
        words = plain_words(text[bullet.end() :] if bullet else text)
        yield Line(words, Source(page=page), level, bullet=bool(bullet))


def _ends_prose(lines: Sequence[PdfLine], at: int) -> bool:
    """Whether a line is the short last one of a paragraph that runs over the whole width."""
    if not at or len(lines[at].parts) > 1:
        return False
    line, above = lines[at].box, lines[at - 1].box
    close = line.top - above.top < PARAGRAPH * (above.bottom - above.top)
    same = abs(line.left - above.left) < SAME_MARGIN
    return close and same and len(lines[at - 1].parts) == 1 and above.right > line.right


def _inside(word: Word, table: RuledTable) -> bool:
    box = table.box
    return box.left <= word.box.middle <= box.right and box.top <= word.box.height <= box.bottom
