"""Run as a process of its own: a PDF on standard input, its words and drawn lines out as JSON.

PDFium is quick but written in C, and a file may be made to crash it or to swell without end. Here
it can take down or slow no more than this process, which limits its own memory and time.
"""

import ctypes
import json
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

import pypdfium2
from pypdfium2 import raw

MEMORY = 240 * 1024**2  # bytes of address space, of which a real plan uses a third
SECONDS = 2  # of processor time, and for the words of a real plan more:
CHARACTERS_IN_A_SECOND = 50_000
MOST_CHARACTERS = 3_000_000
MOST_PAGES = 1_000
MOST_DRAWN = 20_000  # lines and areas; in a real plan more, two for each word
MOST_SEGMENTS = 2_000  # of one path
DEEPEST = 3  # groups in groups
WORD_GAP = 0.22  # of the height of a letter
PLAUSIBLE = 0.75  # of its height is the width of a letter, at most, on the average of a word
BOLD = 600
THIN = 2.5  # points: a drawn area no wider is a line
ENCRYPTED = raw.FPDF_ERR_PASSWORD

DRAWN = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
EDGES = raw.FS_RECTF()  # filled anew for each letter: there are many
UNBROKEN = re.compile(r"[^\s\0]+")

type Box = tuple[float, float, float, float]


def main() -> None:
    _limit_memory()
    content = sys.stdin.buffer.read()
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as fault:
        protected = getattr(fault, "err_code", None) == ENCRYPTED
        sys.stdout.write(json.dumps({"fault": "protected" if protected else "damaged"}))
        return
    try:
        answer: dict[str, object] = {"pages": list(read_pages(document))}
    except TooMuchError:
        answer = {"fault": "too much"}
    sys.stdout.write(json.dumps(answer))


class TooMuchError(Exception):
    """There is far more than in a plan: none of it is read, rather than a part without a word."""


