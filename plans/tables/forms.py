"""Tables that are the form of one action, or of several one after the other: labels, and what is
said, beside each other or below ("Lead | Ann Price | By when | May"), under the action's words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.meaning.headings import Kind, heading_in
from plans.rows import Block, Cell, Line, Row, cell

FEWEST = 3  # labels of a form
PAIR = 2  # a label and what is said
LONGEST_LABEL = 40
NAMING = frozenset({Role.ACTION, Role.TARGET, Role.GROUP})  # labels of what is to be done
TELLING = frozenset({Role.OWNER, Role.DUE, Role.STATUS})
IN_ONE_CELL = re.compile(r"(?P<label>[A-Za-z][A-Za-z’'/ ]{1,38}?)\s?:\s*(?P<said>.*)", re.DOTALL)
# "Action 1.2: Mend the weir", "Action 1.2" beside it
COUNTED = re.compile(
    r"(?:key )?action\s(?:no\.?\s|ref\.?\s)?(?P<ref>[A-Z]{0,4}\d{1,3}(?:\.\d{1,3})?[a-z]?)"
    r"(?:\s?[:.–—-]\s?(?P<words>\S.*))?\s?:?",
    re.IGNORECASE | re.DOTALL,
)
NUMBERED = re.compile(r"(?P<label>\D{3,40}?)\s(?P<number>\d{1,3}(?:\.\d{1,3})?)\s?:?")
# The form of the document itself, or of a meeting, and not of an action.
OF_A_DOCUMENT = re.compile(r"\b(?:version|author|document|ratified|approved|file|venue)\b", re.I)

type Field = tuple[Cell, Cell]


@dataclass(slots=True)
class _Form:
    """The fields of one action, under the rows of one cell that stand over them."""

    row: Row
    above: list[Row] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    beside: bool = False  # labels stand beside what is said
    over: bool = False  # labels stand over what is said

    def has(self, label: Cell) -> bool:
        return any(label.text == other.text for other, _ in self.fields)


def with_forms_upright(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with tables that are forms of actions turned so that actions are rows."""
    made: list[Block] = []
    for (are_rows, _), alike in groupby(blocks, key=lambda b: (isinstance(b, Row), _number(b))):
        run = list(alike)
        rows = [block for block in run if isinstance(block, Row)] if are_rows else []
        forms = _forms_of(rows) if len(rows) > 1 else []
        made += [each for form in forms for each in _turned(form)] or run
    return made


def _number(block: Block) -> int | None:
    return block.table if isinstance(block, Row) else None


def _forms_of(rows: Sequence[Row]) -> list[_Form]:
    """The forms that make up a table; [] where it is of another kind."""
    forms: list[_Form] = []
    at = 0
    while at < len(rows):
        units = _units(rows[at])
        below = _units(rows[at + 1]) if at + 1 < len(rows) else []
        fields, taken = _fields(units, below)
        if taken > 1 and columns_of([unit.text for unit in units]):
            return []  # a table of its own, with one row so far
        if not fields and len(units) > 1:
            return []
        if not forms or _begins(forms[-1], fields):
            forms.append(_Form(rows[at]))
        if fields:
            forms[-1].fields += fields
            forms[-1].beside |= taken == 1
            forms[-1].over |= taken > 1
        else:
            forms[-1].above.append(rows[at])
        at += taken
    return forms if all(map(_is_of_an_action, forms)) else []


def _begins(form: _Form, fields: Sequence[Field]) -> bool:
    """Whether what follows is of the next action: words over it, or the first label again."""
    return bool(form.fields) and (not fields or form.fields[0][0].text == fields[0][0].text)


def _units(row: Row) -> list[Cell]:
    """The cells of a row, each once however wide it is."""
    found: list[Cell] = []
    at = 0
    while at < len(row.cells):
        found.append(row.cells[at])
        at += row.cells[at].spans
    return found


