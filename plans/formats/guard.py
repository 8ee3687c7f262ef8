"""What keeps a hostile file from taking the machine: limits before and while it is opened."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from domain.problems import Unreadable
from plans.rows import Block

LARGEST_PART = 32 * 1024**2  # bytes of one part once unpacked; plans of 1,000 actions have 5 MB
LARGEST_SUM = 48 * 1024**2  # of all parts that are read
RATIO = 200  # unpacked to packed; real plans reach 50, a bomb 1,000
RATIO_COUNTS_FROM = 8 * 1024**2  # a small part may be as regular as it likes
MOST_PARTS = 2_000
MOST_TAGS = 1_500_000  # of a part; plans of 1,000 actions have 300,000
MOST_ATTRIBUTES = 600_000
LONGEST_TEXT = 500_000  # bytes of a tag and the text after it; no cell holds so much
MOST_BLOCKS = 20_000  # rows and lines of a document
MOST_LINES = 200_000  # of a text, where a cell may have several
ENTRY = b"PK\x01\x02"  # begins each part's line in a zip file's list of contents
CHUNK = 64 * 1024
PROLOG = 1024  # bytes; the first element of most parts begins within
BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"  # marks of encodings, and blanks
ENCRYPTED = 0x1  # of a zip entry's flags
STRICT = (
    (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/"),
    (b"/wordprocessingml/main", b"/wordprocessingml/2006/main"),
    (b"/spreadsheetml/main", b"/spreadsheetml/2006/main"),
    (b"/drawingml/main", b"/drawingml/2006/main"),
    (b"/officeDocument/relationships", b"/officeDocument/2006/relationships"),
)
SAVE_PART = "Import only the action plan itself, as a file of its own."


class Archive:
    """The parts of an Office file, read within limits."""

    def __init__(self, content: bytes) -> None:
        if content.count(ENTRY) > MOST_PARTS:
            raise Unreadable(f"The file holds more than {MOST_PARTS:,} parts.", SAVE_PART)
        with as_damage():
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        self._left = LARGEST_SUM
        self._read: set[str] = set()
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """The bytes of a part, counted while they are unpacked: what it declares may be a lie."""
        if name not in self.names:
            raise _damage()
        entry = self._zip.getinfo(name)
        if entry.flag_bits & ENCRYPTED:
            raise protected()
        most = min(LARGEST_PART, max(RATIO_COUNTS_FROM, RATIO * entry.compress_size))
        if name not in self._read:
            most = min(most, self._left)
        with as_damage():
            content = b"".join(_counted(self._zip, entry, most))
        self._left -= 0 if name in self._read else len(content)
        self._read.add(name)
        return content

    def tree(self, name: str) -> Element:
        """The XML of a part."""
        return xml_tree(self.part(name))

    def check(self) -> None:
        """Refuse what a library, reading all of the XML, could be harmed by."""
        for name in self.names:
            if self._begins(name).lstrip(BEFORE_XML).startswith(b"<"):
                _refuse_harm(self.part(name))

    def _begins(self, name: str) -> bytes:
        with as_damage(), self._zip.open(name) as stream:
            return stream.read(64)

    def target(self, relations: str, kind: str) -> str:
        """The name of the part that a list of relations names as of a kind; "" if none."""
        if relations not in self.names:
            return ""
        folder = PurePosixPath(relations).parent.parent
        for each in self.tree(relations):
            if each.get("Type", "").endswith(f"/{kind}"):
                return str(folder / each.get("Target", "")).lstrip("/")
        return ""


def xml_tree(content: bytes) -> Element:
    """XML without a document type, and so without entities of its own, inside or outside."""
    _refuse_harm(content)
    try:
        return ElementTree.fromstring(_transitional(content))
    except (ElementTree.ParseError, ValueError, LookupError):
        raise _damage() from None


def limited(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a document, refused while they come if they are too many."""
    kept: list[Block] = []
    for block in blocks:
        kept.append(block)
        if len(kept) > MOST_BLOCKS:
            raise too_much()
    return kept


@contextmanager
def as_damage() -> Iterator[None]:
    """Whatever a library raises over bytes that it cannot read is the fault of the file."""
    try:
        yield
    except Unreadable:
        raise
    except Exception as fault:
        raise _damage() from fault


def protected() -> Unreadable:
    return Unreadable(
        "The file is protected by a password.", "Save a copy without the password, and import that."
    )


def too_much() -> Unreadable:
    return Unreadable("The file holds far more than a plan does.", SAVE_PART)


def _damage() -> Unreadable:
    return Unreadable("The file is damaged.", "Open it, save it again, and import that.")


def _counted(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    with archive.open(entry) as stream:
        try:
            while chunk := stream.read(CHUNK):
                most -= len(chunk)
                if most < 0:
                    raise too_much()
                yield chunk
        except (zlib.error, EOFError):
            raise _damage() from None


def _refuse_harm(content: bytes) -> None:
    many = content.count(b"<") > MOST_TAGS or content.count(b"=") > MOST_ATTRIBUTES
    if many or _has_longer(content):
        raise too_much()
    _refuse_document_type(content)


def _has_longer(content: bytes) -> bool:
    """Whether more than the longest text, at most twice as much, stands without a tag."""
    ends = range(LONGEST_TEXT, len(content) + 1, LONGEST_TEXT)
    return any(content.find(b"<", end - LONGEST_TEXT, end) < 0 for end in ends)


def _refuse_document_type(content: bytes) -> None:
    """Read as far as the first element, before which a document type stands."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    begun: list[str] = []
    parser.StartElementHandler = lambda name, _: begun.append(name)
    try:
        for at in range(0, len(content), PROLOG):
            parser.Parse(content[at : at + PROLOG], False)
            if begun:
                return
    except (expat.ExpatError, ValueError, LookupError):
        raise _damage() from None


def _refuse(*_: object) -> None:
    raise Unreadable(
        "The file declares entities, which no plan needs and which can do harm.",
        "Open it in Word or Excel, save it again, and import that.",
    )


def _transitional(content: bytes) -> bytes:
    """The strict kind of Office files names the same things under other addresses."""
    if STRICT[0][0] not in content:
        return content
    for strict, usual in STRICT:
        content = content.replace(strict, usual)
    return content
