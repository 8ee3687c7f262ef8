"""Plans whose actions say at their end who does them by when: "Mend the weir (Ann Price, May)"."""

import re
from collections.abc import Sequence

from domain.work import DueKind
from plans.markup import cell_of
from plans.meaning.due import due_of
from plans.meaning.names import is_complete
from plans.meaning.refs import ref_at_start
from plans.meaning.spans import Calendar
from plans.rows import Block, Row

AT_END = re.compile(r"(?P<words>.{4,}?)\s*[(\[](?P<inside>[^()\[\]]{4,160})[)\]]\s*[.;]?")
# "Mend the weir – Ann Price – May"
AFTER_DASHES = re.compile(
    r"(?P<words>.{4,}?)\s[–—-]\s(?P<inside>[^–—]{2,80}\s[–—-]\s[^–—]{3,40}?)[.;]?"
)
# "Mend the weir – Ann Price, May"
AFTER_A_DASH = re.compile(r"(?P<words>.{4,}?)\s[–—-]\s(?P<inside>[^–—,]{2,80},[^–—]{3,60}?)[.;]?")
BETWEEN = re.compile(r"\s*[,;|]\s*|\s+[–-]\s+|:\s+")
FEWEST = 2  # of such lines make a plan
LONGEST = 1_000
HEADER = Row(tuple(map(cell_of, ("Action", "Owner", "Due date"))))
NO_CALENDAR = Calendar()


def with_bracketed_as_rows(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with listed lines that end in an owner and a date as rows of a table."""
    found = {at: row for at, block in enumerate(blocks) if (row := _row(block))}
    if len(found) < FEWEST:
        return list(blocks)
    first = min(found)
    rest = [found.get(at, block) for at, block in enumerate(blocks)]
    return [*rest[:first], HEADER, *rest[first:]]


def _row(block: Block) -> Row | None:
    if isinstance(block, Row) or block.level or len(block.text) > LONGEST:
        return None
    if not block.bullet and not ref_at_start(block.text)[0]:
        return None
    for way in (AT_END, AFTER_DASHES, AFTER_A_DASH):
        end = way.fullmatch(block.text)
        if end and (said := _owner_and_date(end["inside"])):
            return Row(tuple(map(cell_of, (end["words"], *said))), block.source)
    return None


def _owner_and_date(inside: str) -> tuple[str, str] | None:
    """Who and when, in either order; None where one of them is not there."""
    parts = BETWEEN.split(inside)
    dates = [part for part in parts if _is_date(part)]
    others = [part for part in parts if not _is_date(part)]
    if len(dates) != 1 or not others or not any(map(is_complete, others)):
        return None
    return " / ".join(others) if all(map(is_complete, others)) else ", ".join(others), dates[0]


def _is_date(text: str) -> bool:
    due = due_of(text, NO_CALENDAR)
    return due is not None and due.kind is not DueKind.NONE
