"""From our Reply to Slack's messages: blocks for the eye, whole text for everything else. Pure.

Foreign words (titles, names, what officers wrote) only ever become text of a rich text element,
which Slack shows as it stands: nothing in it can ping anybody, link anywhere or be formatting.
The elements are built here and not by the SDK, which looks each of them through for as long as it
takes to answer a question; the tests hold them to what Slack takes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.pieces import ROW, Buttons, Line, Piece, Row, Run, Style, cut, pieces, short_forms
from bot.slack.mrkdwn import escaped
from domain.conversation import Choice, Mark, Reply

MOST_BLOCKS = 40  # of the 50 that a message may hold
VIEW_BLOCKS = 100  # that a view may hold
ID = 255  # characters of an id that we give
MOST_TEXT = 3_000  # characters of one message, so that a phone can show it in a few screens
LABEL = 75  # characters on a button
WIDEST = len(escaped("&"))  # what one character may become
FORM, SAY = "form", "say"  # begin the action_id of a button: it opens a form, or says something
MOST_ACTIONS = 40  # in one form: each is a block, and a phone has an end
LONGEST_REFS = 1_500  # characters of the refs in one form: of the 2,000 of a button's value
MORE = "There is more than fits here: ask me in words, “what’s mine?” or “status”."

EMOJI = {
    Mark.DONE: "ballot_box_with_check",
    Mark.GOOD: "large_green_circle",
    Mark.RISK: "large_orange_diamond",
    Mark.LATE: "large_red_square",
    Mark.SILENT: "white_circle",
    Mark.STOPPED: "heavy_multiplication_x",
}
"""For each mark an emoji of its own shape and colour; its sign stands for it in the text."""


type Element = dict[str, object]


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """One message: ``text`` says all that ``blocks`` show, for notifications and screen readers."""

    text: str
    blocks: tuple[Element, ...]


def to_messages(reply: Reply) -> list[SlackMessage]:
    """The whole reply: one message, or several of which those after the first go in its thread."""
    fitting = (each for piece in pieces(reply, forms=True) for each in _fitting(piece))
    return [_message(each) for each in _packed(fitting)]


def _fitting(piece: Piece) -> Iterable[Piece]:
    """The piece, or as many as it takes where escaping makes it longer than a message may be.

    A line of nothing but spaces is none: alone in a message Slack would not take it.
    """
    if isinstance(piece, Buttons):
        options = tuple(short_forms(piece.options, MOST_ACTIONS, LONGEST_REFS))
        return (Buttons(options[at : at + ROW]) for at in range(0, len(options), ROW))
    lines = (piece,) if _size(piece) <= MOST_TEXT else cut(piece, MOST_TEXT // WIDEST)
    return [line for line in lines if line.text.strip()]


def _packed(row: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Fill one message after another, within what each may hold."""
    held: list[Piece] = []
    room = MOST_TEXT
    for piece in row:
        size = _size(piece)
        if held and (size > room or len(held) == MOST_BLOCKS):
            yield held
            held, room = [], MOST_TEXT
        held.append(piece)
        room -= size
    yield held


def _size(piece: Piece) -> int:
    return 0 if isinstance(piece, Buttons) else len(escaped(piece.text)) + 1


def _message(row: Sequence[Piece]) -> SlackMessage:
    return SlackMessage(
        text=escaped("\n".join(_words(row))),
        blocks=tuple(_blocks(row)),
    )


def _words(row: Sequence[Piece]) -> list[str]:
    """The lines; where a message holds nothing but buttons, what is on them."""
    lines = [piece.text for piece in row if isinstance(piece, Line)]
    labels = [_label(option) for p in row if isinstance(p, Buttons) for option in p.options]
    return lines or [" · ".join(labels)]


def _blocks(row: Sequence[Piece], before: str = "") -> Iterator[Element]:
    """The row as blocks; ``before`` tells its buttons from those of another row in one view."""
    for place, (are_lines, run) in enumerate(groupby(row, lambda each: isinstance(each, Line))):
        group = list(run)
        if are_lines:
            lines = [piece for piece in group if isinstance(piece, Line)]
            yield {"type": "rich_text", "elements": list(_rich(lines))}
        else:
            for line, piece in enumerate(group):
                if isinstance(piece, Buttons):
                    yield _buttons(piece, f"{before}{place}.{line}")


def _rich(lines: Sequence[Line]) -> Iterator[Element]:
    for row, run in groupby(lines, lambda line: line.row):
        group = list(run)
        sections = [_section(line) for line in group]
        if row is Row.NONE:
            yield from sections
        else:
            yield {
                "type": "rich_text_list",
                "elements": sections,
                "style": row.value,
                "indent": 0,
                "offset": max(group[0].number - 1, 0),
            }


def _section(line: Line) -> Element:
    ending = [Run("\n")] if line.row is Row.NONE else []
    parts = [_part(run) for run in (*line.runs, *ending) if run.text]
    return {"type": "rich_text_section", "elements": parts}


def _part(run: Run) -> Element:
    if run.mark:
        return {"type": "emoji", "name": EMOJI[run.mark]}
    if run.style is Style.PLAIN:
        return {"type": "text", "text": run.text}
    return {"type": "text", "text": run.text, "style": {run.style.value: True}}


def _buttons(piece: Buttons, place: str) -> Element:
    buttons = [_button(choice, f"{place}.{n}") for n, choice in enumerate(piece.options)]
    return {"type": "actions", "elements": buttons}


def _button(choice: Choice, place: str) -> Element:
    """A button; its action_id ends in the plan that it is about, where it is about one."""
    name = f"{FORM if choice.form else SAY}:{place}"
    whole = f"{name}:{choice.plan or ''}"
    button: Element = {
        "type": "button",
        "text": {"type": "plain_text", "text": _label(choice), "emoji": False},
        "action_id": whole if len(whole) <= ID else name,
        "value": "\n".join(choice.form) if choice.form else choice.says,
    }
    if choice.about:
        button["accessibility_label"] = _short(f"{choice.label.rstrip('…')}: {choice.about}")
    return button


def plan_of(action_id: str) -> str | None:
    """The plan that a button of ours is about, where it says."""
    return next(iter(action_id.split(":")[2:]), "") or None


def _label(choice: Choice) -> str:
    return _short(choice.label)


def _short(words: str) -> str:
    return words if len(words) <= LABEL else words[: LABEL - 1] + "…"


def view_blocks(reply: Reply) -> list[dict[str, object]]:
    """The reply as blocks of a home tab; what finds no room there is said to be left out."""
    row = (each for piece in pieces(reply, forms=True) for each in _fitting(piece))
    blocks = [
        block for place, chunk in enumerate(_packed(row)) for block in _blocks(chunk, f"{place}.")
    ]
    if len(blocks) <= VIEW_BLOCKS:
        return blocks
    return [*blocks[: VIEW_BLOCKS - 1], *_blocks([Line((Run(MORE),))])]
