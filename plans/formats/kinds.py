"""What kind of file some bytes are, whatever its name says; a clear sentence where it is none."""

from enum import Enum, auto

from domain.problems import Unreadable
from plans.formats.guard import Archive, protected

CONTENT_TYPES = "[Content_Types].xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PDF, PDF_BEGINS_WITHIN = b"%PDF-", 1024
READABLE = "Save it as Word (.docx), Excel (.xlsx), CSV or PDF, and import that."
AS_DOCX = "Open it in Word and save it as .docx, then import that."
AS_XLSX = "Open it in Excel and save it as .xlsx, then import that."
UNPACK = "Unpack it, and import the file that holds the plan."
TYPED = "Import the document that the picture was made from."
# What the first bytes say of files that hold no plan.
REFUSED = (
    (b"{\\rtf", "Rich text files are not read.", AS_DOCX),
    (b"\x1f\x8b", "The file is compressed.", UNPACK),
    (b"7z\xbc\xaf", "The file is compressed.", UNPACK),
    (b"Rar!", "The file is compressed.", UNPACK),
    (b"BZh", "The file is compressed.", UNPACK),
    (b"\xfd7zXZ", "The file is compressed.", UNPACK),
    (b"\x89PNG", "The file is a picture, without text to read.", TYPED),
    (b"\xff\xd8\xff", "The file is a picture, without text to read.", TYPED),
    (b"GIF8", "The file is a picture, without text to read.", TYPED),
    (b"II*\x00", "The file is a picture, without text to read.", TYPED),
    (b"MM\x00*", "The file is a picture, without text to read.", TYPED),
    (b"BM", "The file is a picture, without text to read.", TYPED),
)
# What the parts of other zip files are called.
OTHER_PACKAGES = (
    ("ppt/", "The file is a presentation, which is not read.", READABLE),
    ("word/", "The file is a damaged Word document.", AS_DOCX),
    ("xl/workbook.bin", "Binary Excel files (.xlsb) are not read.", AS_XLSX),
    ("xl/", "The file is a damaged Excel workbook.", AS_XLSX),
    ("content.xml", "OpenDocument files are not read.", READABLE),
)


class Kind(Enum):
    WORD = auto()
    EXCEL = auto()
    OLD_EXCEL = auto()
    PDF = auto()
    TEXT = auto()


def kind_of(content: bytes) -> Kind:
    """The kind of a file that can be read; Unreadable says what the file is if it cannot."""
    if content.startswith(ZIP):
        return _packaged(content)
    if content.startswith(OLE):
        return _old(content)
    if PDF in content[:PDF_BEGINS_WITHIN]:
        return Kind.PDF
    for start, what, remedy in REFUSED:
        if content.startswith(start) and not (start == b"BM" and content[:64].isascii()):
            raise Unreadable(what, remedy)
    return Kind.TEXT


def _packaged(content: bytes) -> Kind:
    """What an Office file says that it is, by what its main part is called."""
    names = Archive(content).names
    if not names:
        raise Unreadable("The file is an empty zip file.", UNPACK)
    if CONTENT_TYPES in names:
        if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
            return Kind.WORD
        if "xl/workbook.xml" in names:
            return Kind.EXCEL
    for start, what, remedy in OTHER_PACKAGES:
        if any(name.startswith(start) for name in names):
            raise Unreadable(what, remedy)
    raise Unreadable("The file is a zip file, not a document.", UNPACK)


def _old(content: bytes) -> Kind:
    """What a container of the old kind holds, by the names in its directory."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise protected()
    if holds("WordDocument"):
        raise Unreadable("Word files of the old kind (.doc) are not read.", AS_DOCX)
    if holds("Workbook") or holds("Book"):
        return Kind.OLD_EXCEL
    raise Unreadable("The file is of an old Office kind that is not read.", READABLE)
