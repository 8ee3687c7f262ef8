"""chat.* and reactions.add: what the app says."""

from tests.standins.slack import shapes
from tests.standins.slack.calls import Call, SlackError
from tests.standins.slack.world import Channel, Json, Message

MOST_TEXT = 40_000  # beyond it Slack refuses the text


def post(call: Call) -> Json:
    """Post into a conversation; a user's id stands for the direct messages with them."""
    channel = _where(call)
    if channel.archived:
        raise SlackError("is_archived")
    if call.by.user not in channel.members and "chat:write.public" not in call.by.scopes:
        raise SlackError("not_in_channel")
    call.slack.pace(channel.id)
    message = _said(call, channel)
    message.broadcast = call.flag("reply_broadcast")
    call.slack.world.post(message)
    call.slack.announce(message)
    return {
        "channel": channel.id,
        "ts": message.ts,
        "message": shapes.message(message, call.slack.world, call.slack.url),
    }


def post_ephemeral(call: Call) -> Json:
    """Show something to one member of a conversation; it is in no history."""
    channel = call.channel()
    if call.by.user not in channel.members:
        raise SlackError("not_in_channel")
    if call.text("user") not in channel.members:
        raise SlackError("user_not_in_channel")
    message = _said(call, channel)
    message.only_for = call.text("user")
    call.slack.world.post(message)
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    """Write one's own message anew."""
    channel = call.channel()
    message = call.message(channel, call.text("ts"))
    if message.user != call.by.user:
        raise SlackError("cant_update_message")
    new = _said(call, channel)
    before = shapes.message(message, call.slack.world, call.slack.url)
    message.text, message.blocks = new.text, new.blocks
    message.metadata = new.metadata or message.metadata
    message.edited = {"user": call.by.user, "ts": new.ts}
    call.slack.announce_change(message, before)
    shown = shapes.message(message, call.slack.world, call.slack.url)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def delete(call: Call) -> Json:
    channel = call.channel()
    message = call.message(channel, call.text("ts"))
    if message.user != call.by.user:
        raise SlackError("cant_delete_message")
    call.slack.take_away(message)
    return {"channel": channel.id, "ts": message.ts}


def permalink(call: Call) -> Json:
    channel = call.channel()
    message = call.message(channel, call.text("message_ts"))
    domain = call.slack.world.teams[channel.team].domain
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def react(call: Call) -> Json:
    message = call.message(call.channel(), call.text("timestamp"))
    users = message.reactions.setdefault(call.text("name"), [])
    if call.by.user in users:
        raise SlackError("already_reacted")
    users.append(call.by.user)
    return {}


def _where(call: Call) -> Channel:
    named = call.text("channel")
    if named in call.slack.world.users:
        person = call.user(named)
        if person.deleted or person.bot_id:
            raise SlackError("channel_not_found")
        return call.slack.world.open_direct(person, call.by.user)
    return call.channel()


def _said(call: Call, channel: Channel) -> Message:
    """The message that the arguments make; refused where there is nothing in it, or too much."""
    text, blocks = call.text("text"), call.objects("blocks")
    if call.text("markdown_text"):
        if text or blocks:
            raise SlackError("markdown_text_conflict")
        text = call.text("markdown_text")
    if not text.strip() and not blocks:
        raise SlackError("no_text")
    if len(text) > MOST_TEXT:
        raise SlackError("msg_too_long")
    thread = call.text("thread_ts") or None
    if thread is not None and thread not in channel.messages:
        raise SlackError("cannot_reply_to_message")
    return Message(
        ts=call.slack.world.ts(),
        channel=channel.id,
        user=call.by.user,
        team=call.by.team,
        text=text,
        blocks=call.slack.with_block_ids(blocks),
        thread_ts=_root(channel, thread),
        metadata=_metadata(call),
        bot_id=call.by.bot_id,
    )


def _root(channel: Channel, thread: str | None) -> str | None:
    """A reply to a reply goes to the same thread."""
    return channel.messages[thread].thread_ts or thread if thread else None


def _metadata(call: Call) -> Json | None:
    given = call.arguments.get("metadata")
    if given is None:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_type"), str):
        raise SlackError("invalid_metadata_format")
    if not isinstance(given.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    return given
