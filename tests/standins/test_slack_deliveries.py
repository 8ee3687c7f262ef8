"""What the app is told: signed, again where it was not taken, by HTTP or down a socket."""

import asyncio
import json
from datetime import timedelta
from urllib.parse import parse_qs

import aiohttp
import pytest
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from tests.standins.conftest import Ear, Harbour
from tests.standins.slack import Slack

pytestmark = pytest.mark.usefixtures("ear")


@pytest.fixture(autouse=True)
def no_echoes(slack: Slack) -> None:
    slack.echoes = False


async def test_an_event_is_signed_and_acknowledged(harbour: Harbour, ear: Ear):
    await harbour.nia.says("7.3 on track")
    kind, body, headers = ear.told[0]

    assert kind == "application/json"
    assert SignatureVerifier(harbour.slack.app.signing_secret).is_valid_request(body, headers)
    assert json.loads(body)["event"]["text"] == "7.3 on track"
    assert [each.acknowledged for each in harbour.nia.did] == [True]


async def test_a_mention_in_a_channel_is_told_twice_under_one_timestamp(harbour: Harbour, ear: Ear):
    await harbour.nia.mentions("status", harbour.board)
    events = [json.loads(body)["event"] for _, body, _ in ear.told]

    assert {each["type"] for each in events} == {"message", "app_mention"}
    assert len({each["ts"] for each in events}) == 1
    assert all(each["text"] == f"<@{harbour.token.user}> status" for each in events)
    assert len({json.loads(body)["event_id"] for _, body, _ in ear.told}) == 2


async def test_what_is_typed_comes_escaped_and_marked_up(harbour: Harbour, ear: Ear):
    await harbour.nia.says("R&D <now> see www.harbour.example, ask @Bo Lark, bo@harbour.example")
    event = json.loads(ear.told[0][1])["event"]

    assert event["text"] == (
        "R&amp;D &lt;now&gt; see <http://www.harbour.example|www.harbour.example>, "
        f"ask <@{harbour.bo.id}>, <mailto:bo@harbour.example|bo@harbour.example>"
    )
    kinds = [each["type"] for each in event["blocks"][0]["elements"][0]["elements"]]
    assert kinds == ["text", "link", "text", "user", "text", "link"]


async def test_what_is_not_acknowledged_is_told_again_at_once_then_after_one_and_five_minutes(
    harbour: Harbour, ear: Ear
):
    ear.statuses = [500, 503, 404, 200]
    await harbour.nia.says("7.3 on track")
    assert len(ear.told) == 2
    await harbour.slack.elapse(timedelta(minutes=1))
    assert len(ear.told) == 3
    await harbour.slack.elapse(timedelta(minutes=4))
    assert len(ear.told) == 4
    await harbour.slack.elapse(timedelta(hours=1))

    assert len(ear.told) == 4
    numbers = [headers.get("x-slack-retry-num") for _, _, headers in ear.told]
    assert numbers == [None, "1", "2", "3"]
    assert ear.told[1][2]["x-slack-retry-reason"] == "http_error"
    assert len({body for _, body, _ in ear.told}) == 1
    assert harbour.nia.did[0].acknowledged


async def test_nothing_is_told_again_where_the_app_asks_for_that(harbour: Harbour, ear: Ear):
    ear.statuses, ear.headers = [500], {"X-Slack-No-Retry": "1"}
    await harbour.nia.says("7.3 on track")
    await harbour.slack.elapse(timedelta(hours=1))
    assert len(ear.told) == 1


async def test_an_app_that_is_away_hears_of_it_when_it_is_back(harbour: Harbour, ear: Ear):
    back, harbour.slack.app.url = harbour.slack.app.url, "http://127.0.0.1:9/slack/events"
    await harbour.nia.says("7.3 on track")
    assert harbour.nia.did[0].attempts[-1].problem == "connection_failed"
    harbour.slack.app.url = back
    await harbour.slack.elapse(timedelta(minutes=1))
    assert len(ear.told) == 1


