"""Values separated by commas, semicolons or tabs: rows, with where each stood."""

import csv
import io
import re
from collections.abc import Iterator

from domain.problems import Unreadable
from domain.work import Source
from plans.formats.listed import listed
from plans.harmless import unmarked
from plans.markup import cell_of
from plans.rows import Block, Row

SEPARATORS = ",;\t|"
SAID = re.compile(r"\s{0,9}sep=(?P<separator>[,;\t|])\r?\n", re.IGNORECASE)  # for spreadsheets
SAMPLE = 20_000  # characters looked at to find the separator
LONGEST_VALUE = 1_000_000


def read_separated(text: str) -> Iterator[Block]:
    """The rows of a CSV or TSV file, whatever it separates by."""
    csv.field_size_limit(LONGEST_VALUE)
    if said := SAID.match(text):
        return _rows(text[said.end() :], said["separator"], lines_before=1)
    return _rows(text, separator_of(text))


def separator_of(text: str) -> str:
    """The separator that splits most lines into the same number of values, at least two."""
    return max(SEPARATORS, key=lambda each: _regularity(text[:SAMPLE], each))


def _regularity(sample: str, separator: str) -> int:
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=separator) if row]
    except csv.Error:
        return 0
    wide = [width for width in widths if width > 1]
    commonest = max(wide, key=wide.count, default=0)
    return wide.count(commonest) * min(commonest, 3)


def _rows(text: str, separator: str, lines_before: int = 0) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    after_gap = True
    try:
        for values in reader:
            if not any(value.strip() for value in values):
                after_gap = True
                continue
            cells = tuple(cell_of(listed(unmarked(value))) for value in values)
            source = Source(line=reader.line_num + lines_before)
            yield Row(cells, source, table=0, after_gap=after_gap)
            after_gap = False
    except csv.Error as fault:
        raise Unreadable(
            f"Line {reader.line_num} is not separated values: {fault}.",
            "Open it in a spreadsheet and save it again as CSV.",
        ) from None
