"""Two periods that are the ends of a range: "May – July 2027", "between May and July 2027"."""

import re

BETWEEN = re.compile(r"\bbetween\s(?:the\s)?(?:end\sof\s)?$", re.IGNORECASE)
RANGE = re.compile(r"\s*(?:[–—-]|to|until|till|through(?:\sto)?)\s*(?:the\s)?(?:end(?:\sof)?\s)?$")


def ranged(text: str, begin: int, end: int, later: int) -> bool:
    """Whether the words between a period that stands from ``begin`` to ``end`` and one that begins
    at ``later`` make them the two ends of a range."""
    between = text[end:later].lower()
    if BETWEEN.search(text[max(begin - 20, 0) : begin]):
        return between.strip() in ("and", "&")
    return bool(RANGE.fullmatch(between))
