"""The form of blocks and views, and what somebody sees in them."""

import pytest

from tests.standins.slack import links, pings, words_of
from tests.standins.slack.blocks import misbuilt, misbuilt_view
from tests.standins.slack.world import Json, Message

PLAIN: Json = {"type": "plain_text", "text": "Lamps"}
MRKDWN: Json = {"type": "mrkdwn", "text": "*Lamps*"}
BUTTON: Json = {"type": "button", "text": PLAIN, "action_id": "a", "value": "v"}
OPTION: Json = {"text": PLAIN, "value": "lamps"}
SELECT: Json = {"type": "static_select", "action_id": "s", "options": [OPTION]}
INPUT: Json = {"type": "input", "label": PLAIN, "element": {"type": "datepicker", "action_id": "d"}}
MODAL: Json = {"type": "modal", "title": PLAIN, "submit": PLAIN, "blocks": [INPUT]}


def rich(*parts: Json) -> Json:
    section = {"type": "rich_text_section", "elements": list(parts)}
    return {"type": "rich_text", "elements": [section]}


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": MRKDWN, "accessory": BUTTON},
        {"type": "section", "fields": [PLAIN, MRKDWN]},
        {"type": "header", "text": PLAIN, "block_id": "h"},
        {"type": "context", "elements": [MRKDWN]},
        {"type": "actions", "elements": [BUTTON, SELECT | {"initial_option": OPTION}]},
        {"type": "divider"},
        INPUT,
        rich({"type": "text", "text": "Lamps", "style": {"bold": True}}),
    ],
    ids=lambda block: block["type"],
)
def test_blocks_as_slack_takes_them(block: Json):
    assert list(misbuilt([block])) == []


@pytest.mark.parametrize(
    "block",
    [
        {"type": "header", "text": MRKDWN},
        {"type": "section"},
        {"type": "section", "text": "Lamps"},
        {"type": "section", "text": PLAIN, "colour": "red"},
        {"type": "divider", "text": PLAIN},
        {"type": "actions", "elements": [BUTTON | {"style": "default"}]},
        {"type": "actions", "elements": [BUTTON | {"text": MRKDWN}]},
        {"type": "actions", "elements": [BUTTON | {"url": "javascript:alert(1)"}]},
        {"type": "actions", "elements": [SELECT | {"initial_option": OPTION | {"value": "x"}}]},
        {"type": "actions", "elements": [PLAIN]},
        {"type": "input", "label": PLAIN, "element": BUTTON},
        INPUT | {"element": {"type": "datepicker", "action_id": "d", "initial_date": "1/6/2031"}},
        rich({"type": "text", "text": ""}),
        rich({"type": "blink", "text": "x"}),
        {"type": "carousel"},
    ],
)
def test_blocks_as_slack_refuses_them(block: Json):
    assert list(misbuilt([block])) != []


@pytest.mark.parametrize(
    ("view", "right"),
    [
        (MODAL, True),
        ({"type": "home", "blocks": [{"type": "divider"}]}, True),
        (MODAL | {"submit": None}, False),
        ({"type": "modal", "blocks": [INPUT], "submit": PLAIN}, False),
        ({"type": "home", "title": PLAIN, "blocks": [{"type": "divider"}]}, False),
        (MODAL | {"blocks": []}, False),
        (MODAL | {"state": {}}, False),
    ],
)
def test_a_view_is_built_as_slack_takes_it_or_found_misbuilt(view: Json, right: bool):
    assert (list(misbuilt_view(view)) == []) is right


@pytest.mark.parametrize(
    ("shown", "whom"),
    [
        ("hello <@U1> and <!channel> and <!subteam^S1|crew>", ["U1", "channel", "subteam^S1"]),
        ("hello &lt;@U1&gt; @channel", []),
        ([{"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}}], ["here"]),
        ([{"type": "section", "text": {"type": "plain_text", "text": "<!here>"}}], []),
        ([rich({"type": "text", "text": "<@U1>"}, {"type": "user", "user_id": "U2"})], ["U2"]),
        ([rich({"type": "broadcast", "range": "everyone"})], ["everyone"]),
    ],
)
def test_who_would_be_pinged(shown: object, whom: list[str]):
    assert pings(shown) == whom


HERE = "http://quay.example"


@pytest.mark.parametrize(
    ("shown", "where"),
    [
        (f"see <{HERE}|us> or https://bay.example/x", [HERE, "https://bay.example/x"]),
        ([{"type": "section", "text": {"type": "plain_text", "text": HERE}}], []),
        ([rich({"type": "text", "text": HERE})], []),
        ([rich({"type": "link", "url": HERE})], [HERE]),
        ([{"type": "actions", "elements": [BUTTON | {"url": HERE}]}], [HERE]),
        ([{"type": "context", "elements": [{"type": "mrkdwn", "text": HERE}]}], [HERE]),
        (Message("1", "C1", "U1", "T1", HERE, [rich({"type": "text", "text": "x"})]), []),
        (Message("1", "C1", "U1", "T1", HERE), [HERE]),
    ],
)
def test_where_it_would_lead(shown: object, where: list[str]):
    assert links(shown) == where


def test_the_words_of_a_block_in_the_order_of_reading():
    assert words_of(rich({"type": "text", "text": "Lit "}, {"type": "emoji", "name": "bulb"})) == (
        "Lit :bulb:\n"
    )
    assert words_of({"type": "actions", "elements": [BUTTON, BUTTON]}) == "Lamps\nLamps"
