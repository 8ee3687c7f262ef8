"""HTML pages: headings, paragraphs, and tables with cells that span rows and columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from domain.work import Source
from plans.markup import ITEM, OFF, ON, cell_of, plain_words
from plans.rows import NOTHING, Block, Cell, Line, Row

HEADING = re.compile(r"h[1-6]")
LINES = frozenset(
    {"p", "li", "div", "caption", "dt", "dd", "title", "section", "article", "ul", "ol"}
)
UNSEEN = frozenset({"script", "style", "template", "noscript"})
STRUCK = frozenset({"s", "del", "strike"})
WIDEST = 100
LONGEST_SPAN = 500
COLOUR = re.compile(r"background(?:-color)?\s*:\s*([a-z]{3,10})\b", re.IGNORECASE)


def read_webpage(text: str) -> list[Block]:
    """The lines and rows of a page, in order."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_line()
    return page.blocks


@dataclass(slots=True)
class _OpenCell:
    """A cell being read, and how far it reaches."""

    columns: int
    rows: int
    colour: str
    text: list[str] = field(default_factory=list)


class _Page(HTMLParser):
    """Collects blocks while the page goes by; tables inside cells are read as their text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._line: list[str] = []
        self._level: int | None = None
        self._bullet = False
        self._unseen = 0
        self._depth = 0  # of tables
        self._table = 0
        self._row: list[_OpenCell] | None = None
        self._heads = True
        self._cell: _OpenCell | None = None
        self._hanging: dict[int, tuple[int, Cell]] = {}  # by column: rows still covered from above

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._open_table()
        elif self._depth == 1 and tag == "tr":
            self._close_row()
            self._row, self._heads = [], True
        elif self._depth == 1 and tag in ("td", "th") and self._row is not None:
            self._open_cell(tag, dict(attrs))
        elif self._cell is not None:
            self._cell.text.append(_mark(tag))
        elif HEADING.fullmatch(tag) or tag in LINES or tag == "br":
            self.end_line()
            self._level = int(tag[1]) if HEADING.fullmatch(tag) else None
            self._bullet = tag == "li"

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table":
            self._close_table()
        elif self._depth == 1 and tag in ("td", "th"):
            self._cell = None
        elif self._depth == 1 and tag == "tr":
            self._close_row()
        elif self._cell is not None:
            self._cell.text.append(ON + "\n" if tag in STRUCK else _mark_end(tag))
        elif HEADING.fullmatch(tag) or tag in LINES:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._cell is not None:
            self._cell.text.append(" ".join(data.split("\n")))
        elif self._depth == 0:
            self._line.append(data)

    def end_line(self) -> None:
        """A line of prose is complete."""
        text = plain_words(" ".join("".join(self._line).split()))
        if text:
            source = Source(line=self.getpos()[0])
            self.blocks.append(Line(text, source, self._level, self._bullet))
        self._line, self._level, self._bullet = [], None, False

    def _open_table(self) -> None:
        self.end_line()
        self._depth += 1
        if self._depth == 1:
            self._table += 1
            self._hanging = {}

    def _close_table(self) -> None:
        if self._depth == 1:
            self._close_row()
        self._depth = max(self._depth - 1, 0)

    def _open_cell(self, tag: str, attrs: dict[str, str | None]) -> None:
        colour = COLOUR.search(attrs.get("style") or "")
        self._cell = _OpenCell(
            columns=_count(attrs.get("colspan")),
            rows=_count(attrs.get("rowspan")),
            colour=(colour[1] if colour else attrs.get("bgcolor")) or "",
        )
        self._heads = self._heads and tag == "th"
        if self._row is not None:
            self._row.append(self._cell)

    def _close_row(self) -> None:
        if self._row:
            source = Source(table=self._table, line=self.getpos()[0])
            cells = tuple(self._covered(self._row))
            self.blocks.append(Row(cells, source, heads=self._heads, table=self._table))
        self._row, self._cell = None, None

    def _covered(self, cells: list[_OpenCell]) -> Iterator[Cell]:
        """The cells of a row with those that reach into it from above and from the left."""
        left, at = list(cells), 0
        while (left or at in self._hanging) and at < WIDEST:
            if at in self._hanging:
                rows, cell = self._hanging.pop(at)
                if rows > 1:
                    self._hanging[at] = rows - 1, cell
                yield cell
                at += 1
                continue
            opened = left.pop(0)
            made = replace(cell_of("".join(opened.text)), colour=opened.colour)
            for offset in range(min(opened.columns, WIDEST)):
                shown = replace(made, spans=opened.columns) if offset == 0 else NOTHING
                if opened.rows > 1:
                    self._hanging[at] = opened.rows - 1, replace(shown, merged=True)
                yield shown
                at += 1


def _mark(tag: str) -> str:
    if tag in STRUCK:
        return f"\n{OFF}"
    if tag == "li":
        return f"\n{ITEM}"
    return "\n" if tag in LINES or tag == "br" or HEADING.fullmatch(tag) else ""


def _mark_end(tag: str) -> str:
    return "\n" if tag in LINES or HEADING.fullmatch(tag) else ""


def _count(written: str | None) -> int:
    digits = (written or "1").strip()
    figures = digits.isascii() and digits.isdigit() and len(digits) < 5
    return max(min(int(digits), LONGEST_SPAN), 1) if figures else 1
