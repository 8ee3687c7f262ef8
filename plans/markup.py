"""Markup left inside a cell by extraction (lists, paragraphs, breaks, bullets): into pieces."""

from plans.rows import Cell, cell


def cell_of(text: str) -> Cell:
    return cell(text)
