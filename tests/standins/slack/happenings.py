"""What happens, as Slack tells the app of it: the payloads of events, commands and presses."""

from dataclasses import dataclass

from tests.standins.slack import shapes
from tests.standins.slack.app import App
from tests.standins.slack.world import Channel, Json, Message, Team, Token, User, View, World

KINDS = {"channel": "channels", "group": "groups", "im": "im", "mpim": "mpim"}


@dataclass(frozen=True)
class Teller:
    """Writes payloads; ``base`` is where this Slack is reached."""

    world: World
    app: App
    base: str

    def callback(self, event: Json, team: str, token: Token, shared: bool = False) -> Json:
        """An event in its envelope, for the place where the app was let in by ``token``."""
        enterprise = self.world.teams[team].enterprise
        wide = token.enterprise_wide
        payload: Json = {
            "token": self.app.verification,
            "team_id": team,
            "api_app_id": self.app.id,
            "event": event,
            "type": "event_callback",
            "event_id": self.world.id("Ev"),
            "event_time": self.world.seconds(),
            "authorizations": [
                {
                    "enterprise_id": self.world.teams[token.team].enterprise,
                    "team_id": None if wide else token.team,
                    "user_id": token.user,
                    "is_bot": True,
                    "is_enterprise_install": wide,
                }
            ],
            "is_ext_shared_channel": shared,
        }
        if "channel" in event:
            payload["event_context"] = f"1-{event['type']}-{token.team}-{event['channel']}"
        return payload | ({"enterprise_id": enterprise} if enterprise else {})

    def said(self, message: Message) -> Json:
        channel = self.world.channels[message.channel]
        event = shapes.message(message, self.world, self.base)
        event |= _where(channel) | {"event_ts": message.ts}
        if message.files or message.broadcast:
            del event["team"]  # Slack leaves it out of these
        if message.files:
            event |= {"subtype": "file_share", "upload": False, "display_as_bot": False}
        if message.broadcast:
            root = channel.messages[message.thread_ts or message.ts]
            event |= {"subtype": "thread_broadcast"}
            event |= {"root": shapes.message(root, self.world, self.base)}
        return event | self._from_another_team(message, channel)

    def mentioned(self, message: Message) -> Json:
        """The same words, told a second time to whom they name."""
        event = self.said(message)
        without = ("subtype", "channel_type", "root", "upload", "display_as_bot")
        return {key: value for key, value in event.items() if key not in without} | {
            "type": "app_mention"
        }

    def changed(self, message: Message, before: Json) -> Json:
        channel = self.world.channels[message.channel]
        after = shapes.message(message, self.world, self.base)
        team = {"source_team": message.team, "user_team": message.team}
        return self._hidden("message_changed", channel) | {
            "message": after | team,
            "previous_message": before | team,
        }

    def deleted(self, message: Message, before: Json) -> Json:
        channel = self.world.channels[message.channel]
        return self._hidden("message_deleted", channel) | {
            "previous_message": before,
            "deleted_ts": message.ts,
        }

    def opened_home(self, user: str, channel: Channel, tab: str, view: View | None) -> Json:
        event: Json = {
            "type": "app_home_opened",
            "user": user,
            "channel": channel.id,
            "tab": tab,
            "event_ts": self.world.ts(),
        }
        return event | ({"view": self.view(view, channel.team)} if view else {})

    def command(self, user: User, channel: Channel, command: str, text: str) -> Json:
        """The fields of the form in which a slash command comes."""
        team = self.world.teams[user.team]
        name = {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)
        fields: Json = {
            "token": self.app.verification,
            "team_id": team.id,
            "team_domain": team.domain,
            "channel_id": channel.id,
            "channel_name": name,
            "user_id": user.id,
            "user_name": user.name,
            "command": command,
            "text": text,
            "api_app_id": self.app.id,
            "is_enterprise_install": str(self._wide(team.id)).lower(),
        }
        if team.enterprise:
            fields |= {"enterprise_id": team.enterprise}
            fields |= {"enterprise_name": team.enterprise_name}
        return fields

    def pressed(self, user: User, container: Json, action: Json) -> Json:
        return self._interaction("block_actions", user) | {
            "container": container,
            "state": {"values": {}},
            "actions": [action | {"action_ts": self.world.ts()}],
        }

    def on_message(self, message: Message) -> Json:
        """What a press says of the message that the button stands in."""
        channel = self.world.channels[message.channel]
        container: Json = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": message.only_for is not None,
        }
        if message.thread_ts:
            container["thread_ts"] = message.thread_ts
        told: Json = {"container": container, "channel": _named(channel)}
        if message.only_for is None:  # Slack does not keep what is ephemeral
            told["message"] = shapes.message(message, self.world, self.base)
        return told

    def submitted(self, user: User, view: View) -> Json:
        shown = {"view": self.view(view, view.team), "response_urls": []}
        return self._interaction("view_submission", user) | shown

    def closed(self, user: User, view: View, cleared: bool) -> Json:
        shown = {"view": self.view(view, view.team), "is_cleared": cleared}
        return self._interaction("view_closed", user) | shown

    def shortcut(self, user: User, callback: str) -> Json:
        """One taken anywhere: it says less of the app and of the person than the others."""
        told = self._interaction("shortcut", user)
        who: Json = {"id": user.id, "username": user.name, "team_id": user.team}
        del told["api_app_id"]
        return told | {"user": who, "callback_id": callback, "action_ts": self.world.ts()}

    def message_shortcut(self, user: User, callback: str, message: Message) -> Json:
        told = self._interaction("message_action", user)
        del told["api_app_id"]
        return told | {
            "callback_id": callback,
            "action_ts": self.world.ts(),
            "channel": _named(self.world.channels[message.channel]),
            "message_ts": message.ts,
            "message": shapes.message(message, self.world, self.base),
        }

    def view(self, view: View, team: str) -> Json:
        token = next(iter(self.world.tokens_of(team)), None)
        shown = shapes.view(view, self.app.id, token.bot_id if token else "")
        if self._wide(team):
            shown["app_installed_team_id"] = self.world.teams[team].enterprise
        return shown

    def _interaction(self, kind: str, user: User) -> Json:
        team = self.world.teams[user.team]
        return {
            "type": kind,
            "user": {
                "id": user.id,
                "username": user.name,
                "name": user.name,
                "team_id": team.id,
            },
            "api_app_id": self.app.id,
            "token": self.app.verification,
            "team": None if self._wide(team.id) else _of_interaction(team),
            "enterprise": _enterprise(team),
            "is_enterprise_install": self._wide(team.id),
        }

    def _wide(self, team: str) -> bool:
        return any(each.enterprise_wide for each in self.world.tokens_of(team))

    def _hidden(self, subtype: str, channel: Channel) -> Json:
        ts = self.world.ts()
        event: Json = {"type": "message", "subtype": subtype, "hidden": True}
        return event | _where(channel) | {"ts": ts, "event_ts": ts}

    def _from_another_team(self, message: Message, channel: Channel) -> Json:
        if not self.world.is_shared_outside(channel):
            return {}
        return {"user_team": message.team, "source_team": message.team, "user_profile": {}}


def _where(channel: Channel) -> Json:
    return {"channel": channel.id, "channel_type": channel.kind}


def _named(channel: Channel) -> Json:
    name = {"im": "directmessage", "group": "privategroup"}.get(channel.kind, channel.name)
    return {"id": channel.id, "name": name}


def _of_interaction(team: Team) -> Json:
    entry: Json = {"id": team.id, "domain": team.domain}
    if team.enterprise:
        entry |= {"enterprise_id": team.enterprise, "enterprise_name": team.enterprise_name}
    return entry


def _enterprise(team: Team) -> Json | None:
    return {"id": team.enterprise, "name": team.enterprise_name} if team.enterprise else None
