"""The one door takes any bytes: a plan comes out, or one clear sentence."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.problems import Unreadable
from domain.work import Status
from plans.answer_json import as_json
from plans.read import LARGEST_FILE, read

HEADER = "Ref,Action,By when,Who\n"
ROW = "1.1,Clear the weir,May 2026,Ann Price\n"


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, content)
    return caught.value.what


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("plan.txt", b"", "empty"),
        ("plan.txt", b"\x00\x00 \n", "empty"),
        ("plan.txt", b"a" * (LARGEST_FILE + 1), "larger"),
        ("plan.rtf", b"{\\rtf1 hello}", "Rich text"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n", "picture"),
        ("plan.csv", bytes(range(256)) * 8, "not text"),
        ("plan.txt", b"\xff\xfe\x00\xd8\x00\x00\xd8", "damaged"),
        ("plan.txt", b"Dear all, here is our plan.", "No actions"),
        ("plan.csv", HEADER.encode(), "No actions"),
        ("plan.jsonl", b'{"ref": "1", "text": "Do"}\n{"ref": 2}', "Line 2"),
        ("plan.jsonl", b'{"ref": "1", "text": "Do"}\n{"ref"', "Line 2"),
        (
            "plan.jsonl",
            b'{"ref": "1", "text": "Do", "due": {"kind": "by", "end": "9999-12-30"}}',
            "Line 1 is not an action: due: a date is not of the years 1900 to 2099.",
        ),
        ("plan.jsonl", b"[" * 100_000, "Line 1"),
    ],
)
def test_refuses_in_one_sentence(name: str, content: bytes, word: str):
    what = refusal(name, content)
    assert word in what and "\n" not in what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_reads_every_usual_encoding(encoding: str):
    content = (HEADER + "1.1,Mend Siân’s weir – soon,May 2026,Ann Price\n").encode(encoding)
    assert read("plan.csv", content).actions[0].text == "Mend Siân’s weir – soon"


def test_text_of_an_old_windows_is_read():
    content = (HEADER + "1.1,Mend Siân’s weir – £5,May 2026,Ann Price\r\n").encode("cp1252")
    assert read("plan.csv", content).actions[0].text == "Mend Siân’s weir – £5"


def test_leaves_out_what_cannot_be_seen():
    hidden = ROW.replace("the", "\u202ethe\x00\u200b\x07")
    (action,) = read("plan.csv", (HEADER + hidden).encode()).actions
    assert action.text == "Clear the weir"


def test_knows_json_lines_by_their_look():
    (action,) = read("plan.txt", b'{"ref": "1.1", "text": "Clear \\u0000the weir"}').actions
    assert (action.text, action.source.line) == ("Clear the weir", 1)


def test_says_what_it_could_not_read():
    content = HEADER + "12.2,Clear the weir,by whenn 31/31/09,\n12.2,Clear it again,May 2026,Jo\n"
    document = read("plan.csv", content.encode())
    assert [action.ref for action in document.actions] == ["12.2", "12.2b"]
    assert {note.code: note.message for note in document.notes} == {
        "reference-repeated": "12.2 is printed more than once; this one came in as 12.2b.",
        "owner-missing": "12.2 has no owner, so nobody will be reminded of it.",
        "date-not-understood": "“by whenn 31/31/09” was not understood as a date, "
        "so 12.2 came in without one.",
    }
    assert all(note.source.line for note in document.notes)


def test_lists_rows_that_it_left_out():
    content = "River,Length\nTarn,4 miles\nBeck,2 miles\n\n" + HEADER + ROW
    document = read("plan.csv", content.encode())
    assert [(note.code, note.source.line) for note in document.notes] == [("rows-left-out", 1)]


def test_answers_in_json_with_only_the_sources_that_are_known():
    answer = as_json(read("plan.csv", ("Weir plan 2026/27\n\n" + HEADER + ROW).encode()))
    assert answer["plan"]["period"] == {"start": "2026-04-01", "end": "2027-03-31"}
    (action,) = answer["actions"]
    assert action["source"].keys() <= {"line", "table", "row"}
    assert (action["due"]["end"], action["owners"]) == ("2026-05-31", ["Ann Price"])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["p.txt", "p.csv", "p.md", "p.jsonl", "p.html"]))
def test_no_bytes_whatever_crash_it(content: bytes, name: str):
    for given_bytes in (content, HEADER.encode() + content):
        try:
            read(name, given_bytes)
        except Unreadable as refused:
            assert refused.what


SCRAPS = (
    "Action~By when~Who~Ref~1.1~BH1~\t~|~\n~,~;~• ~ - ~<td>~<ul>~May 2026~Stage 1~see 3~Ann Price~/"
    '~ and ~Theme: X~## ~(~)~:~2026/27~From~Lead:~Support:~"~<tr>~<table>~\f~Status~RAG~2. ~a) '
)
WORDS = st.sampled_from(SCRAPS.split("~"))


@settings(max_examples=250, deadline=None)
@given(st.lists(WORDS, max_size=80), st.sampled_from(["p.txt", "p.csv", "p.md", "p.html"]))
def test_no_plan_however_garbled_crashes_it(words: list[str], name: str):
    text = "Ref\tAction\tBy when\tWho\n" + "".join(words)
    try:
        read(name, text.encode())
    except Unreadable as refused:
        assert refused.what


@pytest.mark.parametrize(
    "content",
    [
        b"\t" * 5_000_000,
        "•".encode() * 1_600_000,
        b"a" * 5_000_000,
        b"x" + b" " * 5_000_000 + b"y",
        b"<p " * 1_600_000,
        b"(" * 5_000_000,
        b"- " * 2_500_000,
        b"**a" * 1_600_000,
        b"- a (b, " * 600_000,
        b"Ref   Task          Who          By when\n" + b"      and more      and\n" * 200_000,
    ],
    ids=[
        "tabs",
        "bullets",
        "one line",
        "spaces",
        "tags",
        "brackets",
        "dashes",
        "stars",
        "lists",
        "lines",
    ],
)
def test_five_megabytes_of_one_thing_take_seconds_at_most(content: bytes):
    start = time.process_time()
    with pytest.raises(Unreadable):
        read("plan.txt", content)
    assert time.process_time() - start < 5


def test_says_where_a_row_names_no_action():
    document = read("plan.csv", (HEADER + "1.0,,May 2026,Jo Ware\n" + ROW).encode())
    assert [(note.code, note.message) for note in document.notes] == [
        ("row-left-out", "The row at line 2 was left out: its cell for the action says nothing.")
    ]


def test_a_separator_said_in_the_first_line_is_no_part_of_the_plan():
    text = 'sep=;\n"No";"What";"Who";"By";"%"\n"1";"Paint, at last";"Ada Quill";"31-03-2027";"50"\n'
    document = read("plan.csv", text.encode("utf-8"))
    (action,) = document.actions

    assert (action.text, action.status) == ("Paint, at last", Status.IN_PROGRESS)
    assert (document.title, action.source.line) == ("", 3)


def test_headers_and_footers_of_pages_are_left_out_with_a_note():
    page = "Action\tLead\tBy when\nMend {0}\tAda Quill\tMay 2027\nHarbour plan – page {0} of 3\n"
    document = read("plan.txt", "".join(page.format(n) for n in (1, 2, 3)).encode())

    assert [each.text for each in document.actions] == ["Mend 1", "Mend 2", "Mend 3"]
    (note,) = [each for each in document.notes if each.code == "page-edges-left-out"]
    assert note.message.startswith("3 lines were left out")
    assert "Harbour plan – page 1 of 3" in note.message


def test_a_word_broken_in_one_owner_is_whole_in_another():
    text = (
        "Action\tOwner\tBy when\nMend the weir\tLock Dev. Man-ager, Quay BC\tMay 2027\n"
        "Dredge it\tWeir Manager\tJune 2027\n"
    )
    document = read("plan.txt", text.encode())
    assert document.actions[0].owners == ("Lock Dev. Manager, Quay BC",)
    assert "healed" in {note.code for note in document.notes}
