"""Markup left inside a cell by extraction (lists, paragraphs, breaks, bullets): into pieces."""

import re
from collections.abc import Iterator
from html import unescape

from plans.rows import NOTHING, Cell, Piece, of_pieces

BULLETS = "•▪●◦‣∙■□◾➢➤❖✓✔\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
BULLET = re.compile(rf"\s*[{BULLETS}]\s*")
TICKS = frozenset("✓✔■")  # alone in a cell they say something
FIRST_BULLET = re.compile(r"\s*(?:[*·o–—-]|\d{1,2}\)|[a-z]\)|\([a-z]\)|[ivx]{1,4}[).])\s+")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?/?>")
BREAKS = frozenset({"p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr"})
STRUCK = frozenset({"s", "del", "strike"})
CROSSED = re.compile(r"~~([^~\n]{1,500})~~")
DASH = frozenset({"-", "–", "—", "--", "---"})  # stand for nothing
DASHES = re.compile(r"(?:^|;?\s)[-–]\s+")
AFTER_COLON = re.compile(r":\s+[-–]\s")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500})\1")
SPACES = re.compile(r"[ \t\f]{2,}")
TH = re.compile(r"(\d) (st|nd|rd|th)\b")
ITEM, OFF, ON = "\ue000", "\ue001", "\ue002"  # a bullet; struck text begins; and ends


MARKED = re.compile(
    rf"[<&~\t\f\n{BULLETS}]|\*\*|__|  |^{FIRST_BULLET.pattern}|^\s*[–—-]*\s*$|"
    r":\s+[-–]\s|\d (?:st|nd|rd|th)\b"
)


def cell_of(text: str) -> Cell:
    """A cell whose text may hold HTML or Markdown, bullets and line breaks."""
    text = text.replace("\u00a0", " ")
    if not MARKED.search(text):
        text = text.strip()
        return Cell((Piece(text),)) if text else NOTHING
    return of_pieces(pieces_of(text))


def pieces_of(text: str) -> Iterator[Piece]:
    """The paragraphs and bullets of a text, in order."""
    for line in _marked(SPACES.sub("  ", text)).split("\n"):
        yield from _pieces_of_line(line)


def plain_words(text: str) -> str:
    """The text in one line, without markup, bullets or what was struck out."""
    if not MARKED.search(text):
        return text.strip()
    return " ".join(" ".join(each.text for each in pieces_of(text) if not each.struck).split())


def _marked(text: str) -> str:
    """HTML and Markdown replaced by line feeds and our own marks."""
    if "<" in text:
        text = TAG.sub(_mark, text)
    if "&" in text:
        text = unescape(text)
    if "~~" in text:
        text = CROSSED.sub(rf"\n{OFF}\1{ON}\n", text)
    if "**" in text or "__" in text:
        text = EMPHASIS.sub(r"\2", text)
    return text


def _mark(tag: re.Match[str]) -> str:
    closing, name = bool(tag[1]), tag[2].lower()
    if name in STRUCK:
        return f"{ON}\n" if closing else f"\n{OFF}"
    if name in ("li", "ul", "ol"):
        return "\n" if closing else f"\n{ITEM}"
    return "\n" if name in BREAKS else ""


def _pieces_of_line(line: str) -> Iterator[Piece]:
    bullet = line.startswith(ITEM)
    line = line.replace(ITEM, "")
    struck = line.startswith(OFF)
    line = line.replace(OFF, "").replace(ON, "")
    if line.strip() in TICKS:
        yield Piece(line.strip(), struck=struck)
        return
    lead, *items = BULLET.split(line)
    if AFTER_COLON.search(lead):
        lead, _, rest = lead.partition(":")
        lead, items = f"{lead}:", [*DASHES.split(rest), *items]
    elif bullet and DASHES.match(lead):
        lead, items = "", [*DASHES.split(lead), *items]
    yield _piece(lead, bullet=bullet, struck=struck)
    for item in items:
        yield _piece(item, bullet=True, struck=struck)


def _piece(text: str, *, bullet: bool, struck: bool) -> Piece:
    if match := FIRST_BULLET.match(text):
        text, bullet = text[match.end() :], True
    if text in DASH:
        text = ""
    text = TH.sub(r"\1\2", SPACES.sub("  ", text.strip()))
    return Piece(text, bullet=bullet, struck=struck)
