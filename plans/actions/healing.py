"""What was mended in reading: look-alike letters in codes, and words that a line end broke."""

from collections.abc import Iterable, Iterator, Sequence

from domain.work import Source
from plans.actions.drafts import Draft
from plans.columns.roles import Role
from plans.document import Note
from plans.meaning.owners import Known, broken_words
from plans.meaning.refs import CODE, healed
from plans.rows import Cell
from plans.tables.found import Found


def healed_notes(found: Found, drafts: Sequence[Draft], known: Known) -> list[Note]:
    """A note for each thing that was mended, where it first stands."""
    notes = [*_codes(found), *_names(drafts, known)]
    return list({note.message: note for note in reversed(notes)}.values())[::-1]


def _codes(found: Found) -> Iterator[Note]:
    for table in found.tables:
        for entry in table.entries():
            for role in (Role.REF, Role.GROUP):
                yield from _code(entry[role], entry.source)


def _code(cell: Cell, source: Source) -> Iterator[Note]:
    text = cell.text
    code = CODE.search(mended) if (mended := healed(text)) != text else None
    if code and (printed := text[code.start() : code.end()]) != code[0]:
        message = (
            f"The code “{printed}” has letters of another alphabet; it was read as “{code[0]}”."
        )
        yield Note(code="healed", source=source, message=message)


def _names(drafts: Iterable[Draft], known: Known) -> Iterator[Note]:
    if not (known.words or known.elsewhere):
        return
    for draft in drafts:
        for role in (Role.OWNER, Role.SUPPORT, Role.BODY):
            for printed, whole in broken_words(draft.lines(role), known):
                message = f"“{printed}” was read as “{whole}”: a line end had broken it."
                yield Note(code="healed", source=draft.source, message=message)
