"""Tables of what became of the document itself: "Changes made", "Version history".

They say who did what on which day, as a plan does, but of the paper and not of the work.
"""

import re
from collections.abc import Sequence

from domain.work import Source
from plans.meaning.headings import heading_in
from plans.meaning.section_names import unnumbered
from plans.rows import Block, Line, Row

_ONE = r"(?:changes?|amendments?|revisions?|versions?|edits?|updates?|drafts?)"
_OF = rf"{_ONE}(?: (?:and|&) {_ONE})?"
_IT = r"(?:document|plan|strategy|tracker|workbook|spreadsheet|register|paper|report|policy|file)"
HEADING = re.compile(
    rf"(?:{_IT}|{_OF}) (?:history|control)(?: (?:table|sheet|log|record))?|"
    r"(?:changes?|amendments?|revisions?|versions?|edits?) (?:log|record|register|sheet|table)s?|"
    rf"(?:record|log|history|list|table|summary) of (?:all |the |any |recent )?{_OF}(?: made)?"
    rf"(?: (?:to|in) (?:this|the|our) {_IT})?|"
    rf"{_OF} made(?: (?:to|in) (?:this|the|our) {_IT})?(?: since .{{1,40}})?|"
    rf"{_OF} (?:to|in|of) (?:this|the) {_IT}|amendments|revisions|"
    r"what has changed(?: (?:in|since) .{1,40})?",
    re.IGNORECASE,
)
VERSION = re.compile(
    rf"(?:{_IT} )?(?:version|revision|edition|draft)(?: (?:no|number|ref|id))?\.?", re.IGNORECASE
)
OF_A_VERSION = re.compile(
    r"\b(?:chang\w+|amend\w+|revisions?|updates?|descri\w+|summary|reasons?|details|comments?|"
    r"notes?|author|editor|purpose|what)\b",
    re.IGNORECASE,
)
DATED = re.compile(r"\b(?:dated?|when|issued)\b", re.IGNORECASE)
# A table with a column of these is of what is to be done, whatever stands above it.
OF_WORK = re.compile(
    r"\b(?:actions?(?! taken)|tasks?|by when|due|targets?|deadlines?|time ?scales?|b?rag|progress|"
    r"leads?|success|measures?|outcomes?|resources?|priorit\w+|objectives?|will)\b",
    re.IGNORECASE,
)
STATUS = re.compile(r"\bstatus\b", re.IGNORECASE)
LONGEST_NAME = 60  # characters of a line that may be the name of what stands under it
FEWEST = 2  # cells of a row of such a table


def without_histories(blocks: Sequence[Block]) -> tuple[list[Block], list[Source]]:
    """The blocks without the tables of the document's own history; and where their rows stood."""
    kept: list[Block] = []
    past: list[Source] = []
    above: list[Line] = []
    history: Row | None = None  # the header of the one that rows now belong to
    opens = True
    for block in blocks:
        if isinstance(block, Line):
            above, history, opens = [*above, block], None, True
        elif history is not None and _goes_on(history, block):
            past.append(block.source)
            continue
        elif filled := _names(block):
            fresh = opens or block.after_gap or block.heads
            history = block if fresh and _is_history(filled, above) else None
            above, opens = [], False
            if history:
                past.append(block.source)
                continue
        kept.append(block)
    return kept, past


def _goes_on(header: Row, row: Row) -> bool:
    """Whether a row is of the same table, and no header of work that follows without a line."""
    names = _names(row)
    other = bool(names) and all(map(str.strip, names)) and _names_work(names)
    return row.table == header.table and not (other and (row.after_gap or row.heads))


def _names(row: Row) -> list[str]:
    """The words of a row with several cells, [] of another."""
    filled = [cell.text for cell in row.cells if not cell.blank]
    return filled if len(filled) >= FEWEST else []


def _is_history(names: Sequence[str], above: Sequence[Line]) -> bool:
    if _names_work(names):
        return False
    if _has_versions(names):
        return True
    return not any(map(STATUS.search, names)) and _is_headed(above)


def _names_work(names: Sequence[str]) -> bool:
    return any(map(OF_WORK.search, names))


def _has_versions(names: Sequence[str]) -> bool:
    """Whether a header tells versions, when each was made, and what was done to it or by whom."""
    return (
        any(map(VERSION.fullmatch, names))
        and any(map(DATED.search, names))
        and any(map(OF_A_VERSION.search, names))
    )


def _is_headed(above: Sequence[Line]) -> bool:
    """Whether the nearest line that could name the table says that it is of changes; the name of
    a chapter or sheet holds for all that stands on it before the next."""
    plain = False
    for line in reversed(above):
        if HEADING.fullmatch(unnumbered(line.text).strip(" :.")):
            return line.level is not None or not plain
        if line.level is not None or heading_in(line.text):
            return False
        plain = plain or _may_name(line)
    return False


def _may_name(line: Line) -> bool:
    return not line.bullet and len(line.text) <= LONGEST_NAME and not line.text.endswith((".", ":"))
