"""Markdown: what it marks is made plain, and its tables and headings are read as those of text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from plans.formats.text import blocks_in
from plans.formats.webpage import read_webpage
from plans.rows import Block

FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
UNDERLINE = re.compile(r"\s{0,3}(?:(?P<first>=+)|(?P<second>-{2,}))\s*")
LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,1000}(?:\s\"[^\"\n]{0,200}\")?\)")
CODE = re.compile(r"(`{1,2})([^`\n]{1,300})\1")
ITALICS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,300})\*(?![\w*])")
UNDERSCORED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,300})(?<!\s)_(?![\w_])")
ESCAPED = re.compile(r"\\([*_`#\[\](){}.!+-])")
TASK = re.compile(r"(\s*[-*+]\s)\[[ xX]\]\s")
KEY = re.compile(r"(?P<key>title|subtitle)\s*:\s*[\"']?(?P<value>.+?)[\"']?\s*", re.IGNORECASE)
TABLE, TABLE_ENDS = re.compile(r"\s*<table\b", re.IGNORECASE), re.compile(r"</table", re.IGNORECASE)
SAID_OF = re.compile(r":\s{1,8}")  # begins what is said of the term above it
LONGEST_UNDERLINED = 120  # characters of a line that a line of dashes makes a heading


def read_markdown(text: str) -> Iterator[Block]:
    """The lines and rows of a Markdown document, in order."""
    lines = _plain(_without_front_matter(text.split("\n")))
    at = 0
    for begin, end in _html_tables(lines):
        yield from _between(lines, at, begin)
        for block in read_webpage("\n".join(lines[begin:end])):
            place = (block.source.line or 1) + begin
            yield replace(block, source=block.source.model_copy(update={"line": place}))
        at = end
    yield from _between(lines, at, len(lines))


def _between(lines: list[str], begin: int, end: int) -> Iterator[Block]:
    """The blocks of some lines, which keep their numbers."""
    return blocks_in([*[""] * begin, *lines[begin:end]])


def _html_tables(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Where tables written as HTML begin and end."""
    begin: int | None = None
    for at, line in enumerate(lines):
        if begin is None and TABLE.match(line):
            begin = at
        if begin is not None and TABLE_ENDS.search(line):
            yield begin, at + 1
            begin = None


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines with the title that a block of settings at the top gives, and no more of it."""
    if not lines or lines[0].strip() != "---" or "---" not in map(str.strip, lines[1:60]):
        return lines
    end = [line.strip() for line in lines[:60]].index("---", 1)
    settings = [KEY.fullmatch(line.strip()) for line in lines[:end]]
    kept = [found["value"] if found else "" for found in settings]
    return [*kept, "", *lines[end + 1 :]]


def _plain(lines: list[str]) -> list[str]:
    """Each line without links, code marks and escapes; underlined headings as other headings."""
    made: list[str] = []
    for line in lines:
        above = made[-1] if made else ""
        if rank := _rank_below(above, line):
            made[-1] = f"{rank} {above.strip()}"
            made.append("")
        elif FENCE.match(line):
            made.append("")
        else:
            made.append(_without_marks(line))
    return made


def _rank_below(above: str, line: str) -> str:
    """The mark of the heading that an underline makes of the line above it."""
    found = UNDERLINE.fullmatch(line)
    words = above.strip()
    if not found or not words or "|" in words or len(words) > LONGEST_UNDERLINED:
        return ""
    if words[0] in "#>-*+<" or words.endswith((".", ";", ",")):
        return ""
    return "#" if found["first"] else "##"


def _without_marks(line: str) -> str:
    if line.startswith(":") and (term := SAID_OF.match(line)):
        line = line[term.end() :]
    if "[" in line:
        line = TASK.sub(r"\1", LINK.sub(r"\1", line))
    if "`" in line:
        line = CODE.sub(r"\2", line)
    if "*" in line:
        line = ITALICS.sub(r"\1", line)
    if "_" in line:
        line = UNDERSCORED.sub(r"\1", line)
    return ESCAPED.sub(r"\1", line) if "\\" in line else line
