"""By which of its lines a plan says what section its tables stand under."""

import re
from collections.abc import Sequence
from enum import StrEnum

from plans.headings import Kind, heading_in, section_by_its_end, section_of_a_page, titled
from plans.tables import Said

GENERIC = re.compile(
    r"(?:the |our |key |detailed |priority )?(?:action|delivery|implementation|improvement)?\s?"
    r"(?:plans?|actions?|tables?|grids?|details?|programme)(?: \d+| [a-z])?|appendix.*|annex.*|"
    r"introduction|contents|how to read.*|notes?|key",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}[.):]?\s+")


class Way(StrEnum):
    """How sections are named, the most telling first."""

    LABEL = "label"  # "Theme: Safer Streets"
    END = "end"  # "Be Active outcome group"
    PAGE = "page"  # "ACTION PLAN, 2026 – STREETS" over each table
    LEVEL = "level"  # headings, where the format knows them
    LINE = "line"  # a short line right above a table
    NONE = "none"


def way_of(lines: Sequence[Said]) -> Way:
    """How this plan names its sections, judged from all the lines around its tables."""
    texts = [line.text for line in lines if not line.bullet]
    if any((head := heading_in(text)) and head.kind is Kind.SECTION for text in texts):
        return Way.LABEL
    if any(map(section_by_its_end, texts)):
        return Way.END
    if len({name.lower() for text in texts if (name := section_of_a_page(text))}) > 1:
        return Way.PAGE
    if any(line.level for line in lines):
        return Way.LEVEL
    return Way.LINE


def named_section(said: Said, way: Way) -> str | None:
    """The section that a line opens, in title case."""
    name: str | None = None
    if way is Way.END and not said.bullet:
        name = section_by_its_end(said.text)
    elif way is Way.PAGE:
        name = section_of_a_page(said.text)
    return titled(name) if name else None


def opens_section(said: Said, way: Way) -> bool:
    """Whether a line opens a section in the way that this plan names them."""
    if way is Way.LABEL:
        heading = heading_in(said.text)
        return heading is not None and heading.kind is Kind.SECTION
    if way is Way.LEVEL:
        return said.level is not None
    return way is Way.LINE or named_section(said, way) is not None


def title_level(lines: Sequence[Said]) -> int:
    """The level of the document's own title: the highest, where one heading alone has it."""
    levels = [line.level for line in lines if line.level]
    if not levels or levels.count(min(levels)) > 1:
        return 0
    return min(levels) if len(set(levels)) > 1 or lines[0].level else 0


def outer_group_level(lines: Sequence[Said]) -> int:
    """The level of the wider of two kinds of headings that are both labelled as groups
    ("Goal 1" over "Objective 1.1"), which are this plan's sections; 0 where there are not two."""
    headed = {line.level: heading_in(line.text) for line in lines if line.level}
    levels = [level for level, head in headed.items() if head and head.kind is Kind.GROUP]
    return min(levels) if len(levels) > 1 else 0


def is_generic(heading: str) -> bool:
    """Heads a table without saying what it is about ("Action plan")."""
    return bool(GENERIC.fullmatch(unnumbered(heading)))


def unnumbered(heading: str) -> str:
    return NUMBER.sub("", heading, count=1)
