"""files.*: documents that were dropped, and those that the app hands out."""

from tests.standins.slack import shapes
from tests.standins.slack.calls import Call, SlackError
from tests.standins.slack.world import File, Json, Message


def describe(call: Call) -> Json:
    world = call.slack.world
    found = world.files.get(call.text("file"))
    if found is None or not found.complete:
        raise SlackError("file_not_found")
    seen = any(call.sees(world.channels[each]) for each in found.channels)
    if found.user != call.by.user and not seen:
        raise SlackError("file_not_found")
    return {"file": shapes.file(found, call.slack.url), "comments": []}


def upload_url(call: Call) -> Json:
    """Where to send the bytes; the file is nobody's to see until it is completed."""
    world = call.slack.world
    name = call.text("filename")
    made = File(
        world.id("F"), call.by.team, call.by.user, name, b"", world.seconds(), complete=False
    )
    world.files[made.id] = made
    call.slack.uploads[made.id] = call.number("length", 0)
    return {"upload_url": f"{call.slack.url}/upload/v1/{made.id}", "file_id": made.id}


def complete(call: Call) -> Json:
    """Show what was uploaded in a conversation, or keep it to oneself."""
    done = [_completed(call, each) for each in call.objects("files")]
    if call.text("channel_id"):
        channel = call.channel("channel_id")
        if call.by.user not in channel.members:
            raise SlackError("not_in_channel")
        for each in done:
            each.channels.append(channel.id)
        message = Message(
            ts=call.slack.world.ts(),
            channel=channel.id,
            user=call.by.user,
            team=call.by.team,
            text=call.text("initial_comment"),
            thread_ts=call.text("thread_ts") or None,
            files=done,
            bot_id=call.by.bot_id,
        )
        call.slack.world.post(message)
        call.slack.announce(message)
    return {"files": [{"id": each.id, "title": each.title or each.name} for each in done]}


def _completed(call: Call, given: Json) -> File:
    found = call.slack.world.files.get(str(given.get("id")))
    if found is None or found.user != call.by.user:
        raise SlackError("file_not_found")
    if len(found.content) != call.slack.uploads.get(found.id):
        raise SlackError("file_upload_size_mismatch")
    found.complete, found.title = True, str(given.get("title") or found.name)
    return found
