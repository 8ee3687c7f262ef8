"""What reaches Teams is whole, fits, can be read aloud, and mentions nobody."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.teams.cards import EMOJI, size, to_messages
from domain.conversation import Choice, Choices, Item, Items, Mark, Reply, Tally
from tests.bot.anything import NASTY, PARTS_OF_ANYTHING
from tests.bot.teams.microsofts_parser import remarks
from tests.bot.test_renderers import PARTS, words
from tests.scheduler.quay import Quay, an_open_action
from tests.standins.teams.cards import faults_of

LIMIT = 28_000


def runs(card: dict) -> str:
    """Every word that the card shows, buttons included."""
    shown = []
    for element in card["body"]:
        shown += [each["text"] for each in element.get("inlines", [])]
        shown += [each["title"] for each in element.get("actions", [])]
    return " ".join(" ".join(shown).split())


def plain(text: str) -> str:
    """Without what a voice says as a pause."""
    return " ".join(text.replace(" · ", ", ").split())


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
            assert plain(word) in plain(said)


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


FORMS = Reply(
    summary="Two things need a word from you.",
    parts=(
        Choices(
            options=(
                Choice(label="7.2 new date…", form=("7.2",)),
                Choice(label="7.2 complete", says="a"),
            )
        ),
        Choices(options=(Choice(label="7.3 will be late…", form=("7.3",)),)),
        Choices(options=(Choice(label="Answer all in a form", form=("7.2", "7.3")),)),
    ),
)


def test_microsofts_own_reader_finds_nothing_wrong_with_any_card(folder):
    replies = [Reply(summary="How it stands.", parts=(part,)) for part in PARTS.values()]
    cards = [each.card for reply in (*replies, FORMS) for each in to_messages(reply, "key")]

    assert remarks(cards, folder) == [[] for _ in cards]


def test_microsofts_own_reader_would_find_it(folder):
    [message] = to_messages(FORMS)
    twice = {**message.card, "body": message.card["body"] * 2}

    [found] = remarks([twice], folder)
    assert any("Duplicate Id" in each for each in found)


async def test_a_day_with_eight_actions_to_ask_about_is_one_message():
    titles = "Agree with all six partners how families are told who leads on their plan, by area"
    actions = [an_open_action(f"4.{n}", 0, text=titles) for n in range(8)]
    quay = await Quay.with_actions(*actions)
    await quay.play([0])
    [written] = await quay.written()

    [message] = to_messages(written.reply, written.key)
    assert all(f"4.{n} Agree" in runs(message.card) for n in range(8))


def test_several_forms_on_a_card_have_no_field_in_common():
    [message] = to_messages(FORMS)

    assert faults_of(message.card) == []


def test_a_voice_hears_the_words_and_no_signs():
    mark = Tally(counts=((Mark.DONE, "complete", 17), (Mark.LATE, "late", 2)))
    item = Item(ref="7.3", title="Light the quay", mark=Mark.LATE, standing="late")
    [message] = to_messages(Reply(summary="How it stands.", parts=(mark, Items(items=(item,)))))

    told = ["How it stands.", "17 complete, 2 late", "7.3 Light the quay: late"]
    assert message.card["speak"].splitlines() == told
    assert "■ 7.3 Light the quay: late" in message.card["fallbackText"]


@given(st.builds(Reply, summary=NASTY.filter(str.strip), parts=PARTS_OF_ANYTHING))
def test_whatever_people_wrote_a_card_fits_and_holds_it_as_plain_runs(reply):
    for message in to_messages(reply):
        assert size(message.card) <= LIMIT
        assert faults_of(message.card) == []
        shown = json.dumps(message.card["body"])
        assert '"TextBlock"' not in shown
        assert '"selectAction"' not in shown
        assert '"entities"' not in json.dumps(message.card)
