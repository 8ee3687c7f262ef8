"""What the stand-in tells the app has the shape of what Slack tells apps."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import parse_qsl

from tests.shared import SHARED, needs_shared
from tests.standins.conftest import Ear, Harbour
from tests.standins.slack import Slack

# Whatever stands below these is another's: the app's blocks, what was filled in, other messages.
OPAQUE = ("blocks", "values", "message", "previous_message", "root", "user_profile", "state")
# In no sample of some kinds, because the tests they were taken from do not look at them.
AS_DOCUMENTED = (
    "authorizations",
    "enterprise",
    "event.blocks",
    "event.event_ts",
    "event.parent_user_id",
    "event_context",
    "is_enterprise_install",
    "is_ext_shared_channel",
)
OF_PICTURES = ("event.files.thumb_", "event.files.original_")


def kind(payload: Mapping[str, object]) -> str | None:
    event = payload.get("event")
    if payload.get("type") == "event_callback" and isinstance(event, dict):
        subtype = "" if event.get("bot_id") else event.get("subtype", "")
        return f"{event['type']} {subtype}".strip()
    if "command" in payload:
        return "command"
    kinds = ("block_actions", "view_submission", "view_closed", "shortcut", "message_action")
    return str(payload["type"]) if payload.get("type") in kinds else None


def paths(value: object, under: str = "") -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield f"{under}{key}"
            if key not in OPAQUE:
                yield from paths(inner, f"{under}{key}.")
    elif isinstance(value, list):
        for inner in value:
            yield from paths(inner, under)


@cache
def samples() -> dict[str, list[frozenset[str]]]:
    """The paths of every sample of each kind."""
    found: dict[str, list[frozenset[str]]] = {}
    for file in sorted((SHARED / "slack" / "payloads").glob("*.json")):
        payload = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(payload, dict) and isinstance(payload.get("payload"), dict):
            payload = payload["payload"]
        named = kind(payload) if isinstance(payload, dict) else None
        if named:
            found.setdefault(named, []).append(frozenset(paths(payload)))
    return found


async def everything(harbour: Harbour, ear: Ear) -> dict[str, set[str]]:
    """The paths of what comes of everything that people can do, by kind."""
    slack, nia, board = harbour.slack, harbour.nia, harbour.board
    said = await nia.says("7.3 on track", board)
    reply = await nia.says("and lit", board, thread=said, also_to_all=True)
    await nia.mentions("status", board)
    await nia.says("hello")
    await nia.edits(said, "7.3 at risk")
    await nia.deletes(reply)
    await nia.drops("plan.csv", b"Ref\n", "here", board)
    await nia.command("/plan status", board)
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    await harbour.client.views_publish(user_id=nia.id, view=home)
    await nia.opens_home()
    await nia.takes_shortcut("change")
    await nia.takes_shortcut("make this the update", on=said)
    await press_and_fill_in(harbour, ear)
    await slack.leaves(harbour.bo)
    await slack.uninstall(harbour.team)
    told: dict[str, set[str]] = {}
    for content_type, body, _ in ear.told:
        payload = json.loads(body) if content_type == "application/json" else form(body)
        told.setdefault(kind(payload) or "?", set()).update(paths(payload))
    return told


async def press_and_fill_in(harbour: Harbour, ear: Ear) -> None:
    text = {"type": "plain_text", "text": "Change"}
    button = {"type": "button", "text": text, "action_id": "a", "value": "v"}
    select = {"type": "plain_text_input", "action_id": "i"}
    view = {
        "type": "modal",
        "title": text,
        "submit": text,
        "notify_on_close": True,
        "blocks": [{"type": "input", "block_id": "b", "label": text, "element": select}],
    }
    await harbour.client.chat_postMessage(
        channel=harbour.board.id, text="x", blocks=[{"type": "actions", "elements": [button]}]
    )
    for end in (harbour.nia.fills, lambda _: harbour.nia.closes_modal()):
        await harbour.nia.presses("Change")
        trigger = form(ear.told[-1][1])["trigger_id"]
        await harbour.client.views_open(trigger_id=str(trigger), view=view)
        await end({"Change": "because"})


def form(body: bytes) -> dict[str, object]:
    fields = dict(parse_qsl(body.decode(), keep_blank_values=True))
    return json.loads(fields["payload"]) if "payload" in fields else fields


@needs_shared
async def test_payloads_have_the_keys_of_slacks_own(harbour: Harbour, ear: Ear, slack: Slack):
    slack.echoes = False
    grid = slack.team("Of the grid", enterprise="Coast")
    harbour.team.enterprise, harbour.team.enterprise_name = grid.enterprise, "Coast"
    strange, missing = {}, {}
    for named, ours in (await everything(harbour, ear)).items():
        theirs = samples().get(named)
        if theirs is None:
            assert named in ("user_change",), f"no sample of {named}"
            continue
        known, always = frozenset().union(*theirs), frozenset.intersection(*theirs)
        strange[named] = {e for e in ours - known if not e.startswith(AS_DOCUMENTED)}
        missing[named] = {e for e in always - ours if not e.startswith(OF_PICTURES)}
    assert {named: each for named, each in strange.items() if each} == {}
    assert {named: each for named, each in missing.items() if each} == {}
