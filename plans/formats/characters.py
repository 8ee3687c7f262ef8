"""Bytes to characters: the encoding a file is in, and what is never part of a plan."""

import codecs
import re

from domain.problems import Unreadable

SAVE_AS = "Open it and save it as Word (.docx), Excel (.xlsx), PDF, CSV or text, then import that."
MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Controls but tab, line feed, form feed and return; soft hyphens, zero-width and direction marks.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\u0080-\u0084\u0086-\u009f\u00ad\u061c\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_ENDS = re.compile("\r\n?|\u0085|\u2028|\u2029")
SOME_BYTES = 4096
TEXT_IN_BINARY = 0.1  # a tenth of the bytes being controls is no text in any encoding


def decoded(content: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or Windows-1252, cleaned. Raise Unreadable if it is none.

    Of a file that is partly in UTF-8 and partly in Windows-1252, each line is read by its own.
    Nothing unseen is left in it: no control, no direction mark; every line ends with a line feed.
    """
    text = _characters(content)
    return cleaned(LINE_ENDS.sub("\n", text))


def lines_in_another_encoding(content: bytes) -> list[int]:
    """The numbers of lines in Windows-1252, in a file of which other lines are in UTF-8."""
    if content.startswith(tuple(mark for mark, _ in MARKS)) or _is_utf8(content):
        return []
    marked = content.startswith(codecs.BOM_UTF8)
    lines = content.removeprefix(codecs.BOM_UTF8).split(b"\n")
    windows = [number for number, line in enumerate(lines, 1) if not _is_utf8(line)]
    unlike = any(not line.isascii() and _is_utf8(line) for line in lines)
    return windows if marked or unlike else []


def cleaned(text: str) -> str:
    """Without what cannot be seen; every kind of space is a plain one."""
    return BLANKS.sub(" ", UNSEEN.sub("", text))


def _characters(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _by(encoding, content)
    if guess := _unmarked_utf16(content):
        return _by(guess, content)
    if _looks_binary(content):
        raise Unreadable("The file is not text, nor a document that is read.", SAVE_AS)
    content = content.removeprefix(codecs.BOM_UTF8)
    if _is_utf8(content):
        return content.decode("utf-8")
    return "\n".join(map(_line, content.split(b"\n")))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _line(content: bytes) -> str:
    """Exports that were put together from two lists, or pasted into, change from line to line."""
    return content.decode("utf-8") if _is_utf8(content) else _windows(content)


def _by(encoding: str, content: bytes) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(
            "The file says that it is Unicode text, but it is damaged.",
            "Save it again as UTF-8 text.",
        ) from None


def _unmarked_utf16(content: bytes) -> str:
    """UTF-16 without its mark shows in every other byte of plain English being zero."""
    head = content[:SOME_BYTES]
    if len(head) < 4 or len(content) % 2:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most, few = 0.6 * len(head) / 2, 0.05 * len(head) / 2
    if odd >= most and even <= few:
        return "utf-16-le"
    return "utf-16-be" if even >= most and odd <= few else ""


def _looks_binary(content: bytes) -> bool:
    head = content[:SOME_BYTES]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x0b" for byte in head)
    return controls > TEXT_IN_BINARY * len(head)


def _windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable(
            "The file's characters are in no encoding that can be read "
            "(UTF-8, UTF-16 or Windows-1252).",
            "Save it again as UTF-8 text.",
        ) from None
