"""The modals in which an update is filled in, and what comes out of them. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.slack.inbound import PLATFORM, Ear
from bot.slack.shapes import Action, Submitted
from domain.conversation import Address, Item, Request
from domain.intents import Update
from domain.named import bare
from domain.people import Account
from domain.work import Status

CALLBACK = "update"
STATUS, FORECAST, NOTE, WHICH = "status", "forecast", "note", "which"
MOST = 40  # actions in one form; each is a block, and a phone has an end
LONGEST_NOTE = 3_000
OPTION, LABEL, HINT = 75, 150, 150

STATUSES = (
    (Status.ON_TRACK, "On track"),
    (Status.COMPLETE, "Complete"),
    (Status.AT_RISK, "At risk"),
    (Status.DELAYED, "Will be late"),
    (Status.IN_PROGRESS, "In progress"),
    (Status.NOT_STARTED, "Not started"),
)

type Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Errand:
    """Where a form was opened, and for which actions: it comes back with what was filled in."""

    refs: tuple[str, ...]
    conversation: str
    thread: str | None = None
    only_for: str | None = None

    def packed(self) -> str:
        return json.dumps([self.refs, self.conversation, self.thread, self.only_for])

    @classmethod
    def unpacked(cls, text: str) -> "Errand":
        refs, conversation, thread, only_for = json.loads(text)
        return cls(tuple(refs), conversation, thread, only_for)


def update_form(items: Sequence[Item], errand: Errand) -> Json:
    """One action whole; of several one block each, and a word about them all."""
    if len(items) == 1:
        return _view("Change", _one(items[0]), errand)
    blocks = [_status(item, f"{STATUS}:{item.ref}") for item in items[:MOST]]
    return _view("Answer all", [*blocks, _note()], errand)


def choosing_form(items: Sequence[Item], words: str, errand: Errand) -> Json:
    """Which of one's actions a message is the news of."""
    options = [_option(_titled(item), item.ref) for item in items[:100]]
    which = _input(WHICH, "Which action?", {"type": "static_select", "options": options})
    return _view("Make it the update", [which, _choose(STATUS), _note(words)], errand)


def waiting_form() -> Json:
    """What is shown at once, while the actions are looked up."""
    return {**_frame("One moment"), "blocks": [_line("Looking up the plan …")]}


def nothing_form(why: str) -> Json:
    return {**_frame("Planbot"), "blocks": [_line(why)]}


def filled_in(submitted: Submitted, ear: Ear) -> Request | dict[str, str]:
    """The request that was filled in; or what is missing, by the block that it is missing in."""
    errand = Errand.unpacked(submitted.view.private_metadata)
    values = submitted.view.state.values
    updates = [
        update
        for ref in _refs(errand, values)
        if (update := _update(ref, values, alone=len(errand.refs) < 2))
    ]
    if not updates:
        return {_first_block(errand): "Choose how it stands, or give a date or a word."}
    return Request(
        id=f"slack:{ear.team}:form:{submitted.view.id}",
        workspace=ear.workspace,
        account=Account(platform=PLATFORM, workspace=ear.team, user=submitted.user.id),
        address=Address(
            platform=PLATFORM,
            workspace=ear.team,
            conversation=errand.conversation or submitted.user.id,
            thread=errand.thread,
            only_for=errand.only_for,
        ),
        text=_text(values, NOTE),
        form=tuple(updates),
    )


def _refs(errand: Errand, values: Mapping[str, Mapping[str, Action]]) -> tuple[str, ...]:
    chosen = _chosen(values, WHICH)
    return (chosen,) if chosen else errand.refs


def _update(ref: str, values: Mapping[str, Mapping[str, Action]], alone: bool) -> Update | None:
    status = _chosen(values, STATUS if alone else f"{STATUS}:{ref}")
    forecast = _picked(values, FORECAST) if alone else None
    note = _text(values, NOTE)
    if not status and forecast is None and not (alone and note):
        return None
    return Update(ref=ref, status=Status(status) if status else None, forecast=forecast, note=note)


def _first_block(errand: Errand) -> str:
    return STATUS if len(errand.refs) < 2 else f"{STATUS}:{errand.refs[0]}"


def _one(item: Item) -> list[Json]:
    told = " · ".join(filter(None, [item.standing, item.detail]))
    date_picker: Json = {"type": "datepicker"}
    return [
        _line(_titled(item)),
        *([_line(told)] if told else []),
        _choose(STATUS),
        _input(FORECAST, "New date", date_picker, optional=True),
        _note(),
    ]


def _titled(item: Item) -> str:
    return f"{bare(item.ref)} {item.title}"


def _status(item: Item, block: str) -> Json:
    label = _short(_titled(item), LABEL)
    hint = _short(" · ".join(filter(None, [item.standing, item.detail])), HINT)
    return _choose(block, label, hint)


def _choose(block: str, label: str = "How does it stand?", hint: str = "") -> Json:
    options = [_option(words, status.value) for status, words in STATUSES]
    element: Json = {"type": "static_select", "options": options}
    return _input(block, label, element, optional=True, hint=hint)


def _note(words: str = "") -> Json:
    element: Json = {"type": "plain_text_input", "multiline": True, "max_length": LONGEST_NOTE}
    if words:
        element["initial_value"] = words[:LONGEST_NOTE]
    return _input(NOTE, "In your words", element, optional=True)


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


def _chosen(values: Mapping[str, Mapping[str, Action]], block: str) -> str:
    found = _value(values, block)
    return found.selected_option.value if found and found.selected_option else ""


def _picked(values: Mapping[str, Mapping[str, Action]], block: str) -> date | None:
    found = _value(values, block)
    return date.fromisoformat(found.selected_date) if found and found.selected_date else None


def _text(values: Mapping[str, Mapping[str, Action]], block: str) -> str:
    found = _value(values, block)
    return (found.value or "").strip() if found else ""


def _value(values: Mapping[str, Mapping[str, Action]], block: str) -> Action | None:
    return next(iter(values.get(block, {}).values()), None)
