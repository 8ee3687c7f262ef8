"""The one door out: a plan with its present state in, the bytes of a file out."""

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from domain.events import Tracked
from domain.work import Plan
from plans.writing.columns import sheet_of


class Form(StrEnum):
    """What a plan can be written as; each reads back to the same actions."""

    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    JSON = "json"

    @property
    def textual(self) -> bool:
        return self in (Form.CSV, Form.JSON)


def written(form: Form, plan: Plan, tracked: Sequence[Tracked]) -> bytes:
    """The plan in the form that is asked for, the actions in the order in which they come."""
    match form:
        case Form.CSV:
            from plans.writing.separated import as_separated

            return as_separated(sheet_of(plan, tracked))
        case Form.XLSX:
            from plans.writing.workbook import as_workbook

            return as_workbook(sheet_of(plan, tracked))
        case Form.DOCX:
            from plans.writing.word import as_word

            return as_word(sheet_of(plan, tracked))
        case Form.JSON:
            from plans.writing.lines import as_lines

            return as_lines(tracked)
        case _:
            assert_never(form)
