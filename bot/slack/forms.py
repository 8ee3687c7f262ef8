"""The modals in which an update is filled in, as Slack's blocks. Pure.

What is chosen in a select can hardly be unchosen on a phone: each has "No change" to go back to.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import batched

from bot.pieces import STATUSES
from domain.conversation import Item
from domain.named import bare

CALLBACK = "update"
STATUS, FORECAST, NOTE, WHICH = "status", "forecast", "note", "which"
SAME = "same"  # the value of "No change"
MOST_TO_CHOOSE = 1_000  # actions in one select: ten groups of a hundred
IN_A_GROUP = 100
LONGEST_NOTE = 3_000
OPTION, VALUE, LABEL, HINT = 75, 150, 150, 150


type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """An action in a form: how it stands now, and when it is expected to be finished."""

    item: Item
    plan: str
    expected: date | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """Where a form was opened, and for which actions of which plan: it comes back filled in.

    ``expected`` is the day that the date picker began with.
    """

    refs: tuple[str, ...]
    conversation: str
    thread: str | None = None
    only_for: str | None = None
    plan: str | None = None
    expected: date | None = None

    def packed(self) -> str:
        day = self.expected.isoformat() if self.expected else None
        row = [self.refs, self.conversation, self.thread, self.only_for, self.plan, day]
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, text: str) -> "Errand":
        refs, conversation, thread, only_for, plan, day = json.loads(text)
        expected = date.fromisoformat(day) if day else None
        return cls(tuple(refs), conversation, thread, only_for, plan, expected)


def status_block(ref: str, errand: Errand) -> str:
    """The name of the block in which the status of an action is chosen."""
    return STATUS if len(errand.refs) < 2 else f"{STATUS}:{ref}"


def update_form(entries: Sequence[Entry], errand: Errand) -> Json:
    """One action whole; of several one block each, and a word about them all."""
    if len(entries) == 1:
        return _view("Change", _one(entries[0]), errand)
    blocks = [_status(each.item, status_block(each.item.ref, errand)) for each in entries]
    note = _note(label="In your words, about those you change")
    return _view("Answer all", [*blocks, note], errand)


def choosing_form(entries: Sequence[Entry], words: str, errand: Errand) -> Json:
    """Which of one's actions a message is the news of."""
    which = _input(WHICH, "Which action?", {"type": "static_select", **_choosable(entries)})
    return _view("Make it the update", [which, _choose(STATUS), _note(words)], errand)


def chosen_action(value: str) -> tuple[str, str]:
    """The plan and the ref behind an option of ``choosing_form``."""
    plan, _, ref = value.partition(" ")
    return plan, ref


def waiting_form() -> Json:
    """What is shown at once, while the actions are looked up."""
    return {**_frame("One moment"), "blocks": [_line("Looking up the plan …")]}


def nothing_form(why: str) -> Json:
    return {**_frame("Planbot"), "blocks": [_line(why)]}


def _choosable(entries: Sequence[Entry]) -> Json:
    """The options, in groups where there are more than one list may hold."""
    options = [
        _option(_titled(each.item), f"{each.plan} {each.item.ref}")
        for each in entries[:MOST_TO_CHOOSE]
        if len(f"{each.plan} {each.item.ref}") <= VALUE
    ]
    if len(options) <= IN_A_GROUP:
        return {"options": options}
    groups = [
        {"label": _plain(f"{place}"), "options": list(some)} for place, some in _counted(options)
    ]
    return {"option_groups": groups}


def _counted(options: Iterable[Json]) -> Iterable[tuple[str, tuple[Json, ...]]]:
    for number, some in enumerate(batched(options, IN_A_GROUP)):
        first = number * IN_A_GROUP
        yield f"{first + 1} to {first + len(some)}, the most urgent first", some


def _one(entry: Entry) -> list[Json]:
    item = entry.item
    told = " · ".join(filter(None, [item.standing, item.detail]))
    picker: Json = {"type": "datepicker", "placeholder": _plain("Choose a day")}
    if entry.expected:
        picker["initial_date"] = entry.expected.isoformat()
    hint = "The day that counts now is set. Leave it, and the date stays." if entry.expected else ""
    return [
        _line(_titled(item)),
        *([_line(told)] if told else []),
        _choose(STATUS),
        _input(FORECAST, "Finished by", picker, optional=True, hint=hint),
        _note(),
    ]


def _titled(item: Item) -> str:
    return f"{bare(item.ref)} {item.title}"


def _status(item: Item, block: str) -> Json:
    label = _short(_titled(item), LABEL)
    hint = _short(" · ".join(filter(None, [item.standing, item.detail])), HINT)
    return _choose(block, label, hint)


def _choose(block: str, label: str = "How does it stand?", hint: str = "") -> Json:
    same = _option("No change", SAME)
    options = [same, *(_option(words, status.value) for status, words in STATUSES)]
    element: Json = {"type": "static_select", "options": options, "initial_option": same}
    return _input(block, label, element, optional=True, hint=hint)


def _note(words: str = "", label: str = "In your words") -> Json:
    element: Json = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_NOTE}
    if words:
        element["initial_value"] = words[:LONGEST_NOTE]
    hint = f"Of the message, its first {LONGEST_NOTE:,} characters." if words[LONGEST_NOTE:] else ""
    return _input(NOTE, label, element, optional=True, hint=hint)


def _input(block: str, label: str, element: Json, optional: bool = False, hint: str = "") -> Json:
    found: Json = {
        "type": "input",
        "block_id": block,
        "label": _plain(label),
        "element": {**element, "action_id": block},
        "optional": optional,
    }
    return {**found, "hint": _plain(hint)} if hint else found


def _view(title: str, blocks: Sequence[Json], errand: Errand) -> Json:
    return {
        **_frame(title),
        "callback_id": CALLBACK,
        "submit": _plain("Record"),
        "private_metadata": errand.packed(),
        "blocks": list(blocks),
    }


def _frame(title: str) -> Json:
    return {"type": "modal", "title": _plain(title), "close": _plain("Close")}


def _line(text: str) -> Json:
    return {"type": "section", "text": _plain(text[:3_000])}


def _option(label: str, value: str) -> Json:
    return {"text": _plain(_short(label, OPTION)), "value": value}


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": False}


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
