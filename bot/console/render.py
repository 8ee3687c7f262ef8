"""From our Reply to plain text, as a person in a terminal would read it. Pure."""

import textwrap

from bot.pieces import Buttons, Line, Row, Style, pieces
from domain.conversation import Choices, Reply

WIDTH = 88  # columns
INDENT = "    "


def to_text(reply: Reply) -> str:
    """The whole reply; every word of every part is in it, and its buttons have numbers."""
    lines: list[str] = []
    buttons = 0
    for piece in pieces(reply):
        if isinstance(piece, Buttons):
            options = enumerate(piece.options, buttons + 1)
            lines += [f"  [{number}] {option.label}" for number, option in options]
            buttons += len(piece.options)
        else:
            lines += _lines(piece, heading=bool(lines) and _is_bold(piece))
    return "\n".join(lines)


def choices(reply: Reply) -> tuple[str, ...]:
    """What pressing each button would say, in the order in which they are numbered."""
    found = [part.said for part in reply.parts if isinstance(part, Choices)]
    return tuple(option.says for options in found for option in options)


def _lines(line: Line, heading: bool) -> list[str]:
    """A line in as many as it takes: what stands in a list is indented, a heading has a colon."""
    first, *more = "".join(run.text for run in line.runs).split("\n")
    if line.row is Row.NONE:
        return _wrapped(" ".join([first, *more]) + (":" if heading else ""))
    rows = _wrapped(line.lead + first, "  ", INDENT)
    told = (row for each in more if each.strip() for row in _wrapped(each, INDENT, INDENT))
    return [*rows, *told]


def _is_bold(line: Line) -> bool:
    return line.row is Row.NONE and all(run.style is Style.BOLD for run in line.runs)


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
