"""What Slack refuses in a message or a view.

The SDK checks less than Slack does, so these are the limits of the reference pages
(docs.slack.dev/reference/block-kit/blocks) for the blocks that we send, and no others.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

type Json = Mapping[str, object]

MOST_TEXT = 4_000  # characters of a message's text; beyond it Slack advises against, at 40,000 cuts
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
RICH_TEXT = 4_000  # characters of one rich text block; Slack names no limit
ID = 255


def message_faults(text: str, blocks: Sequence[Json]) -> list[str]:
    """Why Slack would refuse, cut or misread this message; nothing where it would not."""
    return [
        *_unless(bool(text.strip()), "text is empty: nothing to notify with or to read aloud"),
        *_at_most("text", text, MOST_TEXT),
        *_block_faults(blocks, MESSAGE_BLOCKS),
    ]


def view_faults(view: Json) -> list[str]:
    """Why Slack would refuse this modal or home tab."""
    faults = list(_block_faults(_list(view, "blocks"), VIEW_BLOCKS))
    for field in ("title", "submit", "close"):
        if field in view:
            faults += _at_most(field, _text(view[field]), 24)
    faults += _at_most("private_metadata", _string(view, "private_metadata"), 3_000)
    return faults


def _block_faults(blocks: Sequence[Json], most: int) -> Iterator[str]:
    yield from _unless(len(blocks) <= most, f"{len(blocks)} blocks, at most {most}")
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    yield from _unless(len(ids) == len(set(ids)), "two blocks have the same block_id")
    actions = [each["action_id"] for block in blocks for each in _interactive(block)]
    yield from _unless(len(actions) == len(set(actions)), "two elements have the same action_id")
    for block in blocks:
        kind = str(block.get("type"))
        check = CHECKS.get(kind)
        yield from check(block) if check else (f"a block of type {kind!r} is not one of ours",)


def _section(block: Json) -> Iterator[str]:
    if "text" in block:
        yield from _between("section text", _text(block["text"]), 1, 3_000)
    fields = _list(block, "fields")
    yield from _unless(len(fields) <= 10, f"{len(fields)} fields, at most 10")
    for field in fields:
        yield from _at_most("field", _text(field), 2_000)
    accessory = block.get("accessory")
    if isinstance(accessory, Mapping):
        yield from _element(accessory)


def _header(block: Json) -> Iterator[str]:
    yield from _between("header", _text(block.get("text")), 1, 150)


def _context(block: Json) -> Iterator[str]:
    elements = _list(block, "elements")
    yield from _unless(1 <= len(elements) <= 10, f"{len(elements)} context elements, 1 to 10")
    for element in elements:
        yield from _at_most("context text", _text(element), 2_000)


def _actions(block: Json) -> Iterator[str]:
    elements = _list(block, "elements")
    yield from _unless(1 <= len(elements) <= 25, f"{len(elements)} action elements, 1 to 25")
    for element in elements:
        yield from _element(element)


def _input(block: Json) -> Iterator[str]:
    yield from _between("input label", _text(block.get("label")), 1, 2_000)
    yield from _at_most("hint", _text(block.get("hint")), 2_000)
    element = block.get("element")
    yield from _element(element) if isinstance(element, Mapping) else ("input without element",)


def _rich_text(block: Json) -> Iterator[str]:
    written = "".join(_strings(block))
    yield from _between("rich text", written, 1, RICH_TEXT)
    for element in _list(block, "elements"):
        known = ("rich_text_section", "rich_text_list", "rich_text_quote")
        kind = element.get("type")
        yield from _unless(kind in known, f"{kind} does not stand in rich text")


def _divider(_: Json) -> Iterator[str]:
    yield from ()


def _element(element: Json) -> Iterator[str]:
    yield from _between("action_id", _string(element, "action_id"), 1, ID)
    match element.get("type"):
        case "button":
            yield from _between("button", _text(element.get("text")), 1, 75)
            yield from _at_most("button value", _string(element, "value"), 2_000)
            yield from _at_most("read out", _string(element, "accessibility_label"), 75)
        case "static_select" | "overflow":
            yield from _options(element)
        case "datepicker" | "plain_text_input" | "file_input":
            yield from _at_most("placeholder", _text(element.get("placeholder")), 150)
        case kind:
            yield f"an element of type {kind!r} is not one of ours"


def _options(element: Json) -> Iterator[str]:
    groups = _list(element, "option_groups")
    yield from _unless(len(groups) <= 100, f"{len(groups)} groups of options, at most 100")
    for group in groups:
        yield from _between("group of options", _text(group.get("label")), 1, 75)
    for each in groups or [element]:
        yield from _list_of_options(each, 5 if element.get("type") == "overflow" else 100)


def _list_of_options(element: Json, most: int) -> Iterator[str]:
    options = _list(element, "options")
    yield from _unless(1 <= len(options) <= most, f"{len(options)} options, 1 to {most}")
    for option in options:
        yield from _between("option", _text(option.get("text")), 1, 75)
        yield from _between("option value", _string(option, "value"), 1, 150)


CHECKS: dict[str, Callable[[Json], Iterator[str]]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "rich_text": _rich_text,
    "divider": _divider,
}


def _interactive(block: Json) -> Iterator[Json]:
    """The elements of a block that somebody can press or fill in."""
    for each in (*_list(block, "elements"), block.get("element"), block.get("accessory")):
        if isinstance(each, Mapping) and "action_id" in each:
            yield each


def _strings(value: object) -> Iterator[str]:
    """Every text that a rich text shows."""
    if isinstance(value, Mapping):
        if value.get("type") in ("text", "link"):
            yield _string(value, "text")
        else:
            for inner in value.values():
                yield from _strings(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _strings(inner)


def _text(value: object) -> str:
    """The words of a text object."""
    return _string(value, "text") if isinstance(value, Mapping) else ""


def _string(of: Json, key: str) -> str:
    value = of.get(key)
    return value if isinstance(value, str) else ""


def _list(of: Json, key: str) -> list[Json]:
    value = of.get(key)
    if not isinstance(value, Sequence) or isinstance(value, str):
        return []
    return [each for each in value if isinstance(each, Mapping)]


def _at_most(what: str, text: str, most: int) -> Iterator[str]:
    yield from _unless(len(text) <= most, f"{what} of {len(text)} characters, at most {most}")


def _between(what: str, text: str, least: int, most: int) -> Iterator[str]:
    yield from _unless(len(text) >= least, f"{what} is empty")
    yield from _at_most(what, text, most)


def _unless(holds: bool, fault: str) -> Iterator[str]:
    if not holds:
        yield fault
