"""What any of our databases can keep, so that all stores refuse the same things."""

import re
from datetime import datetime

from domain.problems import Unreadable
from domain.value import Value

LONGEST_KEY = 800  # bytes; three of them fit into one entry of a PostgreSQL index
NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # as JSON escapes it; a typed backslash is doubled


def keepable[Kept: Value](value: Kept) -> Kept:
    """Return the value; raise ValueError for a text that no database takes.

    That is a NUL character or half a surrogate pair: text is cleaned at the door, and what gets
    as far as here is a fault of ours.
    """
    keepable_json(value.model_dump_json())
    return value


def keepable_json(written: str) -> str:
    """Return what was written of a value; raise ValueError where a text in it has a NUL."""
    if "\\u0000" in written and NUL.search(written):
        raise ValueError("a text of this value holds a NUL character")
    return written


def aware(*moments: datetime | None) -> None:
    """Raise ValueError for a moment that does not say where it is."""
    for moment in moments:
        if moment is not None and moment.utcoffset() is None:
            raise ValueError(f"the moment {moment} has no time zone")


def keepable_text(text: str) -> str:
    """Return the text; raise ValueError for one that no database takes."""
    text.encode()
    if "\0" in text:
        raise ValueError("a text holds a NUL character")
    return text


def keepable_key(text: str) -> str:
    """Return what something is to be found by; raise Unreadable where no index takes it."""
    if len(keepable_text(text).encode()) > LONGEST_KEY:
        what = f"“{text[:40]} …” is too long for a reference or a name to be found by."
        raise Unreadable(what, f"Shorten it to {LONGEST_KEY} characters or fewer.")
    return text