async def test_a_command_is_told_once_and_its_answer_is_seen_by_who_typed_it(
    harbour: Harbour, ear: Ear
):
    ear.answer = "Nothing is late."
    await harbour.nia.command("/plan status staying-safe", harbour.board)
    fields = parse_qs(ear.told[0][1].decode())

    assert (fields["command"], fields["text"]) == (["/plan"], ["status staying-safe"])
    assert (await harbour.nia.hears()).text == "Nothing is late."
    assert harbour.bo.heard() == []
    ear.statuses = [500]
    await harbour.nia.command("/plan", harbour.board)
    assert not harbour.nia.did[0].acknowledged
    assert len(ear.told) == 2


async def test_an_answer_address_is_good_five_times_in_half_an_hour(harbour: Harbour, ear: Ear):
    await harbour.nia.command("/plan", harbour.board)
    [address] = parse_qs(ear.told[0][1].decode())["response_url"]
    async with aiohttp.ClientSession() as session:
        statuses = [(await session.post(address, json={"text": f"{n}"})).status for n in range(6)]
        assert statuses == [200] * 5 + [404]
        await harbour.nia.command("/plan", harbour.board)
        [address] = parse_qs(ear.told[1][1].decode())["response_url"]
        await harbour.slack.elapse(timedelta(minutes=31))
        assert (await session.post(address, json={"text": "late"})).status == 404

    assert [each.text for each in harbour.nia.heard()] == ["0", "1", "2", "3", "4"]
    assert harbour.slack.faults == ["response_url: used_url", "response_url: expired_url"]
    harbour.slack.faults.clear()


async def test_a_button_is_pressed_where_it_is_seen(harbour: Harbour, ear: Ear):
    button = {
        "type": "button",
        "text": {"type": "plain_text", "text": "Undo"},
        "action_id": "say:1",
        "value": "undo 1",
    }
    posted = await harbour.client.chat_postMessage(
        channel=harbour.board.id, text="x", blocks=[{"type": "actions", "elements": [button]}]
    )
    await harbour.nia.presses("Undo")
    [payload] = parse_qs(ear.told[0][1].decode())["payload"]
    pressed = json.loads(payload)

    assert pressed["actions"][0]["value"] == "undo 1"
    assert pressed["container"]["message_ts"] == posted["ts"]
    with pytest.raises(AssertionError):
        await harbour.nia.presses("Redo")


async def test_a_modal_is_opened_filled_in_put_right_and_sent(harbour: Harbour, ear: Ear):
    text = {"type": "plain_text", "text": "Status"}
    option = {"text": {"type": "plain_text", "text": "At risk"}, "value": "at_risk"}
    select = {"type": "static_select", "action_id": "s", "options": [option]}
    date = {"type": "datepicker", "action_id": "d", "initial_date": "2031-06-01"}
    title = {"type": "plain_text", "text": "Change"}
    view = {
        "type": "modal",
        "title": title,
        "submit": title,
        "blocks": [
            {"type": "input", "block_id": "status", "label": text, "element": select},
            {"type": "input", "label": title, "element": date, "block_id": "date"},
        ],
    }
    await harbour.nia.takes_shortcut("change")
    trigger = json.loads(parse_qs(ear.told[0][1].decode())["payload"][0])["trigger_id"]
    await harbour.client.views_open(trigger_id=trigger, view=view)
    ear.answer = json.dumps({"response_action": "errors", "errors": {"status": "Say why."}})
    wrong = await harbour.nia.fills({"Status": "At risk"})
    ear.answer = ""
    right = await harbour.nia.fills({"Status": "At risk"})
    sent = json.loads(parse_qs(ear.told[2][1].decode())["payload"][0])["view"]["state"]["values"]

    assert (wrong, right) == ({"Status": "Say why."}, {})
    assert sent["status"]["s"]["selected_option"]["value"] == "at_risk"
    assert sent["date"]["d"]["selected_date"] == "2031-06-01"
    assert harbour.slack.modals.top(harbour.nia.id) is None


