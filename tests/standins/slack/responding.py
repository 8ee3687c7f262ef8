"""response_url: an answer that is posted to an address of its own, five times in half an hour."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.standins.slack.world import Json, Message, World

USES = 5
LASTS = timedelta(minutes=30)


@dataclass
class Address:
    user: str
    channel: str
    bot: str
    at: datetime
    original: Message | None = None
    used: int = 0


@dataclass
class Responses:
    world: World
    given: dict[str, Address] = field(default_factory=dict)

    def give(
        self, base: str, user: str, channel: str, bot: str, original: Message | None = None
    ) -> str:
        """A new address under which to answer somebody in a conversation."""
        key = self.world.id("R")
        self.given[key] = Address(user, channel, bot, self.world.clock.now(), original)
        return f"{base}/response/{key}"

    def trouble(self, key: str) -> str | None:
        """Why the address cannot be used, if it cannot; a use of it is counted otherwise."""
        address = self.given.get(key)
        if address is None:
            return "no_such_url"
        if self.world.clock.now() - address.at > LASTS:
            return "expired_url"
        if address.used == USES:
            return "used_url"
        address.used += 1
        return None

    def respond(self, key: str, answer: Json, blocks: list[Json]) -> Message | None:
        """Carry out what was posted: a message, or a change of the one that was pressed."""
        address = self.given[key]
        original = address.original
        if original is not None and (answer.get("delete_original") is True):
            original.gone = True
            return None
        if original is not None and answer.get("replace_original") is True:
            original.text, original.blocks = str(answer.get("text", "")), blocks
            return original
        return self.say(address, answer, blocks)

    def say(self, address: Address, answer: Json, blocks: list[Json]) -> Message:
        """Ephemeral unless it says that it is for the channel."""
        bot = self.world.users[address.bot]
        thread = answer.get("thread_ts")
        open_to_all = answer.get("response_type") == "in_channel"
        return self.world.post(
            Message(
                ts=self.world.ts(),
                channel=address.channel,
                user=bot.id,
                team=bot.team,
                text=str(answer.get("text", "")),
                blocks=blocks,
                thread_ts=str(thread) if thread else None,
                bot_id=bot.bot_id,
                only_for=None if open_to_all else address.user,
            )
        )
