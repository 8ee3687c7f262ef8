"""What reaches Teams is whole, fits, can be read aloud, and mentions nobody."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.cards import EMOJI, size, to_messages
from domain.conversation import Choice, Choices, Item, Items, Mark, Reply, Tally
from tests.bot.anything import NASTY, PARTS_OF_ANYTHING
from tests.bot.test_renderers import PARTS, words

LIMIT = 28_000


def runs(card: dict) -> str:
    """Every word that the card shows, buttons included."""
    shown = []
    for element in card["body"]:
        shown += [each["text"] for each in element.get("inlines", [])]
        shown += [each["title"] for each in element.get("actions", [])]
    return " ".join(" ".join(shown).split())


@pytest.mark.parametrize("name", PARTS)
def test_every_word_of_a_part_is_shown(name):
    [message] = to_messages(Reply(summary="How it stands.", parts=(PARTS[name],)))

    assert "How it stands." in runs(message.card)
    for word in words(PARTS[name]):
        assert " ".join(word.split()) in runs(message.card)


@pytest.mark.parametrize("name", sorted(set(PARTS) - {"choices"}))
def test_every_word_of_a_part_is_read_aloud_and_in_the_fallback(name):
    [message] = to_messages(Reply(summary="How it stands.", parts=(PARTS[name],)))

    for said in (message.card["speak"], message.card["fallbackText"], message.text):
        for word in words(PARTS[name]):
            assert " ".join(word.split()) in " ".join(said.split())


def test_a_status_is_a_shape_of_its_own_beside_its_word():
    bar = Tally(counts=tuple((mark, mark.value, 2) for mark in Mark))
    [message] = to_messages(Reply(summary="", parts=(bar,)))

    for mark, emoji in EMOJI.items():
        assert f"{emoji}  2 {mark.value}" in runs(message.card).replace(emoji, f"{emoji} ")
    assert len(set(EMOJI.values())) == len(Mark)


def test_no_colour_is_set_so_that_every_theme_keeps_its_contrast():
    for part in PARTS.values():
        shown = json.dumps([each.card for each in to_messages(Reply(summary="a", parts=(part,)))])
        assert '"color"' not in shown
        assert '"isSubtle"' not in shown


def test_a_button_says_its_sentence():
    choice = Choices(options=(Choice(label="Undo", says="undo #7"),))
    [message] = to_messages(Reply(summary="Done.", parts=(choice,)), "k1")

    [action] = message.card["body"][-1]["actions"]
    assert action["type"] == "Action.Execute"
    assert action["data"] == {"action": "say", "says": "undo #7", "under": "k1"}


def test_a_long_list_goes_on_in_further_cards_and_loses_nothing():
    many = tuple(Item(ref=f"{n}.1", title="Mend the quay wall " * 8) for n in range(120))
    messages = to_messages(Reply(summary="All.", parts=(Items(items=many, numbered=True),)))

    assert len(messages) > 1
    shown = " ".join(runs(each.card) for each in messages)
    for item in many:
        assert f"{item.ref} Mend" in shown


@given(st.builds(Reply, summary=NASTY.filter(str.strip), parts=PARTS_OF_ANYTHING))
def test_whatever_people_wrote_a_card_fits_and_holds_it_as_plain_runs(reply):
    for message in to_messages(reply):
        assert size(message.card) <= LIMIT
        assert message.card["body"]
        shown = json.dumps(message.card["body"])
        assert '"TextBlock"' not in shown
        assert '"selectAction"' not in shown
        assert '"entities"' not in json.dumps(message.card)
