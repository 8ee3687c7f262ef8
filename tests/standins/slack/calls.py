"""A call of the Web API: its arguments out of GET, form or JSON, and what it may not be."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from tests.standins.slack.world import Channel, Json, Message, Token, User

if TYPE_CHECKING:
    from tests.standins.slack.server import Server

IN_JSON = ("blocks", "attachments", "view", "metadata", "files", "channel_ids")


class SlackError(Exception):
    """``ok: false`` with this error."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


@dataclass
class Call:
    """One call, with what it was made with; ``arguments`` are without the token."""

    slack: "Server"
    method: str
    arguments: Mapping[str, object]
    token: Token | None = None
    bearer: str = ""
    basic: tuple[str, str] | None = None

    @property
    def by(self) -> Token:
        if self.token is None:
            raise SlackError("not_authed")
        return self.token

    def text(self, name: str, otherwise: str = "") -> str:
        value = self.arguments.get(name)
        return otherwise if value is None else str(value)

    def flag(self, name: str, otherwise: bool = False) -> bool:
        value = self.arguments.get(name)
        return otherwise if value is None else str(value).lower() in ("true", "1")

    def number(self, name: str, otherwise: int) -> int:
        value = self.text(name)
        return int(value) if value.isdigit() else otherwise

    def objects(self, name: str) -> list[Json]:
        """A list of objects; the error that Slack gives where it is none."""
        value = self.arguments.get(name) or []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise SlackError(f"invalid_{name}_format")
        return value

    def must(self, *scopes: str) -> None:
        """Refuse the call where its token has none of these scopes."""
        if not self.by.scopes.intersection(scopes):
            provided = ",".join(sorted(self.by.scopes))
            raise SlackError("missing_scope", needed=",".join(scopes), provided=provided)

    @property
    def team(self) -> str:
        """The team the call is about: the token's, or the one named of its organisation."""
        named = self.text("team_id")
        if (
            named
            and named in self.slack.world.teams
            and self.slack.world.stands_for(self.by, named)
        ):
            return named
        return self.by.team

    def sees(self, channel: Channel) -> bool:
        """Whether the token's bot can know of the conversation."""
        ours = channel.is_in(self.by.team) or (
            self.by.enterprise_wide and self.slack.world.stands_for(self.by, channel.team)
        )
        return ours and (channel.kind == "channel" or self.by.user in channel.members)

    def channel(self, name: str = "channel") -> Channel:
        """The conversation named in an argument, if the token's bot can see it."""
        found = self.slack.world.channels.get(self.text(name))
        if found is None or not self.sees(found):
            raise SlackError("channel_not_found")
        return found

    def user(self, id: str) -> User:
        """Somebody of the token's team, or whom it meets in a shared conversation."""
        found = self.slack.world.users.get(id)
        if found is None:
            raise SlackError("user_not_found")
        if self.slack.world.stands_for(self.by, found.team):
            return found
        if any(self.sees(each) and id in each.members for each in self.channels()):
            return found
        raise SlackError("user_not_visible")

    def channels(self) -> list[Channel]:
        return list(self.slack.world.channels.values())

    def message(self, channel: Channel, ts: str) -> Message:
        found = channel.messages.get(ts)
        if found is None or found.gone:
            raise SlackError("message_not_found")
        return found

    def pages(self, rows: list[Json], name: str, otherwise: int = 100) -> Json:
        """One page of the rows and the cursor to the next."""
        cursor = self.text("cursor", "0")
        if not cursor.isdigit():
            raise SlackError("invalid_cursor")
        start, limit = int(cursor), min(self.number("limit", otherwise) or otherwise, 1_000)
        more = start + limit < len(rows)
        return {
            name: rows[start : start + limit],
            "response_metadata": {"next_cursor": str(start + limit) if more else ""},
        }


type Does = Callable[[Call], Json]


async def arguments_of(request: web.Request) -> dict[str, object]:
    """Everything that came with the call, wherever it stood; objects in forms are read."""
    given: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError:
            raise SlackError("invalid_json") from None
        if not isinstance(body, dict):
            raise SlackError("json_not_object")
        return given | body
    given |= {key: value for key, value in (await request.post()).items()}
    return {key: _read(key, value) for key, value in given.items()}


def _read(key: str, value: object) -> object:
    if key in IN_JSON and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
