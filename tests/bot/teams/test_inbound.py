"""What Teams delivers becomes what somebody said, or nothing."""

import pytest

from bot.teams.inbound import Ear, from_message, from_press, typed
from bot.teams.shapes import Activity

EAR = Ear(workspace="harbour", tenant="tenant-1")
BOT = {"id": "28:bot", "name": "Plan Bot"}
NIA = {"id": "29:nia", "name": "Nia Quill", "aadObjectId": "entra-nia"}
MENTION = {"type": "mention", "text": "<at>Plan Bot</at>", "mentioned": BOT}
LEE = {
    "type": "mention",
    "text": "<at>Lee</at>",
    "mentioned": {"id": "29:lee", "name": "Lee Marsh"},
}


def an_activity(text: str = "7.3 done", **but: object) -> Activity:
    usual = {
        "type": "message",
        "id": "1700000000001",
        "text": text,
        "from": NIA,
        "recipient": BOT,
        "conversation": {"id": "a:nia", "conversationType": "personal"},
        "channelData": {"tenant": {"id": "tenant-1"}},
        "serviceUrl": "https://smba.trafficmanager.net/uk/",
    }
    return Activity.model_validate(usual | but)


CHANNEL = {"id": "19:quay@thread.tacv2;messageid=1699", "conversationType": "channel"}


def test_a_personal_chat_is_to_us():
    request = from_message(an_activity(), EAR)

    assert request.text == "7.3 done"
    assert request.workspace == "harbour"
    assert (request.account.workspace, request.account.user) == ("tenant-1", "entra-nia")
    assert (request.address.conversation, request.address.thread) == ("a:nia", None)


def test_a_channel_is_only_to_us_where_we_are_mentioned():
    assert from_message(an_activity(conversation=CHANNEL), EAR) is None

    said = an_activity("<at>Plan Bot</at> status quay", conversation=CHANNEL, entities=[MENTION])
    request = from_message(said, EAR)
    assert request.text == "status quay"
    assert (request.address.conversation, request.address.thread) == (
        "19:quay@thread.tacv2",
        "1699",
    )


def test_somebody_else_with_our_name_is_not_us():
    other = {**MENTION, "mentioned": {"id": "28:other", "name": "Plan Bot"}}
    said = an_activity("<at>Plan Bot</at> hello", conversation=CHANNEL, entities=[other])

    assert from_message(said, EAR) is None


def test_a_command_only_its_sender_sees_is_answered_to_them():
    said = an_activity("/plan mine", conversation=CHANNEL, recipient={**BOT, "isTargeted": True})

    address = from_message(said, EAR).address
    assert (address.only_for, address.reply_to) == ("entra-nia", "29:nia")


@pytest.mark.parametrize("tenant", ["tenant-2", None])
def test_another_tenant_is_not_heard(tenant):
    said = an_activity(channelData={"tenant": {"id": tenant}} if tenant else {})

    assert from_message(said, EAR) is None


def test_the_same_activity_is_the_same_request():
    assert from_message(an_activity(), EAR) == from_message(an_activity(), EAR)
    assert from_message(an_activity(), EAR).id != from_message(an_activity(id="2"), EAR).id


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plan status staying-safe", "status staying-safe"),
        ("/plan status staying-safe", "status staying-safe"),
        ("Plan Bot plan status", "status"),
        ("<at>Plan Bot</at>&nbsp;7.3 on track", "7.3 on track"),
        ("<at>Plan Bot</at> give 7.3 to <at>Lee</at>", "give 7.3 to Lee Marsh"),
        ("7.3 &lt; 40% &amp; falling", "7.3 < 40% & falling"),
        ("7.3 done\r\n\r\n\r\nThanks", "7.3 done\n\nThanks"),
        ("planning is late for 7.3", "planning is late for 7.3"),
        ("<at>Plan Bot</at>", "help"),
        ("", "help"),
    ],
)
def test_only_what_was_typed_is_heard_of_a_message(text, said):
    assert typed(an_activity(text, entities=[MENTION, LEE])) == said


def test_a_button_says_its_sentence_where_the_card_stands():
    pressed = an_activity(
        "",
        type="invoke",
        name="adaptiveCard/action",
        value={"action": {"type": "Action.Execute", "verb": "say", "data": {"says": "undo #7"}}},
    )

    assert from_press(pressed, EAR).text == "undo #7"


def test_one_press_is_one_press_under_whatever_id_it_is_delivered():
    data = {"says": "7.3 complete", "under": "reminder:nia"}
    pressed = [
        from_press(an_activity(type="invoke", id=id, value={"action": {"data": data}}), EAR)
        for id in ("1", "2")
    ]
    other = from_press(
        an_activity(type="invoke", value={"action": {"data": {**data, "under": "another card"}}}),
        EAR,
    )

    assert pressed[0].id == pressed[1].id != other.id


@pytest.mark.parametrize("value", [None, {}, {"action": {}}, {"action": {"data": {"other": 1}}}])
def test_a_press_without_a_sentence_is_not_ours(value):
    assert from_press(an_activity(type="invoke", value=value), EAR) is None


def test_an_action_submit_is_a_message_that_says_its_sentence():
    submitted = an_activity("", conversation=CHANNEL, value={"says": "7.3 complete"})

    assert from_message(submitted, EAR).text == "7.3 complete"
