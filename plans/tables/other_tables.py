"""Tables of something else between those of a plan, as wide as these: figures, risks."""

import re
from collections.abc import Iterator, Sequence

from plans.columns.header_rows import heads_risks
from plans.columns.headers import names_columns
from plans.columns.periods import heads_figures, names_figures
from plans.columns.roles import Columns, Role
from plans.meaning.due import due_of
from plans.meaning.refs import is_ref
from plans.meaning.spans import Calendar
from plans.rows import Row
from plans.tables.found import Said

FIGURE = re.compile(r"(?:[£$€]\s?)?\d[\d,.]*\s?(?:%|k|m|bn|pa|per ?cent)?|n/?a", re.IGNORECASE)
WORDED = (Role.ACTION, Role.OWNER, Role.DUE)
LONGEST = 60  # characters of the name of a column
FEWEST = 2  # columns that a header names


def heads_another_table(names: Sequence[str]) -> bool:
    """Whether a row names the columns of a table that is not of what is to be done."""
    filled = [name for name in names if name.strip()]
    if len(filled) < FEWEST or is_ref(filled[0]) or any(len(name) > LONGEST for name in filled):
        return False
    return (
        heads_risks(filled)
        or names_columns(names)
        or bool(names[0].strip() and heads_figures(names))
        or names_figures(filled)
    )


def runs_of_figures(rows: Sequence[Row | Said], columns: Columns, calendar: Calendar) -> set[int]:
    """The places of rows that are of another table: figures stand where this one has words, people
    or dates. Right under its header all of them must have some, after a gap most."""
    found: set[int] = set()
    for number, run in enumerate(_runs(rows)):
        wide = [row for _, row in run if sum(not cell.blank for cell in row.cells) >= FEWEST]
        figures = sum(_has_a_figure(row, columns, calendar) for row in wide)
        if figures * 2 > len(wide) if number else figures == len(wide) > 1:
            found |= {at for at, _ in run}
    return found


def _runs(rows: Sequence[Row | Said]) -> Iterator[list[tuple[int, Row]]]:
    """The rows between one gap and the next; the first run stands right under the header."""
    run: list[tuple[int, Row]] = []
    begun = False
    for at, row in enumerate(rows):
        if begun and (isinstance(row, Said) or row.after_gap):
            yield run
            run = []
        if isinstance(row, Row):
            run.append((at, row))
            begun = True
    yield run


def _has_a_figure(row: Row, columns: Columns, calendar: Calendar) -> bool:
    for role in WORDED:
        at = columns.at(role)
        if at is None or at >= len(row.cells):
            continue
        text = row.cells[at].text
        if role is Role.ACTION and is_ref(text):
            continue  # it may count the row
        if FIGURE.fullmatch(text) and any(map(str.isdigit, text)) and not due_of(text, calendar):
            return True
    return False
