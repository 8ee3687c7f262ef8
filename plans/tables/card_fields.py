"""The labelled fields of a line: what "Lead: Ann Price; by: May 2026" says of an action."""

import re
from collections.abc import Iterator

from plans.columns.header_words import role_of
from plans.columns.roles import Role
from plans.markup import cell_of
from plans.meaning.due import is_only_a_date
from plans.rows import Block, Cell, Row

LABELLED = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z’'/ ]{1,38}?)\s?(?::|\s[–-]\s)\s*(?P<value>.*)", re.DOTALL
)
# What a list of words used in the plan says of a label: "The person who answers for the action"
DEFINITION = re.compile(
    r"(?:the|an?|any)\s(?:\w+\s){0,3}?(?:persons?|people|officers?|organi[sz]ations?|body|bodies|"
    r"agency|days?|dates?|month|time)\b.{0,40}?\s(?:who|that|which|when|whose)\s.*",
    re.IGNORECASE | re.DOTALL,
)
# Between two fields of one line, the second of which begins with its label.
NEXT_FIELD = re.compile(
    r"\s*[;|/(\[]\s*(?=[A-Za-z][A-Za-z’' ]{1,38}?:\s)|"
    r"(?:[,.]|\s[–—-])\s+(?=[A-Z][A-Za-z’' ]{1,38}?:\s)"
)
FIELDS = {
    Role.REF: "Ref",
    Role.ACTION: "Action",
    Role.DUE: "Due date",
    Role.OWNER: "Owner",
    Role.SUPPORT: "Support",
    Role.BODY: "Partnership group",
    Role.STATUS: "Status",
    Role.RESOURCE: "Resource",
    Role.SUCCESS: "Success criteria",
}
OF_NAMES = frozenset({Role.DUE, Role.OWNER, Role.SUPPORT})  # say nothing that has a label in it
LONGEST = 2_000  # characters of a line that are looked at for fields

type Fields = list[tuple[Role, Cell]]


def parts_of(block: Block) -> tuple[str, Fields]:
    """The words of a line, and the roles and values of its labels ("Lead: Ann Price")."""
    if isinstance(block, Row):
        return "", []
    words, fields = "", []
    for between, part in _split(block.text[:LONGEST]):
        if known := _field(part):
            fields += _with_its_date(*known)
        elif not fields:
            words += between + part
        elif fields[-1][0] not in OF_NAMES or "/" in between:
            role, cell = fields[-1]
            fields[-1] = role, cell_of(cell.text + between + part)
    return words, fields


def labels_in(block: Block) -> int:
    """How many labels a line holds, if it holds nothing else."""
    words, fields = parts_of(block)
    return 0 if words else len(fields)


def _split(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a line that may each begin with a label, and what stands before each."""
    between, begins = "", 0
    for found in NEXT_FIELD.finditer(text):
        yield between, text[begins : found.start()]
        between, begins = found[0], found.end()
    sentences = begins and between.startswith(".")
    yield between, text[begins:].removesuffix(".") if sentences else text[begins:]


def _with_its_date(role: Role, cell: Cell) -> Fields:
    """An owner, and the date that stands beside it without a label ("Ann Price; by May")."""
    who, _, when = cell.text.rpartition(";")
    if role is not Role.OWNER or not who or not is_only_a_date(when):
        return [(role, cell)]
    return [(role, cell_of(who)), (Role.DUE, cell_of(when.strip()))]


def _field(part: str) -> tuple[Role, Cell] | None:
    found = LABELLED.fullmatch(part)
    role = role_of(found["label"]) if found else None
    if found is None or role not in FIELDS or DEFINITION.fullmatch(found["value"]):
        return None
    return role, cell_of(_closed(found["value"].rstrip()))


def _closed(value: str) -> str:
    """Without the bracket that ends the fields, but with one that ends the value itself."""
    for opens, closes in ("()", "[]"):
        if value.endswith(closes) and value.count(opens) < value.count(closes):
            return value[:-1].rstrip()
    return value
