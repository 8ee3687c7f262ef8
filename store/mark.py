"""Names as documents print them can be of any length; an index takes a short mark of each."""

from collections.abc import Sequence
from hashlib import blake2b
from secrets import token_hex


def mark(name: str) -> str:
    """32 characters that are the same for the same name, and for no other."""
    return blake2b(name.encode(), digest_size=16).hexdigest()


def mark_together(names: Sequence[str]) -> str:
    """One mark for several names in their order."""
    return mark("\n".join(names))


def mark_through(section: str) -> str:
    """The mark of what answers to the groups of its section, for want of any of its own."""
    return mark(f"\n{section}")


def mark_of(name: str | None) -> str | None:
    return None if name is None else mark(name)


def new_mark() -> str:
    """A mark that there has never been: not even by what was tried and not committed."""
    return token_hex(16)
