"""Rows and lines into a plan, whatever format they came from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from domain.work import Action
from plans.actions.assemble import drafts_of
from plans.actions.drafts import Draft
from plans.actions.finishing import SaidOfOwners, finished
from plans.actions.healing import healed_notes
from plans.actions.known_names import known_names
from plans.actions.trailing_zeros import regain_zeros
from plans.columns.headers import with_fields_as_lines, with_whole_headers
from plans.columns.roles import Role
from plans.columns.who_and_when import with_who_and_when_apart
from plans.document import DirectoryEntry, Note, PlanDocument, sections_of
from plans.meaning.blanks import leads_fill_blanks, owners_go_on
from plans.meaning.counted_years import counted_period
from plans.meaning.date_order import Judged, Order, order_in, order_notes
from plans.meaning.due import due_of
from plans.meaning.financial_year import year_end_in
from plans.meaning.helpers_told import way_of_helpers
from plans.meaning.legends import legend_in
from plans.meaning.own_words import own_words_in
from plans.meaning.period import title_of, year_from_the_day_of
from plans.meaning.spans import Calendar
from plans.meaning.terms import terms_in
from plans.receipt import (
    achievements_left_out,
    code_supplied,
    doubled,
    histories_left_out,
    row_without_an_action,
    rows_left_out,
    same_person,
    totals_left_out,
)
from plans.rows import Block, Line, Row
from plans.tables.achievements import without_achievements
from plans.tables.across_periods import with_periods_as_rows
from plans.tables.bracketed import with_bracketed_as_rows
from plans.tables.cards import with_cards_as_rows
from plans.tables.forms import with_forms_upright
from plans.tables.found import Entry
from plans.tables.histories import without_histories
from plans.tables.ruled_rows import tables_in
from plans.tables.sheets_of_tasks import with_sheets_as_headings
from plans.tables.transposed import upright


def understood(blocks: Sequence[Block], dates: Order | None = None) -> PlanDocument:
    """The plan that lines and rows make, with the receipt of what was not taken.

    ``dates`` is the order of dates in figures, where somebody has said it.
    """
    order = order_in(blocks, dates)
    blocks = with_forms_upright(with_sheets_as_headings(blocks))
    document = _understood(blocks, order)
    for laid_out in (upright, with_cards_as_rows, with_bracketed_as_rows):
        if not document.actions:
            document = _understood(laid_out(blocks), order)
    return document


def _understood(blocks: Sequence[Block], order: Judged) -> PlanDocument:
    blocks = with_whole_headers(with_fields_as_lines(blocks))
    opening = _opening_lines(blocks)
    blocks, past = without_histories(blocks)
    blocks, achieved = without_achievements(blocks)
    texts = [*_texts(blocks)]
    undated = Calendar(None, order.month_first, year_end_in(texts))
    period = counted_period(opening, texts, undated)
    calendar = replace(undated, period=period or year_from_the_day_of(opening))
    calendar = replace(calendar, terms=terms_in(blocks, partial(due_of, calendar=calendar)))
    rows = with_who_and_when_apart(with_periods_as_rows(blocks, calendar), calendar)
    found = tables_in(rows, calendar)
    people = _people(found.people)
    drafts, nameless = drafts_of(found, calendar)
    regained = regain_zeros(drafts)
    known = known_names(drafts, [each.name for each in people])
    legend = {**own_words_in(blocks), **legend_in(blocks)}
    said = SaidOfOwners(owners_go_on(blocks), leads_fill_blanks(blocks), way_of_helpers(blocks))
    actions, notes = finished(drafts, calendar, known, legend, said)
    kept, repeats = doubled(actions)
    return PlanDocument(
        title=title_of(opening),
        period=period,
        sections=sections_of(kept),
        actions=tuple(kept),
        people=people,
        notes=(
            *order_notes(order, kept),
            *rows_left_out([row.source for row in found.unread]),
            *histories_left_out(past),
            *achievements_left_out(achieved),
            *(row_without_an_action(source) for source in nameless),
            *totals_left_out(found.totals),
            *_codes_supplied(drafts),
            *regained,
            *healed_notes(found, drafts, known),
            *same_person(_named(kept, people)),
            *repeats,
            *notes,
        ),
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


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells)


def _filled(row: Row) -> list[str]:
    return [cell.text for cell in row.cells if not cell.blank]


def _codes_supplied(drafts: Sequence[Draft]) -> list[Note]:
    firsts = {draft.group.number: draft for draft in reversed(drafts) if draft.group.supplied}
    return [
        code_supplied(code, draft.group.name or "", draft.source)
        for code, draft in reversed(firsts.items())
    ]


def _named(actions: Sequence[Action], people: Sequence[DirectoryEntry]) -> Iterator[str]:
    for action in actions:
        yield from (*action.owners, *action.support)
    yield from (person.name for person in people)


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
