"""What somebody sees in a message or a view: its words, what can be pressed, who is pinged."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tests.standins.slack.world import Json, Message

PING = re.compile(r"<(@[UW]\w+|!(?:channel|here|everyone|subteam\^\w+))(?:\|[^<>]*)?>")
LINK = re.compile(r"<([a-z][a-z+.-]*:[^<>|]+)(?:\|[^<>]*)?>", re.IGNORECASE)
BARE = re.compile(r"(?<![<|\w])(?:https?://|www\.)[^\s<>|]+", re.IGNORECASE)
PLAIN = ("plain_text",)


class Element(NamedTuple):
    """Something that can be pressed, picked or filled in, and the block it stands in."""

    block: Json
    element: Json

    @property
    def label(self) -> str:
        """What names it to who reads: its own text, its block's label, or its placeholder."""
        for holder, key in ((self.element, "text"), (self.block, "label"), (self.block, "text")):
            if words_of(holder.get(key)):
                return words_of(holder.get(key))
        return words_of(self.element.get("placeholder"))

    @property
    def action_id(self) -> str:
        return str(self.element.get("action_id", ""))

    @property
    def block_id(self) -> str:
        return str(self.block.get("block_id", ""))


def elements(blocks: Sequence[Json]) -> Iterator[Element]:
    """Everything in the blocks that has an action_id, in order."""
    for block in blocks:
        held = block.get("elements")
        rows = held if isinstance(held, list) else []
        for each in (*rows, block.get("element"), block.get("accessory")):
            if isinstance(each, dict) and "action_id" in each:
                yield Element(block, each)


def words_of(shown: object) -> str:
    """All the words in a block, a text object or several of them, in order."""
    return "".join(_words(shown))


def words_in(message: Message) -> str:
    """What a reader sees: the blocks, or the text where there are none."""
    if not message.blocks:
        return message.text
    return "\n".join(words_of(each) for each in message.blocks)


def pings(shown: object) -> list[str]:
    """Whom a text, blocks or a whole message would notify: ids, and broadcasts by their names."""
    if isinstance(shown, Message):
        return [*pings(shown.text), *pings(shown.blocks)]
    if isinstance(shown, str):
        return [each.lstrip("@!") for each in PING.findall(shown)]
    found = []
    for each in _objects(shown):
        match each.get("type"):
            case "user" | "usergroup" | "broadcast":
                found.append(str(each.get("user_id") or each.get("range") or "usergroup"))
            case "mrkdwn":
                found += pings(str(each.get("text", "")))
    return found


def links(shown: object) -> list[str]:
    """Where a text, blocks or a whole message lead: addresses that would be pressed or opened."""
    if isinstance(shown, Message):
        bare = [] if shown.blocks else BARE.findall(shown.text)
        return [*LINK.findall(shown.text), *bare, *links(shown.blocks)]
    if isinstance(shown, str):
        return [*LINK.findall(shown), *BARE.findall(shown)]
    found = []
    for each in _objects(shown):
        found += [str(each[key]) for key in ("url", "image_url", "title_url") if key in each]
        if each.get("type") == "mrkdwn" and not each.get("verbatim"):
            found += links(str(each.get("text", "")))
        elif each.get("type") == "mrkdwn":
            found += LINK.findall(str(each.get("text", "")))
    return found


def _objects(shown: object) -> Iterator[Mapping[str, object]]:
    """Every object in there, however deep."""
    if isinstance(shown, Mapping):
        yield shown
        for value in shown.values():
            yield from _objects(value)
    elif isinstance(shown, Sequence) and not isinstance(shown, str):
        for each in shown:
            yield from _objects(each)


def _words(shown: object) -> Iterator[str]:
    match shown:
        case {"type": "text" | "mrkdwn" | "plain_text" | "markdown", "text": str(text)}:
            yield text
        case {"type": "emoji", "name": name}:
            yield f":{name}:"
        case {"type": "rich_text_list" | "rich_text_section" as kind, "elements": list(rows)}:
            yield from (word for each in rows for word in _words(each))
            yield "\n" if kind == "rich_text_section" else ""
        case Mapping():
            parts = ("text", "label", "fields", "elements", "element", "accessory", "placeholder")
            yield from (word for each in parts for word in _words(shown.get(each)))
        case list(rows):
            yield "\n".join(words_of(each) for each in rows)
