"""What the name of a part says by itself: its number, and whether it names more than "the plan"."""

import re

from plans.meaning.headings import NUMBERED

GENERIC = re.compile(
    r"(?:the |our |key |detailed |priority )?(?:action|delivery|implementation|improvement)?\s?"
    r"(?:plans?|actions?|tables?|grids?|details?|programme)(?: \d+| [a-z])?|appendix.*|annex.*|"
    r"(?:action|decisions?|issues?) (?:log|list|register|tracker|schedule|summary|table)s?|"
    r"(?:our )?(?:priorities|aims|objectives|outcomes) and (?:key )?actions|"
    r"(?:priorities|aims|objectives|outcomes|recommendations|findings) and (?:\w+ )?actions|"
    r"introduction|contents|how to (?:read|use).*|notes?|key|foreword|preface|glossary|"
    r"(?:executive )?summary|acknowledgements?|abbreviations|"
    r"(?:a )?(?:few )?(?:words?|message|welcome|introduction|foreword) (?:from|by) .*|"
    r"(?:what|how) (?:we|the \w+) (?:will|shall|are going to|plan to|intend to) (?:do|deliver).*|"
    r"(?:our|what) (?:actions|we have agreed|needs? to be done|happens? next|will happen).*",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^(?:\d{1,2}[a-z][.):]|\d{1,2}(?:\.\d{1,2}){0,2}[.):]?|[A-Z][.):])\s+")
OF_A_TABLE = re.compile(r"^(?:table|grid)\s\d{1,2}\s?[:.–—-]\s+", re.IGNORECASE)
PLAN = re.compile(r"\b(?:plan|strategy|programme|framework)\b", re.IGNORECASE)
CONTINUED = re.compile(
    r"\s*(?:[([]\s?(?:continued|cont[’'.]?d?\.?)[^()\[\]]{0,40}[)\]]|"
    r"(?:[–—:,-]|(?<!\bis)(?<!\bbe)(?<!\bare))\s(?:continued|cont[’'.]d?\.?))\s*$",
    re.IGNORECASE,
)
LONGEST_NAME = 700  # characters


def first_name(name: str) -> str:
    """A name as it stood where it was first printed: without a "(continued)" at its end."""
    return CONTINUED.sub("", name) if len(name) < LONGEST_NAME else name


def numbered(heading: str) -> str:
    """The number that leads a heading ("3" of "3. Safer streets"), or ""."""
    found = NUMBERED.match(heading)
    return found["number"] if found else ""


def code_of(heading: str) -> str:
    """The number or letter that leads a heading ("A" of "A. Leading by example"), or ""."""
    found = NUMBER.match(heading)
    return found[0].strip().rstrip(".):") if found else ""


def is_generic(heading: str) -> bool:
    """Heads a table without saying what it is about ("Action plan")."""
    return bool(GENERIC.fullmatch(unnumbered(heading)))


def unnumbered(heading: str) -> str:
    return NUMBER.sub("", OF_A_TABLE.sub("", heading), count=1)
