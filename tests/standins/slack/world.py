"""What a Slack holds: teams, people, conversations, messages, views, files and tokens."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from domain.ports import Clock

type Json = dict[str, object]


@dataclass
class Team:
    id: str
    name: str
    domain: str
    enterprise: str | None = None
    enterprise_name: str | None = None


@dataclass
class User:
    id: str
    team: str
    name: str
    real_name: str
    email: str | None = None
    tz: str = "Europe/London"
    bot_id: str | None = None
    deleted: bool = False
    admin: bool = False
    updated: int = 0


@dataclass
class Message:
    """A message; one that is ``only_for`` somebody is ephemeral and not in the history."""

    ts: str
    channel: str
    user: str
    team: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    metadata: Json | None = None
    edited: Json | None = None
    files: list["File"] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)
    bot_id: str | None = None
    client_msg_id: str | None = None
    only_for: str | None = None
    broadcast: bool = False
    gone: bool = False


@dataclass
class Channel:
    """A conversation. ``kind`` is channel, group (private), im or mpim."""

    id: str
    name: str
    kind: str
    team: str
    creator: str
    created: int
    members: list[str] = field(default_factory=list)
    shared_with: list[str] = field(default_factory=list)  # teams, by Slack Connect
    archived: bool = False
    messages: dict[str, Message] = field(default_factory=dict)

    def is_in(self, team: str) -> bool:
        return team == self.team or team in self.shared_with

    def thread(self, ts: str) -> list[Message]:
        """The message and its replies, oldest first."""
        return [each for each in self.messages.values() if ts in (each.ts, each.thread_ts)]


@dataclass
class File:
    id: str
    team: str
    user: str
    name: str
    content: bytes
    created: int
    title: str = ""
    mimetype: str = "application/octet-stream"
    channels: list[str] = field(default_factory=list)
    complete: bool = True


@dataclass
class View:
    """A modal or a home tab, as it stands: ``body`` is what the app sent."""

    id: str
    team: str
    user: str
    body: Json
    root: str
    previous: str | None = None
    hash: str = ""
    state: Json = field(default_factory=dict)


@dataclass
class Token:
    """What a call is made with. One of an organisation stands for all its teams."""

    value: str
    team: str
    user: str
    bot_id: str
    scopes: frozenset[str]
    enterprise_wide: bool = False
    revoked: bool = False


@dataclass
class World:
    clock: Clock
    teams: dict[str, Team] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    tokens: dict[str, Token] = field(default_factory=dict)
    homes: dict[tuple[str, str], str] = field(default_factory=dict)  # team, user → view
    shown: list[Message] = field(default_factory=list)  # all that was ever posted, in order
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _last: tuple[int, int] = (0, 0)

    def id(self, prefix: str) -> str:
        """An identifier of Slack's kind, never given before."""
        return f"{prefix}{next(self._ids):010d}"

    def ts(self) -> str:
        """The moment as a message's name: later than every one before."""
        moment = self.clock.now().timestamp()
        now = (int(moment), int(moment % 1 * 1_000_000))
        if now <= self._last:
            seconds, part = self._last
            now = (seconds, part + 1) if part < 999_999 else (seconds + 1, 0)
        self._last = now
        return f"{now[0]}.{now[1]:06d}"

    def seconds(self) -> int:
        return int(self.clock.now().timestamp())

    def direct(self, user: User, bot: str) -> Channel | None:
        """The direct messages of these two, where they have been opened."""
        both = {user.id, bot}
        found = (each for each in self.channels.values() if each.kind == "im")
        return next((each for each in found if set(each.members) == both), None)

    def open_direct(self, user: User, bot: str) -> Channel:
        held = self.direct(user, bot)
        if held is None:
            team = self.users[bot].team
            held = Channel(self.id("D"), "", "im", team, user.id, self.seconds(), [user.id, bot])
            self.channels[held.id] = held
        return held

    def post(self, message: Message) -> Message:
        if message.only_for is None:
            self.channels[message.channel].messages[message.ts] = message
        self.shown.append(message)
        return message

    def is_shared_outside(self, channel: Channel) -> bool:
        """Whether people of another organisation are in it, by Slack Connect."""
        own = self.teams[channel.team]
        others = [self.teams[each] for each in channel.shared_with]
        return any(each.enterprise is None or each.enterprise != own.enterprise for each in others)

    def tokens_of(self, team: str) -> list[Token]:
        """The tokens by which the app may act in a team."""
        return [each for each in self.tokens.values() if self.stands_for(each, team)]

    def stands_for(self, token: Token, team: str) -> bool:
        if token.revoked:
            return False
        if token.enterprise_wide:
            return self.teams[token.team].enterprise == self.teams[team].enterprise
        return token.team == team
