"""The one door: a file's name and bytes in, a PlanDocument out."""

from collections.abc import Callable
from pathlib import PurePath

from domain.problems import Unreadable
from plans.characters import decoded
from plans.document import PlanDocument
from plans.jsonl import read_lines
from plans.rows import Block
from plans.separated import read_separated
from plans.text import read_text
from plans.understand import understood

LARGEST_FILE = 20 * 1024 * 1024  # bytes: the longest plan seen is under 1 MB
SAVE_AS = "Open it and save it as text or CSV, then import that."

# What the first bytes say, whatever the name.
KINDS = (
    (b"%PDF", "PDF files are not read yet in this version."),
    (b"PK\x03\x04", "Word, Excel and zip files are not read yet in this version."),
    (b"PK\x05\x06", "The file is an empty zip file."),
    (b"\xd0\xcf\x11\xe0", "Old Word and Excel files, and protected ones, are not read yet."),
    (b"{\\rtf", "Rich text files are not read yet in this version."),
    (b"\x1f\x8b", "The file is compressed."),
    (b"7z\xbc\xaf", "The file is compressed."),
    (b"Rar!", "The file is compressed."),
    (b"\x89PNG", "The file is a picture, without text to read."),
    (b"\xff\xd8\xff", "The file is a picture, without text to read."),
    (b"GIF8", "The file is a picture, without text to read."),
)
READERS: dict[str, Callable[[str], list[Block]]] = {
    ".csv": read_separated,
    ".tsv": read_separated,
    ".tab": read_separated,
}
LINES_OF_JSON = (".jsonl", ".ndjson")


def read(name: str, content: bytes) -> PlanDocument:
    """The plan in a file, with the receipt of what could not be taken.

    Raise Unreadable, with what is wrong and what to do about it, where there is no plan in it.
    """
    _refuse_what_is_not_text(content)
    document = _document(PurePath(name).suffix.lower(), content)
    if not document.actions:
        raise Unreadable(
            "No actions were found in the file.",
            "It needs a table with a heading such as “Action”, and one such as “By when” or “Who”.",
        )
    return document


def _refuse_what_is_not_text(content: bytes) -> None:
    if not content.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise Unreadable("The file is empty.", "Choose the file that holds the plan.")
    if len(content) > LARGEST_FILE:
        megabytes = LARGEST_FILE // 1024**2
        raise Unreadable(
            f"The file is larger than {megabytes} MB.", "Import only the action plan itself."
        )
    for start, what in KINDS:
        if content.startswith(start):
            raise Unreadable(what, SAVE_AS)


def _document(ending: str, content: bytes) -> PlanDocument:
    text = decoded(content)
    if ending in LINES_OF_JSON or (ending not in READERS and _is_json_lines(text)):
        return read_lines(text)
    return understood(READERS.get(ending, read_text)(text))


def _is_json_lines(text: str) -> bool:
    start = text.lstrip()[:2000]
    return start.startswith("{") and '"ref"' in start
