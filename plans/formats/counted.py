"""Cells that come one after the other: rows of as many as their header names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plans.columns.contents import looks_like
from plans.columns.header_rows import columns_of
from plans.columns.header_words import role_of, says_action
from plans.columns.roles import Columns, Role
from plans.formats.fillers import are_filled_up, without_fillers
from plans.formats.left_out import dealt_out
from plans.formats.line_cells import Found
from plans.markup import cell_of
from plans.meaning.headings import Kind, heading_in
from plans.meaning.refs import is_ref
from plans.meaning.spans import Calendar
from plans.rows import NOTHING, Row

FEWEST_COLUMNS, MANY_COLUMNS, MOST_COLUMNS = 3, 5, 15
ROWS_LOOKED_AT = 10
FEW_ROWS = 3  # too few to tell
FIELD = 2  # cells: a label, and what is said
ROWS_AFTER = 2  # of a table of another kind, at the least
CALENDAR = Calendar(None)
TELLING = frozenset({Role.REF, Role.DUE})


@dataclass(frozen=True, slots=True)
class _Header:
    names: tuple[str, ...]
    columns: Columns

    @property
    def width(self) -> int:
        return len(self.names)


@dataclass(slots=True)
class Counter:
    """Counts cells off into rows, and keeps the header that rules from one table to the next."""

    _ruling: _Header | None = None
    _known: dict[str, _Header] = field(default_factory=dict)  # by their first names
    _other: int = 0  # columns of a table of another kind, after that of the header
    _filled_up: bool = False  # its tables have empty cells between the columns

    def rows(self, cells: Sequence[Found]) -> Iterator[Row]:
        """The rows of cells that stand together."""
        self._filled_up = self._filled_up or are_filled_up(cells)
        cells = without_fillers(cells) if self._filled_up else cells
        if self._ruling and not _goes_on(cells, self._ruling):
            self._ruling = None
        at = self._other = 0
        headed = False
        while at < len(cells):
            if headed and (field_row := _field(cells, at)):
                yield field_row
                at += FIELD
                continue
            header, ruled = _header_at(cells, at), self._ruling
            count = self._begin(header) if header else self._in_row(cells, at)
            begins = header is not None or ruled is not self._ruling
            headed = count == 1 and heading_in(cells[at].first) is not None
            yield _row(cells[at : at + count], gap=begins or count == 1)
            at += count
            if header:
                stop = self._next_header(cells, at)
                dealt = dealt_out(cells[at:stop], header.names, header.columns)
                yield from map(_dealt_row, dealt)
                at = stop if dealt else at

    def _begin(self, header: _Header) -> int:
        self._ruling, self._other = header, 0
        self._known[header.names[0]] = header
        return header.width

    def _next_header(self, cells: Sequence[Found], at: int) -> int:
        return next((to for to in range(at, len(cells)) if self._is_header(cells, to)), len(cells))

    def _in_row(self, cells: Sequence[Found], at: int) -> int:
        """How many cells make the row that begins here, which ends before the next header."""
        if self._ruling and (width := _other_width(cells, at, self._ruling)):
            self._ruling, self._other = None, width
        width = self._ruling.width + 1 if self._ruling else self._other
        most = min(at + width, len(cells))
        stop = next((to for to in range(at + 1, most) if self._is_header(cells, to)), most)
        near = cells[at:stop]
        if self._ruling is None:
            return 1 if not near or heading_in(near[0].first) else len(near)
        return 1 if _is_alone(near, self._ruling) else min(self._ruling.width, len(near))

    def _is_header(self, cells: Sequence[Found], at: int) -> bool:
        """Whether a header begins here beyond doubt, wherever counting has come to: it has been
        seen before, or stands between blank lines and names every column."""
        known = self._known.get(cells[at].name)
        if known and _says(cells[at : at + known.width], known.names):
            return True
        names = _paragraph(cells, at)
        columns = columns_of(names) if len(names) >= FEWEST_COLUMNS else None
        return columns is not None and columns.of_actions and all(map(role_of, names))


def _field(cells: Sequence[Found], at: int) -> Row | None:
    """A label and who is named beside it, right under a heading ("Lead officer", "Ann Price"), as
    the one cell that could say the same."""
    names = _paragraph(cells, at)
    if len(names) != FIELD or role_of(names[1]) is not None:
        return None
    said = f"{names[0].rstrip(': ')}: {names[1]}"
    heading = heading_in(said)
    of_parties = heading is not None and heading.kind in (Kind.LEAD, Kind.BODY)
    return Row((cell_of(said),), cells[at].source, after_gap=True) if of_parties else None


def _says(cells: Sequence[Found], names: Sequence[str]) -> bool:
    return len(cells) == len(names) and all(
        found.name == name for found, name in zip(cells, names, strict=True)
    )


def _goes_on(cells: Sequence[Found], ruling: _Header) -> bool:
    """Whether cells after prose look like those of the table before it."""
    roles = ruling.columns.roles
    places = [at for at, role in enumerate(roles) if role in TELLING]
    return all(_look_alike(cells[at :: len(roles)], roles[at]) for at in places)


def _look_alike(column: Sequence[Found], role: Role | None) -> bool:
    """Whether most cells of a column hold what it is for."""
    filled = [cell for cell in (found.cell for found in column) if not cell.blank]
    alike = sum(role is not None and looks_like(role, cell, CALENDAR) for cell in filled)
    return alike * 2 > len(filled)


def _header_at(cells: Sequence[Found], at: int) -> _Header | None:
    """The columns named by the run of short cells that begins here."""
    names = max(_known_names(cells, at), _whole_paragraph(cells, at), key=len)
    columns = columns_of(names)
    return _Header(tuple(names), columns) if columns else None


def _known_names(cells: Sequence[Found], at: int) -> list[str]:
    """The names as far as they are known to us; where no gap ends them, as far as what comes
    after fits them best, and none where nothing does."""
    run = _run(cells, at)
    offers = [run[:count] for count in range(len(run), 1, -1) if _are_names(run[:count])]
    if not offers:
        return []
    ended = [names for names in offers if _gap_at(cells, at + len(names))]
    if ended[:1] == offers[:1]:  # what a row begins with, after a gap, could name a column too
        return max(ended, key=lambda names: _fit(_below(cells, at + len(names), names), names))
    below = cells[at : at + MOST_COLUMNS * ROWS_LOOKED_AT]
    best = max(offers, key=lambda names: _fit(below[len(names) :], names))
    return best if _fit(below[len(best) :], best) or _is_untold(best, below) else []


def _below(cells: Sequence[Found], at: int, names: Sequence[str]) -> Sequence[Found]:
    """The cells of the first few rows under some names."""
    return cells[at : at + len(names) * FEW_ROWS]


def _is_untold(names: Sequence[str], below: Sequence[Found]) -> bool:
    """Whether no column, or too few rows, could show that cells stand in their places."""
    columns = columns_of(names)
    told = columns is not None and any(role in columns for role in TELLING)
    return not told or len(below) <= len(names) * FEW_ROWS


def _run(cells: Sequence[Found], at: int) -> list[str]:
    """What the cells say that follow each other and could each name a column."""
    names: list[str] = []
    for found in cells[at : at + MOST_COLUMNS]:
        if role_of(found.name) is None or _heads(found, first=not names):
            break
        names.append(found.name)
    return names


def _gap_at(cells: Sequence[Found], at: int) -> bool:
    return at < len(cells) and cells[at].after_blank


def _heads(found: Found, *, first: bool) -> bool:
    """Whether a cell heads what follows; amid other names, "RAG" and "Outcomes" are names."""
    heading = heading_in(found.first)
    if heading is None or first or found.first != found.name:
        return heading is not None
    return heading.kind not in (Kind.SUCCESS, Kind.ASIDE)


def _whole_paragraph(cells: Sequence[Found], at: int) -> list[str]:
    """The names up to a blank line, where all but a few of them are known to us. The first may
    be a heading above the header; how well the cells after it fit tells."""
    names = list(_paragraph(cells, at))
    unknown = [name for name in names if role_of(name) is None]
    if not names or len(unknown) * 2 >= len(names) or not _are_names(names):
        return []
    if role_of(names[0]) is None and _are_names(names[1:]):
        below = cells[at + len(names) : at + len(names) * ROWS_LOOKED_AT]
        return names if _fit(below, names) > _fit(below, names[1:]) else []
    return names


def _fit(cells: Sequence[Found], names: Sequence[str]) -> int:
    """In how many columns the first cells under these names look as they should."""
    columns = columns_of(names)
    roles = columns.roles if columns else ()
    return sum(
        _look_alike(cells[at :: len(roles)], role)
        for at, role in enumerate(roles)
        if role in TELLING
    )


def _are_names(names: Sequence[str]) -> bool:
    """Whether they name the columns of a table of people, or of actions beyond doubt."""
    columns = columns_of(names)
    if columns is None:
        return False
    telling = Role.REF in columns or len(names) >= MANY_COLUMNS
    return columns.of_people or telling or says_action(names)


def _paragraph(cells: Sequence[Found], at: int) -> tuple[str, ...]:
    """What the cells say that stand between this blank line and the next; () for long ones."""
    if not cells[at].after_blank:
        return ()
    places = range(at + 1, at + MOST_COLUMNS + 1)
    stop = next((to for to in places if to == len(cells) or _gap_at(cells, to)), at)
    names = tuple(found.name for found in cells[at:stop])
    return names if all(names) else ()


def _other_width(cells: Sequence[Found], at: int, ruling: _Header) -> int:
    """How many columns the table has that begins here, if it is not that of the header: its first
    paragraph names as many, all that follow it have as many cells, and rows counted off would
    have other words where a date should stand."""
    names = _paragraph(cells, at)
    width, due = len(names), ruling.columns.at(Role.DUE)
    if width in (0, 1, ruling.width) or due is None or any(map(_tells, names)):
        return 0
    looked_at = 1 if any(map(role_of, names)) else ROWS_LOOKED_AT
    dated = cells[at + due : at + ruling.width * looked_at : ruling.width]
    filled = [found.cell for found in dated if found.words]
    if not filled or any(looks_like(Role.DUE, cell, CALENDAR) for cell in filled):
        return 0
    begins = [place for place in range(at, len(cells)) if cells[place].after_blank]
    rows = [width * row + at for row in range(ROWS_AFTER + 1)]
    return width if begins[: len(rows)] == rows else 0


def _tells(name: str) -> bool:
    """Whether words are such as stand in rows, and not over them."""
    return any(looks_like(role, cell_of(name), CALENDAR) for role in (*TELLING, Role.STATUS))


def _is_alone(cells: Sequence[Found], ruling: _Header) -> bool:
    """Whether the first cell is a row by itself: it heads others, or stands where a reference
    should, with one after it or with too few cells to make a row."""
    width = ruling.width
    blank = len(cells) >= width and not any(found.words for found in cells[1:width])
    if len(cells) < 2 or blank:
        return not blank
    if heading_in(cells[0].first):
        return not _opens_row(cells, ruling.columns)
    if ruling.columns.roles[0] is not Role.REF or not cells[0].words:
        return False
    first, *others = map(_is_ref, cells[:width])
    following = any(map(_is_ref, cells[width : width + 1]))
    return not first and not following and (len(cells) < width or any(others))


def _opens_row(cells: Sequence[Found], columns: Columns) -> bool:
    """Whether a heading stands in the first column of a row, by where the date stands after it."""
    due = columns.at(Role.DUE)
    if columns.roles[0] not in (Role.GROUP, Role.SECTION) or due is None:
        return False
    return any(looks_like(Role.DUE, found.cell, CALENDAR) for found in cells[due : due + 1])


def _is_ref(found: Found) -> bool:
    return is_ref(found.name)


def _dealt_row(dealt: tuple[int, list[Found]]) -> Row:
    missing, cells = dealt
    said = (found.cell for found in cells)
    return Row((*[NOTHING] * missing, *said), cells[0].source)


def _row(cells: Sequence[Found], *, gap: bool) -> Row:
    return Row(tuple(found.cell for found in cells), cells[0].source, after_gap=gap)
