"""Names that stand in a row with nothing between them: "Jo Fenn Ada Quill"."""

from collections.abc import Collection

from domain.names import folded
from plans.meaning.parties import TITLES, is_a_full_name


def names_in_a_row(words: list[str], known: Collection[str]) -> list[str]:
    """The words cut into names, known ones first; [] where they cannot be cut so."""
    if not words:
        return []
    for length in range(min(len(words), 8), 0, -1):
        name = " ".join(words[:length])
        if not _is_one_name(name, known):
            continue
        rest = words[length:]
        others = names_in_a_row(rest, known)
        if others or not rest:
            return [name, *others]
    return []


def _is_one_name(name: str, known: Collection[str]) -> bool:
    """Known to the plan, or of two words, whatever the title before them ("Dr Ann Price")."""
    untitled = TITLES.sub("", name)
    if folded(name) in known or folded(untitled) in known:
        return True
    return is_a_full_name(name) and 2 in (name.count(" ") + 1, untitled.count(" ") + 1)
