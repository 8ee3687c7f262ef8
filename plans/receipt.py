"""The receipt: what an officer should look at after a plan was read."""

from collections import Counter
from collections.abc import Iterable, Sequence

from domain.names import folded_ref
from domain.work import Action, DueKind, Source
from plans.document import Note
from plans.meaning.spellings import may_be_one

# Said once instead of for each action.
WHOLE_PLAN = {
    "owner-missing": "The plan names no owners, so nobody will be reminded of its {count} actions.",
    "date-missing": "The plan has no dates, so none of its {count} actions will be due.",
}
MOST_NAMED = 10  # references in one note
LONGEST_QUOTED = 60  # characters
UNHEADED = "no header above names a column of actions"
OF_THE_DOCUMENT = "they say how the document itself was changed, and not what is to be done"
OF_THE_PAST = "they say what has been done already, and not what is to be done"
NEAR = 3  # lines between rows of one table, over a page break


def owner_and_date_missing(action: Action) -> list[Note]:
    """Notes about an action that nobody owns, or that names no date at all."""
    notes = []
    if not action.owners:
        message = f"{action.ref} has no owner, so nobody will be reminded of it."
        notes.append(_note("owner-missing", action, message))
    if action.due.kind is DueKind.NONE and not action.due_text:
        notes.append(_note("date-missing", action, f"{action.ref} has no date."))
    return notes


def said_once(actions: Sequence[Action], notes: Iterable[Note]) -> list[Note]:
    """The notes, with one for the whole plan where it names no owner or no date anywhere."""
    kept = list(notes)
    for code, what in WHOLE_PLAN.items():
        own = [note for note in kept if note.code == code]
        if len(own) == len(actions) > 1:
            whole = Note(code=code, message=what.format(count=len(actions)))
            kept = [whole, *(note for note in kept if note.code != code)]
    return kept


def same_person(names: Iterable[str]) -> list[Note]:
    """Notes about spellings that may be of one person's name."""
    return [
        Note(
            code="same-person?",
            message=f"“{one}” and “{other}” may be one person; they came in as two.",
        )
        for one, other in may_be_one(names)
    ]


def running_left_out(texts: Sequence[str], source: Source) -> list[Note]:
    """One note about the lines at the edges of pages that say which page of what it is."""
    filled = [text for text in texts if text.strip()]
    if not filled:
        return []
    lines = "1 line was" if len(filled) == 1 else f"{len(filled)} lines were"
    first = " ".join(filled[0].split())[:LONGEST_QUOTED]
    message = f"{lines} left out as headers or footers of pages, the first “{first}”."
    return [Note(code="page-edges-left-out", source=source, message=message)]


def encodings_mixed(lines: Sequence[int]) -> list[Note]:
    """One note about the lines of a text whose characters are written otherwise than the rest."""
    if not lines:
        return []
    many = f"{len(lines)} lines are" if len(lines) > 1 else "1 line is"
    message = (
        f"{many} in another encoding than the rest of the file, the first at line {lines[0]}; "
        "dashes, quotation marks and accents in them are worth a look."
    )
    return [Note(code="encodings-mixed", source=Source(line=lines[0]), message=message)]


def totals_left_out(sources: Sequence[Source]) -> list[Note]:
    """One note about the rows that add up others."""
    if not sources:
        return []
    rows = "A row of totals was" if len(sources) == 1 else f"{len(sources)} rows of totals were"
    message = f"{rows} left out, the first at {sources[0]}."
    return [Note(code="rows-left-out", source=sources[0], message=message)]


def date_not_understood(action: Action) -> Note:
    """A note that quotes a date cell which could not be read."""
    message = (
        f"“{action.due_text}” was not understood as a date, so {action.ref} came in without one."
    )
    return _note("date-not-understood", action, message)


