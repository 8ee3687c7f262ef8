"""The state as Slack writes it in JSON: in answers and in events alike."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.standins.slack.world import Channel, File, Json, Message, Team, User, View, World


def user(of: User, world: World, with_email: bool = True) -> Json:
    """A person's entry in the directory; the e-mail only for those who may see it."""
    zone = datetime.fromtimestamp(world.seconds(), ZoneInfo(of.tz))
    profile: Json = {
        "real_name": of.real_name,
        "real_name_normalized": of.real_name,
        "display_name": of.name,
        "display_name_normalized": of.name,
        "team": of.team,
    }
    if of.email and with_email:
        profile["email"] = of.email
    entry: Json = {
        "id": of.id,
        "team_id": of.team,
        "name": of.name,
        "deleted": of.deleted,
        "profile": profile,
        "is_bot": of.bot_id is not None,
        "is_app_user": False,
        "updated": of.updated,
    }
    if of.deleted:
        return entry
    offset = zone.utcoffset()
    return entry | {
        "real_name": of.real_name,
        "tz": of.tz,
        "tz_label": zone.tzname(),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "is_admin": of.admin,
        "is_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
    }


def channel(of: Channel, world: World, viewer: str) -> Json:
    """A conversation, as one of its teams' users sees it."""
    if of.kind == "im":
        other = next((each for each in of.members if each != viewer), viewer)
        return {
            "id": of.id,
            "created": of.created,
            "is_im": True,
            "is_org_shared": False,
            "is_archived": of.archived,
            "user": other,
            "is_user_deleted": world.users[other].deleted,
            "priority": 0,
        }
    return {
        "id": of.id,
        "name": of.name,
        "name_normalized": of.name,
        "is_channel": of.kind == "channel",
        "is_group": of.kind == "group",
        "is_im": False,
        "is_mpim": of.kind == "mpim",
        "is_private": of.kind != "channel",
        "created": of.created,
        "creator": of.creator,
        "is_archived": of.archived,
        "is_general": False,
        "is_member": viewer in of.members,
        "is_shared": bool(of.shared_with),
        "is_ext_shared": bool(of.shared_with),
        "is_org_shared": False,
        "shared_team_ids": [of.team, *of.shared_with],
        "context_team_id": world.users[viewer].team,
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }


def message(of: Message, world: World, base: str, metadata: bool = True) -> Json:
    """A message as in a history: without its channel, with what its thread has come to."""
    entry: Json = {"type": "message", "user": of.user, "text": of.text, "ts": of.ts}
    entry["team"] = of.team
    extras = {
        "client_msg_id": of.client_msg_id,
        "bot_id": of.bot_id,
        "blocks": of.blocks,
        "thread_ts": of.thread_ts,
        "metadata": of.metadata if metadata else None,
        "edited": of.edited,
        "files": [file(each, base) for each in of.files],
        "reactions": [
            {"name": name, "users": users, "count": len(users)}
            for name, users in of.reactions.items()
        ],
    }
    entry |= {key: value for key, value in extras.items() if value}
    if of.only_for is None:
        entry |= _thread(of, world.channels[of.channel])
    return entry


def _thread(of: Message, channel: Channel) -> Json:
    replies = [each for each in channel.messages.values() if each.thread_ts == of.ts != each.ts]
    if replies:
        users = list(dict.fromkeys(each.user for each in replies))
        return {
            "thread_ts": of.ts,
            "reply_count": len(replies),
            "reply_users_count": len(users),
            "latest_reply": replies[-1].ts,
            "reply_users": users,
            "is_locked": False,
        }
    root = channel.messages.get(of.thread_ts or "")
    return {"parent_user_id": root.user} if root and root is not of else {}


def file(of: File, base: str) -> Json:
    path = f"{base}/files-pri/{of.team}-{of.id}"
    return {
        "id": of.id,
        "created": of.created,
        "timestamp": of.created,
        "name": of.name,
        "title": of.title or of.name,
        "mimetype": of.mimetype,
        "filetype": of.name.rpartition(".")[2],
        "pretty_type": of.name.rpartition(".")[2].upper(),
        "user": of.user,
        "editable": False,
        "size": len(of.content),
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": False,
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{path}/{of.name}",
        "url_private_download": f"{path}/download/{of.name}",
        "permalink": f"{base}/files/{of.user}/{of.id}/{of.name}",
        "permalink_public": f"{base}/{of.team}-{of.id}",
        "has_rich_preview": False,
    }


def team(of: Team) -> Json:
    entry: Json = {"id": of.id, "name": of.name, "domain": of.domain, "email_domain": ""}
    if of.enterprise:
        entry |= {"enterprise_id": of.enterprise, "enterprise_name": of.enterprise_name}
    return entry


def view(of: View, app: str, bot: str) -> Json:
    """A view as it stands: what the app gave, and what Slack adds."""
    given = of.body
    return {
        "id": of.id,
        "team_id": of.team,
        "type": given.get("type"),
        "blocks": given.get("blocks", []),
        "private_metadata": given.get("private_metadata", ""),
        "callback_id": given.get("callback_id", ""),
        "state": {"values": of.state},
        "hash": of.hash,
        "title": _words(given.get("title")) or _words({"type": "plain_text", "text": "View Title"}),
        "clear_on_close": given.get("clear_on_close", False),
        "notify_on_close": given.get("notify_on_close", False),
        "close": _words(given.get("close")),
        "submit": _words(given.get("submit")),
        "previous_view_id": of.previous,
        "root_view_id": of.root,
        "app_id": app,
        "external_id": given.get("external_id", ""),
        "app_installed_team_id": of.team,
        "bot_id": bot,
    }


def _words(given: object) -> Json | None:
    """A text object with what Slack adds to it."""
    return {"emoji": True, **given} if isinstance(given, dict) else None
