"""The form in which an update is filled in, on the card itself, and what comes out of it. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.pieces import STATUSES
from domain.conversation import Choice
from domain.intents import Update
from domain.named import bare
from domain.work import Status

FORM = "form"
WITHIN = "/"
FORECAST, NOTE = "forecast", "note"
MOST_ACTIONS = 10  # actions in one form: what a phone shows without losing the way
LONGEST_REFS = 2_000  # characters of their refs
LONGEST_NOTE = 3_000

type Json = dict[str, object]


def standing_under(key: str, choice: Choice) -> Json:
    """What every button carries: the message it stands under, whether that is to stay, the plan."""
    aside: Json = {"aside": True} if choice.aside else {}
    plan: Json = {"plan": choice.plan} if choice.plan else {}
    return {"under": key, **aside, **plan}


def form(choice: Choice, key: str, name: str) -> Json:
    """A card inside the card: one action whole, or of several how each stands, and a word.

    ``name`` tells its fields from those of other forms on the card: where two have one id, Teams on
    a phone shows nothing at all (github.com/MicrosoftDocs/msteams-docs/issues/7868).
    """
    refs, alone = choice.form, len(choice.form) == 1
    asked = [_status(ref, number, alone) for number, ref in enumerate(refs, 1)]
    if alone:
        asked.append({"type": "Input.Date", "id": FORECAST, "label": "New date"})
    asked.append(_note())
    fields = [{**each, "id": f"{name}{WITHIN}{each['id']}"} for each in asked]
    record = {
        "type": "Action.Execute",
        "title": "Record",
        "verb": FORM,
        "data": {"action": FORM, "refs": list(refs), **standing_under(key, choice)},
    }
    return {"type": "AdaptiveCard", "body": fields, "actions": [record]}


def filled_in(refs: Sequence[str], filled: Mapping[str, str]) -> tuple[tuple[Update, ...], str]:
    """The updates, none where nothing was filled in, and the author's own words.

    Raise ValueError for a value that no form of ours offers.
    """
    filled = {id.partition(WITHIN)[2]: value for id, value in filled.items()}
    note = filled.get(NOTE, "").strip()[:LONGEST_NOTE]
    alone = len(refs) == 1
    statuses = [filled.get(_field(number)) for number in range(1, len(refs) + 1)]
    picked = filled.get(FORECAST) if alone else None
    found = (
        _update(ref, status, picked, note, alone)
        for ref, status in zip(refs, statuses, strict=True)
    )
    return tuple(each for each in found if each), note


def _update(
    ref: str, status: str | None, picked: str | None, note: str, alone: bool
) -> Update | None:
    if not status and not picked and not (alone and note):
        return None
    return Update(
        ref=ref,
        status=Status(status) if status else None,
        forecast=date.fromisoformat(picked) if picked else None,
        note=note,
    )


def _status(ref: str, number: int, alone: bool) -> Json:
    return {
        "type": "Input.ChoiceSet",
        "id": _field(number),
        "label": f"{bare(ref)}: how does it stand?",
        "placeholder": "Choose" if alone else "No change",
        "choices": [{"title": words, "value": status.value} for status, words in STATUSES],
    }


def _note() -> Json:
    return {
        "type": "Input.Text",
        "id": NOTE,
        "label": "In your words",
        "isMultiline": True,
        "maxLength": LONGEST_NOTE,
    }


def _field(number: int) -> str:
    """By its place: what a plan prints as a ref is no name for a field."""
    return f"status:{number}"
