"""How people are greeted."""

from datetime import UTC, datetime

import pytest

from handlers.salutation import called_by, greeting


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Nia Quill", "Nia"),
        ("Nia", "Nia"),
        ("Mary-Ann O’Reed", "Mary-Ann"),
        ("Dr Nia Quill", "Dr Quill"),
        ("Cllr Sam van der Tarn", "Cllr Tarn"),
        ("Mrs Quill", "Mrs Quill"),
        ("N Quill", "N Quill"),
        ("NQ", "NQ"),
        ("Head of Harbour Safety", ""),
        ("Administrator", ""),
        ("Harbour Team", ""),
    ],
)
def test_a_person_is_called_as_people_are_and_a_post_by_no_name(name: str, called: str):
    assert called_by(name) == called


@pytest.mark.parametrize(
    ("hour", "name", "said"),
    [
        (9, "Nia Quill", "Good morning, Nia."),
        (12, "Harbour Team", "Good afternoon."),
        (18, "Dr Nia Quill", "Good evening, Dr Quill."),
    ],
)
def test_the_greeting_goes_by_the_readers_clock(hour: int, name: str, said: str):
    assert greeting(name, datetime(2031, 5, 14, hour, tzinfo=UTC)) == said
