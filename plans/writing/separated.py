"""A plan as comma-separated values."""

import csv
import io

from plans.harmless import harmless
from plans.writing.columns import HEADINGS, Sheet

# Programs that open such files take them for their own old encoding unless they begin with this.
MARK = "\ufeff"


def as_separated(sheet: Sheet) -> bytes:
    """The lines above the table, its header and its rows, in UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([harmless(line)] for line in sheet.lines)
    writer.writerow(HEADINGS)
    writer.writerows([harmless(str(value)) for value in row] for row in sheet.rows)
    return (MARK + out.getvalue()).encode()
