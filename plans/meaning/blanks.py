"""What a plan itself says that a blank cell for the owner means: "the same as the one above"."""

import re
from collections.abc import Iterable, Iterator

from plans.rows import Block, Line

_OWNER = r"(?:who|leads?|owners?|officers?|names?|persons?|posts?|responsib\w+|accountab\w+)"
_CELL = r"(?:box(?:es)?|spaces?|cells?|columns?|entr(?:y|ies)|lines?)"
_BLANK = r"(?:empty|blank|unfilled|not (?:given|shown|filled in|repeated))"
_ABOVE = r"(?:above|previous|preceding|before it|last named|same)"
SAID = re.compile(
    # "Where the Lead box is left empty, the lead is the same as the one above"
    rf"\b(?:where|when|if|wherever)\b[^.;]{{0,60}}\b(?:{_OWNER}|{_CELL})\b[^.;]{{0,40}}\b{_BLANK}\b"
    rf"[^.;]{{0,80}}\b{_ABOVE}\b|"
    # "A blank under Who means the same as above"
    rf"\b{_BLANK}\s(?:[\w’']+\s){{0,6}}?(?:means?|shows?|indicates?|stands? for|repeats?|takes?)\b"
    rf"[^.;]{{0,60}}\b{_ABOVE}\b",
    re.IGNORECASE,
)
ABOUT_OTHERS = re.compile(r"\b(?:dates?|deadlines?|timescales?|status|rag|budgets?|costs?)\b", re.I)
ABOUT_OWNERS = re.compile(rf"\b{_OWNER}\b", re.IGNORECASE)
DENIED = re.compile(r"\b(?:not|no|never|nobody|none)\b(?! (?:given|shown|filled|repeated))", re.I)
LONGEST = 100_000  # characters of prose that are looked through


def owners_go_on(blocks: Iterable[Block]) -> bool:
    """Whether the plan says that a blank cell for the owner goes on from the one above."""
    text = " ".join(prose(blocks))[:LONGEST]
    return any(_is_of_owners(found[0]) for found in SAID.finditer(text))


def prose(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines, and the rows with one cell, as notes in a sheet are."""
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        elif len(filled := [cell.text for cell in block.cells if not cell.blank]) == 1:
            yield filled[0]


def _is_of_owners(said: str) -> bool:
    if DENIED.search(said):
        return False
    return bool(ABOUT_OWNERS.search(said)) or not ABOUT_OTHERS.search(said)
