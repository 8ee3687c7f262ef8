"""HTML pages: headings, paragraphs, and tables with cells that span rows and columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from domain.work import Source
from plans.formats.colours import colour_name
from plans.formats.guard import too_much
from plans.formats.tags import Token, tokens_of
from plans.markup import ITEM, OFF, ON, cell_of, plain_words
from plans.rows import NOTHING, Block, Cell, Line, Row

HEADING = re.compile(r"h[1-6]")
LINES = frozenset(
    {"p", "li", "div", "caption", "dt", "dd", "title", "section", "article", "ul", "ol"}
)
LISTS = frozenset({"ul", "ol"})
WITHIN = LISTS | {"p", "li", "div"}  # what is said of a term
SAID = WITHIN | {"dd"}
FIRST_IN_ITEM = frozenset({"p", "div"})
SAID_OF = "\ue003"  # begins what is said of a term
INDENT = 2  # characters, of a list in a list
# Links that every page has
AROUND = re.compile(r"(?:back|return|go|skip) to (?:the )?(?:top|content|main content)\W*", re.I)
UNSEEN = frozenset({"script", "style", "template", "noscript"})
STRUCK = frozenset({"s", "del", "strike"})
WIDEST = 100
LONGEST_SPAN = 500
COLOUR = re.compile(r"background(?:-color)?\s*:\s*(#?[0-9a-z]{3,12})\b", re.IGNORECASE)
MOST_TAGS = 600_000  # plans of 1,000 actions that a word processor saved have 150,000


def read_webpage(text: str) -> Iterator[Block]:
    """The lines and rows of a page, in order."""
    if text.count("<") > MOST_TAGS:
        raise too_much()
    page = _Page()
    for token in tokens_of(text):
        page.take(token)
        yield from page.blocks
        page.blocks.clear()
    page.finish()
    yield from page.blocks


@dataclass(slots=True)
class _OpenCell:
    """A cell being read, and how far it reaches."""

    columns: int
    rows: int
    colour: str
    text: list[str] = field(default_factory=list)
    level: int | None = None  # of the heading in it, should the table only lay out the page


class _Page:
    """Collects blocks while the page goes by.

    A table inside a cell of a plan is read as the cell's text; one inside a table that only lays
    out the page takes its place.
    """

    def __init__(self) -> None:
        self._at = self._row_at = 1  # the line of the file, and the one where the row begins
        self._rows = 0  # of more than one cell, in this table
        self.blocks: list[Block] = []
        self._line: list[str] = []
        self._level: int | None = None
        self._bullet = False
        self._lists = 0  # that are open around the line
        self._term = ""  # of a list of terms, each with what is said of it
        self._term_at = 0  # its line
        self._naming = False  # a term is open
        self._unseen = 0
        self._depth = 0  # of tables
        self._table = 0
        self._row: list[_OpenCell] | None = None
        self._heads = True
        self._cell: _OpenCell | None = None
        self._hanging: dict[int, tuple[int, Cell]] = {}  # by column: rows still covered from above

    def take(self, token: Token) -> None:
        self._at = token.line
        if token.opens:
            self._open(token.opens, token.attributes)
        elif token.closes:
            self._close(token.closes)
        else:
            self._hear(token.text)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._open_table()
        elif self._depth == 1 and tag == "tr":
            self._close_row()
            self._row, self._heads, self._row_at = [], True, self._at
        elif self._depth == 1 and tag in ("td", "th") and self._row is not None:
            self._open_cell(tag, attributes)
        elif self._cell is not None:
            self._cell.text.append(_mark(tag))
            self._cell.level = int(tag[1]) if HEADING.fullmatch(tag) else self._cell.level
        elif self._ends_term(tag) or (self._term and tag in (*SAID, "br")):
            self._line.append(SAID_OF if tag == "dd" else _mark(tag).replace(ITEM, "• "))
        elif HEADING.fullmatch(tag) or tag in LINES or tag == "br":
            self._open_line(tag)

    def _open_line(self, tag: str) -> None:
        begun = self._bullet and tag in FIRST_IN_ITEM and not "".join(self._line).strip()
        self.end_line()
        self._lists += tag in LISTS
        self._level = int(tag[1]) if HEADING.fullmatch(tag) else None
        self._bullet = tag == "li" or begun
        if tag == "dt":
            self._naming, self._term_at = True, self._at

    def _ends_term(self, tag: str) -> bool:
        """Whether a tag begins or ends what is said of the open term: its own end may be left
        out."""
        if not (self._naming and tag in ("dt", "dd")):
            return False
        self._term, self._naming = " ".join("".join(self._line).split()), False
        self._line = []
        return True

    def _close(self, tag: str) -> None:
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
        elif self._ends_term(tag):
            pass
        elif tag == "dl":
            self.end_line()
            self._term, self._naming = "", False
        elif HEADING.fullmatch(tag) or (tag in LINES and not (self._term and tag in SAID)):
            self.end_line()
            self._lists = max(self._lists - (tag in LISTS), 0)

    def _hear(self, data: str) -> None:
        if self._unseen:
            return
        if self._cell is not None:
            self._cell.text.append(" ".join(data.split("\n")))
        elif self._depth == 0:
            self._line.append(" ".join(data.split("\n")))

    def finish(self) -> None:
        """The page is over, whatever is still open."""
        self._close_row()
        self.end_line()

    def end_line(self) -> None:
        """A line of prose is complete."""
        source = Source(line=self._term_at if self._term else self._at)
        text = self._text()
        if text and not AROUND.fullmatch(text):
            indent = INDENT * (self._lists - 1) if self._bullet and self._lists else 0
            self.blocks.append(Line(text, source, self._level, self._bullet, indent))
        self._line, self._level, self._bullet = [], None, False

    def _text(self) -> str:
        """The line; what is said of a term with that before it, each item on a line of its own."""
        words = "".join(self._line)
        if not self._term:
            return plain_words(" ".join(words.split()))
        if SAID_OF in words:
            words = words.replace(SAID_OF, "\n• " if words.count(SAID_OF) > 1 else "\n")
        else:
            return ""  # it is still to come
        items = [" ".join(line.split()) for line in words.split("\n")]
        term, self._term = self._term, ""
        return f"{plain_words(term)}: " + "\n".join(item for item in items if item.strip("• "))

    def _open_table(self) -> None:
        self.end_line()
        if self._depth == 1 and not self._rows:  # the one around it only lays out the page
            for cell in self._row or ():
                said = plain_words("".join(cell.text))
                self.blocks += [Line(said, Source(line=self._at), cell.level)] if said else []
            self._row, self._cell = None, None
        else:
            self._depth += 1
        if self._depth == 1:
            self._table += 1
            self._hanging, self._rows = {}, 0

    def _close_table(self) -> None:
        if self._depth == 1:
            self._close_row()
        self._depth = max(self._depth - 1, 0)

    def _open_cell(self, tag: str, attributes: dict[str, str]) -> None:
        colour = COLOUR.search(attributes.get("style", ""))
        self._cell = _OpenCell(
            columns=_count(attributes.get("colspan", "")),
            rows=_count(attributes.get("rowspan", "")),
            colour=colour_name(colour[1] if colour else attributes.get("bgcolor", "")),
        )
        self._heads = self._heads and tag == "th"
        if self._row is not None:
            self._row.append(self._cell)

    def _close_row(self) -> None:
        if self._row:
            source = Source(table=self._table, line=self._row_at)
            cells = tuple(self._covered(self._row))
            self._rows += sum(not cell.blank for cell in cells) > 1
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


def _count(written: str) -> int:
    digits = written.strip() or "1"
    figures = digits.isascii() and digits.isdigit() and len(digits) < 5
    return max(min(int(digits), LONGEST_SPAN), 1) if figures else 1
