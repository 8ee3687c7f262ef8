"""Calls of the Web API through the SDK that the product uses."""

from contextlib import nullcontext
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.standins.conftest import Harbour
from tests.standins.slack import Broken, Fails, Limited, Lost, Refused, words_in
from tests.standins.slack.world import Json

A_SECTION: Json = {"type": "section", "text": {"type": "plain_text", "text": "Lamps are lit."}}


async def refusal(call: object) -> str:
    with pytest.raises(SlackApiError) as refused:
        await call  # type: ignore[misc]  # whatever the SDK gives to be awaited
    return str(refused.value.response["error"])


@pytest.fixture(autouse=True)
def nobody_listens(harbour: Harbour) -> None:
    harbour.slack.echoes = False


async def test_a_token_says_whose_it_is(harbour: Harbour):
    answer = await harbour.client.auth_test()
    assert (answer["team_id"], answer["user_id"]) == (harbour.team.id, harbour.token.user)


async def test_a_post_is_in_the_history_and_can_be_updated_and_deleted(harbour: Harbour):
    client, board = harbour.client, harbour.board
    posted = await client.chat_postMessage(
        channel=board.id,
        text="Lamps are lit.",
        blocks=[A_SECTION],
        metadata={"event_type": "reminder", "event_payload": {"key": "k1"}},
    )
    await client.chat_update(channel=board.id, ts=posted["ts"], text="Lamps are out.")
    history = await client.conversations_history(channel=board.id, include_all_metadata=True)
    [message] = history["messages"]

    assert message["text"] == "Lamps are out."
    assert message["metadata"]["event_payload"] == {"key": "k1"}
    assert message["edited"]["user"] == harbour.token.user
    await client.chat_delete(channel=board.id, ts=posted["ts"])
    assert (await client.conversations_history(channel=board.id))["messages"] == []


async def test_a_reply_goes_to_the_thread_and_not_to_the_top(harbour: Harbour):
    client, board = harbour.client, harbour.board
    harbour.slack.pacing.on = False
    root = await client.chat_postMessage(channel=board.id, text="Round")
    await client.chat_postMessage(channel=board.id, text="Reply", thread_ts=root["ts"])
    thread = await client.conversations_replies(channel=board.id, ts=root["ts"])
    top = await client.conversations_history(channel=board.id)

    assert [each["text"] for each in thread["messages"]] == ["Round", "Reply"]
    assert thread["messages"][0]["reply_count"] == 1
    assert [each["text"] for each in top["messages"]] == ["Round"]


async def test_a_history_comes_in_pages(harbour: Harbour):
    client, board = harbour.client, harbour.board
    harbour.slack.pacing.on = False
    for number in range(5):
        await client.chat_postMessage(channel=board.id, text=f"{number}")
    first = await client.conversations_history(channel=board.id, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await client.conversations_history(channel=board.id, limit=3, cursor=cursor)

    texts = [each["text"] for page in (first, rest) for each in page["messages"]]
    assert texts == ["4", "3", "2", "1", "0"]
    assert (first["has_more"], rest["has_more"]) == (True, False)


async def test_direct_messages_are_opened_once(harbour: Harbour):
    first = await harbour.client.conversations_open(users=harbour.nia.id)
    again = await harbour.client.conversations_open(users=[harbour.nia.id])
    assert first["channel"]["id"] == again["channel"]["id"] == harbour.nia.direct.id


async def test_only_the_one_it_is_for_sees_what_is_ephemeral(harbour: Harbour):
    await harbour.client.chat_postEphemeral(
        channel=harbour.board.id, user=harbour.nia.id, text="Just you."
    )
    history = await harbour.client.conversations_history(channel=harbour.board.id)

    assert words_in(await harbour.nia.hears()) == "Just you."
    assert harbour.bo.heard() == []
    assert history["messages"] == []


async def test_people_are_found_by_id_by_email_and_all_together(harbour: Harbour):
    client = harbour.client
    found = await client.users_lookupByEmail(email="BO@harbour.example")
    known = await client.users_info(user=harbour.nia.id)
    everybody = await client.users_list()

    assert found["user"]["id"] == harbour.bo.id
    assert known["user"]["profile"]["email"] == "nia@harbour.example"
    assert known["user"]["tz"] == "Europe/London"
    assert {each["name"] for each in everybody["members"]} == {"nia.quill", "bo.lark", "planbot"}


async def test_who_left_is_marked_and_not_found_by_email(harbour: Harbour):
    harbour.slack.app.events = ()
    await harbour.slack.leaves(harbour.bo)
    known = await harbour.client.users_info(user=harbour.bo.id)

    assert known["user"]["deleted"]
    lost = harbour.client.users_lookupByEmail(email="bo@harbour.example")
    assert await refusal(lost) == "users_not_found"
    assert await refusal(harbour.client.conversations_open(users=harbour.bo.id)) == "user_disabled"


async def test_a_second_message_within_the_second_has_to_wait(harbour: Harbour):
    client, board = harbour.client, harbour.board
    await client.chat_postMessage(channel=board.id, text="One")
    with pytest.raises(SlackApiError) as limited:
        await client.chat_postMessage(channel=board.id, text="Two")
    await client.chat_postMessage(channel=harbour.nia.direct.id, text="Elsewhere")
    await harbour.slack.elapse(timedelta(seconds=1))
    await client.chat_postMessage(channel=board.id, text="Two")

    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["Retry-After"] == "1"
    assert [each.text for each in board.messages.values()] == ["One", "Two"]


async def test_a_method_can_be_called_as_often_as_its_tier_allows(harbour: Harbour):
    for _ in range(20):
        await harbour.client.conversations_list()
    assert await refusal(harbour.client.conversations_list()) == "ratelimited"
    await harbour.slack.elapse(timedelta(minutes=1))
    await harbour.client.conversations_list()


@pytest.mark.parametrize(
    ("trouble", "error", "posted"),
    [
        (Limited(30), SlackApiError, False),
        (Broken(503), SlackApiError, False),
        (Fails("is_archived"), SlackApiError, False),
        (Refused(), aiohttp.ServerDisconnectedError, False),
        (Lost(), aiohttp.ServerDisconnectedError, True),
    ],
    ids=lambda each: type(each).__name__ if not isinstance(each, type) else "",
)
async def test_troubles_come_as_planned_and_pass(
    harbour: Harbour, trouble: object, error: type[Exception], posted: bool
):
    slack, board = harbour.slack, harbour.board
    slack.troubles.plan("chat.postMessage", trouble, channel=board.id)  # type: ignore[arg-type]
    with pytest.raises(error):
        await harbour.client.chat_postMessage(channel=board.id, text="One")
    assert bool(board.messages) is posted
    await slack.elapse(timedelta(seconds=1))
    await harbour.client.chat_postMessage(channel=board.id, text="Two")


async def test_nothing_is_answered_while_it_is_down(harbour: Harbour):
    await harbour.slack.go_down()
    with pytest.raises(aiohttp.ClientConnectorError):
        await harbour.client.auth_test()
    await harbour.slack.come_up()
    await harbour.client.auth_test()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [{"type": "header", "text": {}}]}, "invalid_blocks"),
        ({"text": "x", "blocks": [A_SECTION] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": "none"}, "invalid_blocks_format"),
        ({"text": "x", "metadata": {"event_type": 1}}, "invalid_metadata_format"),
    ],
)
async def test_what_slack_would_refuse_is_refused_and_kept(
    harbour: Harbour, arguments: Json, error: str
):
    call = harbour.client.api_call(
        "chat.postMessage", json={"channel": harbour.board.id} | arguments
    )
    assert await refusal(call) == error
    assert harbour.slack.faults
    harbour.slack.faults.clear()


