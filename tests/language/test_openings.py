"""A way to write a date is passed over only where it cannot begin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.dates.date_words import DateRule, rules
from language.lexicon.openings import LETTERS, by_opening, openings

RULES = [*rules("day"), *rules("period")]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"march", "m"),
        (r"(?:the )?end", "te"),
        (r"(?:early|mid|late) ", "eml"),
        (r"\d{1,2}(?:st|nd)?", "0123456789"),
        (r"(?<!x)\bfri", "f"),
        (r"a*b?c", "abc"),
        (r"'?q\d", "q"),
        (r"(?P<unit>day|week)s?", "dw"),
        (r"[abc]d", "abc"),
        (r"\W*(?:late|red)", "lr"),
        (r"new\ year", "n"),
        (r"(?P<mark>[ab])c(?P=mark)", "ab"),
        (r"(?P<half>half )?(?(half)a|one) year", "aho"),
    ],
)
def test_tells_with_which_letters_a_text_may_begin(pattern: str, expected: str):
    assert openings(pattern) == frozenset(expected)


@pytest.mark.parametrize("pattern", [r"\w+", r"[^\s]d", r"(?:may)?", r".x", r"(?i)may"])
def test_rules_nothing_out_where_it_cannot_tell(pattern: str):
    assert openings(pattern) == LETTERS


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_a_rule_matches_begins_as_it_says(data: st.DataObject):
    rule: DateRule = data.draw(st.sampled_from(RULES))
    text = data.draw(st.from_regex(rule.pattern).filter(lambda text: text[:1] in LETTERS))
    if rule.pattern.match(text):
        assert text[0] in openings(rule.pattern.pattern)


def test_rules_keep_their_order():
    assert [each.name for each in by_opening(RULES)["t"]] == [
        each.name for each in RULES if "t" in each.openings
    ]
