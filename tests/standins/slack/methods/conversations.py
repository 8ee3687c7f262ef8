"""conversations.*: where things are said, by whom, and what was said."""

from collections.abc import Iterable

from tests.standins.slack import shapes
from tests.standins.slack.calls import Call, SlackError
from tests.standins.slack.world import Channel, Json, Message

SCOPES = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}
TYPES = {"channel": "public_channel", "group": "private_channel", "im": "im", "mpim": "mpim"}


def open_(call: Call) -> Json:
    """Open direct messages with one person, or find those already open."""
    call.must("im:write")
    if call.text("channel"):
        channel = call.channel()
        if channel.kind != "im":
            raise SlackError("method_not_supported_for_channel_type")
        return _opened(call, channel, already=True)
    ids = [each for each in call.text("users").split(",") if each]
    if len(ids) != 1:
        raise SlackError("too_many_users" if ids else "users_list_not_supplied")
    person = call.user(ids[0])
    if person.deleted:
        raise SlackError("user_disabled")
    world = call.slack.world
    already = world.direct(person, call.by.user) is not None
    if not already and call.flag("prevent_creation"):
        return {"no_op": True}
    return _opened(call, world.open_direct(person, call.by.user), already)


def _opened(call: Call, channel: Channel, already: bool) -> Json:
    if not call.flag("return_im"):
        return {"channel": {"id": channel.id}}
    shown = shapes.channel(channel, call.slack.world, call.by.user) | {"is_open": True}
    return {"no_op": already, "already_open": already, "channel": shown}


def describe(call: Call) -> Json:
    channel = _of_scope(call, "read")
    shown = shapes.channel(channel, call.slack.world, call.by.user)
    if call.flag("include_num_members"):
        shown["num_members"] = len(channel.members)
    return {"channel": shown}


def list_(call: Call) -> Json:
    return call.pages(_shown(call, call.channels()), "channels")


def of_user(call: Call) -> Json:
    """Those that somebody is in: the bot itself unless another is named."""
    member = call.text("user", call.by.user)
    return call.pages(
        _shown(call, (each for each in call.channels() if member in each.members)), "channels"
    )


def members(call: Call) -> Json:
    page = call.pages([{"id": each} for each in _of_scope(call, "read").members], "members")
    rows = page["members"]
    assert isinstance(rows, list)
    return page | {"members": [each["id"] for each in rows]}


def history(call: Call) -> Json:
    """What was said at the top of a conversation, latest first."""
    channel = _member_of(call)
    said = [m for m in channel.messages.values() if m.thread_ts in (None, m.ts) or m.broadcast]
    rows = [_written(call, each) for each in reversed(_between(call, said))]
    page = call.pages(rows, "messages")
    return page | {"has_more": bool(_next(page)), "pin_count": 0}


def replies(call: Call) -> Json:
    """A thread, its root first. A reply's own ts gives that reply alone."""
    channel = _member_of(call)
    ts = call.text("ts")
    if ts not in channel.messages or channel.messages[ts].gone:
        raise SlackError("thread_not_found")
    root, *rest = channel.thread(ts)
    rows = [_written(call, each) for each in (root, *_between(call, rest))]
    page = call.pages(rows, "messages", 1_000)
    return page | {"has_more": bool(_next(page))}


def join(call: Call) -> Json:
    channel = call.channel()
    if channel.kind != "channel":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    if call.by.user not in channel.members:
        channel.members.append(call.by.user)
    return {"channel": shapes.channel(channel, call.slack.world, call.by.user)}


def _of_scope(call: Call, what: str) -> Channel:
    """The conversation named, which the token's scopes must cover by its kind."""
    channel = call.channel()
    call.must(f"{SCOPES[channel.kind]}:{what}")
    return channel


def _member_of(call: Call) -> Channel:
    channel = _of_scope(call, "history")
    if call.by.user not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _shown(call: Call, channels: Iterable[Channel]) -> list[Json]:
    kinds = call.text("types", "public_channel").replace(" ", "").split(",")
    leave_out = call.flag("exclude_archived")
    chosen = [
        each
        for each in channels
        if TYPES[each.kind] in kinds and call.sees(each) and not (leave_out and each.archived)
    ]
    for kind in {each.kind for each in chosen}:
        call.must(f"{SCOPES[kind]}:read")
    return [shapes.channel(each, call.slack.world, call.by.user) for each in chosen]


def _between(call: Call, messages: Iterable[Message]) -> list[Message]:
    oldest, latest = call.text("oldest", "0"), call.text("latest", "9" * 12)
    ends = call.flag("inclusive")

    def within(ts: str) -> bool:
        at = float(ts)
        inside = float(oldest) < at < float(latest)
        return inside or (ends and at in (float(oldest), float(latest)))

    return [each for each in messages if not each.gone and within(each.ts)]


def _written(call: Call, message: Message) -> Json:
    ours = message.user == call.by.user or call.flag("include_all_metadata")
    return shapes.message(message, call.slack.world, call.slack.url, metadata=ours)


def _next(page: Json) -> object:
    told = page["response_metadata"]
    assert isinstance(told, dict)
    return told["next_cursor"]