async def test_a_call_without_its_arguments_says_which(harbour: Harbour):
    with pytest.raises(SlackApiError) as refused:
        await harbour.client.api_call("chat.update", json={"channel": harbour.board.id})
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] missing required field: ts"
    ]
    harbour.slack.faults.clear()


@pytest.mark.parametrize(
    ("method", "arguments", "fault"),
    [
        ("auth.test", {"colour": "red"}, "colour is no argument of auth.test"),
        ("chat.paint", {}, "chat.paint is no method that this Slack knows"),
        ("chat.postMessage", {"channel": "C1", "text": " ", "blocks": [A_SECTION]}, "text is"),
    ],
)
async def test_what_slack_lets_pass_though_it_should_not_be_is_kept(
    harbour: Harbour, method: str, arguments: Json, fault: str
):
    with pytest.raises(SlackApiError) if method != "auth.test" else nullcontext():
        await harbour.client.api_call(method, json=arguments)
    assert any(fault in each for each in harbour.slack.faults)
    harbour.slack.faults.clear()


async def test_a_token_does_what_its_scopes_allow(harbour: Harbour):
    few = harbour.slack.install(harbour.team, ["chat:write", "users:read"])
    client = AsyncWebClient(token=few.value, base_url=harbour.slack.api_url)
    with pytest.raises(SlackApiError) as refused:
        await client.conversations_history(channel=harbour.board.id)
    known = await client.users_info(user=harbour.nia.id)

    assert refused.value.response["error"] == "missing_scope"
    assert "channels:history" in refused.value.response["needed"]
    assert "email" not in known["user"]["profile"]
    harbour.slack.faults.clear()


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-none", "invalid_auth")])
async def test_a_token_that_is_none_opens_nothing(harbour: Harbour, token: str, error: str):
    client = AsyncWebClient(token=token, base_url=harbour.slack.api_url)
    assert await refusal(client.auth_test()) == error


async def test_a_team_sees_nothing_of_another(harbour: Harbour):
    quay = harbour.slack.team("Quay")
    token = harbour.slack.install(quay)
    client = AsyncWebClient(token=token.value, base_url=harbour.slack.api_url)

    board, nia = harbour.board.id, harbour.nia.id
    assert await refusal(client.chat_postMessage(channel=board, text="x")) == "channel_not_found"
    assert await refusal(client.conversations_history(channel=board)) == "channel_not_found"
    assert await refusal(client.users_info(user=nia)) == "user_not_visible"
    assert (await client.users_list())["members"][0]["team_id"] == quay.id
    assert (await client.conversations_list())["channels"] == []


async def test_a_shared_channel_shows_people_of_both_teams_without_their_addresses(
    harbour: Harbour,
):
    quay = harbour.slack.team("Quay")
    sam = harbour.slack.person(quay, "Sam Tarn", email="sam@quay.example")
    shared = harbour.slack.channel(harbour.team, "both", harbour.nia, sam)
    known = await harbour.client.users_info(user=sam.id)
    channel = await harbour.client.conversations_info(channel=shared.id)

    assert known["user"]["team_id"] == quay.id
    assert "email" not in known["user"]["profile"]
    assert channel["channel"]["is_ext_shared"]
