"""Values of several choices, as programs that keep lists write them out."""

import json
import re

ARRAY = re.compile(r"\[\s*\".{0,2000}\"\s*\]", re.DOTALL)
# "Ann Price;#14;#Jo Ware;#9": people with their numbers; ";#Parks;#Streets;#": choices.
PARTED = re.compile(r";#(?:\d+(?:;#|\s*$))?")


def listed(value: str) -> str:
    """The choices with semicolons between, of a value that lists some; any other as it is."""
    if ";#" in value:
        return "; ".join(part.strip() for part in PARTED.split(value) if part.strip())
    if not ARRAY.fullmatch(value):
        return value
    try:
        items = json.loads(value)
    except ValueError:
        return value
    return "; ".join(items) if all(isinstance(item, str) for item in items) else value
