"""A message bears the sign of every pattern that is found in it, whatever else it bears."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import IGNORECASE

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import language
from language.dates.date_words import rules
from language.lexicon.landmarks import landmarks
from language.lexicon.patterns import Wording, all_wordings
from language.lexicon.signs import ALL, ANY, bearing_of, sign_of
from language.lexicon.text import lowered, words_of
from language.privacy.personal import MATTERS
from language.privacy.private import RULES
from tests.language.table import rows

FOLDER = Path(__file__).parent
TEXTS = [
    row.text
    for name in ("messages.txt", "written_blind.txt")
    for row in rows((FOLDER / name).read_text(encoding="utf-8"))
]


def wordings() -> Iterator[Wording]:
    """Those of the files of patterns, and those that the modules write for themselves."""
    yield from all_wordings()
    yield from (each.told for each in MATTERS)
    yield from (each for rule in RULES for each in rule.any)
    for module in pkgutil.walk_packages(language.__path__, "language."):
        for each in vars(import_module(module.name)).values():
            if isinstance(each, Wording):
                yield each


def of_any_case(wording: Wording) -> bool:
    """Whether it is looked for in a message as typed."""
    return bool(wording.pattern.flags & IGNORECASE) or "(?i" in wording.pattern.pattern


WORDINGS = list(dict.fromkeys(wordings()))
DATES = [*rules("day"), *rules("period")]


@pytest.mark.parametrize(
    ("landmark", "text"),
    [
        ("snooze", "7.3 SNOOZED again"),
        (" me at ", "write to me at nine"),
        ("don", "I don't"),
        ("'s ", "it's late"),
        ("%", "7.3 is 40% there"),
        ("on a/l", "on a/l"),
        ("is", "7.3 ıs done"),  # a dotless i is an i where capitals do not count
        ("undo", "see https://example.org/undo"),
    ],
)
def test_words_bear_the_sign_of_what_they_are_part_of(landmark: str, text: str):
    sign = sign_of(frozenset([landmark]))
    assert words_of(text).signs & sign


@pytest.mark.parametrize(
    ("landmark", "text"),
    [
        ("snooze", "7.3 on track"),
        (" me at ", "some meat"),
        ("%", "7.3 on track"),
        ("our tracker", "7.3 on track"),
        ("not now", "now amber"),
    ],
)
def test_words_bear_no_sign_of_what_they_are_no_part_of(landmark: str, text: str):
    sign = sign_of(frozenset([landmark]))
    assert not words_of(text).signs & sign


def test_a_pattern_of_which_nothing_is_known_is_always_tried():
    assert sign_of(landmarks(r"\d+")) == ANY
    assert bearing_of("").signs & ANY
    assert words_of("").signs & ANY
    assert ALL & ANY


def test_the_same_landmarks_have_the_same_sign():
    assert sign_of(frozenset(["late", "behind"])) == sign_of(frozenset(["behind", "late"]))


def test_no_message_is_passed_over_that_a_pattern_matches():
    for text in TEXTS:
        signs = words_of(text).signs
        for each in WORDINGS:
            plain = text if of_any_case(each) else lowered(text)
            assert signs & each.sign or not each.pattern.search(plain)


def test_no_message_is_passed_over_that_has_a_date():
    for text in TEXTS:
        words = words_of(text)
        for each in DATES:
            assert words.signs & each.sign or not each.pattern.search(words.low)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_whatever_a_pattern_matches_bears_its_sign(data: st.DataObject):
    wording: Wording = data.draw(st.sampled_from(WORDINGS))
    text = data.draw(st.from_regex(wording.pattern, fullmatch=True))
    plain = text if of_any_case(wording) else lowered(text)
    found = wording.pattern.search(plain)
    assert not found or words_of(plain).signs & wording.sign


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_whatever_matches_at_the_start_begins_with_no_letter_that_it_never_does(
    data: st.DataObject,
):
    wording: Wording = data.draw(st.sampled_from(WORDINGS))
    text = data.draw(st.from_regex(wording.pattern))
    assert not wording.pattern.match(text) or text[:1] not in wording.never


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_part_of_a_message_bears_the_signs_of_its_own_words(data: st.DataObject):
    words = words_of(data.draw(st.sampled_from(TEXTS)))
    first = data.draw(st.integers(0, len(words.tokens) - 1))
    beyond = data.draw(st.integers(first + 1, len(words.tokens)))
    alone = words_of(words.span(first, beyond))
    assert words.signs_in(first, beyond) == alone.signs
    assert words.signs_in(first, beyond) & ~words.signs == 0
