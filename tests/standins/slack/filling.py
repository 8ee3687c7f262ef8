"""Inputs as somebody fills them in: from labels and plain values to Slack's state of a view."""

from collections.abc import Mapping
from datetime import date

from tests.standins.slack.reading import Element, elements, words_of
from tests.standins.slack.world import Json, View

INITIAL = {
    "plain_text_input": ("initial_value", "value"),
    "datepicker": ("initial_date", "selected_date"),
    "static_select": ("initial_option", "selected_option"),
    "radio_buttons": ("initial_option", "selected_option"),
    "checkboxes": ("initial_options", "selected_options"),
    "users_select": ("initial_user", "selected_user"),
    "file_input": ("initial_files", "files"),
}


def filled_in(view: View, values: Mapping[str, object]) -> Json:
    """The state of the view with these values in it, by label, block_id or action_id.

    What is not named keeps what it began with. AssertionError where there is no such input, or
    where Slack would not let it be sent: something is missing, or too long.
    """
    blocks = view.body.get("blocks")
    state: dict[str, dict[str, Json]] = {}
    left = dict(values)
    for each in elements(blocks if isinstance(blocks, list) else []):
        if each.element["type"] == "button":
            continue
        name = next((key for key in (each.label, each.block_id, each.action_id) if key in left), "")
        given = value_of(each.element, left.pop(name)) if name else _initial(each.element)
        _check(each, given)
        state.setdefault(each.block_id, {})[each.action_id] = {
            "type": each.element["type"],
            **given,
        }
    assert not left, f"the modal asks for nothing called {', '.join(map(repr, left))}"
    return dict(state)


def value_of(element: Json, chosen: object) -> Json:
    """What a choice is in an element of this kind; nothing where it is not to be chosen there."""
    match element.get("type"), chosen:
        case "datepicker", date():
            return {"selected_date": chosen.isoformat()}
        case "plain_text_input", str():
            return {"value": chosen}
        case (("static_select" | "radio_buttons" | "overflow"), str()):
            found = [each for each in _options(element) if words_of(each.get("text")) == chosen]
            return {"selected_option": found[0]} if found else {}
        case "checkboxes", list():
            options = [each for each in _options(element) if words_of(each.get("text")) in chosen]
            return {"selected_options": options}
        case "users_select", str():
            return {"selected_user": chosen}
        case "file_input", list():
            return {"files": chosen}
        case _:
            return {}


def _initial(element: Json) -> Json:
    start, key = INITIAL.get(str(element["type"]), ("", "value"))
    return {key: element.get(start)}


def _check(each: Element, given: Json) -> None:
    needed = each.block.get("type") == "input" and not each.block.get("optional")
    assert not needed or any(given.values()), f"{each.label!r} must be filled in"
    most, least = each.element.get("max_length"), each.element.get("min_length")
    text = str(given.get("value") or "")
    assert not isinstance(most, int) or len(text) <= most, f"{each.label!r} takes {most} at most"
    assert not isinstance(least, int) or not text or len(text) >= least, f"{each.label!r} is short"


def _options(element: Json) -> list[Json]:
    groups = element.get("option_groups")
    nested = [each.get("options") for each in groups] if isinstance(groups, list) else []
    rows = [element.get("options"), *nested]
    return [option for row in rows if isinstance(row, list) for option in row]
