"""A pattern is passed over only where it cannot match."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.lexicon.landmarks import landmarks
from language.lexicon.patterns import Wording, all_wordings
from tests.language.table import rows

FOLDER = Path(__file__).parent
WORDINGS = all_wordings()
TEXTS = [
    row.text
    for name in ("messages.txt", "written_blind.txt")
    for row in rows((FOLDER / name).read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bsnooze\b", {"\bsnooze\b"}),
        (r"colou?r", {"color", "colour"}),
        (r"ho+ray", {"ray"}),
        (r"(?:not|never) mine", {"not mine", "never mine"}),
        (r"not (?:mine|ours)", {"not mine", "not ours"}),
        (r"(?:cover|stand in)(?: for)?", {"cover", "stand in"}),
        (r"(?P<name>[A-Z]\w*) leads", {" leads"}),
        (r"park(?! and ride)", {"park"}),
        (r"(?<!un)done\.", {"done."}),
        (r"a{2}bc", {"bc"}),
        (r"(?:late|latest)", {"late"}),
        (
            r"\b(?:as|since) (?:we|i)\b",
            {f"\b{a} {b}\b" for a in ("as", "since") for b in ("we", "i")},
        ),
        (r"(?:ask|tell) \d+ people", {" people"}),
        (r"(?P<mark>[/-])on the (?P=mark)", {"on the "}),
        (r"(?P<half>half )?a year(?(half)| or so)", {"a year"}),
        (r"one|\d+", set[str]()),
        (r"(?:one)?", set[str]()),
        (r"(?i)one", set[str]()),
        (r"[a-z] \w", set[str]()),
    ],
)
def test_tells_what_must_stand_in_a_text(pattern: str, expected: set[str]):
    assert landmarks(pattern) == expected


def test_most_rules_have_landmarks():
    assert sum(bool(each.landmarks) for each in WORDINGS) > 0.8 * len(WORDINGS)


def test_no_message_is_passed_over_that_a_rule_matches():
    for text in (each for said in TEXTS for each in (said, said.lower())):
        for wording in WORDINGS:
            assert wording.may_be_in(text) or not wording.pattern.search(text)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_a_rule_matches_has_its_landmarks(data: st.DataObject):
    wording: Wording = data.draw(st.sampled_from(WORDINGS))
    assert wording.may_be_in(data.draw(st.from_regex(wording.pattern)))
