"""What stands in brackets beside a name ("Ann Price (Coast Trust and Co.)"): it parts no names."""

import re
from collections.abc import Sequence

IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
WORD = re.compile(r"\w+|[^\w\s]")


def with_brackets(names: Sequence[str], text: str) -> list[str]:
    """The names that a text holds without its brackets, each with the brackets that stood in it
    or after it."""
    found: list[str] = []
    at = 0
    for name in names:
        place = _pattern(name).search(text, at)
        if place is None:
            found.append(name)
            continue
        at = _end_of_brackets(text, place.end())
        found.append(" ".join(text[place.start() : at].split()))
    return found


def _pattern(name: str) -> re.Pattern[str]:
    """The words of a name as they stand, with brackets before or between them or not."""
    words = map(re.escape, WORD.findall(name))
    return re.compile(r"(?:\([^()]*\)\s*)?" + rf"(?:{IN_BRACKETS.pattern})*\s*".join(words))


def _end_of_brackets(text: str, at: int) -> int:
    while found := IN_BRACKETS.match(text, at):
        at = found.end()
    return at
