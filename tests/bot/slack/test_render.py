"""What reaches Slack is whole, within every limit, and can ping nobody."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pieces import SIGNS
from bot.slack.render import EMOJI, SlackMessage, to_messages
from domain.conversation import Choice, Choices, Item, Items, Mark, Reply, Tally
from tests.bot.anything import NASTY, PARTS_OF_ANYTHING
from tests.bot.test_renderers import PARTS, words
from tests.standins.slack.limits import message_faults


def shown(messages: list[SlackMessage]) -> str:
    """Every word of the blocks, in order."""
    return " ".join(" ".join(_texts([*message.blocks])) for message in messages)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        own = [value["text"]] if isinstance(value.get("text"), str) else []
        return own + [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return []


@pytest.mark.parametrize("name", PARTS)
def test_every_word_of_a_part_is_shown_and_said(name):
    messages = to_messages(Reply(summary="How it stands.", parts=(PARTS[name],)))

    blocks = " ".join(shown(messages).split())
    assert "How it stands." in blocks
    for word in words(PARTS[name]):
        assert " ".join(word.split()) in blocks
    if name != "choices":
        for word in words(PARTS[name]):
            assert " ".join(word.split()) in " ".join(messages[0].text.split())


def test_a_mark_is_an_emoji_of_its_own_with_its_sign_in_the_text():
    bar = Tally(counts=tuple((mark, mark.value, 2) for mark in Mark))
    [message] = to_messages(Reply(summary="", parts=(bar,)))

    for mark in Mark:
        assert f'"name": "{EMOJI[mark]}"' in json.dumps(message.blocks)
        assert SIGNS[mark] in message.text
    assert len(set(SIGNS.values())) == len(set(EMOJI.values())) == len(Mark)


def test_a_long_list_goes_on_in_further_messages_and_loses_nothing():
    many = tuple(Item(ref=f"{n}.1", title="Mend the quay wall " * 8) for n in range(200))
    messages = to_messages(Reply(summary="All.", parts=(Items(items=many, numbered=True),)))

    assert len(messages) > 1
    assert [message_faults(each.text, each.blocks) for each in messages] == [[]] * len(messages)
    for item in many:
        assert f"{item.ref} Mend" in shown(messages)


def test_a_numbered_list_keeps_its_numbers_in_the_next_message():
    many = tuple(Item(ref=f"{n}.1", title="Mend the quay wall " * 8) for n in range(60))
    second = to_messages(Reply(summary="All.", parts=(Items(items=many, numbered=True),)))[1]

    first_line = second.text.splitlines()[0]
    number = int(first_line.split(".")[0])
    assert json.dumps(second.blocks).count(f'"offset": {number - 1}') == 1


def test_buttons_that_fill_a_message_of_their_own_are_told_in_its_text():
    many = Choices(options=tuple(Choice(label=f"{n}", says=f"{n} done") for n in range(300)))
    messages = to_messages(Reply(summary="Which?", parts=(many,)))

    assert [message_faults(each.text, each.blocks) for each in messages] == [[]] * len(messages)
    assert messages[-1].text.endswith("299")


@given(st.builds(Reply, summary=NASTY.filter(str.strip), parts=PARTS_OF_ANYTHING))
def test_whatever_people_wrote_no_message_is_refused_pings_or_links(reply):
    messages = to_messages(reply)

    for message in messages:
        assert message_faults(message.text, message.blocks) == []
        assert "<" not in message.text
        assert ">" not in message.text
        assert '"mrkdwn"' not in json.dumps(message.blocks)
