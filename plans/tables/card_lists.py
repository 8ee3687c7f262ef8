"""A list in the words of an action: "1.2 Write a leaflet for:", items, and then its labels."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from plans.meaning.refs import ref_at_start
from plans.rows import Block, Line
from plans.tables.card_fields import labels_in, parts_of


def with_lists_in_their_lines(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with the items that a line leads into as part of its words, where what is
    said of the action follows the last of them."""
    made: list[Block] = []
    skipped = 0
    for at, block in enumerate(blocks):
        if skipped:
            skipped -= 1
            continue
        items = _items(blocks, at)
        if items and isinstance(block, Line):
            skipped = len(items)
            listed = "; ".join(item.text.rstrip(" ;,") for item in items)
            block = replace(block, text=f"{block.text} {listed}")
        made.append(block)
    return made


def _items(blocks: Sequence[Block], at: int) -> list[Line]:
    lead = blocks[at]
    if not isinstance(lead, Line) or lead.level or not lead.text.endswith(":"):
        return []
    if labels_in(lead):
        return []
    later = (each if isinstance(each, Line) else None for each in blocks[at + 1 :])
    items = [each for each in takewhile(_is_item, later) if each]
    label = blocks[at + 1 + len(items)] if at + 1 + len(items) < len(blocks) else None
    if not items or not isinstance(label, Line) or label.bullet or not labels_in(label):
        return []
    if label.indent > items[-1].indent:  # said of the last item alone
        return []
    return items if _goes_on(lead, items) else []


def _is_item(line: Line | None) -> bool:
    """Whether a line is an item of which nothing is said, and that has no number of its own."""
    if line is None or not line.bullet:
        return False
    return not parts_of(line)[1] and not ref_at_start(line.text)[0]


def _goes_on(lead: Line, items: Sequence[Line]) -> bool:
    """Whether the items are of the line's own sentence: it has a number, or they are no
    sentences."""
    return bool(ref_at_start(lead.text)[0]) or all(item.text[:1].islower() for item in items)