async def test_an_edit_and_a_deletion_are_told_with_what_was_there_before(
    harbour: Harbour, ear: Ear
):
    said = await harbour.nia.says("7.3 on track")
    await harbour.nia.edits(said, "7.3 at risk")
    await harbour.nia.deletes(said)
    _, edited, deleted = (json.loads(body)["event"] for _, body, _ in ear.told)

    assert edited["subtype"] == "message_changed"
    assert edited["previous_message"]["text"] == "7.3 on track"
    assert edited["message"]["text"] == "7.3 at risk"
    assert deleted["subtype"] == "message_deleted"
    assert deleted["previous_message"]["text"] == "7.3 at risk"


async def test_a_document_is_read_with_the_token_and_with_nothing_else(harbour: Harbour, ear: Ear):
    await harbour.nia.drops("plan.csv", b"Ref,Action\n", "here it is")
    event = json.loads(ear.told[0][1])["event"]
    address = event["files"][0]["url_private_download"]
    async with aiohttp.ClientSession() as session:
        bearer = {"Authorization": f"Bearer {harbour.token.value}"}
        content = await (await session.get(address, headers=bearer)).read()
        other = await session.get(address)

    assert event["subtype"] == "file_share"
    assert content == b"Ref,Action\n"
    assert other.content_type == "text/html"


async def test_a_file_goes_up_in_three_steps(harbour: Harbour):
    await harbour.client.files_upload_v2(
        channel=harbour.board.id, filename="status.csv", content="Ref,Status\n"
    )
    [message] = harbour.board.messages.values()
    assert message.files[0].content == b"Ref,Status\n"


async def test_the_app_hears_only_of_what_it_listens_to_and_may(harbour: Harbour, ear: Ear):
    harbour.slack.app.events = ("message.im",)
    await harbour.nia.says("for the channel", harbour.board)
    harbour.slack.app.events = ("message.im", "message.channels")
    harbour.slack.world.tokens[harbour.token.value].scopes = frozenset({"chat:write"})
    await harbour.nia.says("still too little", harbour.board)
    assert ear.told == []


async def test_somebody_who_leaves_and_an_app_thrown_out_are_told_of(harbour: Harbour, ear: Ear):
    await harbour.slack.leaves(harbour.bo)
    await harbour.slack.uninstall(harbour.team)
    events = [json.loads(body)["event"] for _, body, _ in ear.told]

    assert events[0]["user"]["deleted"]
    assert [each["type"] for each in events[1:]] == ["tokens_revoked", "app_uninstalled"]
    with pytest.raises(Exception, match="token_revoked"):
        await harbour.client.auth_test()


async def test_envelopes_go_down_the_socket_and_again_where_they_are_not_acknowledged(
    harbour: Harbour,
):
    slack = harbour.slack
    slack.app.url, slack.deliveries.patience = "", 0.2
    client = AsyncWebClient(token=slack.app.app_token, base_url=slack.api_url)
    opened = await client.apps_connections_open(app_token=slack.app.app_token)
    async with aiohttp.ClientSession() as session, session.ws_connect(opened["url"]) as socket:
        assert (await socket.receive_json())["type"] == "hello"
        saying = asyncio.ensure_future(harbour.nia.says("7.3 on track"))
        first = await socket.receive_json()
        second = await socket.receive_json()
        await socket.send_json({"envelope_id": second["envelope_id"]})
        await saying
        asking = asyncio.ensure_future(harbour.nia.command("/plan"))
        asked = await socket.receive_json()
        await socket.send_json(
            {"envelope_id": asked["envelope_id"], "payload": {"text": "All is well."}}
        )
        await asking
        await slack.sockets.disconnect()
        parting = await socket.receive_json()

    assert (first["retry_attempt"], second["retry_attempt"]) == (0, 1)
    assert first["payload"] == second["payload"]
    assert harbour.nia.did[0].acknowledged
    assert (await harbour.nia.hears()).text == "All is well."
    assert parting["type"] == "disconnect"


async def test_a_socket_opens_once_for_its_ticket_and_for_the_apps_own_token(harbour: Harbour):
    client = AsyncWebClient(token="xapp-none", base_url=harbour.slack.api_url)
    with pytest.raises(Exception, match="invalid_auth"):
        await client.apps_connections_open(app_token="xapp-none")
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{harbour.slack.url}/link/?ticket=none")
