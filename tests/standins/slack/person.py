"""A person in front of Slack: what they do, and what they see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from tests.standins.slack.composing import as_rich_text, marked_up
from tests.standins.slack.deliveries import COMMANDS, PRESSES, Delivery
from tests.standins.slack.filling import filled_in, value_of
from tests.standins.slack.happenings import KINDS
from tests.standins.slack.reading import Element, elements
from tests.standins.slack.world import Channel, File, Json, Message, User, View

if TYPE_CHECKING:
    from tests.standins.slack.server import Server

type Where = Channel | None  # None: the direct messages with the app


@dataclass
class Person:
    """Somebody with an account. ``did`` holds the deliveries that their last act has made."""

    slack: "Server"
    user: User
    did: list[Delivery] = field(default_factory=list)
    _read: int = 0

    @property
    def id(self) -> str:
        return self.user.id

    @property
    def direct(self) -> Channel:
        """Their direct messages with the app."""
        world = self.slack.world
        return world.open_direct(self.user, world.tokens_of(self.user.team)[0].user)

    async def says(
        self,
        text: str,
        to: Where = None,
        thread: Message | None = None,
        also_to_all: bool = False,
    ) -> Message:
        """Write a message, or a reply in a thread, which may also be sent to the channel."""
        return await self._posts(text, to, thread, also_to_all=also_to_all)

    async def mentions(self, text: str, to: Channel, thread: Message | None = None) -> Message:
        """Write to the app by its name in a channel."""
        return await self._posts(f"@{self.slack.app.name} {text}", to, thread)

    async def drops(
        self, name: str, content: bytes, text: str = "", to: Where = None, mimetype: str = ""
    ) -> Message:
        """Put a document into a conversation."""
        world = self.slack.world
        made = File(world.id("F"), self.user.team, self.id, name, content, world.seconds())
        made.mimetype = mimetype or made.mimetype
        made.channels.append((to or self.direct).id)
        world.files[made.id] = made
        return await self._posts(text, to, None, [made])

    async def edits(self, message: Message, text: str) -> None:
        teller = self.slack.teller
        before = teller.said(message)
        _write(message, self._marked_up(text), self.slack.world.id("b"))
        message.edited = {"user": self.id, "ts": self.slack.world.ts()}
        self.did = await self.slack.tell_of_change(message, before)

    async def deletes(self, message: Message) -> None:
        channel = self.slack.world.channels[message.channel]
        event = self.slack.take_away(message)
        name = f"message.{KINDS[channel.kind]}"
        self.did = await self.slack.tell_of(channel, self.user.team, {name: event})

    async def command(self, typed: str, to: Where = None) -> None:
        """Type a slash command, as in ``command("/plan status")``."""
        name, _, text = typed.partition(" ")
        assert name in self.slack.app.commands, f"{name} is no command of the app"
        channel = to or self.direct
        fields = self.slack.teller.command(self.user, channel, name, text)
        url = self.slack.response_url(self.user, channel)
        fields |= {"response_url": url, "trigger_id": self._trigger()}
        [delivery] = self.did = [await self.slack.deliveries.deliver(COMMANDS, fields)]
        if delivery.answer:
            self.slack.respond(url.rpartition("/")[2], delivery.answer)

    async def presses(self, label: str, on: Message | View | None = None) -> None:
        """Press the button of that label, on what is shown last unless told on what."""
        shown, found = self._find(label, on)
        told: Json = {key: found.element[key] for key in ("text", "value") if key in found.element}
        await self._acts(shown, found, told)

    async def picks(
        self, choice: date | str, label: str = "", on: Message | View | None = None
    ) -> None:
        """Pick a date, or an option by its words, in the element of that label."""
        shown, found = self._find(label, on, taking=choice)
        await self._acts(shown, found, value_of(found.element, choice))

    async def fills(self, values: Mapping[str, object]) -> dict[str, str]:
        """Fill the topmost modal in by the labels of its inputs, and send it.

        Return what the app found wrong with it, by label; the modal stays open then.
        """
        view = self.modal
        view.state = filled_in(view, values)
        payload = self.slack.teller.submitted(self.user, view)
        payload["trigger_id"] = self._trigger()
        [delivery] = self.did = [await self.slack.deliveries.deliver(PRESSES, payload)]
        return self._after_submitting(view, delivery)

    async def closes_modal(self) -> None:
        view = self.modal
        self.slack.modals.close(self.id)
        self.did = []
        if view.body.get("notify_on_close"):
            payload = self.slack.teller.closed(self.user, view, cleared=False)
            self.did = [await self.slack.deliveries.deliver(PRESSES, payload)]

    async def opens_home(self, tab: str = "home") -> None:
        """Look at the app's home tab, or at its messages."""
        home = self.slack.world.views.get(self._home_id())
        event = self.slack.teller.opened_home(self.id, self.direct, tab, home)
        self.did = await self.slack.tell_of(self.direct, self.user.team, {"app_home_opened": event})

    async def takes_shortcut(self, name: str, on: Message | None = None) -> None:
        """Use one of the app's shortcuts, by its name or callback_id, on a message or anywhere."""
        callback = self.slack.app.shortcuts.get(name, name)
        teller = self.slack.teller
        if on is None:
            payload = teller.shortcut(self.user, callback)
        else:
            payload = teller.message_shortcut(self.user, callback, on)
            channel = self.slack.world.channels[on.channel]
            payload["response_url"] = self.slack.response_url(self.user, channel)
        payload["trigger_id"] = self._trigger()
        self.did = [await self.slack.deliveries.deliver(PRESSES, payload)]

    async def hears(self, patience: float = 5.0) -> Message:
        """The next message of the app that this person can see; TimeoutError where none comes."""
        return await self.slack.until(self._next, patience)

    def unread(self) -> list[Message]:
        """What has come since they last looked."""
        found = []
        while (message := self._next()) is not None:
            found.append(message)
        return found

    def heard(self) -> list[Message]:
        """All the messages of the app that they can see, in order, those gone left out."""
        return [each for each in self.slack.world.shown if self._sees(each) and each.bot_id]

    async def sees_modal(self, patience: float = 5.0) -> View:
        """The topmost modal, as soon as there is one."""
        return await self.slack.until(lambda: self.slack.modals.top(self.id), patience)

    @property
    def modal(self) -> View:
        top = self.slack.modals.top(self.id)
        assert top is not None, f"{self.user.real_name} has no modal open"
        return top

    async def sees_home(self, patience: float = 5.0) -> View:
        return await self.slack.until(lambda: self.slack.world.views.get(self._home_id()), patience)

    async def _posts(
        self,
        text: str,
        to: Where,
        thread: Message | None,
        files: list[File] | None = None,
        also_to_all: bool = False,
    ) -> Message:
        channel = to or self.direct
        assert self.id in channel.members, f"{self.user.real_name} is not in #{channel.name}"
        world = self.slack.world
        message = Message(world.ts(), channel.id, self.id, self.user.team, "")
        _write(message, self._marked_up(text), world.id("b"))
        message.thread_ts = (thread.thread_ts or thread.ts) if thread else None
        message.files, message.broadcast = files or [], also_to_all
        message.client_msg_id = world.id("client-message-")
        world.post(message)
        self.did = await self.slack.tell_of(channel, self.user.team, self._events(message, channel))
        return message

    def _events(self, message: Message, channel: Channel) -> dict[str, Json]:
        teller = self.slack.teller
        events = {f"message.{KINDS[channel.kind]}": teller.said(message)}
        bots = [each.user for each in self.slack.world.tokens.values()]
        if channel.kind != "im" and any(f"<@{bot}>" in message.text for bot in bots):
            events["app_mention"] = teller.mentioned(message)
        return events

    async def _acts(self, shown: Message | View, found: Element, value: Json) -> None:
        """Tell the app of something pressed or picked."""
        teller = self.slack.teller
        action = {
            "type": found.element["type"],
            "action_id": found.action_id,
            "block_id": found.block_id,
        }
        payload = teller.pressed(self.user, {}, action | value)
        payload["trigger_id"] = self._trigger()
        if isinstance(shown, View):
            payload |= {"container": {"type": "view", "view_id": shown.id}}
            payload["view"] = teller.view(shown, shown.team)
        else:
            channel = self.slack.world.channels[shown.channel]
            payload |= teller.on_message(shown)
            payload["response_url"] = self.slack.response_url(self.user, channel, shown)
        self.did = [await self.slack.deliveries.deliver(PRESSES, payload)]

    def _find(
        self, label: str, on: Message | View | None, taking: object = None
    ) -> tuple[Message | View, Element]:
        for shown in [on] if on is not None else self._in_sight():
            blocks = shown.body.get("blocks") if isinstance(shown, View) else shown.blocks
            for each in elements(blocks if isinstance(blocks, list) else []):
                named = label in ("", each.label, each.action_id)
                if named and (taking is None or value_of(each.element, taking)):
                    return shown, each
        raise AssertionError(f"{self.user.real_name} sees nothing called {label!r} to press")

    def _in_sight(self) -> Iterator[Message | View]:
        """The modal, if one is open, and nothing else; else messages, latest first, and home."""
        top = self.slack.modals.top(self.id)
        if top is not None:
            yield top
            return
        yield from (each for each in reversed(self.slack.world.shown) if self._sees(each))
        home = self.slack.world.views.get(self._home_id())
        if home is not None:
            yield home

    def _after_submitting(self, view: View, delivery: Delivery) -> dict[str, str]:
        if not delivery.acknowledged:
            return {"": "We had some trouble connecting. Try again?"}
        return self.slack.modals.after(view, delivery.answer, self.slack.faults)

    def _sees(self, message: Message) -> bool:
        channel = self.slack.world.channels[message.channel]
        return (
            self.id in channel.members and message.only_for in (None, self.id) and not message.gone
        )

    def _next(self) -> Message | None:
        shown = self.slack.world.shown
        while self._read < len(shown):
            message = shown[self._read]
            self._read += 1
            if message.bot_id and self._sees(message):
                return message
        return None

    def _marked_up(self, text: str) -> str:
        return marked_up(text, self.slack.world.users.values())

    def _trigger(self) -> str:
        return self.slack.triggers.give(self.id, self.user.team)

    def _home_id(self) -> str:
        return self.slack.world.homes.get((self.user.team, self.id), "")


def _write(message: Message, text: str, block_id: str) -> None:
    message.text = text
    message.blocks = as_rich_text(text, block_id) if text else []
