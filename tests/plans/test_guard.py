"""No file of any kind takes much time or memory, or crashes: it is read, or refused in words."""

import io
import os
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.problems import Unreadable
from plans.formats.guard import MOST_PARTS
from plans.read import read
from tests.plans import hostile
from tests.plans.pdf_files import printed, table
from tests.plans.test_excel import a_sheet
from tests.plans.test_excel import saved as saved_excel
from tests.plans.word_files import HEADER, new
from tests.plans.word_files import saved as saved_word
from tests.plans.word_files import table as word_table

SECONDS = 3.0  # of processor time, for slow machines; measured are 2 and less
MEMORY = 200 * 1024**2
ROW = ("Dig a pond", "Bo Tarn", "June 2027")
FIRST_ROW = (
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Action</t></is></c></row></sheetData>'
)


def refusal(content: bytes, name: str = "plan") -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, content)
    assert "\n" not in caught.value.what and caught.value.what.endswith(".")
    assert caught.value.remedy
    return caught.value.what


BOMBS: dict[str, Callable[[], bytes]] = {
    "300 MB of text in Word": lambda: hostile.word(
        b"<w:p><w:r><w:t>" + b"a" * 300_000_000 + b"</w:t></w:r></w:p>"
    ),
    "300 MB of text in Excel": lambda: hostile.excel(
        b"<sheetData><row><c t='str'><v>" + b"a" * 300_000_000 + b"</v></c></row></sheetData>"
    ),
    "a million paragraphs": lambda: hostile.word(b"<w:p/>" * 1_000_000),
    "text that is hard to pack": lambda: hostile.word(
        b"<w:p><w:r><w:t>" + os.urandom(4_000_000).hex().encode() + b"</w:t></w:r></w:p>"
    ),
    "tables in tables": lambda: hostile.word(
        b"<w:tbl><w:tr><w:tc>" * 200_000 + b"</w:tc></w:tr></w:tbl>" * 200_000
    ),
    "many attributes": lambda: hostile.word(
        b"<w:p " + b" ".join(b'a%d="1"' % number for number in range(590_000)) + b"/>"
    ),
    "cells over many columns": lambda: hostile.word(
        b"<w:tbl>"
        + b'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr></w:tc></w:tr>' * 100_000
        + b"</w:tbl>"
    ),
    "a sheet merged whole": lambda: hostile.excel(
        FIRST_ROW + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    ),
    "many merged cells": lambda: hostile.excel(
        FIRST_ROW
        + "".join(f'<mergeCell ref="A{row}:XFD{row + 5000}"/>' for row in range(1, 50_000))
    ),
    "many sheets": lambda: hostile.excel(
        FIRST_ROW,
        sheets="".join(f'<sheet name="s{at}" sheetId="{at}" r:id="r1"/>' for at in range(20_000)),
    ),
    "many parts": lambda: b"PK\x03\x04" + b"PK\x01\x02" * (MOST_PARTS + 1),
    "a PDF that swells": lambda: hostile.pdf(b" " * 300_000_000),
    "a PDF of lines": lambda: hostile.pdf(b"0 0 m 9 9 l S " * 1_000_000),
    "a PDF of brackets": lambda: b"%PDF-1.4\n1 0 obj" + b"[" * 5_000_000,
    "tags never closed": lambda: b"<html>" + b"<a " * 1_500_000,
    "comments never closed": lambda: b"<html>" + b"<!--" * 1_000_000,
    "cells over many rows": lambda: b"<table>" + b"<tr><td rowspan=9999 colspan=9999>a" * 100_000,
    "many lines": lambda: b"\ta\n" * 2_000_000,
    "many pipes": lambda: b"| a | b |\n" * 190_000,
    "many values": lambda: b"a,b\n" * 190_000,
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_in_time(bomb: Callable[[], bytes]):
    content = bomb()
    begun = time.process_time()
    refusal(content)
    assert time.process_time() - begun < SECONDS


@pytest.mark.parametrize("name", ["300 MB of text in Word", "tables in tables", "many lines"])
def test_a_bomb_is_refused_within_memory(name: str):
    content = BOMBS[name]()
    tracemalloc.start()
    try:
        refusal(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < MEMORY


@pytest.mark.parametrize("prolog", [hostile.NESTED, hostile.OUTSIDE], ids=["nested", "outside"])
@pytest.mark.parametrize("make", [hostile.word, hostile.excel])
def test_entities_are_refused(make: Callable[[str, str], bytes], prolog: str):
    assert "entities" in refusal(make("&e8;", prolog))


def test_a_part_larger_than_it_says_is_refused():
    content = hostile.word(b"<w:p><w:r><w:t>" + b"a" * 5_000_000 + b"</w:t></w:r></w:p>")
    assert "damaged" in refusal(hostile.lying_about_its_size(content, "word/document.xml"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (hostile.ole("EncryptedPackage"), "password"),
        (hostile.ole("WordDocument"), ".doc"),
        (hostile.ole("PowerPoint"), "old Office"),
        (hostile.ole("Workbook"), "damaged"),
        (hostile.packed({"readme.txt": "hello"}), "zip file"),
        (hostile.packed({}), "empty zip"),
        (hostile.packed({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "presentation"),
        (hostile.packed({"mimetype": "", "content.xml": ""}), "OpenDocument"),
        (hostile.packed({"[Content_Types].xml": "", "xl/workbook.bin": ""}), ".xlsb"),
        (hostile.word(b"<w:p>"), "damaged"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04 nothing more", "damaged"),
    ],
)
def test_what_is_no_plan_is_named(content: bytes, words: str):
    assert words in refusal(content)


def test_macros_are_ignored():
    document = new()
    word_table(document, [ROW])
    file = io.BytesIO(saved_word(document))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")

    assert [each.text for each in read("plan.docm", file.getvalue()).actions] == ["Dig a pond"]


def a_word_plan() -> bytes:
    document = new()
    word_table(document, [ROW] * 3)
    return saved_word(document)


PLANS = {
    "word": a_word_plan(),
    "excel": saved_excel(a_sheet([HEADER, ROW, ROW])[0]),
    "pdf": printed(table([HEADER, ROW, ROW])),
    "html": b"<table><tr><th>Action<th>Lead<th>By when<tr><td>Dig<td>Bo Tarn<td>June 2027</table>",
}
edits = st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6)), min_size=1, max_size=8)
LONG = settings.get_current_profile_name() == "fuzz"
some = settings(
    max_examples=20_000 if LONG else 40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
few = settings(some, max_examples=2_000 if LONG else 8)  # each starts a process


def edited(content: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    """The bytes with some overwritten, as a bad disk or a bad friend would."""
    changed = bytearray(content)
    for at, new_bytes in changes:
        place = at % len(changed)
        changed[place : place + len(new_bytes)] = new_bytes
    return bytes(changed)


@pytest.mark.parametrize("kind", ["word", "excel", "html"])
@some
@given(changes=edits)
def test_a_changed_file_is_read_or_refused(kind: str, changes: list[tuple[int, bytes]]):
    _read_or_refuse(edited(PLANS[kind], changes))


@few
@given(changes=edits)
def test_a_changed_pdf_is_read_or_refused(changes: list[tuple[int, bytes]]):
    _read_or_refuse(edited(PLANS["pdf"], changes))


@pytest.mark.parametrize("kind", ["word", "excel"])
@some
@given(changes=edits, part=st.integers(0, 50))
def test_a_file_with_a_changed_part_is_read_or_refused(
    kind: str, changes: list[tuple[int, bytes]], part: int
):
    """The zip file is sound, so that the change reaches what reads the part."""
    with zipfile.ZipFile(io.BytesIO(PLANS[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(parts)[part % len(parts)]
    parts[name] = edited(parts[name], changes) if parts[name] else b""
    _read_or_refuse(hostile.packed(parts))


def _read_or_refuse(content: bytes) -> None:
    try:
        read("plan", content)
    except Unreadable as refused:
        assert refused.what and refused.remedy
