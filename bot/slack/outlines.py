"""Whether a payload has the outline of Slack's own: what the framework reads without looking. Pure.

A payload that has it not was signed with our secret, and is still no request of ours; the
framework would answer it with a fault of its own.
"""

from collections.abc import Mapping
from typing import Any

OBJECTS = frozenset({"event", "view"})
ROWS = frozenset({"actions", "authorizations", "response_urls"})
NAMED = frozenset({"channel", "enterprise", "team", "user"})  # by their id, or whole
TEXTS = frozenset(
    {
        "action_id",
        "block_id",
        "callback_id",
        "channel_type",
        "command",
        "enterprise_id",
        "subtype",
        "team_id",
        "thread_ts",
        "type",
        "user_id",
    }
)
NEEDED = {
    "event_callback": ("event",),
    "block_actions": ("actions",),
    "view_submission": ("view",),
    "view_closed": ("view",),
}
ROOM = 4  # deep; below that the framework reads nothing


def has_outline(payload: object) -> bool:
    """Whether the framework can read it."""
    if not isinstance(payload, Mapping) or not _fits(payload, ROOM):
        return False
    kind = payload.get("type") or ""
    return all(payload.get(part) for part in NEEDED.get(kind, ())) and _is_named(kind, payload)


def _is_named(kind: str, payload: Mapping[str, Any]) -> bool:
    """Whether everything that was pressed has the name by which its listener is found."""
    return kind != "block_actions" or all(each.get("action_id") for each in payload["actions"])


def _fits(part: Mapping[str, object], room: int) -> bool:
    return all(value is None or _is_fit(name, value, room) for name, value in part.items())


def _is_fit(name: str, value: object, room: int) -> bool:
    if name in TEXTS:
        return isinstance(value, str)
    if name in ROWS:
        return isinstance(value, list) and all(_is_object(each, room) for each in value)
    if name in OBJECTS:
        return _is_object(value, room)
    return name not in NAMED or isinstance(value, str) or _is_object(value, room)


def _is_object(value: object, room: int) -> bool:
    return isinstance(value, Mapping) and (room == 0 or _fits(value, room - 1))
