"""How much of a phone's screen a reply takes, and how a text is shortened to fit. Pure."""

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from domain.conversation import Choices, Facts, Item, Items, Paragraph, Part, Reply, Tally

WIDTH = 44  # characters in a line of a phone, held upright
LINES = 30  # of them on its screen, between the name of the channel and where one types


def fits(reply: Reply) -> bool:
    """Whether all of a reply is seen at once."""
    return height(reply) <= LINES


def height(reply: Reply) -> int:
    """How many lines of a phone the reply takes."""
    texts = [reply.summary, *(text for part in reply.parts for text in _texts(part))]
    return sum(max(ceil(len(text) / WIDTH), 1) for text in texts)


def shortened(text: str, longest: int) -> str:
    """The text in one line, cut after a word with “…” where it is longer than that."""
    whole = " ".join(text.split())
    if len(whole) <= longest:
        return whole
    cut = whole[: longest - 1]
    return f"{(cut.rsplit(' ', 1)[0] or cut).rstrip(' ,;:.–-')}…"


def _texts(part: Part) -> Iterator[str]:
    match part:
        case Paragraph(text=text):
            yield text
        case Items():
            yield from _listed(part)
        case Tally(counts=counts):
            yield " · ".join(f"✓ {n} {word}" for _, word, n in counts if n)
        case Facts(pairs=pairs):
            yield from (f"{label}: {value}" for label, value in pairs)
        case Choices(options=options):
            yield " ".join(f"[{each.label}]" for each in options)
        case _:
            assert_never(part)


def _listed(part: Items) -> Iterator[str]:
    if part.heading:
        yield f"{part.heading}:"
    for item in part.items:
        yield from _told(item)
    if part.more:
        yield f"and {part.more} more"


def _told(item: Item) -> Iterator[str]:
    yield f"✓ {item.ref} {item.title}: {item.standing}"
    if item.detail:
        yield item.detail
    if item.quote:
        yield f"“{item.quote}” ({item.said})"
