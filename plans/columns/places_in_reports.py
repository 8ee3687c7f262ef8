"""Columns that say where in a report something was found ("Page no.", "Para"): they count pages
and paragraphs, and no actions."""

import re

WHERE = re.compile(
    r"(?:(?:see|report|audit|source|main|full|inspection|in|of|the|findings?|ref(?:erence)?|to)\s+)*"
    r"(?:pages?|pgs?|pp?|para(?:graph)?s?|appendi(?:x|ces)|annex)\b\W*"
    r"(?:(?:nos?|numbers?|ref(?:erence)?s?|in|of|the|report|audit|source|main|full)\b\W*)*",
    re.IGNORECASE,
)


def says_where(header: str) -> bool:
    """Whether the name of a column is that of a place in a report."""
    return bool(WHERE.fullmatch(header.strip()))