def _fields(units: Sequence[Cell], below: Sequence[Cell]) -> tuple[list[Field], int]:
    """The labels in a row with what is said, and how many rows they take up."""
    if _stand_over(units, below):
        return list(zip(units, below, strict=True)), 2
    inside = [_in_one_cell(unit) for unit in units if not unit.blank]
    if inside and all(inside) and not (len(units) == 1 and _heads_a_part(units[0].text)):
        return [each for each in inside if each], 1
    if len(units) % 2:
        return [], 1
    pairs = zip(units[::2], units[1::2], strict=True)
    fields = [(label, said) for label, said in pairs if not (label.blank and said.blank)]
    short = all(0 < len(label.text) <= LONGEST_LABEL for label, _ in fields)
    known = sum(_is_label(label) for label, _ in fields)
    return (fields if short and (len(units) == PAIR or known * 2 >= len(fields)) else []), 1


def _stand_over(units: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a row of labels stands over a row of what is said."""
    if len(below) != len(units) or not all(map(_is_label, units)):
        return False
    if len(units) == PAIR and _is_label(below[0]):
        return False  # labels stand down the first column
    return sum(map(_is_label, below)) * 2 <= len(below)


def _is_label(unit: Cell) -> bool:
    text = unit.text.rstrip(": ")
    return len(text) <= LONGEST_LABEL and ":" not in text and role_of(text) is not None


def _in_one_cell(unit: Cell) -> Field | None:
    """ "Lead: Ann Price" in one cell, as a label and what is said."""
    first, *others = unit.pieces
    found = IN_ONE_CELL.fullmatch(first.text)
    if found is None or role_of(found["label"]) is None:
        return None
    said = [replace(first, text=found["said"])] if found["said"] else []
    return cell(found["label"]), replace(unit, pieces=(*said, *others), spans=1)


def _is_of_an_action(form: _Form) -> bool:
    """Whether a form names an action, by a label or by words over it, and tells who or when."""
    labels = [label.text for label, _ in form.fields]
    roles = [role_of(_without_number(label)) for label in labels]
    if not _are_known(form, roles) or any(map(OF_A_DOCUMENT.search, labels)):
        return False
    if len(set(labels)) < len(labels):
        return False
    if NAMING & set(roles):
        whole = columns_of([_without_number(each) for each in labels]) is not None
        return form.beside and whole and len(labels) >= FEWEST
    return len(TELLING & set(roles)) > 1 and bool(form.above) and _is_an_action(form.above[-1])


def _are_known(form: _Form, roles: Sequence[Role | None]) -> bool:
    """Whether most labels are known, or all where rows of an ordinary table could look so."""
    known = sum(role is not None for role in roles)
    return known == len(roles) if form.over else known * 3 >= len(roles) * 2


def _is_an_action(row: Row) -> bool:
    text = row.cells[0].text
    return not _heads_a_part(text) or COUNTED.fullmatch(text) is not None


def _heads_a_part(text: str) -> bool:
    heading = heading_in(text)
    return heading is not None and heading.kind in (Kind.SECTION, Kind.GROUP)


def _without_number(label: str) -> str:
    found = NUMBERED.fullmatch(label)
    return found["label"] if found else label


def _turned(form: _Form) -> Iterator[Block]:
    """The form as a header and a row, after the lines that stand over it."""
    roles = {role_of(_without_number(label.text)) for label, _ in form.fields}
    above = form.above if NAMING & roles else form.above[:-1]
    for row in above:
        yield Line(row.cells[0].text, row.source)
    named = [(cell("Action"), form.above[-1].cells[0])] if len(above) < len(form.above) else []
    fields = [each for field in [*named, *form.fields] for each in _with_its_number(*field)]
    yield Row(tuple(replace(label, spans=1) for label, _ in fields), form.row.source)
    yield Row(tuple(replace(said, spans=1) for _, said in fields), form.row.source)


def _with_its_number(label: Cell, said: Cell) -> Iterator[Field]:
    """The reference of an action in a field of its own; the number of what it is one of
    ("Recommendation 3") before what is said."""
    if counted := COUNTED.fullmatch(label.text):
        yield cell("Ref"), cell(counted["ref"])
        yield cell("Action"), said
    elif label.text == "Action" and (counted := COUNTED.fullmatch(said.text)) and counted["words"]:
        yield cell("Ref"), cell(counted["ref"])
        yield label, cell(counted["words"])
    elif numbered := NUMBERED.fullmatch(label.text):
        yield cell(numbered["label"]), cell(f"{label.text.rstrip(': ')}: {said.text}")
    else:
        yield label, said
