"""Headings that are actions, with words of explanation between them and what is said of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from plans.rows import Block, Line

FEWEST = 2  # headings of a rank with labelled lines right below make it the rank of actions
MOST_LINES = 12  # between such a heading and its labelled lines

FEWEST_LABELS = 2  # in the two lines below; a lead alone may be of all that follows

type Labels = Callable[[Block], int]
"""How many labels of an action a block holds, if it holds nothing else."""


def with_headings_at_their_fields(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """The same blocks, with what explains an action out of the way: its heading stands right
    above its labelled lines. A list that a line or the heading leads into stays in its words."""
    levels = _levels_of_actions(blocks, labels)
    made: list[Block] = []
    skipped = 0
    for at, block in enumerate(blocks):
        if skipped:
            skipped -= 1
            continue
        between = _between(blocks, at, labels) if _level(block) in levels else []
        if between and isinstance(block, Line):
            block, skipped = _with_its_list(block, between), len(between)
        made.append(block)
    return made


def _levels_of_actions(blocks: Sequence[Block], labels: Labels) -> set[int]:
    """The ranks of which several headings stand right above labelled lines, and none over
    headings of another rank."""
    right_above = Counter(
        level
        for at, block in enumerate(blocks[:-1])
        if (level := _level(block))
        and _is_labelled(blocks[at + 1 : at + 2 + FEWEST_LABELS], labels)
    )
    deepest = max(filter(None, map(_level, blocks)), default=0)
    return {level for level, times in right_above.items() if times >= FEWEST and level == deepest}


def _is_labelled(below: Sequence[Block], labels: Labels) -> bool:
    """Whether labels stand right below, more than one among lines that look alike."""
    first = below[0]
    if not isinstance(first, Line) or not labels(first):
        return False
    alike = takewhile(lambda each: isinstance(each, Line) and _look(each) == _look(first), below)
    return sum(map(labels, alike)) >= FEWEST_LABELS


def _look(line: Line) -> tuple[int | None, bool, int]:
    return line.level, line.bullet, line.indent


def _level(block: Block) -> int:
    return (block.level or 0) if isinstance(block, Line) else 0


def _between(blocks: Sequence[Block], at: int, labels: Labels) -> list[Line]:
    """The lines that explain the heading at a place, down to the first labelled line under it."""
    later = blocks[at + 1 : at + 2 + MOST_LINES]
    above = takewhile(lambda each: not labels(each), later)
    lines = [each for each in above if isinstance(each, Line) and not each.level]
    heading, label = blocks[at], later[len(lines)] if 0 < len(lines) < len(later) else None
    if not (isinstance(heading, Line) and isinstance(label, Line) and labels(label)):
        return []
    return lines if _explain(heading, lines, label) else []


def _explain(heading: Line, lines: Sequence[Line], label: Line) -> bool:
    """Whether no line is an action itself: a list follows what leads into it, and the labels do
    not stand under its last item."""
    led_in = heading.text.endswith(":")
    for line in lines:
        if line.bullet and not led_in:
            return False
        led_in = led_in if line.bullet else line.text.endswith(":")
    return not (lines[-1].bullet and lines[-1].indent < label.indent)


def _with_its_list(heading: Line, between: Sequence[Line]) -> Line:
    lead, items = heading.text, list[str]()
    for line in between:
        if line.bullet and lead.endswith(":"):
            items.append(line.text.rstrip(" ;"))
        elif line.text.endswith(":") and not items:
            lead = f"{heading.text.rstrip('. :')}. {line.text}"
    if not items:
        return heading
    return replace(heading, text=f"{lead} {'; '.join(items)}")
