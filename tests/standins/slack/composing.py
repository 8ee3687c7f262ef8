"""What a person types, as Slack stores it: escaped, with links and mentions marked up."""

import re
from collections.abc import Iterable

from tests.standins.slack.world import Json, User

BROADCASTS = ("channel", "here", "everyone")
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
LINK = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>https?://[^\s<>|]+)"
    r"|(?P<host>\b(?:www\.)?[a-z][\w-]*(?:\.[a-z][\w-]*)*\.(?:com|org|net|uk|example)\b)",
    re.IGNORECASE,
)
MARK = re.compile(r"<([@!#]?)([^<>|]+)(?:\|([^<>]*))?>")


def marked_up(typed: str, people: Iterable[User]) -> str:
    """The text as it comes in events: "@Name" has become a mention, an address a link."""
    text = LINK.sub(_linked, typed.translate(ESCAPES))
    for each in sorted(people, key=lambda each: -len(each.real_name)):
        text = text.replace(f"@{each.real_name}", f"<@{each.id}>")
    for whom in BROADCASTS:
        text = re.sub(rf"(?<![\w.+-])@{whom}\b", f"<!{whom}>", text)
    return text


def as_rich_text(text: str, block_id: str) -> list[Json]:
    """The block that Slack makes of what somebody typed."""
    elements: list[Json] = []
    end = 0
    for mark in MARK.finditer(text):
        elements += _plain(text[end : mark.start()])
        elements.append(_element(mark))
        end = mark.end()
    elements += _plain(text[end:])
    section: Json = {"type": "rich_text_section", "elements": elements}
    return [{"type": "rich_text", "block_id": block_id, "elements": [section]}]


def _linked(found: re.Match[str]) -> str:
    if found["mail"]:
        return f"<mailto:{found[0]}|{found[0]}>"
    return f"<{found[0]}>" if found["url"] else f"<http://{found[0]}|{found[0]}>"


def _plain(text: str) -> list[Json]:
    unescaped = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return [{"type": "text", "text": unescaped}] if unescaped else []


def _element(mark: re.Match[str]) -> Json:
    kind, target, label = mark.groups()
    match kind:
        case "@":
            return {"type": "user", "user_id": target}
        case "!":
            return {"type": "broadcast", "range": target}
        case "#":
            return {"type": "channel", "channel_id": target}
        case _:
            return {"type": "link", "url": target} | ({"text": label} if label else {})
