"""Text as Slack writes it: what must be escaped on the way out and undone on the way in. Pure.

Slack reads ``&``, ``<`` and ``>`` as control characters and marks up links, people and channels
with angle brackets (docs.slack.dev/messaging/formatting-message-text).
"""

import re
from collections.abc import Mapping
from html import unescape

MARKED = re.compile(r"<([^<>\s|][^<>|]*)(?:\|([^<>]*))?>")


def escaped(text: str) -> str:
    """The text with nothing in it that Slack would take for a link, a person or a channel."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_typed(text: str, names: Mapping[str, str] | None = None, bot: str | None = None) -> str:
    """What the person typed: links and mentions as words, escapes undone.

    ``names`` gives the name of a user id; ``bot`` is our own id, whose mention is left out.
    """

    def word(found: re.Match[str]) -> str:
        return _word(found[1], found[2], names or {}, bot)

    return unescape(MARKED.sub(word, text)).strip()


def _word(target: str, label: str | None, names: Mapping[str, str], bot: str | None) -> str:
    kind, rest = target[0], target[1:]
    if kind == "@":
        return "" if rest == bot else names.get(rest) or (label or "somebody")
    if kind == "#":
        return f"#{label or rest}"
    if kind == "!":
        return label or f"@{rest.split('^')[0]}"
    return label or target.removeprefix("mailto:")
