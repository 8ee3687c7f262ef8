"""By which of its lines a plan says what section its tables stand under."""

import re
from collections.abc import Sequence
from enum import StrEnum

from plans.meaning.headings import (
    Heading,
    Kind,
    heading_in,
    section_by_its_end,
    section_of_a_page,
    section_of_a_year,
    titled,
)
from plans.meaning.section_names import PLAN, is_generic, numbered, unnumbered
from plans.tables.found import Said
from plans.tables.sheets_of_tasks import number_of

# A heading with one of these, over all actions, is the title of the document.
A_DOCUMENT = re.compile(
    r"\b(?:plan|strategy|programme|framework|roadmap|tracker|log|register|schedule|review|report|"
    r"response|statement|charter|agreement|minutes)s?\b",
    re.IGNORECASE,
)
# A line with one of these is about the document, not about a part of the plan.
OF_THE_DOCUMENT = re.compile(
    r"\b(?:prepared|updated?|version|draft|agreed|approved|adopted|reviewed|published|reported|"
    r"as at|page|figures|meeting|board of)\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# A line that only names the body whose plan it is.
OF_A_BODY = re.compile(
    r".*\b(?:council|trust|authority|university|college|school|academy|police|constabulary|board|"
    r"partnership|ccg|icb|hospice|association|federation|society|foundation|cic|cio|ltd|limited|"
    r"company|commissioner|government|diocese|service)",
    re.IGNORECASE,
)
# "Managing the programme", "Making our strategy work", "Programme management"
_IT = r"(?:plan|strategy|programme|framework)"
WORK_ON_IT = re.compile(
    rf"(?!(?:introducing|using|reading|understanding|about)\b)[a-z]+ing (?:and [a-z]+ing )?"
    rf"(?:the|our|this) (?:\w+ )?{_IT}(?: [a-z]+){{0,3}}|"
    rf"{_IT} (?:management|governance|monitoring|support|administration|co-?ordination|leadership)"
    rf"(?: and \w+)?|(?:management|governance|monitoring|administration|leadership|running) of "
    rf"(?:the|our|this) (?:\w+ )?{_IT}",
    re.IGNORECASE,
)
FEW_WORDS = 5


class Way(StrEnum):
    """How sections are named, the most telling first."""

    LABEL = "label"  # "Theme: Safer Streets"
    END = "end"  # "Be Active outcome group"
    PAGE = "page"  # "ACTION PLAN, 2026 – STREETS" over each table
    YEAR = "year"  # "2026/27 – STREETS" over each table, under the title of the plan
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
    if _are_parts_of_a_year(texts):
        return Way.YEAR
    if any(line.level for line in lines):
        return Way.LEVEL
    return Way.LINE


def _are_parts_of_a_year(texts: Sequence[str]) -> bool:
    """Whether lines of one year name several parts; what is told of several years is a history."""
    told = [found for text in texts if (found := section_of_a_year(text))]
    return len({year for year, _ in told}) == 1 and len({name.lower() for _, name in told}) > 1


def named_section(said: Said, way: Way) -> str | None:
    """The section that a line opens, in title case."""
    name: str | None = None
    if said.heads_part:
        return None
    if way is Way.END and not said.bullet:
        name = section_by_its_end(said.text)
    elif way is Way.PAGE:
        name = section_of_a_page(said.text)
    elif way is Way.YEAR and not said.bullet and (part := section_of_a_year(said.text)):
        name = part[1]
    return titled(name) if name else None


def heading_of(said: Said) -> Heading | None:
    """What a line heads, by its place, by all its words or by its first piece."""
    if said.heads_part:
        return Heading(Kind.GROUP, said.text, said.text, number_of(said.text), label="part")
    pieces = said.cell.pieces
    first = heading_in(pieces[0].text) if pieces else None
    if first and first.kind is Kind.SUCCESS:
        return first
    return heading_in(said.text) or first


def name_alone(text: str) -> str:
    """A section without its label or number: "Theme 2: Safer Streets" is "Safer Streets"."""
    heading = heading_in(text)
    return heading.name if heading and heading.name else unnumbered(text)


def may_stand_over(said: Said) -> bool:
    """Whether a line is short and plain enough to name what stands right below it."""
    return not PLAN.search(said.text) and _is_a_plain_name(said)


def is_work_on_the_plan(said: Said) -> bool:
    """Whether a line names work on the plan ("Managing the programme"): one part among others."""
    return bool(WORK_ON_IT.fullmatch(said.text)) and _is_a_plain_name(said)


def _is_a_plain_name(said: Said) -> bool:
    plain = len(said.text) < 80 and not said.text.endswith((".", ":", ";", ","))
    says_more = OF_THE_DOCUMENT.search(said.text)
    explains = ";" in said.text or "=" in said.text
    named = plain and not explains and not says_more
    return named and not said.bullet and not is_generic(said.text)


def may_be_named(heading: str) -> bool:
    """Whether a heading could name a part: it is no sentence, nor the end of one."""
    whole = not heading.endswith((".", ";")) and not heading[:1].islower()
    return whole and not is_generic(heading)


def is_aside(said: Said) -> bool:
    """A remark about what stands around it: a sentence that neither label nor number leads, nor
    its place over a table."""
    text = said.text
    if said.titles:
        return False
    sentence = text.endswith(".") and text.count(" ") >= FEW_WORDS
    return sentence and heading_in(text) is None and not numbered(text)
