"""Tables that say what a project is, over the table of its tasks: labels, and what is said beside.

"Project | Mend the weir", "Lead officer | Ann Price" stand over "Task | By when"; what they say is
of every task below, and they are no tasks of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.meaning.headings import Kind, heading_in
from plans.rows import NOTHING, Block, Cell, Line, Row

FEWEST = 2  # rows of labels
FEWEST_COLUMNS = 3  # of a table of tasks: two could be one more label
LONGEST_LABEL = 45
LONGEST_COUNT = 40  # characters of a heading that only counts the sheet
# The form of the document itself, or of a meeting, and not of a part.
OF_A_DOCUMENT = re.compile(
    r"\b(?:version|author|document|ratified|approved|file|venue|plan|policy|strategy|chair(?:ed)?|"
    r"present|apologies|minutes?)\b",
    re.IGNORECASE,
)
COUNTS = re.compile(r"[^\W\d_][^\d:]{2,36}\s(?P<number>\d{1,3}[a-z]?)\s?:?")
# "Project", "Title of scheme"; an action with a form of its own is no part.
NAMED = re.compile(
    r"(?:(?:title|name) of (?:the |this )?)?(?:(?:sub-?)?project|scheme|initiative|programme|"
    r"work ?stream|work ?package|service|sheet|part)(?: (?:title|name))?|title|name",
    re.IGNORECASE,
)
AN_ACTION = re.compile(r"\b(?:actions?|tasks?)\b", re.IGNORECASE)
LED = re.compile(
    r"(?:project|programme|scheme|service|work ?stream|overall|responsible) "
    r"(?:manager|leader|director|officer|owner|lead)",
    re.IGNORECASE,
)
SPONSORS = re.compile(
    r"\b(?:sponsor\w*|champion\w*|sro|member|portfolio|cabinet|councillor)\b", re.IGNORECASE
)
NAMING = (Role.ACTION, Role.GROUP, Role.SECTION)

type Field = tuple[str, Cell]


def with_sheets_as_headings(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with each sheet of labels over a table of tasks as lines that head it."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        fields = _fields_at(blocks, at)
        if fields and _are_over_tasks(fields, blocks[at + len(fields) :]):
            made += _lines(fields, blocks[at], made)
            at += len(fields)
        else:
            made.append(blocks[at])
            at += 1
    return made


def _fields_at(blocks: Sequence[Block], at: int) -> list[Field]:
    """The labels from a row on, with what is said beside each."""
    found: list[Field] = []
    for block in blocks[at:]:
        field = _field(block) if isinstance(block, Row) else None
        if field is None or (found and _table_of(block) != _table_of(blocks[at])):
            break
        found.append(field)
    return found


def _table_of(block: Block) -> int | None:
    return block.table if isinstance(block, Row) else None


def _field(row: Row) -> Field | None:
    label, *said = _units(row.cells) or [NOTHING]
    short = 0 < len(label.text) <= LONGEST_LABEL and not label.merged
    if not short or not said or not all(each.blank for each in said[1:]):
        return None
    return label.text.rstrip(": "), said[0]


def _units(cells: Sequence[Cell]) -> list[Cell]:
    """The cells of a row, each once however wide it is."""
    found: list[Cell] = []
    at = 0
    while at < len(cells):
        found.append(cells[at])
        at += cells[at].spans
    return found


def _are_over_tasks(fields: Sequence[Field], later: Sequence[Block]) -> bool:
    """Whether labels name a part and who leads it, and a table of its tasks follows."""
    labels = [label for label, _ in fields]
    roles = [_role(label) for label in labels]
    told = {role for role, (_, said) in zip(roles, fields, strict=True) if not said.blank}
    known = sum(role is not None for role in roles)
    if len(fields) < FEWEST or known * 2 < len(fields) or len(set(labels)) < len(labels):
        return False
    if Role.OWNER not in told or not told & set(NAMING) or any(map(OF_A_DOCUMENT.search, labels)):
        return False
    return _heads_tasks(later)


def _role(label: str) -> Role | None:
    """What a label says of the part, or that it names it (as "action" here)."""
    if NAMED.fullmatch(label):
        return Role.ACTION
    if LED.fullmatch(label):
        return Role.OWNER
    role = role_of(label)
    return None if role is Role.ACTION and AN_ACTION.search(label) else role


def _heads_tasks(later: Sequence[Block]) -> bool:
    """Whether the next row heads a table of tasks, with no heading before it."""
    for block in later:
        if isinstance(block, Line):
            if block.level:
                return False
            continue
        columns = columns_of([cell.text for cell in block.cells])
        return columns is not None and columns.of_actions and len(block.cells) >= FEWEST_COLUMNS
    return False


def _lines(fields: Sequence[Field], first: Block, made: list[Block]) -> Iterator[Line]:
    """What names the part first, and then what is said of it."""
    roles = [_role(label) for label, _ in fields]
    naming = next(role for role in NAMING if role in roles)
    label, said = fields[roles.index(naming)]
    yield _heading(label, said, replace(Line("", first.source)), made)
    leads = [label for role, (label, _) in zip(roles, fields, strict=True) if role is Role.OWNER]
    sponsors = [label for label in leads if SPONSORS.search(label)]
    beside = sponsors if len(sponsors) < len(leads) else []  # they answer for nothing themselves
    for role, (label, said) in zip(roles, fields, strict=True):
        if not said.blank and label not in beside:
            yield from _said(role, said, Line(label, first.source))


def _heading(label: str, said: Cell, line: Line, made: list[Block]) -> Line:
    """The name of the part: after the heading that counts it, if that stands right above."""
    above = made[-1] if made else None
    labelled = heading_in(f"{label}: {said.text}")
    if (
        isinstance(above, Line)
        and len(above.text) <= LONGEST_COUNT
        and COUNTS.fullmatch(above.text)
    ):
        made.pop()
        return replace(line, text=f"{above.text.rstrip(': ')}: {said.text}", heads_part=True)
    if labelled and labelled.kind in (Kind.GROUP, Kind.SECTION):
        return replace(line, text=labelled.whole)
    return replace(line, text=said.text, heads_part=True)


def _said(role: Role | None, said: Cell, line: Line) -> Iterator[Line]:
    """What a label says of the part, in the words that heads of parts have."""
    pieces = [piece.text for piece in said.pieces if not piece.struck]
    match role:
        case Role.OWNER:
            yield from (replace(line, text=f"Lead officer: {each}") for each in pieces)
        case Role.SUPPORT:
            yield replace(line, text=f"Supported by: {'; '.join(pieces)}")
        case Role.BODY:
            yield replace(line, text=f"Reports to: {said.text}")
        case Role.SUCCESS:
            yield replace(line, text="Success criteria")
            yield from (replace(line, text=each, bullet=True) for each in pieces)


def number_of(part: str) -> str:
    """The number of a part that its heading counts ("Sheet 3: Mend the weir"), or ""."""
    found = COUNTS.fullmatch(part.partition(":")[0])
    return found["number"] if found else ""
