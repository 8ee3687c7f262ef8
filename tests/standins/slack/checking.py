"""Whether a call is one that Slack would take as it was meant.

Always: the arguments that the method needs and takes, and the limits of messages and views. Where
the shared descriptions of Slack's methods lie beside the repository, those too.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from jsonschema import Draft202012Validator

from tests.shared import SHARED
from tests.standins.slack.blocks import misbuilt, misbuilt_view
from tests.standins.slack.calls import IN_JSON, Call, SlackError
from tests.standins.slack.limits import message_faults, view_faults
from tests.standins.slack.methods import METHODS
from tests.standins.slack.world import Json

DESCRIBED = SHARED / "slack" / "methods"
UNDESCRIBED = ("team_id",)  # the SDK sends it with everything, and it is no argument of most
SAYING = ("chat.postMessage", "chat.postEphemeral", "chat.update")


def refused(call: Call) -> list[str]:
    """Everything wrong with the call; raise what Slack would answer where it would not take it."""
    method = METHODS[call.method]
    missing = [each for each in method.needs if call.arguments.get(each) in (None, "")]
    if missing:
        raise SlackError("invalid_arguments", needed=missing, response_metadata=_missing(missing))
    faults = [*_unknown(call), *_misdescribed(call)]
    if call.method in SAYING:
        faults += _misworded(call)
    if call.method.startswith("views."):
        faults += _misviewed(call)
    return faults


def _missing(arguments: list[str]) -> Json:
    return {"messages": [f"[ERROR] missing required field: {each}" for each in arguments]}


def _unknown(call: Call) -> Iterator[str]:
    method = METHODS[call.method]
    for each in sorted({*call.arguments} - {*method.needs, *method.takes, *UNDESCRIBED}):
        yield f"{each} is no argument of {call.method}"


def _misworded(call: Call) -> Iterator[str]:
    """What the product's own rules say of a message. Slack refuses just the blocks."""
    text, blocks = call.text("text"), call.objects("blocks")
    of_text = message_faults(text, [])
    of_blocks = [each for each in message_faults(text, blocks) if each not in of_text]
    of_blocks += misbuilt(blocks)
    yield from of_text
    if of_blocks:
        raise Refusal("invalid_blocks", of_blocks)


def _misviewed(call: Call) -> Iterator[str]:
    view = call.arguments.get("view")
    if not isinstance(view, dict):
        raise Refusal("invalid_arguments", ["view is no object"])
    faults = wrong_with_view(view)
    if faults:
        raise Refusal("invalid_arguments", faults)
    yield from ()


def wrong_with_view(view: Json) -> list[str]:
    """Why Slack would refuse the view: its form, or the product's own rules."""
    return [*view_faults(view), *misbuilt_view(view)]


class Refusal(SlackError):
    """An error that comes with the reasons for it."""

    def __init__(self, error: str, reasons: list[str]) -> None:
        messages = [f"[ERROR] {each}" for each in reasons]
        super().__init__(error, response_metadata={"messages": messages})
        self.reasons = reasons


def _misdescribed(call: Call) -> Iterator[str]:
    """What the shared description of the method says, where there is one."""
    described = description(call.method)
    if described is None:
        return
    validator = Draft202012Validator(described)
    for error in validator.iter_errors(_typed(call, described)):
        yield f"{call.method} {'.'.join(map(str, error.path))}: {error.message}"


@cache
def description(method: str) -> Json | None:
    """The arguments of a method as JSON Schema, with what is known to be wrong in it put right."""
    file = DESCRIBED / f"{method}.json"
    if not file.is_file():
        return None
    arguments = json.loads(file.read_text(encoding="utf-8"))["args"]
    properties = {
        name: True if name in IN_JSON and name != "files" else _without_subtypes(each)
        for name, each in arguments["properties"].items()
        if name != "token"  # it may come as a header
    }
    needed = [each for each in arguments.get("required", []) if each != "token"]
    return {"type": "object", "required": needed, "properties": properties}


def _without_subtypes(schema: Json) -> Json:
    """The words of JSON Schema alone: the rest of a description has meanings of its own."""
    words = ("type", "enum", "items", "anyOf", "maxLength")
    kept = {key: value for key, value in schema.items() if key in words}
    if "anyOf" in kept:
        kept["anyOf"] = [_without_subtypes(each) for each in cast(list[Json], kept["anyOf"])]
    if "items" in kept:
        kept["items"] = True
    return kept


def _typed(call: Call, described: Json) -> Json:
    """The arguments with the types they would have in JSON: a form knows nothing but strings."""
    properties = cast(dict[str, object], described["properties"])
    return {
        name: _as_described(value, properties.get(name)) for name, value in call.arguments.items()
    }


def _as_described(value: object, schema: object) -> object:
    if not isinstance(value, str) or not isinstance(schema, dict):
        return value
    convert = READERS.get(str(schema.get("type")))
    return convert(value) if convert else value


def _flag(text: str) -> object:
    return {"true": True, "1": True, "false": False, "0": False}.get(text.lower(), text)


def _number(text: str) -> object:
    return int(text) if text.isdigit() else text


READERS: dict[str, Callable[[str], object]] = {
    "boolean": _flag,
    "integer": _number,
    "number": _number,
}


def answer_faults(answer: Json) -> list[str]:
    """What the product's own rules say of an answer that came with an acknowledgement."""
    if answer.get("delete_original") is True:
        return []
    blocks = answer.get("blocks") or []
    assert isinstance(blocks, list)
    return [*message_faults(str(answer.get("text", "")), blocks), *misbuilt(blocks)]
