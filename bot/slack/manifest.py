"""The app as Slack has to be told of it. Pure; docs/slack.md says what each scope is for."""

SCOPES = (
    "app_mentions:read",
    "channels:history",
    "chat:write",
    "commands",
    "files:read",
    "groups:history",
    "im:history",
    "im:write",
    "users:read",
    "users:read.email",
)
EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.channels",
    "message.groups",
    "message.im",
    "team_join",
    "tokens_revoked",
    "user_change",
)
EVENTS_PATH, CALLBACK_PATH = "/slack/events", "/slack/installed"
SHORTCUT = "make_update"

type Json = dict[str, object]


def manifest(public_url: str | None = None) -> Json:
    """What api.slack.com/apps takes under "From a manifest".

    Without a public address it is for Socket Mode.
    """
    return {
        "display_information": {
            "name": "Planbot",
            "description": "Holds each officer's actions from the partnership's plan",
            "background_color": "#1b4965",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Planbot", "always_online": True},
            "shortcuts": [
                {
                    "name": "Make this the update for…",
                    "type": "message",
                    "callback_id": SHORTCUT,
                    "description": "Record a message as the news of an action",
                }
            ],
            "slash_commands": [
                {
                    "command": "/plan",
                    "description": "Ask about the plan, or say how an action is going",
                    "usage_hint": "status staying-safe, or help",
                    "should_escape": True,
                    **({"url": public_url + EVENTS_PATH} if public_url else {}),
                }
            ],
        },
        "oauth_config": {
            "scopes": {"bot": list(SCOPES)},
            **({"redirect_urls": [public_url + CALLBACK_PATH]} if public_url else {}),
        },
        "settings": _settings(public_url),
    }


def _settings(public_url: str | None) -> Json:
    reached = {"request_url": public_url + EVENTS_PATH} if public_url else {}
    return {
        "event_subscriptions": {"bot_events": list(EVENTS), **reached},
        "interactivity": {"is_enabled": True, **reached},
        "org_deploy_enabled": True,
        "socket_mode_enabled": public_url is None,
        "token_rotation_enabled": False,
    }
