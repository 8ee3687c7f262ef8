"""How blocks and views must be built, as JSON Schema: Slack publishes none, so this is ours.

By the reference pages (docs.slack.dev/reference/block-kit), for the blocks and elements that the
product may send. Lengths are looked at in limits.py.
"""

from collections.abc import Iterator

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from tests.standins.slack.reading import elements
from tests.standins.slack.world import Json

ID: Json = {"type": "string", "maxLength": 255}
FLAG: Json = {"type": "boolean"}
TEXT: Json = {"type": "string"}
WORDS: Json = {"type": "string", "minLength": 1}
NUMBER: Json = {"type": "integer"}
PLAIN: Json = {"$ref": "#/$defs/plain_text"}
ANY_TEXT: Json = {"$ref": "#/$defs/any_text"}
ELEMENT: Json = {"$ref": "#/$defs/element"}
RICH: Json = {"type": "array", "items": {"$ref": "#/$defs/rich"}}
DATE: Json = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
ADDRESS: Json = {"type": "string", "pattern": "^(https?|mailto|tel|slack):", "maxLength": 3_000}
OPTION: Json = {"$ref": "#/$defs/option"}
OPTIONS: Json = {"type": "array", "items": OPTION, "minItems": 1}
GROUPS: Json = {"type": "array", "items": {"$ref": "#/$defs/group"}, "minItems": 1}


def a(required: str = "", /, **properties: Json) -> Json:
    """An object of a type, with these properties and no others."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": {"type": TEXT, **properties},
        "additionalProperties": False,
    }


def one_of(kinds: dict[str, Json]) -> Json:
    """An object of one of these types, each with its own form."""
    return {"type": "object", "required": ["type"], "byType": kinds}


def by_type(
    validator: Draft202012Validator, kinds: dict[str, Json], given: Json, _: Json
) -> Iterator[ValidationError]:
    """Hold the object to the form of its own type, and to no other's."""
    if isinstance(given, dict) and "type" in given:
        form = kinds.get(str(given["type"]))
        if form is None:
            yield ValidationError(f"{given['type']!r} does not stand here")
        else:
            yield from validator.descend(given, form)


