"""The date of an action, wherever in its row the plan prints it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.work import Due, DueKind, Milestone
from plans.actions.drafts import Draft, wording
from plans.columns.roles import Role
from plans.meaning.due import due_of, is_only_a_date, points_elsewhere
from plans.meaning.own_deadlines import deadline_in
from plans.meaning.spans import Calendar, spans_in
from plans.rows import Cell, Piece
from plans.tables.found import Entry

BESIDE = re.compile(r"\s*\([^()]*\)")
IN_BRACKETS = re.compile(r"\(([^()]{3,40})\)")


def with_its_date(entry: Entry, calendar: Calendar) -> Entry:
    """The entry with the date that counts in its cell of dates: the revised one, if any."""
    revised = entry[Role.REVISED]
    if _has_date(revised.text, calendar):
        return replace(entry, cells=entry.cells | {Role.DUE: revised})
    return _with_dates_of_measures(_with_dates_of_targets(entry, calendar), calendar)


def _with_dates_of_measures(entry: Entry, calendar: Calendar) -> Entry:
    """Where no other cell has a date, and that of measures holds nothing but dates, these are of
    the action, one for each of its stages where there are as many."""
    stages, measures = entry[Role.DUE], entry[Role.SUCCESS]
    if measures.blank or not all(is_only_a_date(piece.text) for piece in measures.pieces):
        return entry
    if _has_date(stages.text, calendar) or not _has_date(measures.text, calendar):
        return entry
    dated = replace(measures, pieces=tuple(_dated_stages(stages, measures)))
    return replace(entry, cells=entry.cells | {Role.DUE: dated})


def _dated_stages(stages: Cell, dates: Cell) -> Iterator[Piece]:
    alike = len(stages.pieces) == len(dates.pieces)
    for at, piece in enumerate(dates.pieces):
        stage = stages.pieces[at].text if alike else ""
        yield replace(piece, text=f"{stage} – {piece.text}") if stage else piece


def _with_dates_of_targets(entry: Entry, calendar: Calendar) -> Entry:
    """Where the cell of dates is blank, the targets that have dates of their own stand in it."""
    target = entry[Role.TARGET]
    if not entry[Role.DUE].blank or target.blank:
        return entry
    dated = [piece for piece in target.pieces if _has_date(piece.text, calendar)]
    if not dated:
        return entry
    return replace(entry, cells=entry.cells | {Role.DUE: replace(target, pieces=tuple(dated))})


def deadline(draft: Draft, calendar: Calendar) -> tuple[str, Due | None]:
    """The words of the deadline as printed, and what they promise: None if not understood."""
    printed = draft.lines(Role.DUE)
    steps = [] if _goes_on(printed, calendar) else list(_dated_steps(draft, calendar))
    lines = [*printed, *(said for said, _ in steps)]
    start = draft.words(Role.START)
    if not lines and not start:
        return _elsewhere(draft, calendar)
    words = "; ".join(printed) or start or "; ".join(when for _, when in steps)
    due = due_of("\n".join(lines), calendar)
    if start and (first := _first_day(start, calendar)):
        due = _started(due, first)
    return " ".join(words.split()), _with_steps(due, draft) if due else None


def _goes_on(lines: list[str], calendar: Calendar) -> bool:
    """Whether a cell says that there is no last day, whatever dates the steps have."""
    due = due_of("\n".join(lines), calendar) if lines else None
    return due is not None and due.kind in (DueKind.ONGOING, DueKind.RECURRING, DueKind.FROM)


def _elsewhere(draft: Draft, calendar: Calendar) -> tuple[str, Due | None]:
    """No cell says when: the action's own words may, or the year at the head of its rows."""
    steps = draft.words(Role.STEPS)
    if steps and points_elsewhere(steps):
        return steps, due_of(steps, calendar)
    if not draft.dated_by_text:
        return "", Due()
    if found := deadline_in(wording(draft.text), calendar):
        return found.words, found.due
    period = draft.opening_period
    return period, due_of(unbracketed(period), calendar)


def unbracketed(period: str) -> str:
    """A period without the same in other words beside it ("Q1 2026/27 (April to June 2026)")."""
    outside = BESIDE.sub("", period)
    return outside if spans_in(outside, Calendar()) else period


def _dated_steps(draft: Draft, calendar: Calendar) -> Iterator[tuple[str, str]]:
    """Steps with a date in brackets ("Survey all schools (July 2026)"), each with that date."""
    for step in draft.lines(Role.STEPS):
        for found in IN_BRACKETS.finditer(step):
            if _has_date(found[1], calendar):
                yield f"{step[: found.start()]}{found[1]}", found[1]


def _has_date(text: str, calendar: Calendar) -> bool:
    due = due_of(text, calendar)
    return due is not None and due.kind is not DueKind.NONE


def _first_day(text: str, calendar: Calendar) -> date | None:
    spans = spans_in(text, calendar)
    return spans[0].first if spans else None


def _started(due: Due | None, first: date) -> Due | None:
    """A date of beginning beside a date of end makes a window."""
    if due is None or due.kind in (DueKind.NONE, DueKind.ONGOING):
        return Due(kind=DueKind.FROM, start=first)
    if due.kind is DueKind.BY and due.end and first <= due.end:
        return due.model_copy(update={"kind": DueKind.WINDOW, "start": first})
    return due


def _with_steps(due: Due, draft: Draft) -> Due:
    """Stages without words of their own are named after the steps, one for one."""
    steps = draft.lines(Role.STEPS)
    stages = due.milestones
    if len(steps) != len(stages) or len(draft.lines(Role.DUE)) != len(steps):
        return due
    named = tuple(
        stage if stage.label else Milestone(label=step.rstrip("."), end=stage.end)
        for stage, step in zip(stages, steps, strict=True)
    )
    return due.model_copy(update={"milestones": named})
