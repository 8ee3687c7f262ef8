"""The words of a Word paragraph: what was deleted left out, what was crossed out marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from xml.etree.ElementTree import Element

from plans.formats.characters import cleaned
from plans.formats.word_styles import (
    LEVELS,
    PLAIN,
    VAL,
    Numbering,
    Style,
    Styles,
    W,
    figure_of,
    number,
    switched_on,
    value,
)
from plans.markup import MARKED, pieces_of
from plans.rows import Piece

PARAGRAPH, RUN, RUN_FORM, TEXT = f"{W}p", f"{W}r", f"{W}rPr", f"{W}t"
FORM, STYLE, IN_LIST, RANK = f"{W}pPr", f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl"
NEW_PAGE = f"{W}lastRenderedPageBreak"
# What stands around runs and changes nothing; what was deleted or moved away is not among them.
AROUND = frozenset(
    f"{W}{name}"
    for name in (
        "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml"
    )
)  # fmt: skip
MARKS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's pieces, its rank among headings, and the number that its list gives it."""

    pieces: Sequence[Piece]
    level: int | None = None
    label: str = ""
    bullet: bool = False

    @property
    def text(self) -> str:
        words = " ".join(piece.text for piece in self.pieces if not piece.struck)
        return f"{self.label} {words}".strip()


class Reader:
    """Reads paragraphs one after another, counting the lists and pages they stand in."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.page = 1

    def paragraph(self, element: Element) -> Paragraph:
        plain = _plain_text(element)
        return _plain(plain) if plain is not None else self._formed(element)

    def _formed(self, element: Element) -> Paragraph:
        form = element.find(FORM)
        style, label = (PLAIN, None) if form is None else self._form(form)
        pieces = self._pieces(element, struck=style.struck)
        bullet = label == "" if label is not None else style.bullet
        if bullet and pieces:
            pieces = (replace(pieces[0], bullet=True), *pieces[1:])
        return Paragraph(pieces, style.level, label or "", bullet)

    def _form(self, form: Element) -> tuple[Style, str | None]:
        """The style of a paragraph, and its number if it stands in a list."""
        style, list_id, level = PLAIN, "", -1
        for child in form:
            if child.tag == STYLE:
                style = self._styles.named(child.get(VAL, ""))
            elif child.tag == IN_LIST:
                list_id, level = value(child, "numId"), number(child, "ilvl", -1)
            elif child.tag == RANK and (rank := figure_of(child, LEVELS)) < LEVELS:
                style = replace(style, level=rank + 1)
        list_id = list_id or style.list_id
        if not list_id:
            return style, None
        place = style.list_level if level < 0 else level
        return style, self._numbering.next(list_id, place)

    def _pieces(self, element: Element, *, struck: bool) -> Sequence[Piece]:
        """Each line of a paragraph, cut where crossing out begins or ends."""
        runs = self._runs(element, struck, DEEPEST)
        if len(runs) == 1:
            return _lines(*runs[0])
        return [
            piece
            for crossed, alike in groupby(runs, key=itemgetter(1))
            for piece in _lines("".join([text for text, _ in alike]), crossed)
        ]

    def _runs(self, element: Element, struck: bool, depth: int) -> list[tuple[str, bool]]:
        found: list[tuple[str, bool]] = []
        for child in element:
            if child.tag == RUN:
                text, crossed = self._run(child, struck)
                if text:
                    found.append((text, crossed))
            elif child.tag in AROUND and depth:
                found += self._runs(child, struck, depth - 1)
        return found

    def _run(self, run: Element, struck: bool) -> tuple[str, bool]:
        """The text of a run and whether it is crossed out; no text where it is hidden."""
        text = ""
        for child in run:
            if child.tag == TEXT:
                text += child.text or ""
            elif child.tag == RUN_FORM and len(child):
                if switched_on(child, "vanish"):
                    return "", struck
                struck = switched_on(child, "strike", before=struck)
                struck = switched_on(child, "dstrike", before=struck)
            elif child.tag in MARKS:
                text += MARKS[child.tag]
            elif child.tag == NEW_PAGE:
                self.page += 1
        return text, struck


def _plain_text(element: Element) -> str | None:
    """The text of a paragraph that is one run without a form, as most in tables are."""
    if len(element) != 1 or (run := element[0]).tag != RUN or len(run) != 1:
        return None
    return run[0].text or "" if run[0].tag == TEXT else None


@lru_cache(maxsize=4096)
def _plain(text: str) -> Paragraph:
    return Paragraph(_lines(text, False))


@lru_cache(maxsize=4096)  # the owners, dates and statuses of a plan are much the same
def _lines(text: str, struck: bool) -> tuple[Piece, ...]:
    """The pieces of a text, one for each line and for each bullet that was typed by hand."""
    found: list[Piece] = []
    for line in cleaned(text).split("\n"):
        words = " ".join(line.split())
        if MARKED.search(words):
            found += [replace(each, struck=struck) for each in pieces_of(words) if each.text]
        elif words:
            found.append(Piece(words, struck=struck))
    return tuple(found)
