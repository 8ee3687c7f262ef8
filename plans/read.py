"""The one door: a file's name and bytes in, a PlanDocument out."""

from collections.abc import Callable, Iterator
from pathlib import PurePath

from domain.problems import Unreadable
from domain.work import Source
from plans.document import Note, PlanDocument
from plans.formats.characters import decoded, lines_in_another_encoding
from plans.formats.guard import MOST_LINES, limited, too_much
from plans.formats.jsonl import read_lines
from plans.formats.kinds import Kind, kind_of
from plans.formats.markdown import read_markdown
from plans.formats.running import running_lines
from plans.formats.separated import read_separated
from plans.formats.text import read_text
from plans.formats.webpage import read_webpage
from plans.meaning.date_order import Order
from plans.receipt import encodings_mixed, running_left_out
from plans.rows import Block
from plans.understand import understood

LARGEST_FILE = 20 * 1024 * 1024  # bytes: the longest plan seen is under 1 MB
LARGEST_TEXT = 8 * 1024 * 1024  # without pictures
WEBPAGE = ("<!doctype html", "<html", "<head", "<table")

READERS: dict[str, Callable[[str], Iterator[Block]]] = {
    ".csv": read_separated,
    ".tsv": read_separated,
    ".tab": read_separated,
    ".html": read_webpage,
    ".htm": read_webpage,
    ".md": read_markdown,
    ".markdown": read_markdown,
}
WITHOUT_PAGES = (".csv", ".tsv", ".tab", ".html", ".htm")
LINES_OF_JSON = (".jsonl", ".ndjson")


def read(name: str, content: bytes, dates: Order | None = None) -> PlanDocument:
    """The plan in a file, with the receipt of what could not be taken.

    What kind of file it is, its first bytes say, whatever the name. ``dates`` says which comes
    first in dates in figures, where somebody knows. Raise Unreadable, with what is wrong and what
    to do about it, where there is no plan in it.
    """
    _refuse_empty(content)
    _refuse_larger(content, LARGEST_FILE)
    document = _document(PurePath(name).suffix.lower(), content, dates)
    if not document.actions:
        raise Unreadable(
            "No actions were found in the file.",
            "It needs a table with a heading such as “Action”, and one such as “By when” or “Who”.",
        )
    return document


def _refuse_empty(content: bytes) -> None:
    if not content.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise Unreadable("The file is empty.", "Choose the file that holds the plan.")


def _refuse_larger(content: bytes, most: int) -> None:
    if len(content) > most:
        raise Unreadable(
            f"The file is larger than {most // 1024**2} MB.", "Import only the action plan itself."
        )


def _document(ending: str, content: bytes, dates: Order | None) -> PlanDocument:
    match kind_of(content):
        case Kind.WORD:
            from plans.formats.word import read_word

            return understood(read_word(content), dates)
        case Kind.EXCEL:
            from plans.formats.excel import read_excel

            return _with_notes(*read_excel(content), dates)
        case Kind.OLD_EXCEL:
            from plans.formats.old_excel import read_old_excel

            return _with_notes(*read_old_excel(content), dates)
        case Kind.PDF:
            from plans.formats.pdf import read_pdf

            return _with_notes(*read_pdf(content), dates)
        case Kind.TEXT:
            _refuse_larger(content, LARGEST_TEXT)
            notes = encodings_mixed(lines_in_another_encoding(content))
            return _noted(notes, _of_text(ending, decoded(content), dates))


def _with_notes(blocks: list[Block], notes: list[Note], dates: Order | None) -> PlanDocument:
    return _noted(notes, understood(blocks, dates))


def _noted(notes: list[Note], document: PlanDocument) -> PlanDocument:
    return document.model_copy(update={"notes": (*notes, *document.notes)}) if notes else document


def _of_text(ending: str, text: str, dates: Order | None) -> PlanDocument:
    if text.count("\n") > MOST_LINES:
        raise too_much()
    if ending in LINES_OF_JSON or (ending not in READERS and _is_json_lines(text)):
        return read_lines(text)
    if ending not in READERS and text.lstrip()[:20].lower().startswith(WEBPAGE):
        ending = ".html"  # as some programs call ".xls" or ".doc" what they save as a web page
    document = understood(limited(READERS.get(ending, read_text)(text)), dates)
    notes = [] if ending in WITHOUT_PAGES else _notes_on_pages(text.split("\n"))
    return _noted(notes, document)


def _notes_on_pages(lines: list[str]) -> list[Note]:
    places = sorted(running_lines(lines))
    texts = [lines[at] for at in places]
    return running_left_out(texts, Source(line=places[0] + 1)) if places else []


def _is_json_lines(text: str) -> bool:
    start = text.lstrip()[:2000]
    return start.startswith("{") and '"ref"' in start
