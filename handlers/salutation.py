"""How a person is greeted: by the first name, or by the title and the last; a post by neither."""

from datetime import datetime
from functools import lru_cache

from plans.meaning.parties import TITLES, is_a_full_name, is_a_person

NOON, EVENING = 12, 18
INITIAL = 1  # letters


def greeting(name: str, now: datetime) -> str:
    """ "Good morning, Nia."; ``now`` is the moment on the reader's own clock."""
    part = "morning" if now.hour < NOON else "afternoon" if now.hour < EVENING else "evening"
    called = called_by(name)
    return f"Good {part}, {called}." if called else f"Good {part}."


@lru_cache(maxsize=4096)
def called_by(name: str) -> str:
    """What to call somebody: "Nia", "Dr Quill", "N. Quill"; "" where it is no person's name."""
    name = " ".join(name.split())
    if not is_a_person(name):
        return ""
    titled = TITLES.match(name)
    rest = name[titled.end() :] if titled else name
    first, *others = rest.split()
    if titled:
        return f"{titled.group().strip()} {others[-1] if others else first}"
    if len(first.rstrip(".")) <= INITIAL or not is_a_full_name(name):
        return name
    return first
