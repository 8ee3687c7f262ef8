"""Word documents (.docx): their paragraphs and tables, with where each row stood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from xml.etree.ElementTree import Element

from domain.work import Source
from plans.columns.header_rows import columns_of
from plans.formats.colours import colour_name
from plans.formats.grid import WIDEST, Placed, gridded
from plans.formats.guard import MOST_BLOCKS, Archive, limited, too_much, xml_tree
from plans.formats.tables_within import parts_named
from plans.formats.word_styles import VAL, Numbering, Styles, W, figure_of, number
from plans.formats.word_text import AROUND, PARAGRAPH, TEXT, Paragraph, Reader
from plans.rows import NOTHING, Block, Cell, Line, Piece, Row

TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
ROW_FORM, CELL_FORM = f"{W}trPr", f"{W}tcPr"
GRID_SPAN, DOWN, SHADE, FILL = f"{W}gridSpan", f"{W}vMerge", f"{W}shd", f"{W}fill"
BOX = f"{W}txbxContent"
DEEPEST = 8  # tables in tables
MAIN = "word/document.xml"
PAGES = "lastRenderedPageBreak"
LOOKS = re.compile(
    rb"<w:(?:rFonts|szC?s?|lang|spacing|color|tcW|jc|ind|[biu]|[bi]Cs|kern|noProof|vAlign|w|position|"
    rb"contextualSpacing|keepNext|keepLines|widowControl|snapToGrid|proofErr|noWrap|"
    rb"bookmark(?:Start|End)|top|bottom|left|right|start|end|insideH|insideV)(?: [^<>]{0,400})?/>"
)
STYLE_BEGINS, STYLE_ENDS, OF_TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'


def read_word(content: bytes) -> list[Block]:
    """The lines and rows of a Word document."""
    archive = Archive(content)
    main = archive.target("_rels/.rels", "officeDocument") or MAIN
    root = xml_tree(_without_looks(archive.part(main)))
    folder = main.rpartition("/")[0]
    styles = Styles(_part(archive, f"{folder}/styles.xml"))
    numbering = Numbering(_part(archive, f"{folder}/numbering.xml"))
    body = _Body(Reader(styles, numbering), _knows_pages(root), _has_boxes(root))
    found = root.find(f"{W}body")
    return limited(body.blocks(found if found is not None else root, DEEPEST))


def _part(archive: Archive, name: str) -> Element | None:
    return xml_tree(_without_table_styles(archive.part(name))) if name in archive.names else None


def _without_table_styles(content: bytes) -> bytes:
    """Most of a list of styles is about the looks of tables, which are no concern of ours."""
    first, *others = content.split(STYLE_BEGINS)
    kept = [
        each.partition(STYLE_ENDS)[2] if OF_TABLE in each[:200] else STYLE_BEGINS + each
        for each in others
    ]
    return b"".join([first, *kept])


def _without_looks(content: bytes) -> bytes:
    """Fonts, sizes, borders and marks of the spelling checker are most of a document's elements,
    and no concern of ours."""
    content = LOOKS.sub(b"", content)
    for form in (b"rPr", b"pPr"):
        content = content.replace(b"<w:%b></w:%b>" % (form, form), b"")
    return content


def _knows_pages(root: Element) -> bool:
    """Word notes where its pages ended when it last showed the document; others do not."""
    return next(root.iter(f"{W}{PAGES}"), None) is not None


def _has_boxes(root: Element) -> bool:
    return next(root.iter(BOX), None) is not None


class _Body:
    def __init__(self, reader: Reader, paged: bool, boxed: bool) -> None:
        self._reader = reader
        self._boxed = boxed
        self._paged = paged
        self._tables = 0

    def blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        for child in parent:
            if child.tag == PARAGRAPH:
                if self._boxed and depth:
                    yield from self._boxes(child, depth - 1)
                if len(child) and (line := self._line(child)):
                    yield line
            elif child.tag == TABLE:
                yield from self._table(child, depth)
            elif child.tag in AROUND and depth:
                yield from self.blocks(child, depth - 1)

    def _boxes(self, paragraph: Element, depth: int) -> Iterator[Block]:
        """What stands in text boxes; Word writes each twice, for itself and for others."""
        before = ""
        for box in paragraph.iter(BOX):
            words = "".join(box.itertext())
            if words != before:
                yield from self.blocks(box, depth)
            before = words

    def _line(self, element: Element) -> Line | None:
        paragraph = self._reader.paragraph(element)
        if not paragraph.text:
            return None
        return Line(paragraph.text, self._source(), paragraph.level, paragraph.bullet)

    def _source(self, table: int | None = None, row: int | None = None) -> Source:
        return Source(page=self._reader.page if self._paged else None, table=table, row=row)

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        """The rows of a table; one that is drawn only to lay out others gives way to them."""
        self._tables += 1
        number_of_table = self._tables
        drawn: list[list[Placed]] = []
        sources: list[Source] = []
        heads: list[bool] = []
        inner: list[Element] = []
        below: dict[int, Sequence[Element]] = {}  # tables of their own inside a cell, by row
        for at, row in enumerate(_within(table, ROW, depth), 1):
            form = row.find(ROW_FORM)
            if form is not None and form.find(f"{W}del") is not None:
                continue
            placed, below[len(drawn)] = self._row(row, form, inner, depth)
            drawn.append(placed)
            if len(drawn) > MOST_BLOCKS:
                raise too_much()
            sources.append(self._source(number_of_table, at))  # a page may begin in its first cell
            heads.append(form is not None and form.find(f"{W}tblHeader") is not None)
        names = [cell.text for cell in found[0]] if (found := gridded(drawn)) else []
        for at, (cells, source, head) in enumerate(zip(found, sources, heads, strict=True)):
            if below[at]:
                yield from parts_named(names, cells, source)
                for each in below[at]:
                    yield from self._table(each, depth - 1)
            elif any(not cell.blank for cell in cells):
                yield Row(cells, source, heads=head, table=number_of_table)
        for each in inner if depth else ():
            yield from self._table(each, depth - 1)

    def _row(
        self, row: Element, form: Element | None, inner: list[Element], depth: int
    ) -> tuple[list[Placed], Sequence[Element]]:
        column = number(form, "gridBefore", 0) if form is not None else 0
        placed: list[Placed] = []
        nested: list[Sequence[Element]] = []
        for element in _within(row, CELL, depth):
            if column >= WIDEST:
                break
            each, tables = self._cell(element, column, depth)
            nested.append(tables)
            placed.append(each)
            column += each.columns
        below = self._own_tables(nested, depth) if any(nested) else ()
        if any(nested) and not below:
            self._nest(placed, nested, inner, depth)
        return placed, below

    def _cell(self, cell: Element, column: int, depth: int) -> tuple[Placed, Sequence[Element]]:
        """A cell, and the tables drawn inside it."""
        if len(cell) == 2 and cell[0].tag == CELL_FORM and cell[1].tag == PARAGRAPH:
            paragraph = self._reader.paragraph(cell[1])  # as nearly all cells are
            pieces = _with_labels((paragraph,)) if paragraph.label else paragraph.pieces
            return _shaped(pieces, cell[0], column), ()
        paragraphs: list[Paragraph] = []
        tables: list[Element] = []
        shape: Element | None = None
        for child in _flat(cell, depth):
            if child.tag == PARAGRAPH:
                paragraphs.append(self._reader.paragraph(child))
            elif child.tag == CELL_FORM:
                shape = child
            elif child.tag == TABLE:
                tables.append(child)
        return _shaped(_with_labels(paragraphs), shape, column), tables

    def _own_tables(self, nested: Sequence[Sequence[Element]], depth: int) -> Sequence[Element]:
        """The tables inside one cell of several that have headers of their own."""
        filled = [tables for tables in nested if tables]
        if len(filled) != 1 or len(nested) < 2 or not depth:
            return ()
        headers = [self._texts_of_first_row(each, depth) for each in filled[0]]
        return filled[0] if all(columns_of(texts) for texts in headers) else ()

    def _texts_of_first_row(self, table: Element, depth: int) -> Sequence[str]:
        row = next(iter(_within(table, ROW, depth)), None)
        cells = _within(row, CELL, depth) if row is not None else ()
        return ["".join(text.text or "" for text in cell.iter(TEXT)) for cell in cells]

    def _nest(
        self, row: list[Placed], nested: list[Sequence[Element]], inner: list[Element], depth: int
    ) -> None:
        """A table inside one cell of several is part of what the cell says."""
        pairs = list(zip(row, nested, strict=True))
        filled = sum(1 for each, tables in pairs if each.cell.pieces or tables)
        for each, tables in pairs:
            if filled > 1 and tables:
                more = self._flattened(tables, depth)
                each.cell = replace(each.cell, pieces=(*each.cell.pieces, *more))
            else:
                inner += tables

    def _flattened(self, tables: Sequence[Element], depth: int) -> Iterator[Piece]:
        """Each row of a small table inside a cell as a bullet of that cell."""
        for table in tables:
            for row in _within(table, ROW, depth):
                words = [self._reader.paragraph(each).text for each in row.iter(PARAGRAPH)]
                if text := " ".join(word for word in words if word):
                    yield Piece(text, bullet=True)


def _shaped(pieces: Sequence[Piece], shape: Element | None, column: int) -> Placed:
    """The cell with what its form says: how far it reaches, and its colour."""
    placed = Placed(_of_pieces(tuple(pieces)) if pieces else NOTHING, column)
    for each in shape if shape is not None else ():
        if each.tag == GRID_SPAN:
            placed.columns = max(1, min(figure_of(each, 1), WIDEST))
        elif each.tag == DOWN:
            placed.goes_on = each.get(VAL, "") != "restart"
        elif each.tag == SHADE and (colour := colour_name(each.get(FILL, ""))):
            placed.cell = replace(placed.cell, colour=colour)
    return placed


@lru_cache(maxsize=4096)  # many cells of a plan say what others say
def _of_pieces(pieces: tuple[Piece, ...]) -> Cell:
    return Cell(pieces)


def _with_labels(paragraphs: Sequence[Paragraph]) -> Sequence[Piece]:
    """The pieces of a cell. The number of a lone paragraph is printed; of several, a bullet."""
    if len(paragraphs) == 1 and not paragraphs[0].label:
        return paragraphs[0].pieces
    filled = [each for each in paragraphs if each.pieces or each.label]
    pieces: list[Piece] = []
    for each in filled:
        if each.label:
            pieces += _labelled(each, alone=len(filled) == 1)
        else:
            pieces += each.pieces
    return pieces


def _labelled(paragraph: Paragraph, *, alone: bool) -> list[Piece]:
    if not paragraph.pieces:
        return [Piece(paragraph.label)]
    first, *others = paragraph.pieces
    if alone:
        return [replace(first, text=f"{paragraph.label} {first.text}"), *others]
    return [replace(first, bullet=True), *others]


def _within(parent: Element, tag: str, depth: int) -> list[Element]:
    return [each for each in _flat(parent, depth) if each.tag == tag]


def _flat(parent: Element, depth: int) -> list[Element]:
    """The children of an element, and those of what stands around some of them."""
    children = list(parent)
    if not depth or AROUND.isdisjoint([child.tag for child in children]):
        return children
    found: list[Element] = []
    for child in children:
        found += _flat(child, depth - 1) if child.tag in AROUND else [child]
    return found
