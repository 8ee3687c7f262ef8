"""The methods of the Web API that the product uses or may use, each with what it asks for."""

from dataclasses import dataclass

from tests.standins.slack.calls import Does
from tests.standins.slack.methods import apps, chat, conversations, files, users, views

T1, T2, T3, T4 = 1, 20, 50, 100  # calls a minute
POSTING = 300  # "several hundred" a minute in a workspace


@dataclass(frozen=True)
class Method:
    """``needs`` one and all of these arguments and ``takes`` those; ``scopes``: any of them."""

    does: Does
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    tier: int = T3
    token: bool = True
    in_json: bool = True


WORDS = ("text", "blocks", "attachments", "metadata", "markdown_text", "parse", "link_names")
LOOKS = ("username", "icon_emoji", "icon_url", "as_user")
PAGES = ("cursor", "limit")
READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
OPEN = ("channels:manage", "groups:write", "im:write", "mpim:write")
BETWEEN = ("oldest", "latest", "inclusive", "include_all_metadata")
TRIGGER = ("trigger_id", "interactivity_pointer")
UNFURL = ("unfurl_links", "unfurl_media")
WRITE = ("chat:write",)
USERS = ("users:read",)

METHODS: dict[str, Method] = {
    "auth.test": Method(apps.test, tier=POSTING),
    "auth.teams.list": Method(apps.teams, takes=(*PAGES, "include_icon"), tier=T2, in_json=False),
    "team.info": Method(apps.team, (), ("team", "domain"), ("team:read",), in_json=True),
    "oauth.v2.access": Method(
        apps.access,
        takes=("client_id", "client_secret", "code", "redirect_uri", "grant_type"),
        tier=POSTING,
        token=False,
        in_json=False,
    ),
    "apps.connections.open": Method(apps.connections_open, token=False),
    "chat.postMessage": Method(
        chat.post,
        ("channel",),
        (*WORDS, *LOOKS, *UNFURL, "thread_ts", "reply_broadcast", "mrkdwn"),
        WRITE,
        POSTING,
    ),
    "chat.postEphemeral": Method(
        chat.post_ephemeral, ("channel", "user"), (*WORDS, *LOOKS, "thread_ts"), WRITE, T4
    ),
    "chat.update": Method(
        chat.update,
        ("channel", "ts"),
        (*WORDS, "as_user", "reply_broadcast", "file_ids"),
        WRITE,
    ),
    "chat.delete": Method(chat.delete, ("channel", "ts"), ("as_user",), WRITE),
    "chat.getPermalink": Method(
        chat.permalink, ("channel", "message_ts"), tier=POSTING, in_json=False
    ),
    "reactions.add": Method(chat.react, ("channel", "name", "timestamp"), (), ("reactions:write",)),
    "conversations.open": Method(
        conversations.open_, (), ("channel", "users", "return_im", "prevent_creation"), OPEN
    ),
    "conversations.info": Method(
        conversations.describe,
        ("channel",),
        ("include_locale", "include_num_members"),
        READ,
        in_json=False,
    ),
    "conversations.list": Method(
        conversations.list_,
        (),
        (*PAGES, "exclude_archived", "team_id", "types"),
        READ,
        T2,
        in_json=False,
    ),
    "conversations.members": Method(
        conversations.members, ("channel",), PAGES, READ, T4, in_json=False
    ),
    "conversations.history": Method(
        conversations.history, ("channel",), (*PAGES, *BETWEEN), HISTORY
    ),
    "conversations.replies": Method(
        conversations.replies, ("channel", "ts"), (*PAGES, *BETWEEN), HISTORY, in_json=False
    ),
    "conversations.join": Method(conversations.join, ("channel",), (), ("channels:join",)),
    "users.info": Method(users.describe, ("user",), ("include_locale",), USERS, T4, in_json=False),
    "users.list": Method(
        users.list_, (), (*PAGES, "include_locale", "team_id"), USERS, T2, in_json=False
    ),
    "users.lookupByEmail": Method(
        users.by_email, ("email",), (), ("users:read.email",), in_json=False
    ),
    "users.conversations": Method(
        users.conversations,
        (),
        (*PAGES, "exclude_archived", "exclude_muted", "team_id", "types", "user"),
        READ,
        in_json=False,
    ),
    "views.open": Method(views.open_, ("view",), TRIGGER, tier=T4),
    "views.push": Method(views.push, ("view",), TRIGGER, tier=T4),
    "views.update": Method(views.update, ("view",), ("view_id", "external_id", "hash"), tier=T4),
    "views.publish": Method(
        views.publish, ("user_id", "view"), ("hash", "interactivity_pointer"), tier=T4
    ),
    "files.info": Method(
        files.describe,
        ("file",),
        (*PAGES, "count", "page"),
        ("files:read",),
        T4,
        in_json=False,
    ),
    "files.getUploadURLExternal": Method(
        files.upload_url,
        ("filename", "length"),
        ("alt_txt", "snippet_type"),
        ("files:write",),
        T4,
        in_json=False,
    ),
    "files.completeUploadExternal": Method(
        files.complete,
        ("files",),
        ("channel_id", "channels", "thread_ts", "initial_comment", "blocks", *LOOKS[:3]),
        ("files:write",),
        T4,
    ),
}
