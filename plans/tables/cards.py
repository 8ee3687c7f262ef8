"""Plans without a table: each action a heading or bullet, with labelled lines under it.

"### 1.1 Mend the bridge", then "Lead: Ann Price", "Deadline: May 2026", become rows of a table;
so does "Mend the bridge (Lead: Ann Price; by: May 2026)".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TypeGuard

from domain.work import Source
from plans.columns.roles import Role
from plans.markup import cell_of
from plans.meaning.headings import heading_in
from plans.meaning.refs import ref_at_start
from plans.meaning.statuses import SIGNS
from plans.rows import NOTHING, Block, Cell, Line, Piece, Row
from plans.tables.card_counting import is_counted_among
from plans.tables.card_fields import FIELDS, LONGEST, Fields, labels_in, parts_of
from plans.tables.card_headings import with_headings_at_their_fields
from plans.tables.card_lists import with_lists_in_their_lines
from plans.tables.card_titles import are_of_one, title_over, with_title

LABEL = re.compile(r"[A-Z][a-z’']+(?:\s[A-Za-z’']+){0,3}:\s")
# A heading that only gives the reference of the action below it
REFERENCE = re.compile(
    r"(?:action|task|step|item|no\.?|ref\.?)?\s?(?P<ref>[A-Z]{0,4}\s?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?)[.:]?",
    re.IGNORECASE,
)
TELLING = frozenset({Role.DUE, Role.OWNER, Role.STATUS})
MOST_LINES = 8  # of one action's words


@dataclass(slots=True)
class _Card:
    """One action and what is said of it, by label."""

    source: Source
    values: dict[Role, Cell] = field(default_factory=dict)
    last: Role = Role.ACTION  # what was said last, with which a further line may go on
    ends: int = 0  # number of its last line
    indent: int = 0  # of its last label
    opening: Line | None = None
    label: Line | None = None  # the last line that was a label and what it says

    def add(self, fields: Fields, line: Line) -> None:
        self.label = line
        self.values |= dict(fields)
        self.last, self.ends = fields[-1][0], line.source.line or 0
        self.indent = line.indent

    def run_on(self, text: str, line: int) -> None:
        """A further line of what was said last."""
        *before, end = self.values[self.last].pieces or (Piece(""),)
        whole = Piece(f"{end.text} {text}".strip(), end.bullet)
        self.values[self.last] = Cell((*before, whole))
        self.ends = line


def with_cards_as_rows(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, with each action that has labelled lines under it as a row of a table."""
    blocks = with_headings_at_their_fields(with_lists_in_their_lines(blocks), labels_in)
    made: list[Block] = []
    card: _Card | None = None
    ruled = False
    for at, block in enumerate(blocks):
        words, fields = parts_of(block)
        if card and isinstance(block, Line) and not words and _are_new(card, fields):
            card.add(fields, block)
            continue
        if card and _says_more(card, block, blocks[at + 1 : at + 2]):
            continue
        begun = _begun(block, words, fields, blocks[at + 1 : at + 4])
        if begun is None and card and _is_next_action(block, card, blocks[at + 1 :]):
            begun = _card(block, {Role.ACTION: cell_of(words)})
        if card and _goes_on(card, block, begun):
            card.run_on(words, block.source.line or 0)
            continue
        if card:
            made.append(_row(card))
        card = begun
        if card is None:
            made.append(block)
            continue
        _take_lines_before(card, block, made, _indent(block, blocks[at + 1 : at + 2]))
        _take_title(card, block, made, blocks[at:])
        _take_reference(card, made)
        if not ruled:
            made.append(Row(tuple(map(cell_of, FIELDS.values()))))
            ruled = True
    return [*made, _row(card)] if card else made


def _begun(block: Block, words: str, fields: Fields, later: Sequence[Block]) -> _Card | None:
    """A card opens with a line labelled as an action, or one with or right above what tells."""
    if isinstance(block, Row):
        return None
    if not words:
        opens = any(role is Role.ACTION for role, _ in fields)
        return _card(block, dict(fields)) if opens else None
    below, known = parts_of(later[0]) if later and not fields else ("", fields)
    if below or not any(role in TELLING for role, _ in known):
        return None
    if block.level and [role for role, _ in known] == [Role.OWNER] and _heads_a_part(block, later):
        return None
    return _card(block, {Role.ACTION: cell_of(words), **dict(fields)})


def _is_next_action(block: Block, card: _Card, later: Sequence[Block]) -> TypeGuard[Line]:
    if isinstance(block, Row) or card.opening is None:
        return False
    return is_counted_among(block, card.opening, later)


def _heads_a_part(block: Line, later: Sequence[Block]) -> bool:
    """Whether a heading and its lead are of several actions: an item with labels of its own
    follows, or it is labelled as a part is and no more is said of it."""
    more, below = [*later[1:3], None, None][:2]
    if isinstance(more, Line) and more.bullet:
        words, fields = parts_of(more)
        if words and (fields or (below and labels_in(below))):
            return True
    alone = more is None or not parts_of(more)[1]
    return alone and heading_in(block.text) is not None


