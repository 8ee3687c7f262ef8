"""From our Reply to plain text, as a person in a terminal would read it. Pure."""

import textwrap
from collections.abc import Iterator
from typing import assert_never

from domain.conversation import (
    Choices,
    Facts,
    Item,
    Items,
    Mark,
    Paragraph,
    Part,
    Reply,
    Tally,
)

WIDTH = 88  # columns
INDENT = "    "

SIGNS = {
    Mark.DONE: "✓",
    Mark.GOOD: "●",
    Mark.RISK: "▲",
    Mark.LATE: "■",
    Mark.SILENT: "○",
    Mark.STOPPED: "✕",
}


def to_text(reply: Reply) -> str:
    """The whole reply; every word of every part is in it."""
    lines = _wrapped(reply.summary)
    buttons = 0
    for part in reply.parts:
        lines += _lines(part, buttons)
        buttons += len(part.said) if isinstance(part, Choices) else 0
    return "\n".join(lines)


def choices(reply: Reply) -> tuple[str, ...]:
    """What pressing each button would say, in the order in which they are numbered."""
    found = [part.said for part in reply.parts if isinstance(part, Choices)]
    return tuple(option.says for options in found for option in options)


def _lines(part: Part, before: int) -> list[str]:
    """A part; its buttons are numbered on from those before it."""
    match part:
        case Paragraph(text=text):
            return _wrapped(text)
        case Items():
            return list(_items(part))
        case Tally(counts=counts):
            return _wrapped(
                " · ".join(f"{SIGNS[mark]} {n} {word}" for mark, word, n in counts if n)
            )
        case Facts(pairs=pairs):
            return [line for label, value in pairs for line in _fact(label, value)]
        case Choices():
            return [
                f"  [{number}] {option.label}"
                for number, option in enumerate(part.said, before + 1)
            ]
        case _:
            assert_never(part)


def _items(part: Items) -> Iterator[str]:
    if part.heading:
        yield f"{part.heading}:"
    for number, item in enumerate(part.items, part.first):
        yield from _item(item, f"{number}." if part.numbered else "")
    if part.more:
        yield f"  and {part.more} more"


def _item(item: Item, number: str) -> list[str]:
    sign = SIGNS[item.mark] if item.mark else "•"
    title = " ".join(filter(None, [number, sign, item.ref, item.title]))
    first = f"{title}: {item.standing}" if item.standing else title
    told = list(filter(None, [item.detail, _quote(item)]))
    return [
        *_wrapped(first, "  ", INDENT),
        *(line for each in told for line in _wrapped(each, INDENT, INDENT)),
    ]


def _quote(item: Item) -> str:
    if not item.quote:
        return ""
    words = f"“{' '.join(item.quote.split())}”"
    return f"{words} ({item.said})" if item.said else words


def _fact(label: str, value: str) -> list[str]:
    return _wrapped(f"{label}: {value}", "  ", INDENT)


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