def read_pages(document: pypdfium2.PdfDocument) -> Iterator[dict[str, object]]:
    """What stands on each page. Raise TooMuchError where that is more than in a plan."""
    if len(document) > MOST_PAGES:
        raise TooMuchError
    read, left = 0, MOST_DRAWN
    for number in range(len(document)):
        _allow(SECONDS + read // CHARACTERS_IN_A_SECOND)
        page = document[number]
        place = _placing(page)
        words = list(_words(page, place))
        read += sum(len(str(word[0])) for word in words)
        if read > MOST_CHARACTERS:
            raise TooMuchError
        left += 2 * len(words)
        objects = list(islice(page.get_objects(filter=DRAWN, max_depth=DEEPEST), MOST_DRAWN))
        pictures = sum(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in objects)
        paths = [each for each in objects if each.type == raw.FPDF_PAGEOBJ_PATH]
        drawn = list(islice(_drawn(paths, place), max(left, 0)))
        left -= len(drawn)
        yield {"words": words, "drawn": drawn, "pictures": pictures}
        page.close()


class _Placing:
    """Turns places on a page, measured from its lower left corner, into what a reader sees."""

    def __init__(self, left: float, bottom: float, right: float, top: float, turned: int) -> None:
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self._turned = turned

    def seen(self, box: Box) -> Box:
        """Left, top, right and bottom, counted from the upper left corner of the turned page."""
        left, bottom, right, top = box
        match self._turned:
            case 90:
                seen = (bottom - self._bottom, left - self._left)
                return (*seen, top - self._bottom, right - self._left)
            case 180:
                seen = (self._right - right, bottom - self._bottom)
                return (*seen, self._right - left, top - self._bottom)
            case 270:
                seen = (self._top - top, self._right - right)
                return (*seen, self._top - bottom, self._right - left)
            case _:
                seen = (left - self._left, self._top - top)
                return (*seen, right - self._left, self._top - bottom)


def _placing(page: pypdfium2.PdfPage) -> _Placing:
    left, bottom, right, top = page.get_mediabox()
    return _Placing(left, bottom, right, top, page.get_rotation())


def _words(page: pypdfium2.PdfPage, place: _Placing) -> Iterator[list[object]]:
    """Each word with its box, the size of its letters and whether they are bold."""
    text = page.get_textpage()
    letters = _letters(text)
    look = _Look(text)
    for begin, end in _unbroken(letters):
        for first, last, box in _close(text, place, begin, end):
            word = letters[first : last + 1].replace("\x02", "-")
            size = raw.FPDFText_GetFontSize(text, first)
            yield [word, *(round(edge, 1) for edge in box), round(size, 1), look.is_bold(first)]


def _letters(text: pypdfium2.PdfTextPage) -> str:
    """All letters in one go, or one by one where some have no place among the others."""
    count = text.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if count and raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        letters = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(letters) == count:
            return letters
    return "".join(chr(raw.FPDFText_GetUnicode(text, at)) for at in range(count))


class _Look:
    """How heavy the letters of a page are."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(64)

    def is_bold(self, at: int) -> bool:
        if raw.FPDFText_GetFontWeight(self._text, at) >= BOLD:
            return True
        self._name.value = b""
        raw.FPDFText_GetFontInfo(self._text, at, self._name, 64, self._flags)
        return b"bold" in self._name.value.lower()


def _unbroken(letters: str) -> Iterator[tuple[int, int]]:
    """The first and the last of letters with no blank between them."""
    for word in UNBROKEN.finditer(letters):
        yield word.start(), word.end() - 1


def _close(
    text: pypdfium2.PdfTextPage, place: _Placing, begin: int, end: int
) -> Iterator[tuple[int, int, Box]]:
    """Letters that stand close together; nearly always all of them, which two letters show."""
    box, last = _letter(text, place, begin), _letter(text, place, end)
    height = max(box[3] - box[1], 1)
    level = abs(last[1] - box[1]) < height / 4
    if level and box[0] <= last[0] and last[2] - box[0] < (end - begin + 1) * height * PLAUSIBLE:
        yield begin, end, _around(box, last)
        return
    first = begin
    for at in range(begin + 1, end + 1):
        letter = _letter(text, place, at)
        if _goes_on(box, letter):
            box = _around(box, letter)
        else:
            yield first, at - 1, box
            first, box = at, letter
    yield first, end, box


def _letter(text: pypdfium2.PdfTextPage, place: _Placing, at: int) -> Box:
    edges = EDGES
    raw.FPDFText_GetLooseCharBox(text, at, edges)
    return place.seen((edges.left, edges.bottom, edges.right, edges.top))


def _around(one: Box, other: Box) -> Box:
    return (one[0], min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))


def _goes_on(word: Box, letter: Box) -> bool:
    height = max(letter[3] - letter[1], 1)
    level = abs((word[1] + word[3]) - (letter[1] + letter[3])) < height
    return level and -height < letter[0] - word[2] < WORD_GAP * height


def _drawn(paths: Iterable[pypdfium2.PdfObject], place: _Placing) -> Iterator[list[object]]:
    """Each line that was drawn, and each area that was filled, with its colour."""
    for path in paths:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        box = place.seen(path.get_bounds())
        thin = min(box[2] - box[0], box[3] - box[1]) <= THIN
        if thin and (fill.value or stroke.value):
            yield [*(round(edge, 1) for edge in box), ""]
        elif stroke.value:
            for line in _segments(path, place):
                yield [*(round(edge, 1) for edge in line), ""]
        if fill.value and not thin:
            yield [*(round(edge, 1) for edge in box), _colour(path)]


def _segments(path: pypdfium2.PdfObject, place: _Placing) -> Iterator[Box]:
    """The straight strokes of a path."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = before = (0.0, 0.0)
    for at in range(min(raw.FPDFPath_CountSegments(path), MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            begun = here
        else:
            yield _between(before, here, place)
        if raw.FPDFPathSegment_GetClose(segment):
            yield _between(here, begun, place)
        before = here


def _between(one: tuple[float, float], other: tuple[float, float], place: _Placing) -> Box:
    (x, y), (u, v) = one, other
    return place.seen((min(x, u), min(y, v), max(x, u), max(y, v)))


def _colour(path: pypdfium2.PdfObject) -> str:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return bytes((red.value, green.value, blue.value)).hex()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limits on Windows; whoever started us still ends us in time
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _allow(seconds: int) -> None:
    """Be ended by the system after so many seconds of processor time."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))


if __name__ == "__main__":
    main()
