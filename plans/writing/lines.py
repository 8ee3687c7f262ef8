"""A plan as JSON lines: each action as the plan prints it, and beside it how it stands now."""

import json
from collections.abc import Sequence

from domain.events import Tracked
from plans.answer_json import action_as_json

NOW = {
    "status",
    "first",
    "accepted",
    "forecast",
    "moves",
    "percent",
    "words",
    "by",
    "at",
}


def as_lines(tracked: Sequence[Tracked]) -> bytes:
    """One object a line, in UTF-8; what is under "now" is not read back."""
    return "".join(f"{_line(each)}\n" for each in tracked).encode()


def _line(tracked: Tracked) -> str:
    now = tracked.state.model_dump(mode="json", include=NOW)
    return json.dumps(action_as_json(tracked.action) | {"now": now}, ensure_ascii=False)
