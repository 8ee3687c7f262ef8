"""What an import is told before and after: what was read, what is missing, what would change."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from domain.ports import KeptDocument
from handlers.intake import Intake
from handlers.taking_back import LastReading, TakenBack
from plans.compare import Change, ChangeKind
from plans.document import Note, PlanDocument

SHOWN = 20  # notes, and changes: together a screen; --json has them all
LONGEST = 60  # characters of what was and what is
FEW_REFS = 6
MISSING = {
    "owner-missing": "without an owner",
    "date-missing": "without a date",
    "date-not-understood": "with a date that was not understood",
    "status-not-understood": "with a status that was not understood",
    "reference-repeated": "with a reference that is printed more than once",
}
OTHERS = {
    "date-order-unclear": "dates that may have the day or the month first",
    "dates-month-first": "dates read month first",
    "healed": "words or codes mended",
    "same-person?": "names that may be one person’s",
    "code-supplied": "codes supplied",
    "rows-left-out": "rows left out",
    "row-left-out": "rows left out",
    "sheet-hidden": "hidden sheets",
    "page-not-read": "pages not read",
    "page-edges-left-out": "page headers and footers left out",
}
KINDS = {
    ChangeKind.REDATED: "re-dated",
    ChangeKind.REASSIGNED: "re-assigned",
    ChangeKind.RESTATUSED: "with another status",
    ChangeKind.DETAILED: "with other details",
}


def document_lines(document: PlanDocument, name: str) -> Iterator[str]:
    """What was read and what was not, in words."""
    sections = len(document.sections)
    where = f" in {_count(sections, 'section')}" if sections else ""
    actions = _count(len(document.actions), "action")
    yield f"{document.title or name}: {actions}{where}{_period(document)}."
    missing = [note for note in document.notes if note.code in MISSING]
    others = [note for note in document.notes if note.code not in MISSING]
    if missing:
        yield f"To complete: {_missing(missing, len(document.actions))}."
    if others:
        counts = Counter(OTHERS.get(each.code, each.code.replace("-", " ")) for each in others)
        yield f"Worth a look: {', '.join(f'{what} ({n})' for what, n in counts.items())}."
    yield from _first([f"{note.message}{_at(note)}" for note in (*others, *missing)])


def standing_lines(intake: Intake) -> Iterator[str]:
    """How a document that is not stored stands beside what is."""
    if intake.same:
        yield f"This very document was read before as {intake.key}: it would change nothing."
    elif intake.known is None:
        yield f"It would be stored as {intake.key}, a new plan."
    elif not intake.changes:
        yield f"No action differs from the document read last for {intake.key}."


def day_first(figures: str) -> str:
    """The question which of a date's figures is the day."""
    day, month, year = map(int, figures.replace("-", "/").split("/"))
    meant = date(year + 2000 if year < 100 else year, month, day)
    return f"Is “{figures}” {meant.day} {meant:%B %Y}, with the day first? No means month first."


def change_lines(intake: Intake) -> Iterator[str]:
    """What the document would change in a plan that is known."""
    if intake.known is None or intake.same or not intake.changes:
        return
    yield f"Compared with the document read last: {_changes(intake.changes)}."
    yield from _first([_change(each) for each in intake.changes])
    if any(each.kind is ChangeKind.DROPPED for each in intake.changes):
        yield "What is dropped is closed as “dropped from the plan”, not deleted."


def renumbered_lines(intake: Intake) -> Iterator[str]:
    """Which known actions seem to have new numbers."""
    found = intake.renumbered
    if not found:
        return
    some = ", ".join(f"{each.before} → {each.after}" for each in found[:FEW_REFS])
    more = f" and {len(found) - FEW_REFS} more" if len(found) > FEW_REFS else ""
    seem = "seems" if len(found) == 1 else "seem"
    yield f"{_count(len(found), 'action')} {seem} to have a new number: {some}{more}."


def outcome_lines(intake: Intake, carried: bool) -> Iterator[str]:
    """What became of the document that was stored."""
    key = intake.key
    if intake.same:
        yield f"This very document was read before as {key}: nothing changed."
    elif intake.known is None:
        yield f"Stored as {key}."
    elif not intake.changes:
        yield f"Stored as {key}: no action differs from the document read last."
    else:
        yield f"Stored as {key}: {_changes(intake.changes)}. What people have said stays."
    if intake.renumbered and carried:
        yield "What was said about the actions with new numbers went along with them."
    elif intake.renumbered:
        yield "What was said about the actions with new numbers stays under the old ones."


def undo_lines(last: LastReading) -> Iterator[str]:
    """What would be taken back."""
    yield f"The last import is {_named(last.document)}, into {last.plan.key}."


def undone_lines(last: LastReading, done: TakenBack) -> Iterator[str]:
    """What was taken back, and what stands now."""
    yield f"Taken back: {_named(last.document)}. What people have said stays."
    if done.undone:
        yield f"{_count(done.undone, 'action is', 'actions are')} again as before the import."
    if done.dropped:
        dropped = _count(done.dropped, "action is", "actions are")
        yield f"{dropped} closed as “dropped from the plan”, not deleted."
    if done.before is None:
        yield f"{last.plan.key} has no document now; the next import opens its actions again."
    else:
        yield f"{last.plan.key} is again as it was in {_named(done.before)}."


def _named(document: KeptDocument) -> str:
    when = document.read_at
    return f"{document.name} of {when.day} {when:%B %Y}, {when:%H:%M} UTC"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _period(document: PlanDocument) -> str:
    period = document.period
    if period is None:
        return ""
    start, end = period.start, period.end
    return f" ({start.day} {start:%B %Y} to {end.day} {end:%B %Y})"


def _missing(notes: Sequence[Note], actions: int) -> str:
    """How many actions lack what; a note that names none of them stands for all."""
    counts: Counter[str] = Counter()
    for note in notes:
        counts[MISSING[note.code]] += 1 if note.ref else actions
    return ", ".join(f"{count} {what}" for what, count in counts.items())


def _at(note: Note) -> str:
    where = str(note.source)
    return f" ({where})" if where and where not in note.message else ""


def _changes(changes: Sequence[Change]) -> str:
    counts = Counter(_kind(change) for change in changes)
    return ", ".join(f"{count} {kind}" for kind, count in counts.items())


def _kind(change: Change) -> str:
    return KINDS.get(change.kind, change.kind.value)


def _change(change: Change) -> str:
    match change.kind:
        case ChangeKind.ADDED | ChangeKind.DROPPED:
            text = change.before or change.after
            return f"{change.ref} {_kind(change)}: {_short(text)}"
        case ChangeKind.RENUMBERED:
            return f"{change.ref} was {change.before}"
        case _:
            before, after = _apart(change.before, change.after)
            return f"{change.ref} {_kind(change)}: {_quoted(before)} → {_quoted(after)}"


def _apart(before: str, after: str) -> tuple[str, str]:
    """Two texts from where they begin to differ, where that would not be seen otherwise."""
    ours, theirs = before.split(), after.split()
    pairs = zip(ours, theirs, strict=False)
    alike = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(ours), len(theirs)))
    if len(" ".join(ours[:alike])) < LONGEST // 2:
        return before, after
    begin = max(alike - 1, 0)
    return f"… {' '.join(ours[begin:])}", f"… {' '.join(theirs[begin:])}"


def _quoted(text: str) -> str:
    return f"“{_short(text)}”" if text else "nothing"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _first(lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  and {len(lines) - SHOWN} more; --json lists them all"