def _card(block: Line, values: dict[Role, Cell]) -> _Card:
    return _Card(block.source, values, list(values)[-1], block.source.line or 0, opening=block)


def _says_more(card: _Card, block: Block, later: Sequence[Block]) -> bool:
    """Whether a line is one more label of the card, though none that we know ("Ward: Mill End"):
    it looks as the labels above it do, and not as the lines that open actions."""
    if isinstance(block, Row) or card.label is None or card.opening is None:
        return False
    alike = _look(block) == _look(card.label) != _look(card.opening)
    following = parts_of(later[0])[1] if later else []
    return alike and bool(LABEL.match(block.text)) and (not following or _are_new(card, following))


def _look(line: Line) -> tuple[int | None, bool, int]:
    return line.level, line.bullet, line.indent


def _are_new(card: _Card, fields: Fields) -> bool:
    return bool(fields) and not {role for role, _ in fields} & set(card.values)


def _goes_on(card: _Card, block: Block, begun: _Card | None) -> bool:
    """Whether a line is the rest of the one above it."""
    if isinstance(block, Row) or block.bullet or block.level:
        return False
    if len(card.values[card.last].text) > LONGEST:
        return False
    if begun and not block.text[:1].islower() and not block.indent > card.indent > 0:
        return False
    follows = (block.source.line or 0) == card.ends + 1
    return follows and not ref_at_start(block.text)[0] and not block.text.endswith(":")


def _indent(block: Block, later: Sequence[Block]) -> int:
    """How far in the labels under an action's last line stand, or that line where less."""
    lines = [each for each in (block, *later) if isinstance(each, Line)]
    bullets = [line for line in lines if line is block or line.bullet]
    return min((line.indent for line in bullets), default=0)


def _take_lines_before(card: _Card, block: Block, made: list[Block], indent: int) -> None:
    """Lines that the action's words began with, and bullets under it, back to its own bullet."""
    if isinstance(block, Row) or (block.bullet and block.indent == 0) or block.level:
        return
    taken: list[Line] = [block]
    for before in reversed(made[-MOST_LINES:]):
        if not isinstance(before, Line) or before.level or not _is_next(before, taken[-1]):
            return
        taken.append(before)
        if (before.bullet or ref_at_start(before.text)[0]) and before.indent < indent:
            break
    else:
        return
    del made[-(len(taken) - 1) :]
    card.source = taken[-1].source
    first, *others = reversed(taken)
    card.values[Role.ACTION] = Cell((Piece(first.text),))
    for line in others:
        _add_line(card, line)


def _take_title(card: _Card, block: Block, made: list[Block], following: Sequence[Block]) -> None:
    """The numbered heading above, where all that follows it is said of one action."""
    at = title_over(made)
    if at is None or isinstance(block, Row) or block.level or block.bullet:
        return
    if are_of_one([[role for role, _ in parts_of(each)[1]] for each in _to_heading(following)]):
        card.source = made[at].source
        card.values[Role.ACTION] = with_title(card.values[Role.ACTION], made[at:])
        del made[at:]


def _to_heading(blocks: Sequence[Block]) -> Iterator[Block]:
    return takewhile(lambda block: isinstance(block, Row) or not block.level, blocks)


def _take_reference(card: _Card, made: list[Block]) -> None:
    """The heading right above, if it says no more than which action it is."""
    above = made[-1] if made else None
    if not isinstance(above, Line) or not above.level or Role.REF in card.values:
        return
    if named := REFERENCE.fullmatch(above.text):
        card.values[Role.REF] = cell_of(named["ref"])
        made.pop()


def _add_line(card: _Card, line: Line) -> None:
    if line.bullet:
        card.values[Role.ACTION] = Cell(
            (*card.values[Role.ACTION].pieces, Piece(line.text, bullet=True))
        )
        return
    *before, end = card.values[Role.ACTION].pieces
    card.values[Role.ACTION] = Cell((*before, Piece(f"{end.text} {line.text}", end.bullet)))


def _is_next(before: Line, line: Line) -> bool:
    """Whether nothing stands between two lines; an item in a list is of what it stands under."""
    nested = line.bullet and line.indent > 0
    return nested or (before.source.line or 0) + 1 == line.source.line


def _take_sign(card: _Card) -> None:
    """A coloured sign after the action's words is its status, where no line gives one."""
    *before, end = card.values.get(Role.ACTION, NOTHING).pieces or (Piece(""),)
    if Role.STATUS not in card.values and end.text[-1:] in SIGNS and len(end.text) > 1:
        card.values[Role.STATUS] = cell_of(end.text[-1])
        words = replace(end, text=end.text[:-1].rstrip())
        card.values[Role.ACTION] = Cell((*before, words))


def _row(card: _Card) -> Row:
    _take_sign(card)
    cells = tuple(card.values.get(role, NOTHING) for role in FIELDS)
    return Row(cells, card.source, apart=True)
