"""HTML as it comes: start tags, end tags and text, in one pass, however broken it is.

The standard library's own parser needs time that grows with the square of some broken pages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from plans.formats.characters import cleaned

TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<closing>/?)(?P<tag>[a-zA-Z][\w:-]{0,30})(?P<rest>[^<>]*)>"
    r"|<[!?][^<>]*>?"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(
    r"([a-zA-Z][\w:-]{0,30})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+))"
)
LONGEST_REST = 2_000  # characters of a tag in which attributes are looked for
# What stands inside these is no HTML.
ENDS = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style")}


@dataclass(slots=True)
class Token:
    """A tag that opens or closes, or the text between tags, and the line it begins on."""

    line: int
    text: str = ""
    opens: str = ""
    closes: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def tokens_of(html: str) -> Iterator[Token]:
    """The tags and texts of a page, in order; comments and scripts are left out."""
    at, line = 0, 1
    while found := TOKEN.match(html, at):
        text, tag = found["text"], (found["tag"] or "").lower()
        at = found.end()
        if text:
            yield Token(line, text=_characters(text))
        elif tag and found["closing"]:
            yield Token(line, closes=tag)
        elif tag in ENDS:
            end = ENDS[tag].search(html, at)
            at = end.start() if end else len(html)
        elif tag:
            yield Token(line, opens=tag, attributes=_attributes(found["rest"]))
        line += html.count("\n", found.start(), at)


def _characters(text: str) -> str:
    """The text with its entities, of which some stand for what cannot be seen."""
    return cleaned(unescape(text)) if "&" in text else text


def _attributes(rest: str) -> dict[str, str]:
    if "=" not in rest:
        return {}
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in ATTRIBUTE.findall(rest[:LONGEST_REST])
    }
