"""From our Reply to Adaptive Cards. Pure.

Foreign words (titles, names, what officers wrote) only ever become the text of a TextRun, in which
Markdown, mentions and links are not read (learn.microsoft.com/adaptive-cards/schema-explorer).
Colours of text are left alone, so that light and dark themes keep their own contrast; a status is
a shape with a colour of its own, followed by its word.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.pieces import Buttons, Line, Piece, Row, Run, Style, cut, pieces, short_forms
from bot.teams.forms import LONGEST_REFS, MOST_ACTIONS, form, standing_under
from domain.conversation import Choice, Mark, Reply

SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.5"  # what Teams takes on the desktop, on the web and on phones
CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
SAY = "say"
SUMMARY = 200  # letters of a notification; the card has the whole
NOTHING = "…"  # for words that are none but spaces
LABEL = 75  # letters on a button: Teams shows no more of it on a phone
MOST_BYTES = 26_000  # of the 28 kB that a message may have, with room for its envelope

EMOJI = {
    Mark.DONE: "☑️",
    Mark.GOOD: "🟢",
    Mark.RISK: "🔶",
    Mark.LATE: "🟥",
    Mark.SILENT: "⚪",
    Mark.STOPPED: "✖️",
}

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class TeamsMessage:
    """One message: ``summary`` is what a notification shows, ``text`` all that the card says."""

    summary: str
    text: str
    card: Json


def to_messages(reply: Reply, key: str = "") -> list[TeamsMessage]:
    """The whole reply: one card, or several in a row where it is more than one may hold.

    ``key`` names what the buttons stand under: pressing one of them twice is one press.
    """
    return [_message(reply.summary, row, key) for row in _packed(pieces(reply, forms=True), key)]


def size(card: Json) -> int:
    """Bytes of the card as it is sent at the most: every letter that ASCII has not, escaped.

    Teams counts two for each letter (UTF-16), but then takes 100 kB, and advises no more than 80:
    learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages. A card within
    MOST_BYTES is within that too.
    """
    return len(json.dumps(card))


def _packed(row: Iterable[Piece], key: str) -> Iterator[list[Piece]]:
    """Fill one card after another."""
    empty = size(_card([], key))
    held: list[Piece] = []
    room = MOST_BYTES - empty
    for piece in (small for each in row for small in _small(each, key)):
        needed = size(_card([piece], key)) - empty
        if held and needed > room:
            yield held
            held, room = [], MOST_BYTES - empty
        held.append(piece)
        room -= needed
    yield held


def _small(piece: Piece, key: str) -> Iterator[Piece]:
    """The piece, or as many as it takes for each to have room in a card: letters differ in size."""
    if isinstance(piece, Buttons):
        yield from _few(Buttons(tuple(short_forms(piece.options, MOST_ACTIONS, LONGEST_REFS))), key)
        return
    if size(_card([piece], key)) <= MOST_BYTES:
        yield piece
        return
    for half in cut(piece, len(piece.text) // 2):
        yield from _small(half, key)


def _few(buttons: Buttons, key: str) -> Iterator[Buttons]:
    """The buttons in as many rows as it takes for each to have room in a card."""
    options = buttons.options
    if len(options) < 2 or size(_card([buttons], key)) <= MOST_BYTES:
        yield buttons
        return
    half = len(options) // 2
    yield from _few(Buttons(options[:half]), key)
    yield from _few(Buttons(options[half:]), key)


def _message(summary: str, row: Sequence[Piece], key: str) -> TeamsMessage:
    return TeamsMessage(_inert(_cut(summary, SUMMARY)), _words(row), _card(row, key))


def _card(row: Sequence[Piece], key: str) -> Json:
    return {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": VERSION,
        "fallbackText": _words(row),
        "speak": _spoken(row),
        "msteams": {"width": "Full"},
        "body": [
            element
            for place, piece in enumerate(row, 1)
            for element in _elements(piece, key, f"{place}")
        ],
    }


def _words(row: Sequence[Piece]) -> str:
    """The lines; where a card holds nothing but buttons, what is on them."""
    lines = [piece.text for piece in row if isinstance(piece, Line)]
    return _inert(_filled(lines) or " · ".join(_labels(row)) or NOTHING)


def _spoken(row: Sequence[Piece]) -> str:
    lines = [piece.spoken for piece in row if isinstance(piece, Line)]
    return _inert(_filled(lines) or ", ".join(_labels(row)) or NOTHING)


def _filled(lines: Iterable[str]) -> str:
    """The rows that have something in them: of blank ones a card would only grow."""
    rows = (row for line in lines for row in line.split("\n"))
    return "\n".join(row for row in rows if row.strip())


def _labels(row: Sequence[Piece]) -> list[str]:
    return [_label(option) for p in row if isinstance(p, Buttons) for option in p.options]


def _inert(text: str) -> str:
    """Words for where a client may read Markdown or SSML: nothing in them is any."""
    return text.replace("<", "‹").replace(">", "›").replace("](", "] (")


def _elements(piece: Piece, key: str, name: str) -> Iterator[Json]:
    if isinstance(piece, Buttons):
        options = enumerate(piece.options, 1)
        actions = [_button(each, key, f"{name}.{number}") for number, each in options]
        yield {"type": "ActionSet", "actions": actions}
        return
    for number, runs in enumerate(_rows(piece)):
        yield {
            "type": "RichTextBlock",
            "spacing": "Small" if number or piece.row is not Row.NONE else "Default",
            "inlines": [_run(run) for run in runs],
        }


def _rows(line: Line) -> Iterator[list[Run]]:
    """The line's runs, cut where it breaks: a TextRun shows no line break of its own."""
    row = [Run(line.lead, Style.BOLD)] if line.lead else []
    for run in line.runs:
        first, *rest = run.text.split("\n")
        row.append(Run(first, run.style, run.mark))
        for text in rest:
            if any(each.text for each in row):
                yield [each for each in row if each.text]
            row = [Run(text, run.style)]
    if any(each.text for each in row):
        yield [each for each in row if each.text]


def _run(run: Run) -> Json:
    text = EMOJI[run.mark] if run.mark else run.text
    styles: dict[Style, Json] = {
        Style.PLAIN: {},
        Style.BOLD: {"weight": "Bolder"},
        Style.ITALIC: {"italic": True},
    }
    return {"type": "TextRun", "text": text, **styles[run.style]}


def _button(choice: Choice, key: str, name: str) -> Json:
    if choice.form:
        opened = form(choice, key, name)
        return {"type": "Action.ShowCard", "title": _label(choice), "card": opened}
    return {
        "type": "Action.Execute",
        "title": _label(choice),
        "verb": SAY,
        "data": {"action": SAY, "says": choice.says, **standing_under(key, choice)},
    }


def _label(choice: Choice) -> str:
    return _cut(choice.label, LABEL) if choice.label.strip() else NOTHING


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
