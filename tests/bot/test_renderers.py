"""Whatever a reply says reaches the reader on every platform."""

from collections.abc import Iterator
from typing import get_args

import pytest

from bot.console.render import WIDTH, choices, to_text
from bot.pieces import SIGNS
from domain.conversation import (
    Choice,
    Choices,
    Facts,
    Item,
    Items,
    Mark,
    Paragraph,
    Part,
    Reply,
    Tally,
)

ITEM = Item(
    ref="7.3",
    title="Light the quay before the regatta",
    mark=Mark.RISK,
    standing="at risk",
    detail="Nia Quill · due Fri 30 May",
    quote="the lamps are late",
    said="Nia, 14 May",
)
PARTS: dict[str, Part] = {
    "paragraph": Paragraph(text="You wrote it yesterday."),
    "items": Items(heading="Late", items=(ITEM,), more=4),
    "tally": Tally(counts=((Mark.DONE, "complete", 3), (Mark.LATE, "late", 2))),
    "facts": Facts(pairs=(("Owner", "Harbour Master"),)),
    "choices": Choices(options=(Choice(label="Undo", says="undo #7"),)),
}


def words(part: Part) -> Iterator[str]:
    """Every word of a part that the reader must see."""
    match part:
        case Paragraph(text=text):
            yield text
        case Items(heading=heading, items=items, more=more):
            yield from (heading, str(more))
            for item in items:
                yield from (item.ref, item.title, item.standing, item.detail, item.quote, item.said)
        case Tally(counts=counts):
            for _, word, number in counts:
                yield f"{number} {word}"
        case Facts(pairs=pairs):
            for pair in pairs:
                yield from pair
        case Choices(options=options):
            yield from (option.label for option in options)


def test_there_is_an_example_of_every_part():
    tagged = get_args(get_args(Part.__value__)[0])
    assert {type(part) for part in PARTS.values()} == {get_args(each)[0] for each in tagged}


@pytest.mark.parametrize("name", PARTS)
def test_every_word_of_a_part_is_shown(name):
    shown = " ".join(to_text(Reply(summary="How it stands.", parts=(PARTS[name],))).split())

    assert "How it stands." in shown
    for word in words(PARTS[name]):
        assert " ".join(word.split()) in shown


def test_status_is_never_a_sign_alone():
    shown = to_text(Reply(summary="", parts=(Items(items=(ITEM,)), PARTS["tally"])))

    assert set(SIGNS) == set(Mark)
    assert f"{SIGNS[Mark.RISK]} 7.3" in shown
    assert "at risk" in shown


def test_lines_fit_a_terminal_and_no_word_is_broken():
    long = ITEM.model_copy(update={"title": "quay " * 60, "quote": "lamp\n" * 60})
    shown = to_text(Reply(summary="tide " * 60, parts=(Items(items=(long,)),)))

    assert all(len(line) <= WIDTH for line in shown.splitlines())
    assert (shown.count("quay"), shown.count("lamp"), shown.count("tide")) == (60, 60, 60)


def test_what_is_zero_is_left_out_of_the_bar():
    bar = Tally(counts=((Mark.DONE, "complete", 3), (Mark.LATE, "late", 0)))

    assert to_text(Reply(summary="", parts=(bar,))).strip() == f"{SIGNS[Mark.DONE]} 3 complete"


def test_choices_are_numbered_and_a_number_stands_for_its_sentence():
    two = Choices(
        options=(Choice(label="Undo", says="undo #7"), Choice(label="See 7.3", says="show 7.3"))
    )
    reply = Reply(summary="", parts=(two,))

    assert "[1] Undo" in to_text(reply)
    assert "[2] See 7.3" in to_text(reply)
    assert choices(reply) == ("undo #7", "show 7.3")
