"""No cell is run as a formula, and no text is lost by that."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plans.harmless import harmless, unmarked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Light the quay", "Light the quay"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5", "'-5"),
        ("@nia", "'@nia"),
        ("\tcmd", "'\tcmd"),
        ("\rcmd", "'\rcmd"),
        (" =1+1", "' =1+1"),
        ("'=1+1", "''=1+1"),
        ("'tis the season", "'tis the season"),
        ("1-2", "1-2"),
    ],
)
def test_what_begins_like_a_formula_is_marked(text, shown):
    assert harmless(text) == shown


@given(some.text(alphabet="'=+-@\t\r ab"))
def test_the_mark_is_taken_off_again(text):
    assert unmarked(harmless(text)) == text


@given(some.text(alphabet="'=+-@\t\r ab"))
def test_nothing_that_is_written_begins_like_a_formula(text):
    assert not harmless(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
