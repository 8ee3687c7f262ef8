"""Cells that a spreadsheet would run as a formula, and what keeps it from doing so.

In separated values nothing says that a cell is text, so an apostrophe is put before what begins
like a formula, and taken away again when Planbot reads the file. In a workbook the cell itself
says that it is text, and a document runs nothing.
"""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
MARK = "'"


def harmless(text: str) -> str:
    """The text with the mark where it, or what stands behind such marks, begins like a formula."""
    return MARK + text if _dangerous(text) else text


def unmarked(text: str) -> str:
    """The text as it was before ``harmless``."""
    return text[1:] if text.startswith(MARK) and _dangerous(text[1:]) else text


def _dangerous(text: str) -> bool:
    return text.lstrip(f" {MARK}").startswith(FORMULA)
