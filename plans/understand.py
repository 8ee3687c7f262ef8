"""Rows and lines into a plan, whatever format they came from."""

from collections.abc import Sequence

from plans.assemble import drafts_of
from plans.columns import Role
from plans.document import DirectoryEntry, PlanDocument
from plans.finishing import finished
from plans.jsonl import sections_of
from plans.period import period_of, title_of
from plans.receipt import doubled, rows_left_out
from plans.rows import Block, Line, Row
from plans.spans import Calendar
from plans.tables import Entry, tables_in


def understood(blocks: Sequence[Block]) -> PlanDocument:
    """The plan that lines and rows make, with the receipt of what was not taken."""
    opening = _opening_lines(blocks)
    period = period_of(opening)
    calendar = Calendar(period)
    found = tables_in(blocks, calendar)
    people = _people(found.people)
    drafts = drafts_of(found, calendar)
    actions, notes = finished(drafts, calendar, [each.name for each in people])
    kept, repeats = doubled(actions)
    return PlanDocument(
        title=title_of(opening),
        period=period,
        sections=sections_of(kept),
        actions=tuple(kept),
        people=people,
        notes=(*rows_left_out([row.source for row in found.unread]), *repeats, *notes),
    )


def _opening_lines(blocks: Sequence[Block]) -> list[str]:
    """The prose, and rows of one cell, before the first row of a table."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block.text)
        elif len(filled := _filled(block)) > 1:
            break
        else:
            lines += filled
    return [line for line in lines if line]


def _filled(row: Row) -> list[str]:
    return [cell.text for cell in row.cells if not cell.blank]


def _people(entries: Sequence[Entry]) -> tuple[DirectoryEntry, ...]:
    """The directory of people, each name once for each post."""
    listed = [
        DirectoryEntry(
            name=entry[Role.PERSON].text,
            job_title=entry[Role.JOB].text,
            organisation=entry[Role.ORGANISATION].text,
        )
        for entry in entries
        if not entry[Role.PERSON].blank
    ]
    return tuple(dict.fromkeys(listed))