CONFIRM = a("title text confirm deny", title=PLAIN, text=ANY_TEXT, confirm=PLAIN, deny=PLAIN)
CHOOSING = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": FLAG}
PICKING = CHOOSING | {"placeholder": PLAIN}
STYLE: Json = {
    "type": "object",
    "properties": dict.fromkeys(("bold", "italic", "strike", "code", "underline"), FLAG),
    "additionalProperties": False,
}
ELEMENTS: dict[str, Json] = {
    "button": a(
        "text action_id",
        text=PLAIN,
        action_id=ID,
        value=TEXT,
        url=ADDRESS,
        style={"enum": ["primary", "danger"]},
        confirm=CONFIRM,
        accessibility_label={"type": "string", "maxLength": 75},
    ),
    "static_select": a(
        "action_id", options=OPTIONS, option_groups=GROUPS, initial_option=OPTION, **PICKING
    )
    | {"oneOf": [{"required": ["options"]}, {"required": ["option_groups"]}]},
    "users_select": a("action_id", initial_user=ID, **PICKING),
    "conversations_select": a("action_id", initial_conversation=ID, filter={}, **PICKING),
    "overflow": a("action_id options", options=OPTIONS, action_id=ID, confirm=CONFIRM),
    "radio_buttons": a("action_id options", options=OPTIONS, initial_option=OPTION, **CHOOSING),
    "checkboxes": a("action_id options", options=OPTIONS, initial_options=OPTIONS, **CHOOSING),
    "datepicker": a("action_id", initial_date=DATE, **PICKING),
    "plain_text_input": a(
        "action_id",
        initial_value=TEXT,
        multiline=FLAG,
        min_length={"type": "integer", "minimum": 0, "maximum": 3_000},
        max_length={"type": "integer", "minimum": 1, "maximum": 3_000},
        dispatch_action_config={},
        action_id=ID,
        placeholder=PLAIN,
        focus_on_load=FLAG,
    ),
    "file_input": a(
        "action_id",
        action_id=ID,
        filetypes={"type": "array", "items": TEXT},
        max_files={"type": "integer", "minimum": 1, "maximum": 10},
    ),
    "image": a("image_url alt_text", image_url=ADDRESS, alt_text=WORDS),
}
RICH_PARTS: dict[str, Json] = {
    "text": a("text", text=WORDS, style=STYLE),
    "emoji": a("name", name=WORDS, unicode=TEXT),
    "link": a("url", url=ADDRESS, text=TEXT, style=STYLE, unsafe=FLAG),
    "user": a("user_id", user_id=ID, style=STYLE),
    "channel": a("channel_id", channel_id=ID, style=STYLE),
    "date": a("timestamp format", timestamp=NUMBER, format=WORDS, fallback=TEXT, url=ADDRESS),
    "rich_text_section": a("elements", elements=RICH),
    "rich_text_quote": a("elements", elements=RICH, border=NUMBER),
    "rich_text_preformatted": a("elements", elements=RICH, border=NUMBER),
    "rich_text_list": a(
        "elements style",
        elements=RICH,
        style={"enum": ["bullet", "ordered"]},
        indent={"type": "integer", "minimum": 0, "maximum": 8},
        offset={"type": "integer", "minimum": 0},
        border=NUMBER,
    ),
}
NAMED = {"block_id": ID}
ASIDES: Json = {"type": "array", "items": {"$ref": "#/$defs/aside"}}
ROWS: Json = {"type": "array"}
BLOCKS: dict[str, Json] = {
    "section": a(
        text=ANY_TEXT,
        fields={"type": "array", "items": ANY_TEXT, "minItems": 1},
        accessory=ELEMENT,
        expand=FLAG,
        **NAMED,
    )
    | {"anyOf": [{"required": ["text"]}, {"required": ["fields"]}]},
    "header": a("text", text=PLAIN, **NAMED),
    "divider": a(**NAMED),
    "context": a("elements", elements=ASIDES, **NAMED),
    "actions": a("elements", elements={"type": "array", "items": ELEMENT}, **NAMED),
    "input": a(
        "label element",
        label=PLAIN,
        element=ELEMENT,
        hint=PLAIN,
        optional=FLAG,
        dispatch_action=FLAG,
        **NAMED,
    ),
    "rich_text": a("elements", elements=RICH, **NAMED),
    "markdown": a("text", text=WORDS, **NAMED),
    "image": a("image_url alt_text", image_url=ADDRESS, alt_text=WORDS, title=PLAIN, **NAMED),
    "table": a("rows", rows=ROWS, column_settings=ROWS, **NAMED),
    "data_table": a("rows caption", rows=ROWS, caption=WORDS, page_size=NUMBER, **NAMED),
}
DEFINITIONS: Json = {
    "plain_text": a("type text", text=WORDS, emoji=FLAG)
    | {"properties": {"type": {"const": "plain_text"}, "text": WORDS, "emoji": FLAG}},
    "any_text": one_of(
        {
            "plain_text": a("text", text=WORDS, emoji=FLAG),
            "mrkdwn": a("text", text=WORDS, verbatim=FLAG),
        }
    ),
    "aside": one_of(
        {
            "plain_text": a("text", text=WORDS, emoji=FLAG),
            "mrkdwn": a("text", text=WORDS, verbatim=FLAG),
            "image": ELEMENTS["image"],
        }
    ),
    "group": a("label options", label=PLAIN, options=OPTIONS),
    "option": a("text value", text=ANY_TEXT, value=WORDS, description=PLAIN, url=ADDRESS),
    "element": one_of(ELEMENTS),
    "rich": one_of(RICH_PARTS),
    "block": one_of(BLOCKS),
}
Validator = extend(Draft202012Validator, {"byType": by_type})
CHECK = Validator({"$defs": DEFINITIONS, "$ref": "#/$defs/block"})
VIEW: Json = a(
    "type blocks",
    title=PLAIN,
    submit=PLAIN,
    close=PLAIN,
    blocks={"type": "array", "minItems": 1},
    private_metadata=TEXT,
    callback_id=ID,
    clear_on_close=FLAG,
    notify_on_close=FLAG,
    external_id=ID,
)
CHECK_VIEW = Validator({"$defs": DEFINITIONS, **VIEW})


def misbuilt(blocks: list[Json]) -> Iterator[str]:
    """What is wrong with the form of the blocks."""
    for place, block in enumerate(blocks):
        for error in CHECK.iter_errors(block):
            where = ".".join(map(str, error.path))
            yield f"block {place} ({block.get('type')}) {where}: {error.message[:200]}"
    for each in elements(blocks):
        yield from _not_among_the_options(each.element)
        if each.block.get("type") == "input" and each.element.get("type") == "button":
            yield "a button is nothing to fill in"


def misbuilt_view(view: Json) -> Iterator[str]:
    """What is wrong with the form of a modal or a home tab."""
    for error in CHECK_VIEW.iter_errors(view):
        yield f"view {'.'.join(map(str, error.path))}: {error.message[:200]}"
    given = view.get("blocks")
    blocks = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    yield from misbuilt(blocks)
    if view.get("type") == "modal" and not view.get("title"):
        yield "a modal without a title"
    asks = any(each.get("type") == "input" for each in blocks)
    if view.get("type") == "modal" and asks and not view.get("submit"):
        yield "a modal that asks for something and cannot be sent"
    if view.get("type") == "home" and {"title", "submit", "close"} & {*view}:
        yield "a home tab has no title and no buttons of its own"


def _not_among_the_options(element: Json) -> Iterator[str]:
    options, initial = element.get("options"), element.get("initial_option")
    if isinstance(options, list) and initial is not None and initial not in options:
        yield "initial_option is none of the options"
