"""Text as people type and paste it, made safe to keep and to show."""

import re
from typing import Annotated

from pydantic import BeforeValidator

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but tab and line ends
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # direction marks, overrides, zero widths
    "\ud800-\udfff]"  # halves of a surrogate pair
)


def cleaned(text: str) -> str:
    """The text without what cannot be seen, kept or trusted to read in the order shown."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _if_text(value: object) -> object:
    return cleaned(value) if isinstance(value, str) else value


type Words = Annotated[str, BeforeValidator(_if_text)]
"""What somebody said: a text that is cleaned as it comes in."""
