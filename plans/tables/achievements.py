"""Tables of what has been achieved already, under a heading that says so.

"What has been done since the inspection", "Our achievements in 2025/26": they name tasks and
dates as a plan does, but nobody has to do them any more. Actions of the plan itself that are done
are listed with who led them, when they were due or how they stand, and are kept.
"""

import re
from collections.abc import Sequence

from domain.work import Source
from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.meaning.headings import heading_in
from plans.meaning.section_names import unnumbered
from plans.rows import Block, Line, Row

_DONE = r"(?:done|achieved|accomplished|delivered|completed|finished|carried out)"
_AFTER = r"(?:since|in|during|over|so far|to date|already|up to|between|last|this) ?.{0,60}"
HEADING = re.compile(
    rf"what (?:has|have|had) (?:already |now )?been {_DONE}(?: {_AFTER})?|"
    rf"what was {_DONE}(?: {_AFTER})?|"
    rf"what (?:we|the \w+(?: \w+)?|has|have)(?: have| has|’ve|'ve)?(?: already)? (?:did|{_DONE})"
    rf"(?: {_AFTER})?|"
    r"(?:(?:our|the|key|main|major|recent|some|other|notable|early|a|few|selected|service) )*"
    r"(?:achievements?|successes|accomplishments)(?: (?:and|&) \w+)?"
    rf"(?: (?:{_AFTER}|of .{{1,60}}))?|"
    rf"(?:already {_DONE}|{_DONE} (?:since|so far|already|to date|in|during) ?.{{0,60}})|"
    rf"(?:work|improvements|changes)(?: already)? (?:{_DONE}|made)(?: {_AFTER})?|"
    r"how far we have come|the story so far|(?:a )?look(?:ing)? back(?: (?:at|on|over) .{1,60})?|"
    r"(?:a )?review of (?:the )?(?:past|last|previous) (?:\w+ )?years?",
    re.IGNORECASE,
)
# A heading under which all is done, whatever else its table tells of it.
CLEARLY_DONE = re.compile(
    rf"what (?:has|have|had) (?:already |now )?been {_DONE}(?: {_AFTER})?|"
    rf"what we(?: have|’ve|'ve)(?: already)? {_DONE}(?: {_AFTER})?|"
    rf"already {_DONE}|{_DONE} so far|work(?: already)? {_DONE}(?: {_AFTER})?",
    re.IGNORECASE,
)
# When it was done: a plan says "by when".
PAST = re.compile(
    rf"(?:(?:date|month|year|when)s? )?(?:{_DONE}|opened|introduced|launched|began)?"
    r"(?: (?:on|in|date))?|dates?|when|months?|years?|quarter",
    re.IGNORECASE,
)
FINISHED = re.compile(
    rf"(?:(?:date|month|year|when) )?{_DONE}(?: (?:on|in|date))?|{_DONE} by whom", re.IGNORECASE
)
OF_WORK_TO_DO = frozenset(
    {Role.REF, Role.STATUS, Role.START, Role.REVISED, Role.TARGET, Role.RESOURCE, Role.SUPPORT}
    | {Role.BODY, Role.DUE}
)
LONGEST_NAME = 60  # characters of a line that may be the name of what stands under it
FEWEST = 2  # cells of a row of such a table


def without_achievements(blocks: Sequence[Block]) -> tuple[list[Block], list[Source]]:
    """The blocks without the tables of what has been achieved; and where their rows stood."""
    kept: list[Block] = []
    past: list[Source] = []
    header: Row | None = None  # of the table of achievements that rows now belong to
    headed = False  # by the nearest line that could name what stands under it
    for block in blocks:
        names = _names(block)
        if header is not None and isinstance(block, Row) and _goes_on(header, block, names):
            past.append(block.source)
            continue
        header = None
        if len(names) < FEWEST:
            headed = _is_headed(block, names, before=headed)
        elif headed and isinstance(block, Row) and _tells_what_was_done(names):
            header = block
            past.append(block.source)
            continue
        elif columns_of(names):
            headed = False
        kept.append(block)
    return kept, past


def _names(block: Block) -> list[str]:
    if isinstance(block, Line):
        return [block.text]
    return [cell.text for cell in block.cells if not cell.blank and not cell.merged]


def _is_headed(block: Block, names: Sequence[str], *, before: bool) -> bool:
    """Whether the nearest line that names anything says that it is done."""
    text = unnumbered(names[0]).strip(" :.?") if names else ""
    if isinstance(block, Line) and block.bullet:
        return before
    if HEADING.fullmatch(text):
        return True
    ranked = isinstance(block, Line) and block.level is not None
    names_more = len(text) <= LONGEST_NAME and not names[0].endswith((".", ":")) if text else False
    return before and not (ranked or names_more or heading_in(text))


def _tells_what_was_done(names: Sequence[str]) -> bool:
    """Whether a header has nothing of work that is still to do."""
    finished = any(map(FINISHED.fullmatch, names))
    roles = {role_of(name) for name in names if not PAST.fullmatch(name)}
    known = finished or any(map(HEADING.fullmatch, names)) or bool(roles - {None})
    return known and not roles & OF_WORK_TO_DO and (finished or Role.OWNER not in roles)


def _goes_on(header: Row, row: Row, names: Sequence[str]) -> bool:
    """Whether a row is of the same table: no label of a part, and no header of another."""
    if row.table != header.table or (row.after_gap and len(row.cells) != len(header.cells)):
        return False
    if len(names) == 1 and (row.after_gap or heading_in(names[0])):
        return False
    return not columns_of(names) or _tells_what_was_done(names)