def status_not_understood(action: Action) -> Note:
    """A note that quotes a status cell which could not be read."""
    message = (
        f"“{action.status_text}” was not understood as a status, "
        f"so {action.ref} came in without one."
    )
    return _note("status-not-understood", action, message)


def worded_by_its_group(action: Action) -> Note:
    """A note about an action whose own cell says nothing."""
    message = f"{action.ref} has no action of its own, so it came in with the words beside it."
    return _note("worded-by-group", action, message)


def status_supplied(actions: Sequence[Action]) -> list[Note]:
    """One note about actions that came in as complete, though no status says so."""
    if not actions:
        return []
    refs = ", ".join(action.ref for action in actions[:MOST_NAMED])
    more = ", ..." if len(actions) > MOST_NAMED else ""
    message = (
        f"{refs}{more} came in as complete: a heading or the day on which it was done says so, "
        f"no status does."
    )
    return [_note("status-supplied", actions[0], message)]


def rows_left_out(sources: Sequence[Source], why: str = UNHEADED) -> list[Note]:
    """One note for each run of rows that stand in no table of actions."""
    notes: list[Note] = []
    run: list[Source] = []
    for source in sources:
        if run and not _next_to(run[-1], source):
            notes.append(_left_out(run, why))
            run = []
        run.append(source)
    return [*notes, _left_out(run, why)] if run else notes


def histories_left_out(sources: Sequence[Source]) -> list[Note]:
    """One note for each table of what became of the document itself."""
    return rows_left_out(sources, OF_THE_DOCUMENT)


def achievements_left_out(sources: Sequence[Source]) -> list[Note]:
    """One note for each table of what has been achieved already."""
    return rows_left_out(sources, OF_THE_PAST)


def row_without_an_action(source: Source) -> Note:
    """A note about a row of a table of actions that says nothing of what is to be done."""
    message = f"The row at {source} was left out: its cell for the action says nothing."
    return Note(code="row-left-out", source=source, message=message)


def code_supplied(code: str, name: str, source: Source) -> Note:
    """A note about a group whose code the plan does not print, or that cannot be made out."""
    message = f"“{name.removeprefix(code).strip()}” has no code of its own; it came in as {code}."
    return Note(code="code-supplied", ref=code, source=source, message=message)


def _next_to(before: Source, source: Source) -> bool:
    near = (source.line or 0) - (before.line or 0) <= NEAR
    return near and (before.table, before.sheet) == (source.table, source.sheet)


def _left_out(run: list[Source], why: str) -> Note:
    rows = "1 row was" if len(run) == 1 else f"{len(run)} rows were"
    message = f"{rows} left out from {run[0]}: {why}."
    return Note(code="rows-left-out", source=run[0], message=message)


def doubled(actions: Iterable[Action]) -> tuple[list[Action], list[Note]]:
    """Actions with references that are all different, and a note for each that was printed twice.

    The first keeps its reference; the others get a letter ("4.2b"), so that none is lost.
    """
    taken: set[str] = set()
    printed: Counter[str] = Counter()
    kept: list[Action] = []
    notes: list[Note] = []
    for action in actions:
        ref = _free(action.ref, taken, printed)
        taken.add(folded_ref(ref))
        if ref == action.ref:
            kept.append(action)
            continue
        message = f"{action.ref} is printed more than once; this one came in as {ref}."
        notes.append(_note("reference-repeated", action, message))
        kept.append(action.model_copy(update={"ref": ref}))
    return kept, notes


def _free(ref: str, taken: set[str], printed: Counter[str]) -> str:
    name = ref
    while folded_ref(name) in taken:
        printed[ref] += 1
        name = f"{ref}{_suffix(printed[ref])}"
    return name


def _suffix(times: int) -> str:
    letters = "bcdefghijklmnopqrstuvwxyz"
    return letters[times - 1] if times <= len(letters) else f"-{times + 1}"


def _note(code: str, action: Action, message: str) -> Note:
    return Note(code=code, ref=action.ref, source=action.source, message=message)
