"""Ten thousand sentences made of references, dates, figures and statuses: none is another."""

from random import Random

import pytest

from language.hearing.heard import Heard, heard
from language.understand import Message
from tests.language.mutating import CHUNK, Tally, main, read_some
from tests.language.plan import CODED, NOW, known, speaker
from tests.language.test_dates import DAYS

MANY = 10_000
A_FEW = 2_000
PLANS = [known(), known(CODED)]
CHAIR = speaker("chair")
DATES = [line.split(" = ")[0] for line in DAYS.strip().splitlines()] + [
    "3/4", "31.3.27", "1.2.2027", "3-4-27", "2027-03-04", "3 April", "April 3rd", "the 3rd",
    "Friday week", "w/c 9 March", "Q1", "2026/27", "mid-May", "10 working days", "end of quarter 2",
]  # fmt: skip
FIGURES = ["7.30pm", "£2.1m", "8.2%", "section 10", "version 2.1", "page 3", "12 of 17", "Year 11"]
STATUSES = ["on track", "delayed", "amber", "complete", "at risk", "slipping", "✅", "not started"]
FRAMES = [
    "{ref} {status}",
    "{ref} {status}, now {date}",
    "{ref} will be finished by {date}",
    "{ref} delayed to {date}",
    "{ref} {status}. Next meeting {date}",
    "moving {ref} to {date}",
    "Workshop on {date}, {ref} {status}",
    "{ref} {status}; we spent {figure} by {date}",
    "{figure} so {ref} is {status}",
    "Action {ref} - {status} - {date} - {figure}",
]


def test_no_reference_is_read_as_a_date_and_no_date_as_a_reference():
    random = Random(4)
    wrong = [text for text, fault in (_case(random) for _ in range(MANY)) if fault]
    assert wrong == []


def test_no_mutation_of_a_message_raises_anything():
    tally = read_some(seed=1, count=A_FEW)
    assert (tally.read, [each for each in tally.faults if "Traceback" in each]) == (A_FEW, [])


@pytest.mark.parametrize("count", [1, CHUNK + 1])
def test_as_many_are_read_as_were_asked_for(count: int, capsys: pytest.CaptureFixture[str]):
    main(count)
    assert f"{count:,} mutated messages read" in capsys.readouterr().out


def test_what_was_read_adds_up_and_keeps_the_slowest():
    some, more = Tally(2, ("a",), 0.1, "x"), Tally(3, (), 0.2, "yy")
    assert some + more == Tally(5, ("a",), 0.2, "yy")


def _case(random: Random) -> tuple[str, bool]:
    plan = random.choice(PLANS)
    ref = random.choice(plan.listed)
    frame = random.choice(FRAMES)
    said = {
        "date": random.choice(DATES),
        "figure": random.choice(FIGURES),
        "status": random.choice(STATUSES),
    }
    before, _, after = frame.partition("{ref}")
    start = len(before.format(**said))
    text = before.format(**said) + ref + after.format(**said)
    return text, _is_wrong(start, ref, heard(Message(text=text, now=NOW), plan, CHAIR))


def _is_wrong(start: int, ref: str, scene: Heard) -> bool:
    """Another reference was found than the one at ``start``, or a date stands where it does."""
    if [each.refs for each in scene.marked.mentions] != [(ref,)]:
        return True
    named = range(start, start + len(ref))
    tokens = scene.typed.tokens
    return any(
        tokens[at].start in named
        for dated in scene.marked.dates
        for at in range(dated.first, dated.beyond)
    )
