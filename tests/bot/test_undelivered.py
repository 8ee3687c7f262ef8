"""`planbot undelivered` says what never arrived, for whom, and why."""

from bot.commands.undelivered import _lines
from domain.people import Directory, Person
from domain.sending import Undelivered
from tests.builders import NOW, an_outgoing


def test_each_is_told_with_its_reader_and_its_reason():
    nia = Directory(people=(Person(id="nia", name="Nia Quill"),))
    message = an_outgoing(to="nia", about=("1.1", "1.2"))
    channel = an_outgoing(to=None)
    found = [
        Undelivered(message=each, at=NOW, why="There is no such channel.")
        for each in (message, channel)
    ]

    assert list(_lines(found, nia, 7)) == [
        "2 given up in the last 7 days:",
        "  Wed 14 May 10:30  reminder to Nia Quill about 1.1, 1.2: There is no such channel.",
        "  Wed 14 May 09:30  reminder to general: There is no such channel.",
    ]


def test_nothing_given_up_is_said_too():
    assert list(_lines([], Directory(), 7)) == ["Nothing was given up in the last 7 days."]
