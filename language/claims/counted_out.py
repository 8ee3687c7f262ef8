"""So many of so many, where the action is to reach just that number."""

import re
from collections.abc import Set

from language.claims.passage import Passage

COUNTED = re.compile(
    r"(?<![\d.,/])(?P<done>\d{1,4})(?: out)?(?: of (?:the |our |all )?| ?/ ?)"
    r"(?P<whole>\d{1,4})(?![\d.,]\d)"
)
MANY = 10
COUNTING = frozenset(["of", "/"])


def counted(passage: Passage, whole: Set[str]) -> bool:
    """Read "310 out of 500 lent" of "Lend five hundred": it is under way, it seems."""
    if passage.claims or not whole or COUNTING.isdisjoint(passage.words.said):
        return False
    found = (COUNTED.search(passage.low(clause)) for clause in passage.clauses)
    return any(each and each["whole"] in whole and _is_much(each) for each in found)


def _is_much(match: re.Match[str]) -> bool:
    """So many that each is but a small share, and not all."""
    done, whole = int(match["done"]), int(match["whole"])
    return whole >= MANY and 0 < done < whole
